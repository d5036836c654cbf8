import fc, { type Arbitrary } from 'fast-check'
import type { Call } from 'graph-call-testkit'
import { anyCall } from 'graph-call-testkit/generators'
import { strictCallSchema } from 'graph-call-testkit/schema'
import { describe, expect, test } from 'vitest'
import { composedCall } from '../../bench/peers/composed.ts'
import { runs } from '../runs.ts'
import { type PlantedBug, plantedBugs } from './planted-bugs.ts'

const seeds = [1, 2, 3, 4, 5, 6, 7, 8].slice(0, runs(4, 8))
const composed = composedCall()

interface ShrinkResult {
  readonly counterexample: Call | undefined
  /** Number of shrunk values that also failed. */
  readonly steps: number
  /** Number of calls that were tried while shrinking. */
  readonly tries: number
}

function findMinimum(
  calls: Arbitrary<Call>,
  { breaks }: Pick<PlantedBug, 'breaks'>,
  seed: number,
): ShrinkResult {
  let tried = 0
  const { counterexample, numShrinks, numRuns } = fc.check(
    fc.property(calls, (call) => {
      tried++
      return !breaks(call)
    }),
    { seed, numRuns: 20_000 },
  )
  return { counterexample: counterexample?.[0], steps: numShrinks, tries: tried - numRuns }
}

describe.each(plantedBugs)('a bug with $title', (bug) => {
  const results = seeds.map((seed) => findMinimum(anyCall(), bug, seed))

  test('shrinks to the smallest call that reveals it, with every seed', () => {
    for (const { counterexample } of results) expect(counterexample).toStrictEqual(bug.minimum)
    expect(strictCallSchema.safeParse(bug.minimum).success).toBe(true)
  })

  test('takes at most 20 steps and 200 tries', () => {
    expect(Math.max(...results.map(({ steps }) => steps))).toBeLessThanOrEqual(20)
    expect(Math.max(...results.map(({ tries }) => tries))).toBeLessThanOrEqual(200)
  })

  test('takes at most as many steps as the composed reference', () => {
    const reference = seeds.map((seed) => findMinimum(composed, bug, seed))
    expect(sum(results, 'steps')).toBeLessThanOrEqual(sum(reference, 'steps'))
  })
})

test('all bugs together take at most as many tries as with the composed reference', () => {
  const tries = (calls: Arbitrary<Call>) =>
    sum(
      plantedBugs.flatMap((bug) => seeds.map((seed) => findMinimum(calls, bug, seed))),
      'tries',
    )
  expect(tries(anyCall())).toBeLessThanOrEqual(tries(composed))
})

function sum(results: readonly ShrinkResult[], key: 'steps' | 'tries'): number {
  return results.reduce((total, result) => total + result[key], 0)
}

test.each([
  ['a ringing timeout', ({ ringingTimeoutInSeconds: seconds }: Call) => seconds ?? 0, 60, 119],
  ['a sequence id', ({ toneInfo }: Call) => toneInfo?.sequenceId ?? 0, 2 ** 33, 2 ** 52],
] as const)('%s shrinks to the lowest one that fails, in few steps', (_, numberIn, lowest, highest) => {
  for (const seed of seeds) {
    const breaks = (call: Call) => numberIn(call) >= lowest && numberIn(call) <= highest
    const { counterexample, steps } = findMinimum(anyCall(), { breaks }, seed)
    expect(counterexample && numberIn(counterexample)).toBe(lowest)
    expect(steps).toBeLessThanOrEqual(40)
  }
})

test('a long roster shrinks to the fewest participants, in few tries', () => {
  const breaks = ({ participants = [] }: Call) => participants.length >= 500
  const { counterexample, tries } = findMinimum(anyCall({ size: 'large' }), { breaks }, 3)
  expect(counterexample?.participants).toHaveLength(500)
  expect(tries).toBeLessThanOrEqual(600)
})
