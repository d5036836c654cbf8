import type { ReceivedCall } from '../../model/types.generated.ts'
import { CallFormatError } from '../../read/call-format-error.ts'
import { readCall } from '../../read/read-call.ts'
import { kindOf } from '../calls/call-kind.ts'
import { joinMeeting, joinMilliseconds, stepMilliseconds } from '../calls/connect.ts'
import { ringTargets } from '../people/outgoing-call.ts'
import { type ActionHandler, assumedError, knownError } from './action.ts'
import { createdCall } from './call-body.ts'
import { checkLimits } from './check-limits.ts'

/** Creates a call: rings its targets, or joins a meeting. Source: Create call. */
export const createCall: ActionHandler = (live, request) => {
  const { bots, ids, calls, sessions, clock } = live
  const { mediaConfig, meetingInfo, targets } = request.body
  // Reported: a body without a media configuration.
  if (!mediaConfig) return knownError(400, '8523', 'Missing mediaConfig information.')
  if (!meetingInfo && !(Array.isArray(targets) && targets.length > 0)) {
    return assumedError(400, '8523', "One of the parameters 'targets' and 'meetingInfo' is missing.")
  }
  const { callbackUri } = request.body
  const bot = bots.of(request.appId, typeof callbackUri === 'string' ? callbackUri : undefined)
  const appId = request.appId ?? bot?.appId
  const id = ids.next('call')
  const body = createdCall(request, {
    caller: { appId, displayName: bot?.displayName },
    id,
    callChainId: ids.next('callChain'),
    myParticipantId: ids.next('participant'),
  })
  let call: ReceivedCall
  try {
    call = readCall(body)
  } catch (error) {
    if (!(error instanceof CallFormatError)) throw error
    return assumedError(400, '8523', error.message)
  }
  const tooMany = checkLimits(live, appId)
  if (tooMany) return tooMany
  const scenarioId = request.header('scenario-id')
  sessions.update(id, {
    ...(appId !== undefined && { appId }),
    ...(scenarioId && { scenarioId }),
  })
  calls.addCreated(id, call)
  if (kindOf(call) === 'group') clock.schedule({ name: joinMeeting, callId: id }, joinMilliseconds)
  else clock.schedule({ name: ringTargets, callId: id }, stepMilliseconds)
  return { body, location: `${request.callsUrl}/${id}` }
}
