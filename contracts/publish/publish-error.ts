import { TestkitError } from '../../src/model/errors.ts'
/**
 * Why nothing, or not all, was published, and the exit code of the command for it. 1 and 2 are every command's: it found
 * something, it could not run.
 */
export const publishFailures = {
  'lint-findings': 1,
  'cannot-run': 2,
  'no-git': 3,
  'dirty-git': 4,
  'detached-head': 5,
  'broker-down': 6,
  'broker-slow': 7,
  unauthorised: 8,
  conflict: 9,
  'broker-failed': 10,
} as const

/** Why nothing, or not all, was published. */
export type PublishFailure = keyof typeof publishFailures

/**
 * Pacts were not published: the message says why, and what to do.
 *
 * @example
 * ```ts
 * await publishPacts(['pacts']).catch((error) => {
 *   if (error instanceof PublishError) process.exitCode = error.exitCode
 * })
 * ```
 */
export class PublishError extends TestkitError {
  override readonly name = 'PublishError'
  /** What kind of trouble it is. */
  readonly failure: PublishFailure
  /** What the command exits with. */
  readonly exitCode: number
  /** What the broker or its client said, without secrets; empty where they were not asked. */
  readonly output: string

  constructor(failure: PublishFailure, message: string, said = '') {
    super(message)
    this.failure = failure
    this.exitCode = publishFailures[failure]
    this.output = said
  }
}
