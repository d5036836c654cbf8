import { RedactedError } from '../redacted-error.ts'

/**
 * Thrown by `readsOf` and `notificationReadsOf` when the function throws for every body, so that its reads cannot be found. `cause` is the first error.
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
 * Source: the bodies that these functions pass to the function.
 */
export class ReadsError extends RedactedError {
  override readonly name = 'ReadsError'
}
