import type { ReceivedCall } from 'graph-call-testkit'
import { groupCall, peerToPeerCall } from 'graph-call-testkit/fixtures'
import { describe, expect, test } from 'vitest'
import { leadsTo, pathsIn, readPathOf, readTreeOf, stepsOf } from '../../contracts/read-paths.ts'
import { readsOf, recordingView } from '../../contracts/reads.ts'

describe('what a function reads of a call', () => {
  test.each<[string, (call: ReceivedCall) => unknown, string[]]>([
    ['a property', (call) => call.state, ['state']],
    ['nothing', () => 'state', []],
    ['the furthest of a path', (call) => call.source?.identity?.user?.id, ['source.identity.user.id']],
    ['what the fixtures have seldom', (call) => call.toneInfo?.tone, ['toneInfo.tone']],
    [
      'each element',
      (call) => call.targets?.map(({ identity }) => identity?.user?.id),
      ['targets[].identity.user.id'],
    ],
    ['one element', (call) => call.targets?.[0]?.identity?.user?.id, ['targets[].identity.user.id']],
    ['only whether there are any', (call) => call.targets?.length === 0, ['targets']],
    ['whether a key is there', (call) => 'subject' in call, ['subject']],
    ['a copy of all', (call) => ({ ...call }), ['*']],
    ['a copy of a part', (call) => JSON.stringify(call.chatInfo), ['chatInfo.*']],
    ['what is awaited', async (call) => (await Promise.resolve(call)).direction, ['direction']],
    ['what no call has', (call) => Reflect.get(call, 'unheardOf'), ['unheardOf']],
    ['a name in brackets', (call) => call.mediaConfig?.['@odata.type'], ["mediaConfig['@odata.type']"]],
  ])('%s', async (_, read, paths) => {
    expect(await readsOf(read)).toEqual(paths)
  })

  test('is sorted, and each path stands once', async () => {
    const reads = await readsOf((call) => [call.state, call.direction, call.state])
    expect(reads).toEqual(['direction', 'state'])
  })

  test('a view reads like the value', () => {
    const call = groupCall()
    const view = recordingView(call, () => {})
    expect(JSON.stringify(view)).toBe(JSON.stringify(call))
    expect(structuredClone({ ...view.source?.identity?.application })).toEqual(
      call.source.identity.application,
    )
    expect(Array.isArray(view.targets)).toBe(true)
    expect(
      recordingView(peerToPeerCall(), () => {}).targets.map(({ identity }) => identity.user?.displayName),
    ).toEqual(['John'])
  })
})

describe('a path', () => {
  test.each([
    ['state', ['state']],
    ['targets[].identity', ['targets', '[]', 'identity']],
    ["mediaConfig['@odata.type']", ['mediaConfig', '@odata.type']],
    ["a['it\\'s']['x\\\\y']", ['a', "it's", 'x\\y']],
    ['mediaConfig.*', ['mediaConfig', '*']],
    ['*', ['*']],
  ])('%s goes to its steps and back', (path, steps) => {
    expect(stepsOf(path)).toEqual(steps)
    expect(readPathOf(steps)).toBe(path)
  })

  test('may have the annotations of OData without brackets', () => {
    expect(stepsOf('mediaConfig.@odata.type')).toEqual(['mediaConfig', '@odata.type'])
    expect(stepsOf('@odata.context')).toEqual(['@odata.context'])
  })

  test('shares what it has in common with others', () => {
    expect(readTreeOf(['a.b', 'a.c', 'd[]'])).toEqual({ a: { b: {}, c: {} }, d: { '[]': {} } })
  })

  test('changes no prototype, whatever its steps are called', () => {
    readTreeOf(['__proto__.polluted', 'constructor.prototype.polluted'])
    expect({}).not.toHaveProperty('polluted')
    expect('constructor' in readTreeOf(['a'])).toBe(false)
  })

  test('leads to what lies beyond it', () => {
    expect(leadsTo('a', 'a[].b')).toBe(true)
    expect(leadsTo('a.*', 'a.b')).toBe(true)
    expect(leadsTo('a.b', 'a')).toBe(false)
    expect(leadsTo('a', 'ab')).toBe(false)
  })

  test('ends where a body has a value', () => {
    expect(pathsIn({ a: { b: 1 }, c: [{ d: 1 }, { e: [] }], f: {} })).toEqual(['a.b', 'c[].d', 'c[].e', 'f'])
  })
})
