import type { CallFixtureName } from '../../fixtures/fixture.ts'
import { fixtureSamples } from './fixture-samples.ts'

/** The fixture whose call lacks the least of what a value has; of several, the one that has the least besides. */
export function nearestFixture(value: unknown): CallFixtureName {
  const traits = [...traitsOf(value)]
  const [nearest] = fixtureSamples()
    .map(({ name, call }) => {
      const theirs = new Set(traitsOf(call))
      return { name, lacking: traits.filter((trait) => !theirs.has(trait)).length, size: theirs.size }
    })
    .sort((a, b) => a.lacking - b.lacking || a.size - b.size)
  return nearest?.name ?? 'peer-to-peer'
}

/** Each property of a value, and each value, by its path. Which item of a collection it is does not matter. */
function* traitsOf(value: unknown, path = ''): Generator<string> {
  if (typeof value !== 'object' || value === null) {
    yield path
    yield `${path} ${String(value)}`
    return
  }
  for (const [key, inner] of Object.entries(value))
    yield* traitsOf(inner, `${path}.${Array.isArray(value) ? '' : key}`)
}
