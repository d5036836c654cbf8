import fc from 'fast-check'
import type { Call } from 'graph-call-testkit'
import {
  anyCall,
  anyCallLifecycle,
  anyCallNotifications,
  anyGroupCall,
  GeneratorOptionError,
} from 'graph-call-testkit/generators'
import { strictCallSchema } from 'graph-call-testkit/schema'
import { describe, expect, test } from 'vitest'
import { isLifecycle } from './valid-lifecycle.ts'
import { areNotifications } from './valid-notifications.ts'

const seed = { seed: 42, numRuns: 200 }
const tenantId = fc.constantFrom('contoso', 'fabrikam')
const note = fc.string({ minLength: 1, maxLength: 5 }).map((text) => `note ${text}`)

test('an override can be a string, a number, a boolean or null', () => {
  const callbackUri = 'https://bot.contoso.com/api/calls'
  const calls = anyCall({
    with: { callbackUri, subject: null, source: { region: 'emea' }, toneInfo: { sequenceId: 7 } },
  })
  fc.assert(
    fc.property(calls, (call) => {
      expect(call).toMatchObject({ callbackUri, subject: null, source: { region: 'emea' } })
      expect(call.toneInfo?.sequenceId).toBe(7)
      strictCallSchema.parse(call)
    }),
    seed,
  )
})

describe('the option with of anyCallLifecycle', () => {
  test('gives all snapshots the same value, and keeps them a lifecycle', () => {
    const lifecycles = anyCallLifecycle({ with: { subject: note, source: { region: tenantId } } })
    fc.assert(
      fc.property(lifecycles, (lifecycle) => {
        const [first] = lifecycle.snapshots
        expect(first?.subject).toMatch(/^note /)
        expect(['contoso', 'fabrikam']).toContain(first?.source.region)
        for (const { subject, source } of lifecycle.snapshots) {
          expect(subject).toBe(first?.subject)
          expect(source.region).toBe(first?.source.region)
        }
        expect(isLifecycle(lifecycle)).toBe(true)
      }),
      seed,
    )
  })

  test('gives a result only to the last snapshot, and a tone only to a call that was answered', () => {
    const lifecycles = anyCallLifecycle({
      with: { resultInfo: { message: note }, toneInfo: { tone: fc.constant('pound') } },
    })
    fc.assert(
      fc.property(lifecycles, ({ snapshots }) => {
        const answered = snapshots.findIndex(({ state }) => state === 'established')
        expect(snapshots.map(({ resultInfo }) => Boolean(resultInfo))).toEqual(
          snapshots.map((_, index) => index === snapshots.length - 1),
        )
        expect(snapshots.at(-1)?.resultInfo?.message).toMatch(/^note /)
        const tones = snapshots.map(({ toneInfo }) => toneInfo?.tone)
        expect(tones.slice(0, answered).every((tone) => tone === undefined)).toBe(true)
        expect(tones).toContain('pound')
      }),
      seed,
    )
  })

  test('gives snapshots values that share no objects', () => {
    const resultInfo = fc.constant({ code: 200, subcode: 7000 })
    const requestedModalities = fc.array(fc.constantFrom('audio', 'video' as const))
    fc.assert(
      fc.property(anyCallLifecycle({ with: { requestedModalities, resultInfo } }), ({ snapshots }) => {
        const lists = snapshots.map((call) => call.requestedModalities)
        expect(new Set(lists).size).toBe(snapshots.length)
      }),
      seed,
    )
  })

  test('shrinks together with the lifecycle', () => {
    const lifecycles = anyCallLifecycle({ with: { ringingTimeoutInSeconds: fc.nat() } })
    const { counterexample } = fc.check(
      fc.property(lifecycles, ({ snapshots }) =>
        snapshots.every((call) => (call.ringingTimeoutInSeconds ?? 0) < 17),
      ),
      { seed: 42 },
    )
    const [lifecycle] = counterexample ?? []
    expect(new Set(lifecycle?.snapshots.map((call) => call.ringingTimeoutInSeconds))).toEqual(new Set([17]))
    expect(lifecycle?.outcome).toBe('answered')
  })
})

describe('the option with of anyCallNotifications', () => {
  test('changes the snapshots, and the posts about them', () => {
    const callChainId = fc.constantFrom('chain-1', 'chain-2')
    const notified = anyCallNotifications({ with: { callChainId, subject: note } })
    fc.assert(
      fc.property(notified, (value) => {
        const [{ callChainId: chain, subject } = { callChainId: '', subject: '' }] = value.snapshots
        expect(areNotifications(value)).toBe(true)
        expect(subject).toMatch(/^note /)
        for (const { resourceData } of value.posts.flatMap((post) => post.value)) {
          expect(resourceData).toHaveProperty('callChainId', chain)
          if (resourceData && 'subject' in resourceData) expect(resourceData.subject).toBe(subject)
        }
      }),
      seed,
    )
  })

  test('generates the values of the other options without overrides', () => {
    const options = { direction: 'incoming', outcome: 'hung-up', repeated: false } as const
    const samples = [{}, { with: {} }].map((more) =>
      fc.sample(anyCallNotifications({ ...options, ...more }), { seed: 1, numRuns: 20 }),
    )
    expect(samples[0]?.map(({ outcome }) => outcome)).toEqual(samples[1]?.map(({ outcome }) => outcome))
  })
})

