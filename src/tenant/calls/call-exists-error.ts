import { TestkitError } from '../../model/errors.ts'
/**
 * A call was placed in a tenant that has one with the same id already.
 *
 * @example
 * ```ts
 * tenant.addCall(call) // CallExistsError: A call with the id "2e1a" is in the tenant already. ...
 * tenant.addCall(call, { replace: true })
 * ```
 */
export class CallExistsError extends TestkitError {
  override readonly name = 'CallExistsError'
  /** The id that both have. */
  readonly callId: string

  constructor(callId: string) {
    super(
      `A call with the id ${JSON.stringify(callId)} is in the tenant already. ` +
        'To put another in its place, say { replace: true }; to have both, give this one an id of its own.',
    )
    this.callId = callId
  }
}
