import { TestkitError } from '../../model/errors.ts'
import type { CallState } from '../../model/types.generated.ts'

/**
 * Thrown when a call cannot take the requested transition from its state. Only documented and reported transitions are
 * possible.
 *
 * @example
 * ```ts
 * const id = tenant.addCall({ id: '2e1a', state: 'incoming' })
 * tenant.transferCall(id) // CallTransitionError: Cannot apply transferCall to call "2e1a": its state is incoming. ...
 * ```
 */
export class CallTransitionError extends TestkitError {
  override readonly name = 'CallTransitionError'
  /** Id of the call. */
  readonly callId: string
  /** Requested transition: `'advance'`, `'transferCall'`, `'endCall'`, `'stepEvery'`, or for example `'outcome "unanswered"'`. */
  readonly transition: string
  /** State of the call, if it has one. */
  readonly state: CallState | undefined
  /** Transitions, or outcomes, that are possible instead. */
  readonly allowed: readonly string[]

  constructor(callId: string, transition: string, state: CallState | undefined, allowed: readonly string[]) {
    const found = state === undefined ? 'it has no state' : `its state is ${state}`
    const instead =
      allowed.length > 0
        ? `Allowed: ${allowed.join(', ')}.`
        : 'This state allows no transition. To start over, add the call again with { replace: true }.'
    super(`Cannot apply ${transition} to call ${JSON.stringify(callId)}: ${found}. ${instead}`)
    this.callId = callId
    this.transition = transition
    this.state = state
    this.allowed = allowed
  }
}