test('an override of a rare object applies to every call', () => {
  const overrides = { toneInfo: { tone: fc.constant('star') }, answeredBy: { region: fc.constant('emea') } }
  for (const call of fc.sample<Call>(anyCall({ with: overrides as never }), { seed: 42, numRuns: 100 })) {
    expect([call.toneInfo?.tone, call.answeredBy?.region]).toEqual(['star', 'emea'])
  }
})

test.each([
  ['the token of a meeting', { meetingInfo: { token: fc.constant('T') } }],
  ['the blob of a bot that hosts the media', { mediaConfig: { blob: fc.constant('B') } }],
  ['the property of a set of calls', { source: { identity: { assertedIdentity: fc.constant(null) } } }],
] as const)('%s applies to the calls whose type has it, which stay valid', (_, overrides) => {
  for (const call of fc.sample<Call>(anyCall({ with: overrides }), seed)) {
    expect(strictCallSchema.safeParse(call).error).toBeUndefined()
  }
})

describe('rejects an override when the arbitrary is created', () => {
  const constant = fc.constant('x')
  test.each<[string, () => unknown, string, string]>([
    [
      'of an object that no such call has',
      () => anyCall({ kind: 'peer-to-peer', with: { chatInfo: { threadId: constant } } } as never),
      'with.chatInfo.threadId',
      'with.chatInfo.threadId applies to no call.',
    ],
    [
      'of an object that calls in this state do not have',
      () => anyCall({ state: 'incoming', with: { toneInfo: { tone: constant } } } as never),
      'with.toneInfo.tone',
      'applies to no call',
    ],
    [
      'of the items of a list',
      () => anyCall({ with: { targets: { x: constant } } } as never),
      'with.targets.x',
      'with.targets.x applies to no call.',
    ],
    [
      'of two objects that no call has together',
      () =>
        anyCallLifecycle({
          outcome: ['rejected', 'answered'],
          with: { resultInfo: { message: constant }, answeredBy: { region: constant } },
        }),
      'with.resultInfo.message and with.answeredBy.region',
      'never apply to the same call',
    ],
    [
      'with a misspelled name',
      () => anyCall({ with: { subjet: constant } } as never),
      'with.subjet',
      "Unknown option 'with.subjet'. Nearest: 'with.subject'.",
    ],
    [
      'with a misspelled name in a nested object',
      () => anyGroupCall({ with: { chatInfo: { treadId: constant } } } as never),
      'with.chatInfo.treadId',
      "Nearest: 'with.chatInfo.threadId'",
    ],
    [
      'with a misspelled name of a nested object',
      () => anyCall({ with: { source: { identity: { usr: { displayName: constant } } } } } as never),
      'with.source.identity.usr',
      "Nearest: 'with.source.identity.user'",
    ],
    [
      'of a property that no such object has',
      () => anyCall({ meeting: 'organizer', with: { meetingInfo: { token: constant } } } as never),
      'with.meetingInfo.token',
      "Unknown option 'with.meetingInfo.token'",
    ],
    [
      'that is an array instead of an arbitrary',
      () => anyCall({ with: { requestedModalities: ['audio'] } } as never),
      'with.requestedModalities',
      "Invalid with.requestedModalities: ['audio']. Expected an arbitrary, such as fc.constant(value).",
    ],
    [
      'of the state of a lifecycle',
      () => anyCallLifecycle({ with: { state: constant } } as never),
      'with.state',
      'the option outcome instead',
    ],
    [
      'of the direction of notifications',
      () => anyCallNotifications({ with: { direction: constant } } as never),
      'with.direction',
      'the option direction instead',
    ],
    [
      'of the result of a call that continues',
      () => anyCallLifecycle({ outcome: 'answered', with: { resultInfo: { message: constant } } }),
      'with.resultInfo.message',
      'applies to no call',
    ],
    [
      'of the tone of a call that was rejected',
      () => anyCallLifecycle({ outcome: 'rejected', with: { toneInfo: fc.constant(null) } }),
      'with.toneInfo',
      'applies to no call',
    ],
  ])('%s', (_, create, option, message) => {
    expect(create).toThrow(GeneratorOptionError)
    expect(create).toThrow(expect.objectContaining({ option, message: expect.stringContaining(message) }))
  })
})
