import { describe, expect, test } from 'vitest'
import { seededValues } from '../../scripts/seeded-values.ts'
import { arbitraries } from './arbitraries.ts'
import * as laws from './laws.ts'
import committed from './seeded-values.json' with { type: 'json' }

const current = seededValues()

describe.each(arbitraries)('$name', (named) => {
  test('generates valid values', () => laws.generatesValidValues(named))

  test('generates the same values for the same seed', () => {
    const again = arbitraries.find(({ name }) => name === named.name)
    laws.generatesSameValuesForSeed(named, again ?? named)
  })

  test('generates values that share no objects', () => laws.sharesNoObjects(named))

  test('shrinks to valid, simpler values', () => laws.shrinksToValidSimplerValues(named))

  test('shrinks every value to the same one', () => laws.shrinksAllToOneValue(named))

  test('replays failures', () => laws.replaysFailures(named))

  // Users record seeds. If `npm run generate` changes that file, say so in the changelog.
  test('generates the values of seeded-values.json', () => {
    expect(current[named.name]).toEqual(new Map(Object.entries(committed)).get(named.name))
  })
})

test('tests every exported arbitrary', () => {
  expect(arbitraries.map(({ name }) => name)).toContain('anyCall')
  expect(arbitraries.filter(({ isValid }) => typeof isValid !== 'function')).toEqual([])
})
