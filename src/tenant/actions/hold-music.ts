import { stepMilliseconds } from '../calls/connect.ts'
import { participantIn } from '../calls/roster.ts'
import type { LiveParts } from '../live-parts.ts'
import { type ActionHandler, type ActionRequest, type ActionResult, assumedError } from './action.ts'
import { completeDocumentedOperation } from './end-documented-operation.ts'
import { runningOperation } from './operation-result.ts'
import { notInCall } from './participant-errors.ts'

/** Name of the task that completes the operation. */
const holdMusicChanges = 'hold-music-changes'

/** Registers the end of the operations. */
export function handleHoldMusic(live: LiveParts): void {
  live.clock.handle(holdMusicChanges, ({ callId, key = '' }) =>
    completeDocumentedOperation(live, callId, key, { '@odata.etag': 'W/"1002"' }),
  )
}

/** Puts a participant on hold. Only one can be on hold at a time. Source: participant: startHoldMusic. */
export const startHoldMusic: ActionHandler = (live, request) => {
  const { callId, participantId } = targetOf(request)
  if (!participantIn(live, callId, participantId)) return notInCall(participantId)
  const { onHold } = live.sessions.of(callId)
  if (onHold !== undefined && onHold !== participantId) {
    return assumedError(409, '8519', `Another participant is on hold: '${onHold}'.`)
  }
  return change(live, request, 'startHoldMusicOperation', participantId)
}

/** Takes a participant off hold. Source: participant: stopHoldMusic. */
export const stopHoldMusic: ActionHandler = (live, request) => {
  const { callId, participantId } = targetOf(request)
  if (!participantIn(live, callId, participantId)) return notInCall(participantId)
  if (live.sessions.of(callId).onHold !== participantId) {
    return assumedError(409, '8519', `The participant '${participantId}' is not on hold.`)
  }
  return change(live, request, 'stopHoldMusicOperation', undefined)
}

function targetOf({ callId, ids }: ActionRequest) {
  return { callId, participantId: ids['participantId'] ?? '' }
}

function change(
  live: LiveParts,
  request: ActionRequest,
  type: string,
  onHold: string | undefined,
): ActionResult {
  const result = runningOperation(live, request, type)
  live.sessions.update(request.callId, { onHold })
  live.clock.schedule(
    { name: holdMusicChanges, callId: request.callId, key: result.operationId },
    stepMilliseconds,
  )
  return result
}
