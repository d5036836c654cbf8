import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { seededValues } from '../../scripts/seeded-values.ts'
import { arbitraries } from './arbitraries.ts'
import * as laws from './laws.ts'
import committed from './seeded-values.json' with { type: 'json' }

const current = seededValues()

describe.each(arbitraries)('$name', (named) => {
  test('gives valid values', () => laws.givesValidValues(named))

  test('gives the same values for the same seed', () => {
    const again = arbitraries.find(({ name }) => name === named.name)
    laws.givesTheSameForTheSameSeed(named, again ?? named)
  })

  test('gives fresh values', () => laws.givesFreshValues(named))

  test('shrinks to valid, simpler values', () => laws.shrinksToValidSimplerValues(named))

  test('shrinks all to one value', () => laws.shrinksAllToOneValue(named))

  test('replays failures', () => laws.replaysFailures(named))

  // A change here is a change that users see: another counterexample for the seed that they noted. Say so in the changelog.
  test('gives what it gave for seed 42', () => {
    expect(fc.sample(named.arbitrary, { seed: 42, numRuns: 3 })).toMatchSnapshot()
  })

  test('gives the committed values for the committed seeds', () => {
    expect(current[named.name]).toEqual(new Map(Object.entries(committed)).get(named.name))
  })
})

test('every arbitrary of the entry point is held to the laws', () => {
  expect(arbitraries.map(({ name }) => name)).toContain('anyCall')
  expect(arbitraries.filter(({ isValid }) => typeof isValid !== 'function')).toEqual([])
})
