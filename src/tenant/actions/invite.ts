import { isJsonObject, type JsonObject } from '../../model/json.ts'
import type { ReceivedCall } from '../../model/types.generated.ts'
import { peersOf, stepMilliseconds } from '../calls/connect.ts'
import { kindIn } from '../calls/live-call-kind.ts'
import { hasOption } from '../calls/notification-options.ts'
import { endOperation, operationsOf } from '../calls/operations.ts'
import { addParticipants, joinRoster, startRoster } from '../calls/roster.ts'
import { identityOfPerson, type JoiningParticipant, personEntry } from '../calls/roster-entry.ts'
import type { LiveParts } from '../live-parts.ts'
import { ringTarget } from '../people/ringing.ts'
import type { Ring } from '../people/rings.ts'
import { type ActionHandler, assumedError } from './action.ts'
import { invitationsIn, invitedInNotification, invitedInResponse, joinReplacedCall } from './invitation.ts'
import { inviteFailure, replacementFailure } from './invite-failures.ts'
import { runningOperation } from './operation-result.ts'

/** Purpose of a ring: the bot invites a person. */
const invited = 'invite'
/** Name of the task in which a participant of another call joins. */
const replaceCall = 'replace-call'

/** Registers the ends of invitations. */
export function handleInvitations(live: LiveParts): void {
  live.rings.handle(invited, (ring, result) => {
    if (!result) complete(live, ring.callId, operationIdOf(ring), { identity: identityOfPerson(ring.person) })
    else if (!others(live, ring)) fail(live, ring.callId, operationIdOf(ring), inviteFailure(result))
  })
  live.clock.handle(replaceCall, ({ callId, key = '' }) => replace(live, callId, key))
}

/**
 * Invites people. They ring at once, and the first who answers completes the operation. A peer-to-peer call becomes a group
 * call for good. A person in another call of the bot (`replacesCallId`) moves without ringing, and the other call ends.
 *
 * Source: participant: invite.
 */
export const invite: ActionHandler = (live, request) => {
  const { callId, body } = request
  const call = live.calls.callNamed(callId)
  const all = invitationsIn(body['participants'])
  const isReplacing = all[0]?.replacesCallId !== undefined
  // With `replacesCallId`, only the first participant counts.
  const people = isReplacing ? all.slice(0, 1) : all
  if (people.length > 1 && !call.chatInfo) {
    return assumedError(400, '8523', 'Only one participant can be invited to a call without a chatInfo.')
  }
  const result = runningOperation(live, request, 'inviteParticipantsOperation', {
    status: 'Running',
    resultInfo: null,
    participants: people.map((each) => invitedInResponse(each, call)),
  })
  const { operationId } = result
  if (isReplacing) {
    for (const person of people) joinReplacedCall(live, request, person)
    live.clock.schedule({ name: replaceCall, callId, key: operationId }, stepMilliseconds)
    return result
  }
  for (const [index, { identity }] of people.entries()) {
    ringTarget(live, { callId, key: `${operationId} ${index}`, purpose: invited, target: { identity } })
  }
  return result
}

/** Completes an invitation: the operation ends before the roster is sent. */
function complete(live: LiveParts, callId: string, operationId: string, person: JoiningParticipant): void {
  endOperation(live, callId, operationId, 'completed', {
    participants: participantsOf(live.calls.callNamed(callId), operationId),
  })
  if (kindIn(live, callId) === 'group') joinRoster(live, callId, person)
  else escalate(live, callId, person)
}

/** Turns a peer-to-peer call into a group call. The roster has the bot, unless it is hidden, and both participants. */
function escalate(live: LiveParts, callId: string, person: JoiningParticipant): void {
  const call = live.calls.callNamed(callId)
  live.sessions.update(callId, { kind: 'group' })
  const known = call.participants ?? []
  const peers = known.length > 0 ? [] : peersOf(live, call)
  const participants = [...peers, personEntry(live, call, person)]
  if (hasOption(call, 'hideBotAfterEscalation')) addParticipants(live, callId, participants)
  else startRoster(live, callId, participants)
}

/** Moves the participant of another call into this one. The other call ends without a result. */
function replace(live: LiveParts, callId: string, operationId: string): void {
  const { calls } = live
  const operation = operationsOf(calls.callNamed(callId)).find(({ id }) => id === operationId)
  const [first] = operation && 'participants' in operation ? invitationsIn(operation.participants) : []
  if (!first) return
  const { replacesCallId = '', identity } = first
  if (calls.stateOf(replacesCallId) !== 'established' || replacesCallId === callId) {
    fail(live, callId, operationId, replacementFailure)
    return
  }
  complete(live, callId, operationId, { identity })
  calls.enter(replacesCallId, 'terminated')
}

function fail(
  live: LiveParts,
  callId: string,
  operationId: string,
  result: ReturnType<typeof inviteFailure>,
): void {
  const participants = participantsOf(live.calls.callNamed(callId), operationId)
  endOperation(live, callId, operationId, 'failed', { participants }, result)
}

function participantsOf(call: ReceivedCall, operationId: string): readonly JsonObject[] {
  const operation = operationsOf(call).find(({ id }) => id === operationId)
  const participants = operation && 'participants' in operation ? operation.participants : []
  return (Array.isArray(participants) ? participants : []).filter(isJsonObject).map(invitedInNotification)
}

/** Keys of rings are the id of the operation and the number of the person. */
function operationIdOf({ key }: Ring): string {
  return key.split(' ')[0] ?? ''
}

/** True if other people of the same invitation still ring. */
function others({ rings }: LiveParts, ring: Ring): boolean {
  return rings.in(ring.callId).some((each) => operationIdOf(each) === operationIdOf(ring))
}
