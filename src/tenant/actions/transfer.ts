import { isJsonObject, type JsonObject } from '../../model/json.ts'
import { kindOf } from '../calls/call-kind.ts'
import { kindIn } from '../calls/live-call-kind.ts'
import { participantIn } from '../calls/roster.ts'
import { startTransfer } from '../calls/transfers.ts'
import type { LiveParts } from '../live-parts.ts'
import {
  type ActionHandler,
  type ActionRequest,
  type ActionResult,
  assumedError,
  knownError,
} from './action.ts'
import { invitationsIn, joinReplacedCall } from './invitation.ts'
import { notInCall } from './participant-errors.ts'

/**
 * Transfers the other participant of a call, or one participant of a group call (`transferee`), to somebody else. With
 * `replacesCallId`, the target is the other participant of another call of the bot.
 *
 * Source: call: transfer.
 */
export const transfer: ActionHandler = (live, request) => {
  const { callId, body } = request
  const [target] = invitationsIn([body['transferTarget']])
  if (!target) return assumedError(400, '8523', "The parameter 'transferTarget' is missing.")
  const error = groupError(live, request)
  if (error) return error
  const transfereeId = transfereeOf(body)
  joinReplacedCall(live, request, target)
  startTransfer(live, callId, {
    target,
    ...(target.replacesCallId !== undefined && { replacesCallId: target.replacesCallId }),
    ...(transfereeId !== undefined && { transfereeId }),
  })
  return { isAssumed: transfereeId !== undefined }
}

/** Returns the error of a transfer that the kind of the call does not allow. */
function groupError(live: LiveParts, { callId, body }: ActionRequest): ActionResult | undefined {
  const call = live.calls.callNamed(callId)
  // Reported: after an invitation has turned a peer-to-peer call into a meeting.
  if (kindIn(live, callId) === 'group' && kindOf(call) !== 'group') {
    return knownError(400, '8523', 'Cannot do transfer for meeting mode')
  }
  const transfereeId = transfereeOf(body)
  if (kindIn(live, callId) === 'group') {
    if (!transfereeId) {
      return assumedError(400, '8523', "The parameter 'transferee' with a 'participantId' is missing.")
    }
    return participantIn(live, callId, transfereeId) ? undefined : notInCall(transfereeId)
  }
  if (transfereeId === undefined) return undefined
  return assumedError(400, '8523', "The parameter 'transferee' is only supported in a group call.")
}

function transfereeOf({ transferee }: JsonObject): string | undefined {
  if (!isJsonObject(transferee)) return undefined
  const { participantId } = transferee
  return typeof participantId === 'string' ? participantId : ''
}
