import { type ReceivedCall, readCall } from 'graph-call-testkit'
import { ReadsError, readsOf } from 'graph-call-testkit/contracts'
import { groupCall, peerToPeerCall } from 'graph-call-testkit/fixtures'
import { callSchema, strictCallSchema } from 'graph-call-testkit/schema'
import { describe, expect, test, vi } from 'vitest'
import * as z from 'zod'
import { isPrefixOf, leafPathsOf, readPathOf, readTreeOf, stepsOf } from '../../contracts/reads/read-paths.ts'
import { recordingView } from '../../contracts/reads/recording-view.ts'

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
    ['whether a key is its own', (call) => Object.hasOwn(call, 'subject'), ['subject']],
    ['the rest of a call', ({ state, ...rest }) => [state, rest], ['*']],
    [
      'the last of a copied collection',
      (call) => [...(call.targets ?? [])].at(-1)?.hidden,
      ['targets[].hidden'],
    ],
    ['a name in brackets', (call) => call.mediaConfig?.['@odata.type'], ["mediaConfig['@odata.type']"]],
  ])('%s', async (_, read, paths) => {
    expect(await readsOf(read)).toEqual(paths)
  })

  test.each<[string, (call: ReceivedCall) => ReceivedCall | undefined]>([
    ['readCall', readCall],
    ['callSchema.parse', (call) => callSchema.parse(call)],
    ['callSchema.safeParse', (call) => callSchema.safeParse(call).data],
    ['callSchema.validate', (call) => (callSchema.validate(call) ? call : undefined)],
    ['strictCallSchema.safeParse', (call) => strictCallSchema.safeParse(call).data],
    ['a schema around it', (call) => z.object({ call: callSchema }).parse({ call }).call],
    ['both', (call) => callSchema.parse(readCall(call))],
  ])('are not what %s checks, but what is read after it', async (_, check) => {
    expect(await readsOf(check)).toEqual([])
    expect(await readsOf((call) => check(call)?.source?.identity?.user?.id)).toEqual([
      'source.identity.user.id',
    ])
  })
  test('are not what parseAsync checks', async () => {
    expect(await readsOf(async (call) => (await callSchema.parseAsync(call)).state)).toEqual(['state'])
  })
  test('are found too where another copy of the package checks', async () => {
    vi.resetModules()
    const copy = await import('graph-call-testkit')
    expect(copy.readCall).not.toBe(readCall)
    expect(await readsOf((call: ReceivedCall) => copy.readCall(call).state)).toEqual(['state'])
  })

  test('are found in calls that no fixture shows', async () => {
    const rare = (call: ReceivedCall) =>
      call.state === 'transferAccepted' && call.source?.identity?.guest ? call.tenantId : undefined
    expect(await readsOf(rare)).toEqual(['source.identity.guest', 'state', 'tenantId'])
  })

  describe('warn', () => {
    const warnings = async (read: (call: ReceivedCall) => unknown) => {
      const found: string[] = []
      const reads = await readsOf(read, { warn: (message) => found.push(message) })
      return { reads, found }
    }
    test('of what no call has, and leave it out', async () => {
      expect(await warnings((call) => [call.state, Reflect.get(call, 'directon')])).toEqual({
        reads: ['state'],
        found: [expect.stringMatching(/^The function reads directon, .* Nearest: direction\.$/)],
      })
    })
    test('of a place that is read whole', async () => {
      expect(await warnings((call) => ({ ...call.chatInfo }))).toEqual({
        reads: ['chatInfo.*'],
        found: [expect.stringMatching(/^The function reads everything here: chatInfo\.\*\. /)],
      })
    })
    test('of calls on which the function throws', async () => {
      const { reads, found } = await warnings((call) => {
        if (!call.chatInfo) throw new RangeError('no meeting')
        return call.state
      })
      expect(reads).toEqual(['chatInfo', 'state'])
      expect(found).toEqual([
        expect.stringMatching(/^The function throws on \d+ of \d+ calls, first on the /),
      ])
    })
  })
  test('cannot be found where the function throws on every call', async () => {
    const cause = new RangeError('broken')
    const failing = readsOf(() => {
      throw cause
    })
    await expect(failing).rejects.toThrow(ReadsError)
    await expect(failing).rejects.toMatchObject({
      cause,
      message: expect.stringMatching(/throws on every call/),
    })
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
    expect(isPrefixOf('a', 'a[].b')).toBe(true)
    expect(isPrefixOf('a.*', 'a.b')).toBe(true)
    expect(isPrefixOf('a.b', 'a')).toBe(false)
    expect(isPrefixOf('a', 'ab')).toBe(false)
  })

  test('ends where a body has a value', () => {
    expect(leafPathsOf({ a: { b: 1 }, c: [{ d: 1 }, { e: [] }], f: {} })).toEqual(['a.b', 'c[].d', 'c[].e', 'f'])
  })
})
