import { fixture } from '../../fixtures/index.ts'
import type { OptionKinds } from '../../src/model/known-options.ts'
import type { ReceivedCall } from '../../src/model/types.generated.ts'
import { checkOptions } from '../../src/read/check-options.ts'
import { checkFunction } from '../contract-arguments.ts'
import { fixtureNames, isCallFixture } from '../fixture-names.ts'
import { type Warn, warnProcess } from '../warn.ts'
import { findReads } from './find-reads.ts'
import { generatedCalls } from './generated-calls.ts'
import type { CallReads } from './read-paths.ts'

/**
 * Options of `readsOf` and `notificationReadsOf`.
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
 * @throws a {@link ReadsError} if the function throws for every call
 * @throws TypeError if `read` is not a function, or an option is unknown or has the wrong type
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
  options: ReadsOptions = {},
): Promise<CallReads<Body>> {
  checkFunction('argument of readsOf', read)
  checkOptions('readsOf', options, readsOptionKinds)
  const { warn = warnProcess } = options
  const calls = [...fixtureCalls(), ...generatedCalls()].map(({ name, call }) => ({ name, body: call }))
  return findReads(read, { type: 'call', noun: 'call', bodies: calls }, warn)
}

function fixtureCalls() {
  return fixtureNames()
    .filter(isCallFixture)
    .map((name) => ({ name: `the fixture ${name}`, call: fixture(name) }))
}

export const readsOptionKinds: OptionKinds<ReadsOptions> = { warn: 'function' }
