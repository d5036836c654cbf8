import { TestkitError } from '../../model/errors.ts'
/**
 * No call with this id is in the tenant: it was not placed, or it has ended and is no longer there.
 *
 * @example
 * ```ts
 * tenant.advance('2e1') // UnknownCallError: No call with the id "2e1" is in the tenant. Nearest: "2e1a". ...
 * ```
 */
export class UnknownCallError extends TestkitError {
  override readonly name = 'UnknownCallError'
  /** The id that was asked for. */
  readonly callId: string
  /** The ids of calls that are most like it, at most three; none where none is like it. */
  readonly nearestIds: readonly string[]

  constructor(callId: string, nearestIds: readonly string[]) {
    const nearest = nearestIds.map((id) => JSON.stringify(id)).join(', ')
    super(
      `No call with the id ${JSON.stringify(callId)} is in the tenant. ` +
        (nearest ? `Nearest: ${nearest}. ` : '') +
        'It was not placed, or it has ended and is gone.',
    )
    this.callId = callId
    this.nearestIds = nearestIds
  }
}
