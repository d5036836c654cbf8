import fc, { type Arbitrary } from 'fast-check'
import type { Call } from 'graph-call-testkit'
import {
  anyCall,
  anyCallError,
  anyGroupCall,
  anyIdentitySet,
  anyMediaConfig,
  anyMeetingInfo,
  anyParticipant,
  anyPeerToPeerCall,
  GeneratorOptionError,
} from 'graph-call-testkit/generators'
import { strictCallSchema } from 'graph-call-testkit/schema'
import { describe, expect, test } from 'vitest'

const sample = <T>(arbitrary: Arbitrary<T>) => fc.sample(arbitrary, { seed: 42, numRuns: 500 })
const valuesIn = (calls: Arbitrary<Call>, read: (call: Call) => string | undefined) =>
  new Set(sample(calls).map(read))

describe('each option narrows the calls', () => {
  test('kind', () => {
    expect(valuesIn(anyCall({ kind: 'group' }), ({ chatInfo }) => typeof chatInfo)).toEqual(
      new Set(['object']),
    )
    expect(
      valuesIn(anyCall({ kind: ['group', 'peer-to-peer'] }), ({ chatInfo }) => String(!chatInfo)).size,
    ).toBe(2)
  })

  test('state', () => {
    const states = ['hold', 'transferring'] as const
    expect(valuesIn(anyCall({ state: states }), ({ state }) => state)).toEqual(new Set(states))
    expect(valuesIn(anyCall({ state: 'unknownFutureValue' }), ({ state }) => state)).toEqual(
      new Set(['unknownFutureValue']),
    )
  })

  test('direction', () => {
    expect(valuesIn(anyCall({ direction: 'incoming' }), ({ direction }) => direction)).toEqual(
      new Set(['incoming']),
    )
  })

  test('media', () => {
    const tag = ({ mediaConfig }: Call) => mediaConfig?.['@odata.type']
    expect(valuesIn(anyCall({ media: 'app-hosted' }), tag)).toEqual(
      new Set(['#microsoft.graph.appHostedMediaConfig']),
    )
    expect(valuesIn(anyCall({ media: 'none' }), tag)).toEqual(new Set([undefined]))
    expect(valuesIn(anyCall({ media: ['service-hosted', 'none'] }), tag)).toEqual(
      new Set(['#microsoft.graph.serviceHostedMediaConfig', undefined]),
    )
  })

  test('meeting, which also determines the kind', () => {
    const tag = ({ meetingInfo }: Call) => meetingInfo?.['@odata.type']
    expect(valuesIn(anyCall({ meeting: 'token' }), tag)).toEqual(
      new Set(['#microsoft.graph.tokenMeetingInfo']),
    )
    expect(valuesIn(anyCall({ meeting: 'none' }), tag)).toEqual(new Set([undefined]))
  })

  test('identity of the caller or of the targets', () => {
    const withPhones = anyCall({ identity: 'phone', kind: 'peer-to-peer' })
    for (const { direction, source, targets } of sample(withPhones)) {
      const others = direction === 'incoming' ? [source] : targets
      expect(others.every(({ identity }) => identity.phone)).toBe(true)
    }
  })

  test('nulls', () => {
    expect(JSON.stringify(sample(anyCall({ nulls: 'absent' })))).not.toContain('null,')
    for (const call of sample(anyCall({ nulls: 'present' }))) {
      expect(call).toHaveProperty('subject')
      expect(call).toHaveProperty(['source', 'region'])
    }
  })

  test('unknownFutureValue', () => {
    const count = (calls: Arbitrary<Call>) =>
      sample(calls).filter((call) => JSON.stringify(call).includes('"unknownFutureValue"')).length
    expect(count(anyCall({ unknownFutureValue: false }))).toBe(0)
    expect(count(anyCall())).toBeGreaterThan(20)
    expect(count(anyCall({ unknownFutureValue: true }))).toBeGreaterThan(2 * count(anyCall()))
  })

  test('size, as in fast-check, with baseSize of the global options', () => {
    const longest = (calls: Arbitrary<Call>) =>
      Math.max(...fc.sample(calls, { seed: 42, numRuns: 300 }).map(({ targets }) => targets?.length ?? 0))
    expect(longest(anyCall({ size: 'xsmall' }))).toBe(2)
    expect(longest(anyCall())).toBeGreaterThan(4)
    expect(longest(anyCall())).toBeLessThanOrEqual(11)
    expect(longest(anyCall({ size: 'medium' }))).toBeGreaterThan(20)
    expect(longest(anyCall({ size: '+1' }))).toBe(longest(anyCall({ size: 'medium' })))
    const before = fc.readConfigureGlobal()
    try {
      fc.configureGlobal({ ...before, baseSize: 'medium' })
      expect(longest(anyCall())).toBe(longest(anyCall({ size: 'medium' })))
      expect(longest(anyCall({ size: '-1' }))).toBe(longest(anyCall({ size: 'small' })))
    } finally {
      fc.configureGlobal(before)
    }
  })

  test('texts in a long list are short, so that a call of the largest size has a few megabytes', () => {
    for (const call of fc.sample(anyCall({ size: 'max' }), { seed: 42, numRuns: 30 })) {
      expect(JSON.stringify(call).length).toBeLessThan(10_000_000)
    }
  })

  test('the first runs prefer short lists, and unbiased runs do not', () => {
    const long = (unbiased: boolean) =>
      Array.from({ length: 300 }, (_, seed) => fc.sample(anyPeerToPeerCall(), { seed, numRuns: 3, unbiased }))
        .flat()
        .filter(({ targets }) => targets.length > 3).length
    expect(long(true)).toBeGreaterThan(1.3 * long(false))
    expect(long(false)).toBeGreaterThan(0)
  })

  test('options of the other arbitraries', () => {
    expect(sample(anyIdentitySet({ identity: 'guest' })).every(({ guest }) => guest)).toBe(true)
    expect(sample(anyParticipant({ identity: 'device' })).every(({ info }) => info.identity.device)).toBe(
      true,
    )
    expect(
      sample(anyMediaConfig({ media: 'app-hosted' })).every((config) => !('preFetchMedia' in config)),
    ).toBe(true)
    expect(sample(anyMeetingInfo({ meeting: 'token' })).every(({ token }) => typeof token === 'string')).toBe(
      true,
    )
    expect(new Set(sample(anyCallError({ status: [403, 429] })).map(({ status }) => status))).toEqual(
      new Set([403, 429]),
    )
  })

  test.each([
    anyCall({ state: ['incoming', 'established'], direction: 'outgoing' }),
    anyPeerToPeerCall({ state: 'terminated', identity: ['phone', 'guest'], nulls: 'present' }),
    anyGroupCall({ meeting: ['organizer', 'token'], unknownFutureValue: true, nulls: 'absent' }),
  ])('combined options generate valid calls', (calls) => {
    expect(sample<Call>(calls).filter((call) => !strictCallSchema.safeParse(call).success)).toEqual([])
  })
})

