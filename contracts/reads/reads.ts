import { fixture } from '../../fixtures/index.ts'
import type { ReceivedCall } from '../../src/model/types.generated.ts'
import { declaredAt } from '../../src/model/walk.ts'
import { fixtureNames, isCallFixture } from '../fixture-names.ts'
import { PrintableError } from '../printable-error.ts'
import { type Warn, warnProcess } from '../warn.ts'
import { generatedCalls } from './generated-calls.ts'
import { nearestPath } from './nearest-path.ts'
import { type CallReads, type ReadPath, readPathOf, type Step, stepsOf } from './read-paths.ts'
import { recordingView } from './recording-view.ts'

/**
 * Options of `readsOf`.
 *
 * @example
 * ```ts
 * import type { ReadsOptions } from 'graph-call-testkit/contracts'
 *
 * const options: ReadsOptions = { warn: (message) => expect.unreachable(message) }
 * ```
 * Source: `process.emitWarning` of Node, the default of `warn`.
 */
export interface ReadsOptions {
  /** Called for unknown paths, for objects that are read as a whole, and for errors of the function. Defaults to `process.emitWarning`. */
  readonly warn?: Warn | undefined
}

/**
 * Thrown by `readsOf` when the function throws for every call, so that its reads cannot be found. `cause` is the first error.
 *
 * @example
 * ```ts
 * import { readsOf } from 'graph-call-testkit/contracts'
 *
 * const failing = () => {
 *   throw new Error('a bug')
 * }
 * await readsOf(failing)
 * // ReadsError: Cannot find the reads: the function throws for every call. For the fixture peer-to-peer: Error: a bug
 * ```
 * Source: the calls that `readsOf` passes to the function.
 */
export class ReadsError extends PrintableError {
  override readonly name = 'ReadsError'
}

/**
 * Finds the paths of a call that a function reads, for example `['state', 'targets[].identity.user.displayName']`. Runs the
 * function with every call fixture and with generated calls.
 *
 * - Only the longest paths are in the result: `source.identity.user.id`, and not `source` too.
 * - Code that reads a whole object (a spread, `JSON.stringify`, `Object.keys`) reads `chatInfo.*`. A warning names the object,
 *   because the contract will then contain everything that the examples have there.
 * - Checks are not reads: `readCall` and the schemas add no paths. Reads of their result do.
 * - If the function throws for some calls, its reads up to then count, and a warning names the first call.
 *
 * @param read - function that gets a view of a call, which behaves like the call. Promises are awaited. The type of its
 * parameter becomes the type of `expected.body` in the contract
 * @returns the paths, sorted
 * @throws {@link ReadsError} if the function throws for every call
 * @example
 * ```ts
 * import { readsOf } from 'graph-call-testkit/contracts'
 *
 * const reads = await readsOf((call) => call.targets?.map(({ identity }) => identity?.user?.displayName))
 * // ['targets[].identity.user.displayName']
 * ```
 * Sources: the fixtures; the generators; $metadata v1.0 (the paths of a call).
 */
export async function readsOf<Body = ReceivedCall>(
  read: (call: Body) => unknown,
  { warn = warnProcess }: ReadsOptions = {},
): Promise<CallReads<Body>> {
  const recorded = new Set<ReadPath>()
  const failures: { readonly name: string; readonly error: unknown }[] = []
  const calls = [...fixtureCalls(), ...generatedCalls()]
  for (const { name, call } of calls) {
    try {
      // The function chooses the type of its parameter, as it does for the JSON of a response.
      await read(recordingView(call, (path) => recorded.add(path)) as Body)
    } catch (error) {
      failures.push({ name, error })
    }
  }
  const [first] = failures
  if (first && failures.length === calls.length) {
    throw new ReadsError(
      `Cannot find the reads: the function throws for every call. For ${first.name}: ${first.error}`,
      { cause: first.error },
    )
  }
  if (first) {
    warn(
      `The function throws for ${failures.length} of ${calls.length} calls, first for ${first.name}: ${first.error}. Reads after the error are not found.`,
    )
  }
  return longest(recorded).filter((path) => isKnown(path, warn))
}

function fixtureCalls() {
  return fixtureNames()
    .filter(isCallFixture)
    .map((name) => ({ name: `the fixture ${name}`, call: fixture(name) }))
}

/** True if a contract can have the path. An unknown path is a typo, or newer than this package. */
function isKnown(path: ReadPath, warn: Warn): boolean {
  const steps = stepsOf(path)
  if (steps.at(-1) === '*') {
    warn(
      `The function reads a whole object (${path}), so the contract contains everything that the examples have there. To expect less, read properties by name.`,
    )
    return true
  }
  if (declaredAt('call', steps)) return true
  warn(
    `The function reads ${path}, but a call does not have it, so the contract cannot contain it. Nearest: ${nearestPath(steps)}.`,
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
