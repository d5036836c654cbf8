import { type ActionHandler, assumedError } from './action.ts'
import { completedOperation } from './operation-result.ts'

/**
 * Reports whether a recording bot records. Only in calls of policy-based recording, which observe a participant. The code of
 * the error is reported, its status is not.
 *
 * Source: call: updateRecordingStatus.
 */
export const updateRecordingStatus: ActionHandler = (live, request) => {
  const { incomingContext } = live.calls.callNamed(request.callId)
  if (!incomingContext?.observedParticipantId) {
    return assumedError(400, '8506', 'API call not allowed for non-Compliance Recording call')
  }
  return completedOperation(live, request, 'updateRecordingStatusOperation', { resultInfo: null })
}
