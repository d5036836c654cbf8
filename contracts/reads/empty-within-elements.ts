import { type ReadPath, readPathOf, type Step } from './read-paths.ts'

/**
 * The empty collections of a promise that stand within an element of another. Pact takes a full one there too, whatever the
 * matcher: that of the outer collection holds for all that is in it, and under a matcher an empty example asks for nothing.
 */
export function emptyWithinElements(promised: unknown, steps: readonly Step[] = []): ReadPath[] {
  if (typeof promised !== 'object' || promised === null) return []
  if (!Array.isArray(promised)) {
    return Object.entries(promised).flatMap(([key, inner]) => emptyWithinElements(inner, [...steps, key]))
  }
  if (promised.length === 0 && steps.includes('[]')) return [readPathOf(steps)]
  return promised.flatMap((element) => emptyWithinElements(element, [...steps, '[]']))
}