describe('the option with', () => {
  const tenantId = fc.constantFrom('contoso', 'fabrikam')

  test('replaces values at any depth and keeps the rest', () => {
    const calls = anyCall({ with: { tenantId, source: { region: fc.constant('emea') } } })
    for (const call of sample(calls)) {
      expect(['contoso', 'fabrikam']).toContain(call.tenantId)
      expect(call.source.region).toBe('emea')
      expect(call.source.identity).toBeTypeOf('object')
    }
  })

  test('applies to every call: all have the object that it changes', () => {
    const calls = anyCall({ state: 'terminated', with: { toneInfo: { tone: fc.constant('star') } } })
    expect(new Set(sample(calls).map(({ toneInfo }) => toneInfo?.tone))).toEqual(new Set(['star']))
  })

  test('shrinks the call and the overrides', () => {
    const calls = anyCall({
      with: { subject: fc.string({ minLength: 1 }), ringingTimeoutInSeconds: fc.nat() },
    })
    const { counterexample } = fc.check(
      fc.property(calls, ({ ringingTimeoutInSeconds }) => ringingTimeoutInSeconds < 17),
      { seed: 42 },
    )
    const simplest = fc.check(fc.property(anyCall(), (_call) => false)).counterexample?.[0]
    expect(counterexample?.[0]).toEqual({ ...simplest, subject: ' ', ringingTimeoutInSeconds: 17 })
  })

  test('removes a property if its value is undefined', () => {
    const calls = anyCall({
      with: { subject: fc.option(fc.constant('Standup'), { nil: undefined }) as never },
    })
    expect(new Set(sample<Call>(calls).map((call) => 'subject' in call))).toEqual(new Set([true, false]))
  })
})

describe('rejects invalid options when the arbitrary is created', () => {
  test.each([
    [
      'a group call without a meeting',
      () => anyCall({ kind: 'group', meeting: 'none' }),
      'meeting',
      "Expected one of: 'organizer', 'token', 'join-meeting-id'.",
    ],
    [
      'a peer-to-peer call with a meeting',
      () => anyCall({ kind: 'peer-to-peer', meeting: 'token' }),
      'meeting',
      "Expected 'none'.",
    ],
    [
      'an outgoing call in the state incoming',
      () => anyCall({ state: 'incoming', direction: 'outgoing' }),
      'direction',
      "Expected 'incoming'.",
    ],
    [
      'an unknown state',
      () => anyCall({ state: 'ringing' as never }),
      'state',
      "Expected one of: 'established'",
    ],
    [
      'an unknown state in a list',
      () => anyCall({ state: ['hold', 'ringing' as never] }),
      'state',
      "Expected one of: 'established'",
    ],
    ['an empty list of states', () => anyCall({ state: [] }), 'state', "Expected one of: 'established'"],
    [
      'an unknown option',
      () => anyCall({ stat: 'hold' } as never),
      'stat',
      "Expected one of: 'kind', 'state'",
    ],
    [
      'an unknown value of nulls',
      () => anyCall({ nulls: 'some' as never }),
      'nulls',
      "Expected one of: 'mixed', 'present', 'absent'.",
    ],
    [
      'an unknown kind of identity',
      () => anyIdentitySet({ identity: 'robot' as never }),
      'identity',
      "Expected one of: 'user'",
    ],
    [
      'a status that was not observed',
      () => anyCallError({ status: 418 as never }),
      'status',
      'Expected one of: 404',
    ],
  ])('%s', (_, build, option, allowed) => {
    expect(build).toThrow(GeneratorOptionError)
    expect(build).toThrow(expect.objectContaining({ option, message: expect.stringContaining(allowed) }))
  })

  test('the message has the option, its value and the accepted values', () => {
    expect(() => anyCall({ kind: 'group', meeting: 'none' })).toThrow(
      "Invalid meeting: 'none' with kind: 'group'. Expected one of: 'organizer', 'token', 'join-meeting-id'.",
    )
  })
})
