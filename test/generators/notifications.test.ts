import fc from 'fast-check'
import {
  anyCallLifecycle,
  anyCallNotifications,
  type CallNotifications,
  GeneratorOptionError,
} from 'graph-call-testkit/generators'
import { describe, expect, test } from 'vitest'

const statesIn = (posts: CallNotifications['posts']) =>
  posts.flatMap(({ value }) =>
    value.flatMap(({ resourceData }) =>
      resourceData && 'state' in resourceData ? [resourceData.state] : [],
    ),
  )

describe('with outOfOrder: false and repeated: false', () => {
  const inOrderOnce = { outOfOrder: false, repeated: false }

  test('posts report each state once and in order', () => {
    fc.assert(
      fc.property(anyCallNotifications(inOrderOnce), ({ snapshots, posts }) => {
        expect(statesIn(posts)).toEqual(snapshots.map(({ state }) => state))
      }),
    )
  })

  test('uses the lifecycles of anyCallLifecycle with the same options', () => {
    const lifecycles = fc.sample(anyCallLifecycle({ outcome: 'transferred' }), { seed: 1, numRuns: 5 })
    const notified = fc.sample(anyCallNotifications({ outcome: 'transferred', ...inOrderOnce }), {
      seed: 1,
      numRuns: 5,
    })
    expect(notified.map(({ outcome }) => outcome)).toEqual(lifecycles.map(({ outcome }) => outcome))
  })
})

const samples = fc.sample(anyCallNotifications(), { seed: 7, numRuns: 200 })

test.each<[string, (states: readonly unknown[], reported: readonly unknown[]) => boolean]>([
  [
    'out of order',
    (states, reported) => new Set(reported).size === states.length && reported.join() !== states.join(),
  ],
  ['twice', (states, reported) => reported.length > states.length],
  ['in order, once each', (states, reported) => reported.join() === states.join()],
  ['with the end first', (states, reported) => states.length > 2 && reported[0] === states.at(-1)],
])('posts sometimes arrive %s', (_name, matches) => {
  const matching = samples.filter(({ snapshots, posts }) =>
    matches(
      snapshots.map(({ state }) => state),
      statesIn(posts),
    ),
  )
  expect(matching.length).toBeGreaterThan(5)
  expect(matching.length).toBeLessThan(195)
})

test('finds code that takes the last post for the current state, with a minimal counterexample', () => {
  const found = fc.check(
    fc.property(
      anyCallNotifications({ repeated: false }),
      ({ snapshots, posts }) => statesIn(posts).at(-1) === snapshots.at(-1)?.state,
    ),
    { seed: 42 },
  )
  const [smallest] = found.counterexample ?? []
  const reported = statesIn(smallest?.posts ?? [])
  expect(reported.length).toBeLessThan(4)
  expect(new Set(reported).size).toBe(reported.length)
})

test.each([{ outOfOrder: 'yes' }, { repeated: 1 }, { outcome: 'lost' }, { order: true }])(
  'rejects %j',
  (options) => {
    expect(() => Reflect.apply(anyCallNotifications, undefined, [options])).toThrow(GeneratorOptionError)
  },
)
