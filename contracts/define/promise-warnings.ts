import { navigationProperties } from '../../src/model/index.ts'
import type { Interaction } from '../interaction/interaction.ts'
import { emptyWithinElements } from '../reads/empty-within-elements.ts'
import { leadsTo, pathsIn, type ReadPath, stepsOf } from '../reads/read-paths.ts'

/** The reads that no interaction promises. */
export function unpromisedIn(
  reads: readonly ReadPath[],
  interactions: readonly Interaction[],
): readonly ReadPath[] {
  const promised = interactions.flatMap(({ response }) => pathsIn(response.body))
  return reads.filter((path) => !promised.some((other) => leadsTo(path, other)))
}

/** What of a contract holds less than it seems to: reads that nothing promises, and promises that Pact cannot hold. */
export function promiseWarnings(
  consumer: string,
  unpromised: readonly ReadPath[],
  interactions: readonly Interaction[],
): string[] {
  return [
    ...unpromised.map(
      (path) => `${consumer} reads ${path}, and no interaction promises it: ${whyNot(path, interactions)}`,
    ),
    ...interactions.flatMap(({ name, response }) =>
      emptyWithinElements(response.body).map(
        (path) =>
          `"${name}" promises that ${path} is empty, and Pact takes a full one there as well, since it stands within an element of another collection. What your code makes of a full one, another interaction has to show.`,
      ),
    ),
  ]
}

function whyNot(path: ReadPath, interactions: readonly Interaction[]): string {
  const related = navigationProperties.find((name) => name === stepsOf(path)[0])
  if (related && !interactions.some(({ query: { $expand } }) => $expand?.includes(related))) {
    return `the service brings it only where the query has $expand: ['${related}'].`
  }
  return path.includes('[]')
    ? 'no example has it, of one type, in each element.'
    : 'every example has null or nothing there.'
}
