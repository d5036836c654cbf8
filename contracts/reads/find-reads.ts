import { declaredAt } from '../../src/model/walk.ts'
import type { Warn } from '../warn.ts'
import { nearestPath } from './nearest-path.ts'
import { type BodyType, type ReadPath, readPathOf, type Step, stepsOf } from './read-paths.ts'
import { ReadsError } from './reads-error.ts'
import { recordingView } from './recording-view.ts'

/** Bodies to run a function with. */
interface Samples {
  readonly type: BodyType
  /** Word for one body: `call`. */
  readonly noun: string
  readonly bodies: readonly { readonly name: string; readonly body: object }[]
}

/**
 * Finds the paths that a function reads in bodies of one type.
 *
 * @returns the paths, sorted
 * @throws a {@link ReadsError} if the function throws for every body
 */
export async function findReads<Body>(
  read: (body: Body) => unknown,
  { type, noun, bodies }: Samples,
  warn: Warn,
): Promise<readonly ReadPath[]> {
  const recorded = new Set<ReadPath>()
  const failures: { readonly name: string; readonly error: unknown }[] = []
  for (const { name, body } of bodies) {
    try {
      // The function chooses the type of its parameter, as it does for the JSON of a response.
      const view: unknown = recordingView(body, (path) => recorded.add(path))
      await read(view as Body)
    } catch (error) {
      failures.push({ name, error })
    }
  }
  const [first] = failures
  if (first && failures.length === bodies.length) {
    throw new ReadsError(
      `Cannot find the reads: the function throws for every ${noun}. For ${first.name}: ${String(first.error).replace(/\.$/, '')}. Fix the function, or pass a list of paths as reads.`,
      { cause: first.error },
    )
  }
  if (first) {
    warn(
      `The function throws for ${failures.length} of ${bodies.length} ${noun}s, first for ${first.name}: ${first.error}. Reads after the error are not found.`,
    )
  }
  return longest(recorded).filter((path) => isKnown(type, noun, path, warn))
}

/** True if a contract can have the path. An unknown path is a typo, or newer than this package. */
function isKnown(type: BodyType, noun: string, path: ReadPath, warn: Warn): boolean {
  const steps = stepsOf(path)
  if (steps.at(-1) === '*') {
    warn(
      `The function reads a whole object (${path}), so the contract contains everything that the examples have there. To expect less, read properties by name.`,
    )
    return true
  }
  if (declaredAt(type, steps)) return true
  warn(
    `The function reads ${path}, but a ${noun} does not have it, so the contract cannot contain it. Nearest: ${nearestPath(steps, type)}.`,
  )
  return false
}

/** Removes paths that another path begins with, and those that a `*` includes. */
function longest(paths: ReadonlySet<ReadPath>): ReadPath[] {
  const all = [...paths].map(stepsOf)
  const prefixes = new Set(all.flatMap((path) => path.map((_, depth) => readPathOf(path.slice(0, depth)))))
  const isIncluded = (path: readonly Step[]) =>
    path.some((_, depth) => {
      const everything = readPathOf([...path.slice(0, depth), '*'])
      return paths.has(everything) && everything !== readPathOf(path)
    })
  return all
    .filter((path) => !prefixes.has(readPathOf(path)) && !isIncluded(path))
    .map(readPathOf)
    .toSorted()
}
