import type { CallFixtureName } from '../../fixtures/fixture.ts'
import type { Fault } from '../../src/builder/faulty-call.ts'
import { TestkitError } from '../../src/model/errors.ts'
import { pathText } from '../../src/model/path.ts'
import { compactText } from '../compact-text.ts'
import { optionalParts } from '../fewer-parts.ts'

/**
 * Reason why a function does not handle a call.
 *
 * @example
 * ```ts
 * import { CallNotHandledError, type MishandledBy } from 'graph-call-testkit/generators'
 *
 * const reasonOf = (error: unknown): MishandledBy | undefined =>
 *   error instanceof CallNotHandledError ? error.by : undefined
 * ```
 */
export type MishandledBy =
  /** It threw, or its promise was rejected. */
  | 'throwing'
  /** Its promise did not settle in time. */
  | 'never-settling'
  /** It changed the call that it received. */
  | 'changing-its-input'

/**
 * Origin of a call: a fixture, `anyCall`, `anyFutureCall` or `anyFaultyCall`.
 *
 * @example
 * ```ts
 * import { type CallNotHandledError, type CallOrigin } from 'graph-call-testkit/generators'
 *
 * const isFromFixture = ({ origin }: CallNotHandledError) => origin === ('fixture' satisfies CallOrigin)
 * ```
 */
export type CallOrigin = 'fixture' | 'generated' | 'future' | 'faulty'

interface Details {
  readonly by: MishandledBy
  readonly cause?: unknown
  readonly changedPath?: string
  readonly timeout: number
  readonly call: unknown
  readonly origin: CallOrigin
  readonly fault?: Fault
  readonly nearestFixture: CallFixtureName
  readonly diff: readonly string[]
  readonly seed: number
  readonly path: string
}

/**
 * Thrown by {@link assertHandlesAnyCall} when a function does not handle a call. The message has the reason, the fewest changes
 * of a fixture for which the function fails, and the call to reproduce the failure. The properties hold the same data, and the smallest
 * call. `cause` is the error of the function.
 *
 * @example
 * ```ts
 * import { writeFileSync } from 'node:fs'
 * import { assertHandlesAnyCall, CallNotHandledError } from 'graph-call-testkit/generators'
 *
 * try {
 *   await assertHandlesAnyCall((call) => call.subject?.length)
 * } catch (error) {
 *   if (error instanceof CallNotHandledError) writeFileSync('fixtures/not-handled.json', error.fixture)
 * }
 * ```
 * Source: fast-check's report of a counterexample.
 */
export class CallNotHandledError extends TestkitError {
  override readonly name = 'CallNotHandledError'
  /** Reason of the failure. */
  readonly by: MishandledBy
  /** Path of the changed value, for example `targets[0].identity`. Set only if the function changed its input. */
  readonly changedPath: string | undefined
  /** Smallest call that was found to cause the failure. */
  readonly call: unknown
  /** Text of a fixture file with that call, as JSON. */
  readonly fixture: string
  /** Origin of the call. */
  readonly origin: CallOrigin
  /** Fault of the call, if it is a faulty call. */
  readonly fault: Fault | undefined
  /** Name of the fixture that is most similar to the call. */
  readonly nearestFixture: CallFixtureName
  /**
   * Fewest changes of the nearest fixture for which the function fails in the same way, as lines of a diff. Empty if it fails for
   * the fixture itself. After a promise that never settled, all differences between the fixture and the call.
   */
  readonly diff: readonly string[]
  /** Seed of the run. `assertHandlesAnyCall(fn, { seed, path })` runs this call only. */
  readonly seed: number
  /** Path of the call within the run, in the format of fast-check. */
  readonly path: string

  constructor(details: Details) {
    const { by, changedPath, call, origin, fault, nearestFixture, diff, seed, path } = details
    const options = `{ seed: ${seed}, path: '${path}'${origin === 'faulty' ? ', faulty: true' : ''} }`
    super(
      [
        `The function does not handle every call: ${describeMishandling(details)}.`,
        ...(fault ? [`The call is faulty: ${fault.description}.`] : []),
        ...describeCall(details),
        `Reproduce with: await assertHandlesAnyCall(fn, ${options})`,
      ].join('\n'),
      by === 'throwing' ? { cause: details.cause } : {},
    )
    this.by = by
    this.changedPath = changedPath
    this.call = call
    this.fixture = `${JSON.stringify(call, null, 2)}\n`
    this.origin = origin
    this.fault = fault
    this.nearestFixture = nearestFixture
    this.diff = diff
    this.seed = seed
    this.path = path
  }
}

/** Largest numbers of lines in a report. */
const mostLines = { diff: 9, cause: 3 }

/** Longest text in a report, in characters. */
const longestText = 300

/** Describes the changes of the fixture, or the parts of the smallest call if the fixture itself fails. */
function describeCall({ call, nearestFixture, diff, origin }: Details): string[] {
  if (diff.length === 0) {
    const parts = optionalParts(call, 'call').map(
      ({ path, value }) => `${pathText(path)}: ${compactText(value)}`,
    )
    const needed = parts.length === 0 ? 'no optional property' : shortened(parts.join(', '))
    return [`It fails for the fixture '${nearestFixture}'. The smallest call that fails has ${needed}.`]
  }
  const more = diff.length - mostLines.diff
  return [
    `It fails for the fixture '${nearestFixture}' with these changes${origin === 'fixture' ? '' : ` (${origin} call)`}:`,
    ...diff.slice(0, mostLines.diff).map((line) => `  ${line}`),
    ...(more > 0 ? [`  … and ${more} more lines. error.fixture has the smallest call.`] : []),
  ]
}

function shortened(text: string): string {
  return text.length > longestText ? `${text.slice(0, longestText).toWellFormed()}…` : text
}

function describeMishandling({ by, cause, changedPath, timeout }: Details): string {
  switch (by) {
    case 'throwing':
      return `it threw ${describeCause(cause)}`
    case 'never-settling':
      return `its promise did not settle within ${timeout} ms`
    case 'changing-its-input':
      return `it changed its input at ${changedPath || 'the call itself'}. Change a copy instead`
  }
}

/** Checks for properties: `instanceof` fails for errors of other realms, which some test runners create. */
function describeCause(cause: unknown): string {
  if (typeof cause !== 'object' || cause === null) return shortened(String(cause))
  if (!('message' in cause)) return 'an object that is not an error'
  const text = `${'name' in cause ? String(cause.name) : 'Error'}: ${String(cause.message)}`
  return shortened(text.split('\n').slice(0, mostLines.cause).join('\n'))
}
