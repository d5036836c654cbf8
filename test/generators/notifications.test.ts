import fc from 'fast-check'
import { anyCallLifecycle, anyCallNotifications, GeneratorOptionError } from 'graph-call-testkit/generators'
import { describe, expect, test } from 'vitest'

const toldBy = (posts: readonly { value: readonly { resourceData?: { state?: unknown } | null }[] }[]) =>
  posts.flatMap(({ value }) => value.map(({ resourceData }) => resourceData?.state))

describe('unless they may', () => {
  const plain = { outOfOrder: false, repeated: false }

  test('posts come in the order of the states, once each', () => {
    fc.assert(
      fc.property(anyCallNotifications(plain), ({ snapshots, posts }) => {
        expect(toldBy(posts)).toEqual(snapshots.map(({ state }) => state))
      }),
    )
  })

  test('they tell of the lives that the same options give', () => {
    const lives = fc.sample(anyCallLifecycle({ outcome: 'transferred' }), { seed: 1, numRuns: 5 })
    const told = fc.sample(anyCallNotifications({ outcome: 'transferred', ...plain }), {
      seed: 1,
      numRuns: 5,
    })
    expect(told.map(({ outcome }) => outcome)).toEqual(lives.map(({ outcome }) => outcome))
  })
})

const samples = fc.sample(anyCallNotifications(), { seed: 7, numRuns: 200 })

test.each<[string, (states: readonly unknown[], told: readonly unknown[]) => boolean]>([
  ['out of order', (states, told) => new Set(told).size === states.length && told.join() !== states.join()],
  ['twice', (states, told) => told.length > states.length],
  ['in order, once each', (states, told) => told.join() === states.join()],
  ['the end first', (states, told) => states.length > 2 && told[0] === states.at(-1)],
])('posts come %s now and then', (_name, happens) => {
  const ones = samples.filter(({ snapshots, posts }) =>
    happens(
      snapshots.map(({ state }) => state),
      toldBy(posts),
    ),
  )
  expect(ones.length).toBeGreaterThan(5)
  expect(ones.length).toBeLessThan(195)
})

test('who takes the last post for the state of a call is found out, by few posts', () => {
  const found = fc.check(
    fc.property(
      anyCallNotifications(),
      ({ snapshots, posts }) => toldBy(posts).at(-1) === snapshots.at(-1)?.state,
    ),
    { seed: 42 },
  )
  const [smallest] = found.counterexample ?? []
  const told = toldBy(smallest?.posts ?? [])
  expect(told.length).toBeLessThan(4)
  expect(new Set(told).size).toBe(told.length)
})

test.each([{ outOfOrder: 'yes' }, { repeated: 1 }, { outcome: 'lost' }, { order: true }])(
  '%j is no option',
  (options) => {
    expect(() => Reflect.apply(anyCallNotifications, undefined, [options])).toThrow(GeneratorOptionError)
  },
)
