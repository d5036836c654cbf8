/**
 * Pacts cannot be verified as was asked; the message says why, and what to do.
 *
 * @example
 * ```ts
 * await verifyPacts(['pacts'], { baseUrl }).catch((error) => error instanceof CannotVerifyError && error.message)
 * ```
 */
export class CannotVerifyError extends Error {
  override readonly name = 'CannotVerifyError'
}
