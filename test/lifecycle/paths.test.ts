import { expect, test } from 'vitest'
import { endReasons } from '../../src/lifecycle/end-reasons.ts'
import { afterwardsOf, callOutcomes, callPaths, directionOf } from '../../src/lifecycle/paths.ts'
import { firstStates, statesAfter, statesOf } from '../../src/lifecycle/transitions.ts'
import { enumTypes } from '../../src/model/index.ts'

const named = callPaths.map((course) => [`${course.outcome}: ${course.states.join(' -> ')}`, course] as const)
const stepsOf = (states: readonly string[]) =>
  states.slice(1).map((state, index) => `${states[index]} -> ${state}`)
const allSteps = enumTypes.callState.members.flatMap((from) =>
  statesAfter(from).map((to) => `${from} -> ${to}`),
)

test('these steps and no others are taken', () => {
  expect(allSteps).toMatchInlineSnapshot(`
    [
      "incoming -> establishing",
      "incoming -> redirecting",
      "incoming -> terminated",
      "establishing -> established",
      "establishing -> terminating",
      "establishing -> terminated",
      "established -> terminating",
      "established -> transferring",
      "transferring -> transferAccepted",
      "transferring -> established",
      "transferAccepted -> terminated",
      "redirecting -> terminated",
      "terminating -> terminated",
    ]
  `)
})

test.each(named)('%s takes one step after another', (_name, { states }) => {
  expect(allSteps).toEqual(expect.arrayContaining(stepsOf(states)))
})

test.each(named)('%s begins where a call of its direction is first seen', (_name, course) => {
  expect(course.states[0]).toBe(firstStates[directionOf(course)])
})

test.each(named)('%s has a result where, and only where, something came of it', (_name, course) => {
  const isOver = course.states.at(-1) === 'terminated'
  expect(course.results.length > 0).toBe(isOver || course.outcome === 'failed-transfer')
  expect(afterwardsOf(course)).toBe(isOver ? 'not-found' : 'still-there')
})

test('a call that the bot started is never incoming, nor redirecting', () => {
  expect(statesOf('incoming').filter((state) => !statesOf('outgoing').includes(state))).toEqual([
    'incoming',
    'redirecting',
  ])
  expect(statesOf('outgoing')).toContain('terminated')
})

test('every step is taken by some course', () => {
  expect(new Set(callPaths.flatMap(({ states }) => stepsOf(states)))).toEqual(new Set(allSteps))
})

test('every outcome has a course, and every end reason ends one', () => {
  expect(new Set(callPaths.map(({ outcome }) => outcome))).toEqual(new Set(callOutcomes))
  const ends = callPaths.filter((course) => afterwardsOf(course) === 'not-found')
  expect(ends.flatMap(({ results }) => results)).toEqual(expect.arrayContaining([...endReasons]))
})

test('nothing follows the end, and nothing is told of what follows a hold', () => {
  const last = enumTypes.callState.members.filter((state) => statesAfter(state).length === 0)
  expect(last).toEqual(['hold', 'terminated', 'unknownFutureValue'])
})
