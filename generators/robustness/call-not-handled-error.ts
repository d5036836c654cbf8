import type { CallFixtureName } from '../../fixtures/fixture.ts'
import type { Fault } from '../../src/builder/faulty-call.ts'
import { TestkitError } from '../../src/model/errors.ts'

/** What a function did that it should not. */
export type MishandledBy =
  /** It threw, or its promise was rejected. */
  | 'throwing'
  /** Its promise did not settle in time. */
  | 'never-settling'
  /** It changed the call that it was given. */
  | 'changing-its-input'

/** Where a call came from. */
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
 * A function does not handle a call. `message` tells a person what it did, with which call, and how to see it again; the
 * fields hold the same as data. `cause` is what the function threw.
 *
 * @example
 * ```ts
 * try {
 *   await assertHandlesAnyCall(render)
 * } catch (error) {
 *   if (error instanceof CallNotHandledError) writeFileSync('fixtures/found.json', error.fixture)
 * }
 * ```
 */
export class CallNotHandledError extends TestkitError {
  override readonly name = 'CallNotHandledError'
  /** What the function did. */
  readonly by: MishandledBy
  /** What it changed of its input, e.g. `targets[0].identity`; nothing where it did something else. */
  readonly changedPath: string | undefined
  /** The smallest call that was found with which it does so. */
  readonly call: unknown
  /** The text of a fixture file with that call: JSON, ready to be written or pasted. */
  readonly fixture: string
  /** Where the call came from. */
  readonly origin: CallOrigin
  /** What is wrong with the call, where it is a faulty one. */
  readonly fault: Fault | undefined
  /** The fixture that is nearest to the call. */
  readonly nearestFixture: CallFixtureName
  /** With `path`, replays this call alone: `assertHandlesAnyCall(fn, { seed, path })`. */
  readonly seed: number
  /** As fast-check writes it. */
  readonly path: string

  constructor(details: Details) {
    const { by, changedPath, call, origin, fault, nearestFixture, seed, path } = details
    const fixture = `${JSON.stringify(call, null, 2)}\n`
    const replay = `{ seed: ${seed}, path: '${path}'${origin === 'faulty' ? ', faulty: true' : ''} }`
    super(
      [
        `The function does not handle every call: ${describeMishandling(details)}.`,
        `The smallest call found (${fault ? `faulty: ${fault.description}` : origin}; nearest fixture: ${nearestFixture}):`,
        fixture.trimEnd(),
        `To see it again: assertHandlesAnyCall(fn, ${replay})`,
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
      return `it changed its input at ${changedPath || 'the call itself'}; give it a copy to change`
  }
}

/** By what it has: where a test runner has realms of its own, `instanceof` knows no error of another one. */
function describeCause(cause: unknown): string {
  if (typeof cause !== 'object' || cause === null) return String(cause)
  if (!('message' in cause)) return 'an object that is no error'
  return `${'name' in cause ? String(cause.name) : 'Error'}: ${String(cause.message)}`
}
