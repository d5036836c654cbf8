import { navigationProperties } from '../../src/model/index.ts'
import type { Interaction } from '../interaction/interaction.ts'
import type { Message } from '../message/message.ts'
import { emptyWithinElements } from '../reads/empty-within-elements.ts'
import { isPrefixOf, leafPathsOf, type ReadPath, stepsOf } from '../reads/read-paths.ts'

/** Returns the reads that no expected body covers. */
export function uncoveredReadsOf(
  reads: readonly ReadPath[],
  bodies: readonly unknown[],
): readonly ReadPath[] {
  const covered = bodies.flatMap((body) => leafPathsOf(body))
  return reads.filter((path) => !covered.some((other) => isPrefixOf(path, other)))
}

/** Returns warnings about reads that no interaction covers, and about expectations that Pact cannot check. */
export function coverageWarnings(
  consumer: string,
  uncovered: readonly ReadPath[],
  interactions: readonly Interaction[],
): string[] {
  return [
    ...uncovered.map(
      (path) => `${consumer} reads ${path}, but no interaction covers it: ${reasonFor(path, interactions)}`,
    ),
    ...interactions.flatMap(({ name, response }) =>
      emptinessWarnings('interaction', name, emptyWithinElements(response.body)),
    ),
  ]
}

/** Does the same for the messages of a contract. */
export function messageCoverageWarnings(
  consumer: string,
  uncovered: readonly ReadPath[],
  messages: readonly Message[],
): string[] {
  return [
    ...uncovered.map(
      (path) =>
        `${consumer} reads ${path}, but no message covers it: it is null or missing in every example, or only in some elements of a list.`,
    ),
    ...messages.flatMap(({ name, body: { value } }) =>
      // Each change is a body of its own, with matchers of its own.
      emptinessWarnings(
        'message',
        name,
        [value].flat().flatMap((change) => emptyWithinElements(change)),
      ),
    ),
  ]
}

function emptinessWarnings(
  kind: 'interaction' | 'message',
  name: string,
  paths: readonly ReadPath[],
): string[] {
  return paths.map(
    (path) =>
      `"${name}" expects ${path} to be empty, but Pact also accepts elements there, because it is inside an element of another collection. Add ${kind === 'message' ? 'a' : 'an'} ${kind} that has elements there.`,
  )
}

const expandedBy = ({ query: { $expand = '' } }: Interaction['request']) => $expand

function reasonFor(path: ReadPath, interactions: readonly Interaction[]): string {
  const property = navigationProperties.find((name) => name === stepsOf(path)[0])
  if (property && !interactions.some(({ request }) => expandedBy(request).includes(property))) {
    return `the service only returns it if the query has $expand: ['${property}'].`
  }
  return path.includes('[]')
    ? 'no example has it in every element with the same type.'
    : 'it is null or missing in every example.'
}
