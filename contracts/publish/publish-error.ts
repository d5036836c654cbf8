import { RedactedError } from '../redacted-error.ts'

/**
 * Exit code of `contract publish` for each failure. As in every command, 1 means that it found a problem and 2 that it
 * could not run. A canceled command exits with 128 and the number of the signal, which is 2 for Ctrl+C.
 */
const publishFailures = {
  'lint-findings': 1,
  'cannot-run': 2,
  'no-git': 3,
  'dirty-git': 4,
  'unknown-branch': 5,
  'broker-down': 6,
  'broker-slow': 7,
  unauthorized: 8,
  conflict: 9,
  'broker-failed': 10,
  canceled: 130,
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
 * Pact in a {@link PublishReport}.
 *
 * @example
 * ```ts
 * import { type PublishedPact, publishPacts } from 'graph-call-testkit/contracts'
 *
 * const { pacts } = await publishPacts(['pacts'])
 * const names = pacts.map(({ consumer, provider }: PublishedPact) => `${consumer} -> ${provider}`)
 * ```
 * Source: Pact Specification V4.
 */
export interface PublishedPact {
  /** File, as you passed it. */
  readonly file: string
  /** Name of the consumer. */
  readonly consumer: string
  /** Name of the provider. */
  readonly provider: string
  /** Number of interactions. */
  readonly interactions: number
}

/**
 * Pact that the broker has not confirmed.
 *
 * @example
 * ```ts
 * import { PublishError, publishPacts, type UnpublishedPact } from 'graph-call-testkit/contracts'
 *
 * await publishPacts(['pacts']).catch((error) => {
 *   if (!(error instanceof PublishError)) throw error
 *   const lines = error.failed.map(({ file, reason }: UnpublishedPact) => `${file}: ${reason}`)
 *   console.log(lines.join('\n'))
 * })
 * ```
 * Sources: responses of the Pact Broker and output of the Pact CLI, as tested.
 */
export interface UnpublishedPact extends PublishedPact {
  /** Failure of this pact, or `not-tried` if an earlier failure ended the run. */
  readonly reason: PublishFailure | 'not-tried'
}

/** Data of a {@link PublishError}. */
interface PublishErrorData {
  readonly output?: string
  readonly published?: readonly PublishedPact[]
  readonly failed?: readonly UnpublishedPact[]
}

/**
 * Thrown when pacts were not published, or not all of them. The message says why, which pacts arrived, and what to do.
 *
 * @example
 * ```ts
 * import { PublishError, publishPacts } from 'graph-call-testkit/contracts'
 *
 * await publishPacts(['pacts']).catch((error) => {
 *   if (error instanceof PublishError) process.exitCode = error.exitCode
 * })
 * ```
 * Sources: responses of the Pact Broker and output of the Pact CLI, as tested.
 */
export class PublishError extends RedactedError {
  override readonly name = 'PublishError'
  /** Kind of failure. If several pacts failed, the failure of the first. */
  readonly failure: PublishFailure
  /** Exit code of `contract publish` for this failure. */
  readonly exitCode: number
  /** Output of git, lint or the Pact CLI, without secrets. Empty if there was no output. */
  readonly output: string
  /** Pacts that the broker has. Empty if the failure came before publishing. */
  readonly published: readonly PublishedPact[]
  /** Pacts that the broker has not confirmed. Empty if the failure came before publishing. */
  readonly failed: readonly UnpublishedPact[]

  constructor(failure: PublishFailure, message: string, data: PublishErrorData = {}) {
    super(message)
    const { output = '', published = [], failed = [] } = data
    this.failure = failure
    this.exitCode = publishFailures[failure]
    this.output = output
    this.published = published
    this.failed = failed
  }
}
