import { updateParticipants } from '../calls/roster.ts'
import type { LiveParts } from '../live-parts.ts'
import { type ActionHandler, type ActionRequest, type ActionResult, metadataUrlOf } from './action.ts'
import { completedOperation } from './operation-result.ts'
import { absenceError, notInCall } from './participant-errors.ts'

/** Mutes the bot. Source: call: mute. */
export const mute: ActionHandler = (live, request) => {
  setMuted(live, request.callId, [ownId(live, request)], true)
  return withContext(live, request, 'muteParticipantOperation')
}

/** Unmutes the bot. Source: call: unmute. */
export const unmute: ActionHandler = (live, request) => {
  setMuted(live, request.callId, [ownId(live, request)], false)
  return withContext(live, request, 'unmuteParticipantOperation')
}

/** Mutes a participant. Nobody can unmute another participant. Source: participant: mute. */
export const muteParticipant: ActionHandler = (live, request) => {
  const participantId = request.ids['participantId'] ?? ''
  if (!setMuted(live, request.callId, [participantId], true)) return notInCall(participantId)
  return withContext(live, request, 'muteParticipantOperation')
}

/** Mutes several participants. Source: participant: muteAll (beta). */
export const muteAll: ActionHandler = (live, request) => {
  const { participants } = request.body
  const ids = Array.isArray(participants) ? participants.map(String) : []
  const error = absenceError(live.calls.callNamed(request.callId), ids)
  if (error) return error
  setMuted(live, request.callId, ids, true)
  return completedOperation(live, request, 'commsOperation')
}

function ownId({ calls }: LiveParts, { callId }: ActionRequest): string {
  return calls.callNamed(callId).myParticipantId ?? ''
}

/**
 * Mutes or unmutes participants, in one roster.
 *
 * @returns false if none of them is in the call
 */
function setMuted(
  live: LiveParts,
  callId: string,
  participantIds: readonly string[],
  isMuted: boolean,
): boolean {
  return updateParticipants(live, callId, participantIds, () => ({ isMuted }))
}

/** The response has a context, unlike those of other operations. Sources: call: mute; call: unmute; participant: mute. */
function withContext(live: LiveParts, request: ActionRequest, type: string): ActionResult {
  const result = completedOperation(live, request, type)
  return { ...result, body: { '@odata.context': `${metadataUrlOf(request)}#${type}`, ...result.body } }
}
