import { TestkitError } from '../../model/errors.ts'

/**
 * Thrown if the tenant has no call with the given id.
 *
 * @example
 * ```ts
 * tenant.addCall({ id: '2e1a' })
 * tenant.advance('2e1') // UnknownCallError: The tenant has no call with the ID "2e1". Did you mean "2e1a"? ...
 * ```
 */
export class UnknownCallError extends TestkitError {
  override readonly name = 'UnknownCallError'
  /** Id that was not found. */
  readonly callId: string
  /** Ids of the most similar calls, at most three. */
  readonly nearestIds: readonly string[]

  constructor(callId: string, nearestIds: readonly string[]) {
    const nearest = nearestIds.map((id) => JSON.stringify(id)).join(' or ')
    super(
      `The tenant has no call with the ID ${JSON.stringify(callId)}. ` +
        (nearest ? `Did you mean ${nearest}? ` : '') +
        'Add it with addCall. A call that has ended is removed after keepEndedCallsFor.',
    )
    this.callId = callId
    this.nearestIds = nearestIds
  }
}
