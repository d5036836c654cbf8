import { TestkitError } from '../../model/errors.ts'
import type { CallState } from '../../model/types.generated.ts'

/**
 * A call cannot go where somebody wants it to go: from the state that it is in, no source shows such a way.
 *
 * @example
 * ```ts
 * tenant.transferCall(incomingCall.id) // CallTransitionError: The call "2e1a" cannot transfer: it is incoming. ...
 * ```
 */
export class CallTransitionError extends TestkitError {
  override readonly name = 'CallTransitionError'
  /** The id of the call. */
  readonly callId: string
  /** What was asked for, e.g. `'transfer'`, or `'turn out "unanswered"'`. */
  readonly transition: string
  /** The state of the call; absent where it has none. */
  readonly state: CallState | undefined
  /** What it can do instead: moves, or outcomes. */
  readonly allowed: readonly string[]

  constructor(callId: string, move: string, state: CallState | undefined, possible: readonly string[]) {
    const where = state === undefined ? 'it has no state' : `it is ${state}`
    const instead =
      possible.length > 0
        ? `Possible: ${possible.join(', ')}.`
        : 'Nothing is possible from there; to begin anew, place it with { replace: true }.'
    super(`The call ${JSON.stringify(callId)} cannot ${move}: ${where}. ${instead}`)
    this.callId = callId
    this.transition = move
    this.state = state
    this.allowed = possible
  }
}
