import type { CallFixtureName } from '../../fixtures/fixture.ts'
import type { Fault } from '../../src/builder/faulty-call.ts'
import { TestkitError } from '../../src/model/errors.ts'

/** Reason why a function does not handle a call. */
export type MishandledBy =
  /** It threw, or its promise was rejected. */
  | 'throwing'
  /** Its promise did not settle in time. */
  | 'never-settling'
  /** It changed the call that it received. */
  | 'changing-its-input'

/** Origin of a call: a fixture, `anyCall`, `anyFutureCall` or `anyFaultyCall`. */
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
  readonly seed: number
  readonly path: string
}

/**
 * Thrown by {@link assertHandlesAnyCall} when a function does not handle a call. The message has the reason, the smallest call
 * that was found, and the options to reproduce the failure. The properties hold the same data. `cause` is the error of the
 * function.
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
  /** Seed of the run. `assertHandlesAnyCall(fn, { seed, path })` runs this call only. */
  readonly seed: number
  /** Path of the call within the run, in the format of fast-check. */
  readonly path: string

  constructor(details: Details) {
    const { by, changedPath, call, origin, fault, nearestFixture, seed, path } = details
    const fixture = `${JSON.stringify(call, null, 2)}\n`
    const options = `{ seed: ${seed}, path: '${path}'${origin === 'faulty' ? ', faulty: true' : ''} }`
    super(
      [
        `The function does not handle every call: ${describeMishandling(details)}.`,
        `Smallest call that causes this (${fault ? `faulty: ${fault.description}` : origin}, nearest fixture: ${nearestFixture}):`,
        fixture.trimEnd(),
        `Reproduce with: assertHandlesAnyCall(fn, ${options})`,
      ].join('\n'),
      by === 'throwing' ? { cause: details.cause } : {},
    )
    this.by = by
    this.changedPath = changedPath
    this.call = call
    this.fixture = fixture
    this.origin = origin
    this.fault = fault
    this.nearestFixture = nearestFixture
    this.seed = seed
    this.path = path
  }
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
  if (typeof cause !== 'object' || cause === null) return String(cause)
  if (!('message' in cause)) return 'an object that is not an error'
  return `${'name' in cause ? String(cause.name) : 'Error'}: ${String(cause.message)}`
}
