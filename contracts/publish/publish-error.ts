import { TestkitError } from '../../src/model/errors.ts'

/**
 * Exit code of `contract publish` for each failure. As in every command, 1 means that it found a problem and 2 that it
 * could not run.
 */
const publishFailures = {
  'lint-findings': 1,
  'cannot-run': 2,
  'no-git': 3,
  'dirty-git': 4,
  'detached-head': 5,
  'broker-down': 6,
  'broker-slow': 7,
  unauthorized: 8,
  conflict: 9,
  'broker-failed': 10,
} as const

/**
 * Reason why pacts were not published, or not all of them.
 *
 * @example
 * ```ts
 * import type { PublishFailure } from 'graph-call-testkit/contracts'
 *
 * const worthRetrying: PublishFailure[] = ['broker-down', 'broker-slow', 'broker-failed']
 * ```
 * Sources: responses of the Pact Broker and output of the Pact CLI, as tested.
 */
export type PublishFailure = keyof typeof publishFailures

/**
 * Thrown when pacts were not published, or not all of them. The message says why and what to do.
 *
 * @example
 * ```ts
 * import { PublishError, publishPacts } from 'graph-call-testkit/contracts'
 *
 * await publishPacts(['pacts']).catch((error) => {
 *   if (error instanceof PublishError) process.exitCode = error.exitCode
 * })
 * ```
 */
export class PublishError extends TestkitError {
  override readonly name = 'PublishError'
  /** Kind of failure. */
  readonly failure: PublishFailure
  /** Exit code of `contract publish` for this failure. */
  readonly exitCode: number
  /** Output of git, lint or the Pact CLI, without secrets. Empty if there was no output. */
  readonly output: string

  constructor(failure: PublishFailure, message: string, output = '') {
    super(message)
    this.failure = failure
    this.exitCode = publishFailures[failure]
    this.output = output
  }
}
