import type { CallFixtureName } from '../../fixtures/fixture.ts'
import { fixtureSamples } from './fixture-samples.ts'

/** Returns the fixture that lacks the fewest traits of a value. Of several, returns the smallest. */
export function nearestFixture(value: unknown): CallFixtureName {
  const traits = [...traitsOf(value)]
  const [nearest] = fixtureSamples()
    .map(({ name, call }) => {
      const fixtureTraits = new Set(traitsOf(call))
      return {
        name,
        lacking: traits.filter((trait) => !fixtureTraits.has(trait)).length,
        size: fixtureTraits.size,
      }
    })
    .sort((a, b) => a.lacking - b.lacking || a.size - b.size)
  return nearest?.name ?? 'peer-to-peer'
}

/** Yields each path and each value at a path. Ignores the positions of items in collections. */
function* traitsOf(value: unknown, path = ''): Generator<string> {
  if (typeof value !== 'object' || value === null) {
    yield path
    yield `${path} ${String(value)}`
    return
  }
  for (const [key, inner] of Object.entries(value))
    yield* traitsOf(inner, `${path}.${Array.isArray(value) ? '' : key}`)
}
