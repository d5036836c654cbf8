import { fixture } from '../../fixtures/index.ts'
import { TestkitError } from '../../src/model/errors.ts'
import type { ReceivedCall } from '../../src/model/types.generated.ts'
import { declaredAt } from '../../src/model/walk.ts'
import { fixtureNames, isCallFixture } from '../fixture-names.ts'
import { type Warn, warnProcess } from '../warn.ts'
import { generatedCalls } from './generated-calls.ts'
import { nearestPath } from './nearest-path.ts'
import { type CallReads, type ReadPath, readPathOf, type Step, stepsOf } from './read-paths.ts'
import { recordingView } from './recording-view.ts'

/** How reads are found. */
export interface ReadsOptions {
  /** Told of each thing that a contract should not have without somebody knowing; `process.emitWarning` unless said. */
  readonly warn?: Warn | undefined
}

/**
 * What a function does with a call cannot be found, since it takes none.
 *
 * @example
 * ```ts
 * await readsOf(() => { throw new Error('a bug') })
 * // ReadsError: The function throws on every call, ... On the fixture peer-to-peer: Error: a bug
 * ```
 */
export class ReadsError extends TestkitError {
  override readonly name = 'ReadsError'
}

/**
 * The paths of a call that a function reads, sorted, e.g. `['state', 'targets[].identity.user.displayName']`: found by
 * running it over every call fixture and over generated calls.
 *
 * - They are the furthest ones: `source.identity.user.id`, and not `source` too.
 * - A function that takes all that is there at some place (a spread, `JSON.stringify`, `Object.keys`) reads `place.*`, and
 *   a warning names the place: the contract then promises whatever the examples have there.
 * - To check is not to read: `readCall`, `callSchema` and `strictCallSchema` count for nothing, what is read after them does.
 * - What it reads of a call until it throws counts; a function that throws on some calls is warned of.
 *
 * @param read - gets a view of a call, which is read as the call itself; a promise is awaited. The type in which it takes
 * the call is that of `expected.body` in the contract
 * @throws ReadsError where the function throws on every call; its `cause` is what was thrown on the first one
 * @example
 * ```ts
 * const reads = await readsOf((call) => call.targets?.map(({ identity }) => identity?.user?.displayName))
 * // ['targets[].identity.user.displayName']
 * ```
 * Sources: the fixtures; the generators; $metadata v1.0 (the paths that a call has).
 */
export async function readsOf<Body = ReceivedCall>(
  read: (call: Body) => unknown,
  { warn = warnProcess }: ReadsOptions = {},
): Promise<CallReads<Body>> {
  const seen = new Set<ReadPath>()
  const failures: { readonly name: string; readonly error: unknown }[] = []
  const calls = [...fixtureCalls(), ...generatedCalls()]
  for (const { name, call } of calls) {
    try {
      // The type is the function's word, as it is where it reads an answer: JSON has none.
      await read(recordingView(call, (path) => seen.add(path)) as Body)
    } catch (error) {
      failures.push({ name, error })
    }
  }
  const [first] = failures
  if (first && failures.length === calls.length) {
    throw new ReadsError(
      `The function throws on every call, so that nothing can be said of what it reads. On ${first.name}: ${first.error}`,
      { cause: first.error },
    )
  }
  if (first) {
    warn(
      `The function throws on ${failures.length} of ${calls.length} calls, first on ${first.name}: ${first.error}. What it would read after that is not found.`,
    )
  }
  return furthest(seen).filter((path) => isDeclared(path, warn))
}

function fixtureCalls() {
  return fixtureNames()
    .filter(isCallFixture)
    .map((name) => ({ name: `the fixture ${name}`, call: fixture(name) }))
}

/** Whether a contract can have it. What no call has is a slip, or newer than this package. */
function isDeclared(path: ReadPath, warn: Warn): boolean {
  const steps = stepsOf(path)
  if (steps.at(-1) === '*') {
    warn(
      `The function reads everything here: ${path}. The contract will promise all that the examples have there; read the properties by name to promise less.`,
    )
    return true
  }
  if (declaredAt('call', steps)) return true
  warn(
    `The function reads ${path}, which no call is known to have, so the contract cannot promise it. Nearest: ${nearestPath(steps)}.`,
  )
  return false
}

/** Leaves out each path on the way to another, and each that `*` stands for. */
function furthest(paths: ReadonlySet<ReadPath>): ReadPath[] {
  const all = [...paths].map(stepsOf)
  const onTheWay = new Set(all.flatMap((path) => path.map((_, depth) => readPathOf(path.slice(0, depth)))))
  const isCovered = (path: readonly Step[]) =>
    path.some((_, depth) => {
      const everything = readPathOf([...path.slice(0, depth), '*'])
      return paths.has(everything) && everything !== readPathOf(path)
    })
  return all
    .filter((path) => !onTheWay.has(readPathOf(path)) && !isCovered(path))
    .map(readPathOf)
    .toSorted()
}
