import type { JsonObject } from '../../model/json.ts'
import type { ReceivedParticipant } from '../../model/types.generated.ts'
import { participantIn, rosterOf } from '../calls/roster.ts'
import type { ActionHandler } from './action.ts'
import { notInCall } from './participant-errors.ts'

/** Lists the participants of a group call. Source: List participants. */
export const listParticipants: ActionHandler = ({ calls }, { callId, context }) => ({
  body: {
    '@odata.context': `${context}('${callId}')/participants`,
    value: rosterOf(calls.callNamed(callId)).map(asResponse),
  },
})

/** Returns a participant of a group call. Source: Get participant. */
export const getParticipant: ActionHandler = (live, { callId, context, ids }) => {
  const participantId = ids['participantId'] ?? ''
  const participant = participantIn(live, callId, participantId)
  if (!participant) return notInCall(participantId)
  return {
    body: { '@odata.context': `${context}('${callId}')/participants/$entity`, ...asResponse(participant) },
  }
}

/** Responses have an id in `info`, and `metadata`, which is null. Source: the examples of both pages. */
function asResponse(participant: ReceivedParticipant): JsonObject {
  const { id, info, metadata = null } = participant
  const { '@odata.type': type, ...rest } = info ?? {}
  return { ...participant, info: { ...(type && { '@odata.type': type }), id, ...rest }, metadata }
}
