import { expect, test } from 'vitest'
import { courses, directionOf } from '../../src/lifecycle/courses.ts'
import { statesAfter } from '../../src/lifecycle/steps.ts'
import { stepsOfHangUp, stepsToEnd, wayLeftAlone, waysFrom } from '../../src/lifecycle/ways.ts'
import { enumTypes } from '../../src/schema/description/index.ts'

const states = enumTypes.callState.members
const lost = ['hold', 'unknownFutureValue']
const known = states.filter((state) => !lost.includes(state))

/** Whether states follow each other, one step at a time. */
const isLegal = (way: readonly (typeof states)[number][]) =>
  way.slice(1).every((state, index) => statesAfter(way[index] ?? 'hold').includes(state))

test.each(courses)('$outcome, $states: it is the way of a call at its beginning', (course) => {
  const [state, ...ahead] = course.states
  const ways = waysFrom({ state, direction: directionOf(course), kind: course.kind ?? 'group' })
  expect(ways).toContainEqual({ outcome: course.outcome, ahead, result: course.results[0] })
})

test.each(states)('all ways of a call that is %s are legal', (state) => {
  const calls = [undefined, 'incoming', 'outgoing'] as const
  for (const direction of calls) {
    for (const { ahead } of waysFrom({ state, direction, kind: 'group' })) {
      expect(isLegal([state, ...ahead])).toBe(true)
    }
  }
})

test('only calls of its direction and kind take a course', () => {
  const outcomes = (direction: 'incoming' | 'outgoing', kind: 'group' | 'peer-to-peer') =>
    new Set(waysFrom({ state: 'establishing', direction, kind }).map(({ outcome }) => outcome))
  expect(outcomes('outgoing', 'group')).toContain('failed-join')
  expect(outcomes('outgoing', 'group')).not.toContain('unanswered')
  expect(outcomes('outgoing', 'peer-to-peer')).toContain('unanswered')
  expect(outcomes('incoming', 'peer-to-peer')).not.toContain('unanswered')
})

test.each(known.filter((state) => state !== 'terminated'))(
  'a call that is %s and left alone goes to where the steps say',
  (state) => {
    const ahead = wayLeftAlone({ state, direction: undefined, kind: 'peer-to-peer' })?.ahead
    expect(ahead?.[0]).toBe(statesAfter(state)[0])
    expect(ahead?.at(-1)).toBe('terminated')
  },
)

test.each(known)('from %s, the end is reached in few legal steps', (state) => {
  for (const steps of [stepsToEnd(state) ?? [], stepsOfHangUp(state) ?? []]) {
    expect(isLegal([state, ...steps])).toBe(true)
    expect([state, ...steps].at(-1)).toBe('terminated')
    expect(steps.length).toBeLessThan(3)
  }
})

test('who hangs up sees it where that can be seen', () => {
  expect(stepsOfHangUp('establishing')).toEqual(['terminating', 'terminated'])
  expect(stepsToEnd('establishing')).toEqual(['terminated'])
  expect(stepsOfHangUp('incoming')).toEqual(['terminated'])
})

test.each(lost)('no way leads on from %s', (state) => {
  const call = { state: states.find((each) => each === state), direction: undefined, kind: 'group' } as const
  expect([waysFrom(call), wayLeftAlone(call)]).toEqual([[], undefined])
  expect(call.state && [stepsToEnd(call.state), stepsOfHangUp(call.state)]).toEqual([undefined, undefined])
})
