import fc from 'fast-check'
import { anyCallLifecycle, anyCallNotifications, anyNotifications } from 'graph-call-testkit/generators'
import { describe, expect, test } from 'vitest'
import { callPaths } from '../../src/lifecycle/paths.ts'
import { runs } from '../runs.ts'

const seeds = Array.from({ length: runs(20, 60) }, (_, seed) => seed)

type States = readonly string[]

/** Bugs that only calls with certain states reveal. */
const bugs: readonly (readonly [string, (states: States, outcome: string) => boolean])[] = [
  ['any terminated', (states) => states.includes('terminated')],
  ['any established', (states) => states.includes('established')],
  ['any terminating', (states) => states.includes('terminating')],
  ['any transferring', (states) => states.includes('transferring')],
  ['any redirecting', (states) => states.includes('redirecting')],
  ['incoming and established', (states) => states[0] === 'incoming' && states.includes('established')],
  ['outgoing and terminated', (states) => states[0] !== 'incoming' && states.includes('terminated')],
  [
    'terminated after established',
    (states) => states.at(-1) === 'terminated' && states.at(-2) === 'established',
  ],
  ['more than three states', (states) => states.length > 3],
  ['hung up', (_, outcome) => outcome === 'hung-up'],
  ['transferred', (_, outcome) => outcome === 'transferred'],
]

const shortestFor = (breaks: (states: States, outcome: string) => boolean) =>
  Math.min(
    ...callPaths.filter(({ states, outcome }) => breaks(states, outcome)).map(({ states }) => states.length),
  )

describe.each(bugs)('a bug with %s', (_title, breaks) => {
  test('shrinks to a lifecycle of the fewest states, with every seed', () => {
    const lengths = seeds.map((seed) => {
      const { counterexample } = fc.check(
        fc.property(
          anyCallLifecycle(),
          ({ snapshots, outcome }) =>
            !breaks(
              snapshots.map(({ state }) => state),
              outcome,
            ),
        ),
        { seed, numRuns: 1_000 },
      )
      return counterexample?.[0].snapshots.length
    })
    expect([...new Set(lengths)]).toEqual([shortestFor(breaks)])
  })

  test('shrinks to the fewest notifications, in order, with every seed', () => {
    const states = seeds.map((seed) => {
      const { counterexample } = fc.check(
        fc.property(
          anyCallNotifications(),
          ({ snapshots, outcome }) =>
            !breaks(
              snapshots.map(({ state }) => state),
              outcome,
            ),
        ),
        { seed, numRuns: 1_000 },
      )
      const [smallest] = counterexample ?? []
      return [smallest?.posts.length, smallest?.posts.flatMap(statesIn).join()]
    })
    for (const [length] of states) expect(length).toBe(shortestFor(breaks))
  })
})

function statesIn({ value }: { readonly value: readonly { readonly resourceData?: unknown }[] }): unknown[] {
  return value.map(({ resourceData }) => Object(resourceData).state)
}

/** Bugs in the order or number of notifications, and the fewest notifications that reveal them. */
test.each<[string, number, (reported: readonly unknown[], states: readonly unknown[]) => boolean]>([
  ['out of order', 2, (reported, states) => [...new Set(reported)].join() !== [...new Set(states)].join()],
  ['twice', 3, (reported, states) => reported.length > states.length],
  ['after the end', 2, (reported) => reported.includes('terminated') && reported.at(-1) !== 'terminated'],
  ['established after the end', 3, (reported) => reported.join().includes('terminated,established')],
])('a bug with notifications %s shrinks to the fewest, with every seed', (_title, fewest, breaks) => {
  const lengths = seeds.map((seed) => {
    const { counterexample } = fc.check(
      fc.property(
        anyCallNotifications(),
        ({ snapshots, posts }) =>
          !breaks(
            posts.flatMap(statesIn),
            snapshots.map(({ state }) => state),
          ),
      ),
      { seed, numRuns: 5_000 },
    )
    return counterexample?.[0].posts.length
  })
  expect([...new Set(lengths)]).toEqual([fewest])
})

test('a bug with a media state shrinks to a lifecycle of the fewest states, with every seed', () => {
  const lengths = seeds.map((seed) => {
    const { counterexample } = fc.check(
      fc.property(
        anyCallLifecycle(),
        ({ snapshots }) => !snapshots.some(({ mediaState }) => mediaState?.audio === 'inactive'),
      ),
      { seed, numRuns: 1_000 },
    )
    return counterexample?.[0].snapshots.length
  })
  expect([...new Set(lengths)]).toEqual([2])
})

test('a bug with one notification of a post shrinks to that one, with every seed', () => {
  const lengths = seeds.map((seed) => {
    const { counterexample } = fc.check(
      fc.property(
        anyNotifications(),
        ({ value }) => !value.some(({ resourceUrl }) => resourceUrl?.endsWith('/participants')),
      ),
      { seed, numRuns: 5_000 },
    )
    return counterexample?.[0].value.length
  })
  expect([...new Set(lengths)]).toEqual([1])
})
