/** Pacts cannot be verified as was asked. */
export class CannotVerifyError extends Error {
  override readonly name = 'CannotVerifyError'
}
