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

  // Users note seeds: say in the changelog that they give other values, if you change this file.
  test('gives the committed values for the committed seeds', () => {
    expect(current[named.name]).toEqual(new Map(Object.entries(committed)).get(named.name))
  })
})

test('every arbitrary of the entry point is held to the laws', () => {
  expect(arbitraries.map(({ name }) => name)).toContain('anyCall')
  expect(arbitraries.filter(({ isValid }) => typeof isValid !== 'function')).toEqual([])
})
