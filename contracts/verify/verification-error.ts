import { TestkitError } from '../../src/model/errors.ts'
/**
 * Pacts cannot be verified as was asked; the message says why, and what to do.
 *
 * @example
 * ```ts
 * await verifyPacts(['pacts'], { baseUrl }).catch((error) => error instanceof CannotVerifyError && error.message)
 * ```
 */
export class VerificationError extends TestkitError {
  override readonly name = 'CannotVerifyError'
}
