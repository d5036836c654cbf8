import { expect, test } from 'vitest'
import { endReasons } from '../../src/lifecycle/end-reasons.ts'
import { afterwardsOf, callOutcomes, callPaths, directionOf } from '../../src/lifecycle/paths.ts'
import { firstStates, statesAfter, statesOf } from '../../src/lifecycle/transitions.ts'
import { enumTypes } from '../../src/model/index.ts'

const named = callPaths.map((path) => [`${path.outcome}: ${path.states.join(' -> ')}`, path] as const)
const transitionsOf = (states: readonly string[]) =>
  states.slice(1).map((state, index) => `${states[index]} -> ${state}`)
const allTransitions = enumTypes.callState.members.flatMap((from) =>
  statesAfter(from).map((to) => `${from} -> ${to}`),
)

test('statesAfter returns these transitions', () => {
  expect(allTransitions).toMatchInlineSnapshot(`
    [
      "incoming -> establishing",
      "incoming -> redirecting",
      "incoming -> terminated",
      "establishing -> established",
      "establishing -> terminating",
      "establishing -> terminated",
      "established -> terminating",
      "established -> transferring",
      "established -> terminated",
      "transferring -> transferAccepted",
      "transferring -> established",
      "transferAccepted -> terminated",
      "redirecting -> terminated",
      "terminating -> terminated",
    ]
  `)
})

test.each(named)('%s consists of transitions', (_name, { states }) => {
  expect(allTransitions).toEqual(expect.arrayContaining(transitionsOf(states)))
})

test.each(named)('%s starts with the first state of its direction', (_name, path) => {
  expect(path.states[0]).toBe(firstStates[directionOf(path)])
})

test.each(named)('%s has a result only if it ends the call or its transfer fails', (_name, path) => {
  const isOver = path.states.at(-1) === 'terminated'
  expect(path.results.length > 0).toBe(isOver || path.outcome === 'failed-transfer')
  expect(afterwardsOf(path)).toBe(isOver ? 'not-found' : 'still-there')
})

test('an outgoing call is never incoming or redirecting', () => {
  expect(statesOf('incoming').filter((state) => !statesOf('outgoing').includes(state))).toEqual([
    'incoming',
    'redirecting',
  ])
  expect(statesOf('outgoing')).toContain('terminated')
})

test('every transition is part of a path', () => {
  expect(new Set(callPaths.flatMap(({ states }) => transitionsOf(states)))).toEqual(new Set(allTransitions))
})

test('every outcome has a path, and every end reason is a result', () => {
  expect(new Set(callPaths.map(({ outcome }) => outcome))).toEqual(new Set(callOutcomes))
  const ends = callPaths.filter((path) => afterwardsOf(path) === 'not-found')
  expect(ends.flatMap(({ results }) => results)).toEqual(expect.arrayContaining([...endReasons]))
})

test('only hold, terminated and unknownFutureValue have no transitions', () => {
  const last = enumTypes.callState.members.filter((state) => statesAfter(state).length === 0)
  expect(last).toEqual(['hold', 'terminated', 'unknownFutureValue'])
})
