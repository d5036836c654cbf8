import type { NamedAction } from '../../model/actions/index.ts'
import { mediaOf } from '../calls/call-kind.ts'
import { kindIn } from '../calls/live-call-kind.ts'
import type { LiveParts } from '../live-parts.ts'
import { assumedError, callNotFound, knownError, type ServiceError } from './action.ts'

/** Returns the error of an action that is not allowed in a call, or undefined. */
export function errorInCall(
  live: LiveParts,
  { name, allowed }: NamedAction,
  callId: string,
): ServiceError | undefined {
  const { calls } = live
  const state = calls.stateOf(callId)
  // Documented for keepAlive: 404 for a call that has ended.
  if (state === 'terminated') return callNotFound.error
  if (!allowed) return undefined
  const call = calls.callNamed(callId)
  if (state === undefined || !allowed.states.includes(state)) return wrongState(allowed.states, state)
  if (allowed.kind === 'group' && kindIn(live, callId) !== 'group') {
    return assumedError(400, '8548', 'This operation is only supported in a group call.').error
  }
  const media = mediaOf(call)
  if (allowed.media && media && media !== allowed.media) {
    // Reported for `subscribeToTone` in a call whose media the bot hosts. The service misspells the other message.
    const message =
      name === 'subscribeToTone'
        ? 'Encountered Exception during ToneSubscription'
        : 'Unkown internal Server Error.'
    return knownError(500, '9999', message).error
  }
  return undefined
}

function wrongState(states: readonly string[], state: string | undefined): ServiceError {
  return states.includes('established')
    ? assumedError(400, '8501', `The call is not established. Its state is '${state}'.`).error
    : assumedError(400, '8585', `The state of the call is '${state}'. Expected '${states.join("' or '")}'.`)
        .error
}
