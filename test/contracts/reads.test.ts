import { type ReceivedCall, readCall, readStrictCall } from 'graph-call-testkit'
import { ReadsError, readsOf } from 'graph-call-testkit/contracts'
import { groupCall, peerToPeerCall } from 'graph-call-testkit/fixtures'
import { callSchema, strictCallSchema } from 'graph-call-testkit/schema'
import { describe, expect, test, vi } from 'vitest'
import * as z from 'zod'
import { isPrefixOf, leafPathsOf, readPathOf, readTreeOf, stepsOf } from '../../contracts/reads/read-paths.ts'
import { recordingView } from '../../contracts/reads/recording-view.ts'

/** Returns the result of `readStrictCall`, if the call is strict. */
function strictOrUndefined(call: ReceivedCall): ReceivedCall | undefined {
  try {
    return readStrictCall(call)
  } catch {
    return undefined
  }
}

function standardValue(call: ReceivedCall): ReceivedCall | undefined {
  const result = callSchema['~standard'].validate(call)
  return 'value' in result ? result.value : undefined
}

describe('readsOf', () => {
  test.each<[string, (call: ReceivedCall) => unknown, string[]]>([
    ['finds a property', (call) => call.state, ['state']],
    ['finds no reads if the function reads nothing', () => 'state', []],
    ['finds the longest path', (call) => call.source?.identity?.user?.id, ['source.identity.user.id']],
    ['finds a property that few fixtures have', (call) => call.toneInfo?.tone, ['toneInfo.tone']],
    [
      'finds the elements of a collection',
      (call) => call.targets?.map(({ identity }) => identity?.user?.id),
      ['targets[].identity.user.id'],
    ],
    [
      'finds one element of a collection',
      (call) => call.targets?.[0]?.identity?.user?.id,
      ['targets[].identity.user.id'],
    ],
    [
      'finds a collection of which only the length is read',
      (call) => call.targets?.length === 0,
      ['targets'],
    ],
    ['finds a key that is checked with the in operator', (call) => 'subject' in call, ['subject']],
    ['finds a spread of the call', (call) => ({ ...call }), ['*']],
    ['finds JSON.stringify of a part', (call) => JSON.stringify(call.chatInfo), ['chatInfo.*']],
    ['finds reads after await', async (call) => (await Promise.resolve(call)).direction, ['direction']],
    ['finds a key that is checked with hasOwn', (call) => Object.hasOwn(call, 'subject'), ['subject']],
    ['finds the rest of a destructured call', ({ state, ...rest }) => [state, rest], ['*']],
    [
      'finds the last element of a copied collection',
      (call) => [...(call.targets ?? [])].at(-1)?.hidden,
      ['targets[].hidden'],
    ],
    ['finds a name in brackets', (call) => call.mediaConfig?.['@odata.type'], ["mediaConfig['@odata.type']"]],
  ])('%s', async (_, read, paths) => {
    expect(await readsOf(read)).toEqual(paths)
  })

  test.each<[string, (call: ReceivedCall) => ReceivedCall | undefined]>([
    ['readCall', readCall],
    ['readStrictCall', (call) => strictOrUndefined(call)],
    ["callSchema['~standard'].validate", standardValue],
    ['callSchema.parse', (call) => callSchema.parse(call)],
    ['callSchema.safeParse', (call) => callSchema.safeParse(call).data],
    ['callSchema.validate', (call) => (callSchema.validate(call) ? call : undefined)],
    ['strictCallSchema.safeParse', (call) => strictCallSchema.safeParse(call).data],
    ['a schema that contains callSchema', (call) => z.object({ call: callSchema }).parse({ call }).call],
    ['readCall and callSchema.parse', (call) => callSchema.parse(readCall(call))],
  ])('ignores %s, and finds reads in its result', async (_, check) => {
    expect(await readsOf(check)).toEqual([])
    expect(await readsOf((call) => check(call)?.source?.identity?.user?.id)).toEqual([
      'source.identity.user.id',
    ])
  })
  test('ignores callSchema.parseAsync, and finds reads in its result', async () => {
    expect(await readsOf(async (call) => (await callSchema.parseAsync(call)).state)).toEqual(['state'])
  })
  test('ignores readCall of another copy of the package, and finds reads in its result', async () => {
    vi.resetModules()
    const copy = await import('graph-call-testkit')
    expect(copy.readCall).not.toBe(readCall)
    expect(await readsOf((call: ReceivedCall) => copy.readCall(call).state)).toEqual(['state'])
  })

  test('finds reads for states that no fixture has', async () => {
    const rare = (call: ReceivedCall) =>
      call.state === 'transferAccepted' && call.source?.identity?.guest ? call.tenantId : undefined
    expect(await readsOf(rare)).toEqual(['source.identity.guest', 'state', 'tenantId'])
  })

  describe('warns', () => {
    const warnings = async (read: (call: ReceivedCall) => unknown) => {
      const found: string[] = []
      const reads = await readsOf(read, { warn: (message) => found.push(message) })
      return { reads, found }
    }
    test('about a property that a call does not have, and leaves it out', async () => {
      expect(await warnings((call) => [call.state, Reflect.get(call, 'directon')])).toEqual({
        reads: ['state'],
        found: [expect.stringMatching(/^The function reads directon, .* Nearest: direction\.$/)],
      })
    })
    test('about an object that is read as a whole', async () => {
      expect(await warnings((call) => ({ ...call.chatInfo }))).toEqual({
        reads: ['chatInfo.*'],
        found: [expect.stringMatching(/^The function reads a whole object \(chatInfo\.\*\), so /)],
      })
    })
    test('about calls for which the function throws', async () => {
      const { reads, found } = await warnings((call) => {
        if (!call.chatInfo) throw new RangeError('no meeting')
        return call.state
      })
      expect(reads).toEqual(['chatInfo', 'state'])
      expect(found).toEqual([
        expect.stringMatching(/^The function throws for \d+ of \d+ calls, first for the /),
      ])
    })
  })
  test('throws ReadsError if the function throws for every call', async () => {
    const cause = new RangeError('broken')
    const failing = readsOf(() => {
      throw cause
    })
    await expect(failing).rejects.toThrow(ReadsError)
    await expect(failing).rejects.toMatchObject({
      cause,
      message: expect.stringMatching(/throws for every call/),
    })
  })

  test('returns sorted paths without duplicates', async () => {
    const reads = await readsOf((call) => [call.state, call.direction, call.state])
    expect(reads).toEqual(['direction', 'state'])
  })

  test('a recording view behaves like its value', () => {
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
  ])('%s is split into steps and formatted back', (path, steps) => {
    expect(stepsOf(path)).toEqual(steps)
    expect(readPathOf(steps)).toBe(path)
  })

  test('may have OData annotations without brackets', () => {
    expect(stepsOf('mediaConfig.@odata.type')).toEqual(['mediaConfig', '@odata.type'])
    expect(stepsOf('@odata.context')).toEqual(['@odata.context'])
  })

  test('shares its first steps with other paths in a tree', () => {
    const read = { isRead: true, next: {} }
    expect(readTreeOf(['a.b', 'a.c', 'd[]', 'd'])).toEqual({
      isRead: false,
      next: { a: { isRead: false, next: { b: read, c: read } }, d: { isRead: true, next: { '[]': read } } },
    })
  })

  test('does not change a prototype', () => {
    readTreeOf(['__proto__.polluted', 'constructor.prototype.polluted'])
    expect({}).not.toHaveProperty('polluted')
    expect('constructor' in readTreeOf(['a']).next).toBe(false)
  })

  test('is a prefix of longer paths', () => {
    expect(isPrefixOf('a', 'a[].b')).toBe(true)
    expect(isPrefixOf('a.*', 'a.b')).toBe(true)
    expect(isPrefixOf('a.b', 'a')).toBe(false)
    expect(isPrefixOf('a', 'ab')).toBe(false)
  })

  test('exists for each leaf of a body', () => {
    expect(leafPathsOf({ a: { b: 1 }, c: [{ d: 1 }, { e: [] }], f: {} })).toEqual([
      'a.b',
      'c[].d',
      'c[].e',
      'f',
    ])
  })
})
