import { RedactedError } from '../redacted-error.ts'

/**
 * Thrown when pacts cannot be verified as you asked. The message says why and what to do.
 *
 * @example
 * ```ts
 * import { VerificationError, verifyPacts } from 'graph-call-testkit/contracts'
 *
 * await verifyPacts(['pacts'], { metadata: 'metadata.xml' }).catch((error) => {
 *   if (error instanceof VerificationError) console.error(error.message)
 * })
 * ```
 * Source: the options of `verifyPacts` and `verifyProvider`.
 */
export class VerificationError extends RedactedError {
  override readonly name = 'VerificationError'
}
