import fc from 'fast-check'
import { anyCall } from 'graph-call-testkit/generators'
import { expect, test } from 'vitest'
import { runs } from '../runs.ts'
import { carelessCode } from './careless-code.ts'

const seeds = Array.from({ length: runs(4, 60) }, (_, index) => 1_000 + index)

/** Number of calls until the code fails, for each seed. */
const callsUntilFailure = seeds.map((seed) => {
  const calls = fc.sample(anyCall(), { seed, numRuns: 1_000 })
  return carelessCode.map(({ handles }) => calls.findIndex((call) => !succeeds(() => handles(call))))
})

test.each(carelessCode.map(({ title }, index) => [title, index] as const))(
  'finds code that %s: always in 1,000 runs, and for one seed in three in 100',
  (_, index) => {
    const found = callsUntilFailure.map((ofSeed) => ofSeed[index] ?? -1)
    expect(seeds.filter((_, seed) => (found[seed] ?? -1) < 0)).toEqual([])
    expect(found.filter((calls) => calls < 100).length).toBeGreaterThanOrEqual(Math.floor(seeds.length / 3))
  },
)

test.each(carelessCode)(
  'code that $title fails for a smaller call after shrinking, in few steps',
  ({ handles }) => {
    for (const seed of seeds.slice(0, runs(1, 10))) {
      const property = fc.property(anyCall(), (call) => succeeds(() => handles(call)))
      const { counterexample, numShrinks } = fc.check(property, { seed, numRuns: 1_000 })
      expect(numShrinks).toBeLessThanOrEqual(20)
      expect(JSON.stringify(counterexample?.[0]).length).toBeLessThan(2_100)
    }
  },
)

function succeeds(handle: () => boolean): boolean {
  try {
    return handle()
  } catch {
    return false
  }
}
