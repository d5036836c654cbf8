import fc from 'fast-check'
import type { Call } from 'graph-call-testkit'
import { fixtures, groupCall, peerToPeerCall } from 'graph-call-testkit/fixtures'
import {
  anyCall,
  anyGroupCall,
  anyMediaConfig,
  anyParticipant,
  anyPeerToPeerCall,
} from 'graph-call-testkit/generators'
import { strictCallSchema } from 'graph-call-testkit/schema'
import { describe, expect, test } from 'vitest'
import { arbitraries } from './arbitraries.ts'

const strictCalls = Object.values(fixtures).flatMap(({ name, body }) =>
  strictCallSchema.safeParse(body).success ? [[name, body as Call] as const] : [],
)

describe.each(strictCalls)('the fixture %s as an example', (_name, call) => {
  test('shrinks to smaller calls that the strict schema accepts', () => {
    const calls = anyCall({ unknownFutureValue: true })
    expect(calls.canShrinkWithoutContext(call)).toBe(true)
    const shrunk = [...calls.shrink(structuredClone(call), undefined)].map(({ value }) => value)
    for (const each of shrunk) {
      expect(strictCallSchema.safeParse(each).success).toBe(true)
      expect(JSON.stringify(each).length).toBeLessThan(JSON.stringify(call).length)
    }
  })

  test('shrinks to what the failure needs', () => {
    const subject = 'First line\nSecond line'
    const { counterexample, numShrinks } = fc.check(
      fc.property(anyCall({ unknownFutureValue: true }), (each) => each.subject !== subject),
      { examples: [[{ ...structuredClone(call), subject }]], numRuns: 1 },
    )
    expect(numShrinks).toBeGreaterThan(0)
    const [smallest] = counterexample ?? []
    expect(smallest).toMatchObject({ subject, state: call.state, direction: call.direction })
    expect(smallest?.callRoutes).toBeUndefined()
    expect(smallest?.callChainId).toBeUndefined()
  })
})

test('an example shrinks only if the options allow it', () => {
  expect(anyCall({ state: 'establishing' }).canShrinkWithoutContext(peerToPeerCall())).toBe(false)
  expect(anyCall({ state: 'established' }).canShrinkWithoutContext(peerToPeerCall())).toBe(true)
  expect(anyGroupCall().canShrinkWithoutContext(peerToPeerCall())).toBe(false)
  expect(anyPeerToPeerCall().canShrinkWithoutContext(groupCall())).toBe(false)
  expect(anyCall({ nulls: 'present' }).canShrinkWithoutContext(peerToPeerCall())).toBe(false)
  expect(anyMediaConfig().canShrinkWithoutContext(peerToPeerCall().mediaConfig)).toBe(true)
})

test.each([undefined, null, 5, 'call', [], {}, { state: 'established' }, { ...peerToPeerCall(), extra: 1 }])(
  'a value that is not a valid call does not shrink: %j',
  (value) => {
    expect(anyCall().canShrinkWithoutContext(value)).toBe(false)
    expect([...anyCall().shrink(value as never, undefined)]).toEqual([])
  },
)

test('an identity set of an example keeps its identity', () => {
  const participant = {
    id: '1',
    info: { identity: { user: { id: '2', displayName: 'Mira' } } },
    isMuted: true,
    isInLobby: false,
  }
  const shrunk = [...anyParticipant().shrink(participant as never, undefined)].map(({ value }) => value)
  expect(shrunk.length).toBeGreaterThan(0)
  for (const { info } of shrunk) expect(info.identity).toHaveProperty('user')
})

test('values of every arbitrary of a type in the model shrink without their context', () => {
  const shrinkable = arbitraries.filter(({ arbitrary }) =>
    fc
      .sample(arbitrary, { seed: 42, numRuns: 50 })
      .every((value) => arbitrary.canShrinkWithoutContext(value)),
  )
  expect(shrinkable.map(({ name }) => name).sort()).toEqual([
    'anyCall',
    'anyGroupCall',
    'anyIdentitySet',
    'anyInvitationParticipantInfo',
    'anyMediaConfig',
    'anyMeetingInfo',
    'anyParticipant',
    'anyParticipantInfo',
    'anyPeerToPeerCall',
  ])
})

test('map with an unmapper shrinks examples', () => {
  const wrapped = anyCall().map(
    (call) => ({ call }),
    (value) => Object(value).call,
  )
  const { counterexample, numShrinks } = fc.check(
    fc.property(wrapped, ({ call }) => call.targets === undefined),
    { examples: [[{ call: peerToPeerCall() }]], numRuns: 1 },
  )
  expect(numShrinks).toBeGreaterThan(0)
  expect(counterexample?.[0].call.mediaConfig).toBeUndefined()
})

test('an example of an arbitrary with overrides shrinks, and keeps the overridden value', () => {
  const calls = anyCall({ with: { subject: fc.constantFrom('Standup', 'Retro') } })
  const { counterexample, numShrinks } = fc.check(
    fc.property(calls, ({ targets }) => targets === undefined),
    { examples: [[peerToPeerCall({ subject: 'Standup' }) as never]], numRuns: 1 },
  )
  expect(numShrinks).toBeGreaterThan(0)
  expect(counterexample?.[0].subject).toBe('Standup')
  expect(calls.canShrinkWithoutContext(peerToPeerCall({ subject: 'Other' }))).toBe(false)
})
