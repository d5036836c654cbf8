import { leaveRoster, participantIn } from '../calls/roster.ts'
import { type ActionHandler, assumedError } from './action.ts'
import { notInCall } from './participant-errors.ts'

/** Removes a participant from a group call. The bot is not notified. Source: Delete participant. */
export const deleteParticipant: ActionHandler = (live, { callId, ids }) => {
  const participantId = ids['participantId'] ?? ''
  const participant = participantIn(live, callId, participantId)
  if (!participant) return notInCall(participantId)
  const { meetingInfo, myParticipantId } = live.calls.callNamed(callId)
  if (participantId === myParticipantId) {
    return assumedError(400, '8523', 'A bot cannot remove itself. Delete the call.')
  }
  const organizer = meetingInfo && 'organizer' in meetingInfo ? meetingInfo.organizer : undefined
  const organizerId = organizer?.user?.id
  if (organizerId && participant.info?.identity?.user?.id === organizerId) {
    return assumedError(400, '8552', 'The organizer of the meeting cannot be removed.')
  }
  leaveRoster(live, callId, participantId, callId)
  return {}
}
