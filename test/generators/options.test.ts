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
const seen = (calls: Arbitrary<Call>, what: (call: Call) => string | undefined) =>
  new Set(sample(calls).map(what))

describe('each option narrows the calls to what it says', () => {
  test('kind', () => {
    expect(seen(anyCall({ kind: 'group' }), ({ chatInfo }) => typeof chatInfo)).toEqual(new Set(['object']))
    expect(seen(anyCall({ kind: ['group', 'peer-to-peer'] }), ({ chatInfo }) => String(!chatInfo)).size).toBe(
      2,
    )
  })

  test('state', () => {
    const states = ['hold', 'transferring'] as const
    expect(seen(anyCall({ state: states }), ({ state }) => state)).toEqual(new Set(states))
    expect(seen(anyCall({ state: 'unknownFutureValue' }), ({ state }) => state)).toEqual(
      new Set(['unknownFutureValue']),
    )
  })

  test('direction', () => {
    expect(seen(anyCall({ direction: 'incoming' }), ({ direction }) => direction)).toEqual(
      new Set(['incoming']),
    )
  })

  test('media', () => {
    const tag = ({ mediaConfig }: Call) => mediaConfig?.['@odata.type']
    expect(seen(anyCall({ media: 'app-hosted' }), tag)).toEqual(
      new Set(['#microsoft.graph.appHostedMediaConfig']),
    )
    expect(seen(anyCall({ media: 'none' }), tag)).toEqual(new Set([undefined]))
    expect(seen(anyCall({ media: ['service-hosted', 'none'] }), tag)).toEqual(
      new Set(['#microsoft.graph.serviceHostedMediaConfig', undefined]),
    )
  })

  test('meeting, and with it the kind', () => {
    const tag = ({ meetingInfo }: Call) => meetingInfo?.['@odata.type']
    expect(seen(anyCall({ meeting: 'token' }), tag)).toEqual(new Set(['#microsoft.graph.tokenMeetingInfo']))
    expect(seen(anyCall({ meeting: 'none' }), tag)).toEqual(new Set([undefined]))
  })

  test('identity: who calls the bot, and whom it calls', () => {
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

  test('of the smaller ones too', () => {
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
  ])('together, in valid calls', (calls) => {
    expect(sample<Call>(calls).filter((call) => !strictCallSchema.safeParse(call).success)).toEqual([])
  })
})

describe('with', () => {
  const tenantId = fc.constantFrom('contoso', 'fabrikam')

  test('puts values of the user in, at any depth, and leaves the rest', () => {
    const calls = anyCall({ with: { tenantId, source: { region: fc.constant('emea') } } })
    for (const call of sample(calls)) {
      expect(['contoso', 'fabrikam']).toContain(call.tenantId)
      expect(call.source.region).toBe('emea')
      expect(call.source.identity).toBeTypeOf('object')
    }
  })

  test('makes no object that is not there', () => {
    const calls = anyCall({ state: 'terminated', with: { toneInfo: { tone: fc.constant('star') } } })
    const tones = sample(calls).map(({ toneInfo }) => toneInfo)
    expect(new Set(tones.map((info) => info?.tone))).toEqual(new Set(['star', undefined]))
    expect(tones).toContain(null)
  })

  test('shrinks both: to the simplest call with the simplest value that fails', () => {
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

  test('takes a property away where a value is undefined', () => {
    const calls = anyCall({
      with: { subject: fc.option(fc.constant('Standup'), { nil: undefined }) as never },
    })
    expect(new Set(sample<Call>(calls).map((call) => 'subject' in call))).toEqual(new Set([true, false]))
  })
})

describe('options that ask for what there is not are refused when the arbitrary is built', () => {
  test.each([
    [
      'a group call without a meeting',
      () => anyCall({ kind: 'group', meeting: 'none' }),
      'meeting',
      "'organizer', 'token', 'join-meeting-id'",
    ],
    [
      'a peer-to-peer call with one',
      () => anyCall({ kind: 'peer-to-peer', meeting: 'token' }),
      'meeting',
      "'none'",
    ],
    [
      'an outgoing call that is incoming',
      () => anyCall({ state: 'incoming', direction: 'outgoing' }),
      'direction',
      "'incoming'",
    ],
    ['a state that there is not', () => anyCall({ state: 'ringing' as never }), 'state', "'established'"],
    [
      'one such state among others',
      () => anyCall({ state: ['hold', 'ringing' as never] }),
      'state',
      "'established'",
    ],
    ['no state at all', () => anyCall({ state: [] }), 'state', "'established'"],
    ['an option that there is not', () => anyCall({ stat: 'hold' } as never), 'stat', "'kind', 'state'"],
    [
      'nulls of a kind that there is not',
      () => anyCall({ nulls: 'some' as never }),
      'nulls',
      "'mixed', 'present', 'absent'",
    ],
    [
      'an identity that there is not',
      () => anyIdentitySet({ identity: 'robot' as never }),
      'identity',
      "'user'",
    ],
    ['a status that nobody saw', () => anyCallError({ status: 418 as never }), 'status', '404'],
  ])('%s', (_, build, option, allowed) => {
    expect(build).toThrow(GeneratorOptionError)
    expect(build).toThrow(
      expect.objectContaining({ option, message: expect.stringContaining(`Allowed: ${allowed}`) }),
    )
  })

  test('the message says what was asked for', () => {
    expect(() => anyCall({ kind: 'group', meeting: 'none' })).toThrow(
      "No call has meeting: 'none' with kind: 'group'. Allowed: 'organizer', 'token', 'join-meeting-id'.",
    )
  })
})
