import { type ReadPath, readPathOf, type Step } from './read-paths.ts'

/**
 * Returns the paths of empty collections inside an element of another collection. With any
 * matcher, Pact also accepts a collection with elements there: the matcher of the outer collection applies to everything in
 * it, and accepts anything for an empty example.
 */
export function emptyWithinElements(expected: unknown, steps: readonly Step[] = []): ReadPath[] {
  if (typeof expected !== 'object' || expected === null) return []
  if (!Array.isArray(expected)) {
    return Object.entries(expected).flatMap(([key, inner]) => emptyWithinElements(inner, [...steps, key]))
  }
  if (expected.length === 0 && steps.includes('[]')) return [readPathOf(steps)]
  return expected.flatMap((element) => emptyWithinElements(element, [...steps, '[]']))
}
