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
const lost = ['hold', 'unknownFutureValue']
const known = states.filter((state) => !lost.includes(state))

/** Whether states follow each other, one step at a time. */
const isLegal = (way: readonly (typeof states)[number][]) =>
  way.slice(1).every((state, index) => statesAfter(way[index] ?? 'hold').includes(state))

test.each(callPaths)('$outcome, $states: it is the way of a call at its beginning', (course) => {
  const [state, ...ahead] = course.states
  const ways = possiblePaths({ state, direction: directionOf(course), kind: course.kind ?? 'group' })
  expect(ways).toContainEqual({ outcome: course.outcome, ahead, result: course.results[0] })
})

test.each(states)('all ways of a call that is %s are legal', (state) => {
  const calls = [undefined, 'incoming', 'outgoing'] as const
  for (const direction of calls) {
    for (const { ahead } of possiblePaths({ state, direction, kind: 'group' })) {
      expect(isLegal([state, ...ahead])).toBe(true)
    }
  }
})

test('only calls of its direction and kind take a course', () => {
  const outcomes = (direction: 'incoming' | 'outgoing', kind: 'group' | 'peer-to-peer') =>
    new Set(possiblePaths({ state: 'establishing', direction, kind }).map(({ outcome }) => outcome))
  expect(outcomes('outgoing', 'group')).toContain('failed-join')
  expect(outcomes('outgoing', 'group')).not.toContain('unanswered')
  expect(outcomes('outgoing', 'peer-to-peer')).toContain('unanswered')
  expect(outcomes('incoming', 'peer-to-peer')).not.toContain('unanswered')
})

test.each(known.filter((state) => state !== 'terminated'))(
  'a call that is %s and left alone goes to where the steps say',
  (state) => {
    const ahead = defaultPath({ state, direction: undefined, kind: 'peer-to-peer' })?.ahead
    expect(ahead?.[0]).toBe(statesAfter(state)[0])
    expect(ahead?.at(-1)).toBe('terminated')
  },
)

test.each(known)('from %s, the end is reached in few legal steps', (state) => {
  for (const steps of [statesToEnd(state) ?? [], statesToHangUp(state) ?? []]) {
    expect(isLegal([state, ...steps])).toBe(true)
    expect([state, ...steps].at(-1)).toBe('terminated')
    expect(steps.length).toBeLessThan(3)
  }
})

test('who hangs up sees it where that can be seen', () => {
  expect(statesToHangUp('establishing')).toEqual(['terminating', 'terminated'])
  expect(statesToEnd('establishing')).toEqual(['terminated'])
  expect(statesToHangUp('incoming')).toEqual(['terminated'])
})

test.each(lost)('no way leads on from %s', (state) => {
  const call = { state: states.find((each) => each === state), direction: undefined, kind: 'group' } as const
  expect([possiblePaths(call), defaultPath(call)]).toEqual([[], undefined])
  expect(call.state && [statesToEnd(call.state), statesToHangUp(call.state)]).toEqual([undefined, undefined])
})
