import { TestkitError } from '../../model/errors.ts'

/**
 * Thrown by `tenant.addCall` if the tenant already has a call with the same id.
 *
 * @example
 * ```ts
 * tenant.addCall({ id: '2e1a' })
 * tenant.addCall({ id: '2e1a' }, { replace: true })
 * tenant.addCall({ id: '2e1a' }) // CallExistsError: The tenant already has a call with the ID "2e1a". ...
 * ```
 */
export class CallExistsError extends TestkitError {
  override readonly name = 'CallExistsError'
  /** Id of both calls. */
  readonly callId: string

  constructor(callId: string) {
    super(
      `The tenant already has a call with the ID ${JSON.stringify(callId)}. ` +
        'To replace it, pass { replace: true }. To keep both, give the new call another ID.',
    )
    this.callId = callId
  }
}
