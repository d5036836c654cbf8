import { expect, test } from 'vitest'
import { callPaths, directionOf } from '../../src/lifecycle/paths.ts'
import {
  defaultPath,
  possiblePaths,
  statesToEnd,
  statesToHangUp,
} from '../../src/lifecycle/remaining-path.ts'
import { statesAfter } from '../../src/lifecycle/transitions.ts'
import { enumTypes } from '../../src/model/index.ts'

const states = enumTypes.callState.members
const unreachable = ['hold', 'unknownFutureValue']
const reachable = states.filter((state) => !unreachable.includes(state))

/** True if every state can follow the one before it. */
const isValid = (path: readonly (typeof states)[number][]) =>
  path.slice(1).every((state, index) => statesAfter(path[index] ?? 'hold').includes(state))

test.each(callPaths)('$outcome, $states is a possible path of a call in its first state', (path) => {
  const [state, ...ahead] = path.states
  const paths = possiblePaths({ state, direction: directionOf(path), kind: path.kind ?? 'group' })
  expect(paths).toContainEqual({ outcome: path.outcome, ahead, result: path.results[0] })
})

test.each(states)('all possible paths from %s are valid', (state) => {
  const directions = [undefined, 'incoming', 'outgoing'] as const
  for (const direction of directions) {
    for (const { ahead } of possiblePaths({ state, direction, kind: 'group' })) {
      expect(isValid([state, ...ahead])).toBe(true)
    }
  }
})

test('a path requires its direction and kind', () => {
  const outcomes = (direction: 'incoming' | 'outgoing', kind: 'group' | 'peer-to-peer') =>
    new Set(possiblePaths({ state: 'establishing', direction, kind }).map(({ outcome }) => outcome))
  expect(outcomes('outgoing', 'group')).toContain('failed-join')
  expect(outcomes('outgoing', 'group')).not.toContain('unanswered')
  expect(outcomes('outgoing', 'peer-to-peer')).toContain('unanswered')
  expect(outcomes('incoming', 'peer-to-peer')).not.toContain('unanswered')
})

test.each(reachable.filter((state) => state !== 'terminated'))(
  'the default path from %s starts with the default transition and ends the call',
  (state) => {
    const ahead = defaultPath({ state, direction: undefined, kind: 'peer-to-peer' })?.ahead
    expect(ahead?.[0]).toBe(statesAfter(state)[0])
    expect(ahead?.at(-1)).toBe('terminated')
  },
)

test.each(reachable)('the end is at most two valid transitions away from %s', (state) => {
  for (const steps of [statesToEnd(state) ?? [], statesToHangUp(state) ?? []]) {
    expect(isValid([state, ...steps])).toBe(true)
    expect([state, ...steps].at(-1)).toBe('terminated')
    expect(steps.length).toBeLessThan(3)
  }
})

test('hanging up goes through terminating if possible', () => {
  expect(statesToHangUp('establishing')).toEqual(['terminating', 'terminated'])
  expect(statesToEnd('establishing')).toEqual(['terminated'])
  expect(statesToHangUp('incoming')).toEqual(['terminated'])
})

test.each(unreachable)('%s has no paths', (state) => {
  const call = { state: states.find((each) => each === state), direction: undefined, kind: 'group' } as const
  expect([possiblePaths(call), defaultPath(call)]).toEqual([[], undefined])
  expect(call.state && [statesToEnd(call.state), statesToHangUp(call.state)]).toEqual([undefined, undefined])
})
