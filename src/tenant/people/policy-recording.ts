import { receivedTagsOf } from '../../model/index.ts'
import { isJsonObject, type JsonObject } from '../../model/json.ts'
import { describeValue } from '../../read/describe-value.ts'
import { problemsInValue } from '../../read/find-problems.ts'
import { isCallback } from '../actions/check-action-body.ts'
import { joinRoster } from '../calls/roster.ts'
import { identityOfPerson } from '../calls/roster-entry.ts'
import type { JoiningPerson } from '../calls/sessions.ts'
import type { LiveParts } from '../live-parts.ts'
import type { CallEvent, DeliveredEvent } from '../notifications/feed.ts'
import { callBot } from './call-bot.ts'
import type { PersonIdentity } from './identities.ts'

const joiningType = '#microsoft.graph.participantJoiningNotification'

/** Start of the act of a person that the bot has rejected. */
const isRejected = 'is rejected: '

/** Registers the responses of bots for policy-based recording to people who join. */
export function handleRecordingPolicy(live: LiveParts): void {
  live.feed.onDelivered((delivered) => onDelivered(live, delivered))
}

/** True if the bot records the call because of a policy. Source: incomingContext. */
export function isRecorded({ calls }: Pick<LiveParts, 'calls'>, callId: string): boolean {
  return typeof calls.callNamed(callId).incomingContext?.observedParticipantId === 'string'
}

/**
 * Asks the bot of a recorded call to admit a person. The body of its response decides.
 *
 * Source: participantJoiningNotification. The envelope is assumed.
 */
export function asksToJoin(live: LiveParts, callId: string, person: PersonIdentity): void {
  const { ids, sessions, timeline } = live
  const participantId = ids.next('participant')
  const { name, id, phone } = person
  const joining: JoiningPerson = {
    participantId,
    person: { name, id, ...(phone !== undefined && { phone }) },
  }
  timeline.addAct(callId, name, 'asks to join')
  sessions.update(callId, { joining: [...(sessions.of(callId).joining ?? []), joining] })
  const data = { '@odata.type': joiningType, call: recordedCall(live, callId, participantId) }
  emit(live, callId, { changeType: 'created', data, readsResponse: true })
}

/**
 * Notifies the bot of a recorded call that a participant has left.
 *
 * Source: participantLeftNotification. The envelope is assumed.
 */
export function notifyOfLeaving(live: LiveParts, callId: string, participantId: string): void {
  const type = '#microsoft.graph.participantLeftNotification'
  const call = recordedCall(live, callId, participantId)
  emit(live, callId, { changeType: 'deleted', data: { '@odata.type': type, participantId, call } })
}

/** True if a person waits for the response of the bot. */
export function isJoining({ sessions }: Pick<LiveParts, 'sessions'>, callId: string, name: string): boolean {
  return (sessions.of(callId).joining ?? []).some(({ person }) => person.name === name)
}

/** Returns why the bot has not admitted a person, or undefined. */
export function rejectionOf(
  { timeline }: Pick<LiveParts, 'timeline'>,
  callId: string,
  name: string,
): string | undefined {
  const last = timeline.of(callId).findLast((entry) => entry.kind === 'person' && entry.person === name)
  return last?.kind === 'person' && last.act.startsWith(isRejected)
    ? `the bot has rejected the person: ${last.act.slice(isRejected.length)}`
    : undefined
}

function emit(
  { calls, feed }: LiveParts,
  callId: string,
  event: Pick<CallEvent, 'changeType' | 'data' | 'readsResponse'>,
): void {
  const { callbackUri } = calls.callNamed(callId)
  feed.emit({ callId, callbackUri, state: calls.stateOf(callId), path: '', ...event })
}

/** Returns the call of a notification, with the participant that it is about. */
function recordedCall({ calls }: LiveParts, callId: string, observedParticipantId: string): JsonObject {
  const { state, direction, callbackUri, callChainId, source, targets, incomingContext, ...call } =
    calls.callNamed(callId)
  const { requestedModalities, tenantId, myParticipantId, id } = call
  return {
    '@odata.type': '#microsoft.graph.call',
    ...{ state, direction, callbackUri, callChainId, source, targets },
    ...{ requestedModalities, tenantId, myParticipantId },
    incomingContext: { ...incomingContext, observedParticipantId },
    id,
  }
}

function onDelivered(live: LiveParts, { event, result, responseBody, isRepeated }: DeliveredEvent): void {
  const { calls, sessions } = live
  const { callId } = event
  const participantId = joiningParticipantIn(event)
  const { joining = [], appId } = sessions.of(callId)
  const found = joining.find((each) => each.participantId === participantId)
  // A copy of the notification, or the call has ended.
  if (!found || isRepeated) return
  sessions.update(callId, { joining: joining.filter((each) => each !== found) })
  if (calls.stateOf(callId) !== 'established') return
  const status = 'status' in result ? String(result.status) : result.error.reason
  const decision = decisionIn(responseBody, status)
  if ('rejected' in decision) live.timeline.addAct(callId, found.person.name, isRejected + decision.rejected)
  else if (decision.inviteUri === undefined) admit(live, callId, found)
  else inviteOther(live, callId, found.person, { appId, callbackUri: decision.inviteUri })
}

/** Returns the id of the participant in a participantJoiningNotification. */
function joiningParticipantIn({ readsResponse, data }: CallEvent): unknown {
  const call = readsResponse && isJsonObject(data) ? data['call'] : undefined
  if (!isJsonObject(call)) return undefined
  const { incomingContext } = call
  return isJsonObject(incomingContext) ? incomingContext['observedParticipantId'] : undefined
}

type Decision = { readonly rejected: string } | { readonly inviteUri?: string }

/**
 * Returns the decision in the body of a response. No source shows what follows from another body: the person is rejected.
 *
 * Source: participantJoiningResponse.
 */
function decisionIn(text: string | undefined, status: string): Decision {
  const body = parsed(text)
  const tag = isJsonObject(body) ? body['@odata.type'] : undefined
  const isOfType = (name: string) => receivedTagsOf(name).some((each) => each === tag)
  if (isOfType('acceptJoinResponse')) return {}
  if (isOfType('rejectJoinResponse') && isJsonObject(body)) {
    const [problem] = problemsInValue({ kind: 'object', name: 'rejectJoinResponse' }, body)
    if (!problem) return { rejected: String(body['reason']) }
  }
  if (isOfType('inviteNewBotResponse') && isJsonObject(body)) {
    const { inviteUri } = body
    if (typeof inviteUri === 'string' && isCallback(inviteUri)) return { inviteUri }
  }
  const found = text ? describeValue(body ?? text) : 'no body'
  return {
    rejected: `it responded with ${status} and ${found}. Expected an acceptJoinResponse, a rejectJoinResponse with a reason, or an inviteNewBotResponse with an inviteUri.`,
  }
}

function parsed(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '')
  } catch {
    return undefined
  }
}

function admit(live: LiveParts, callId: string, { participantId, person }: JoiningPerson): void {
  live.timeline.addAct(callId, person.name, 'joins')
  live.people.enter(callId, person)
  joinRoster(live, callId, { identity: identityOfPerson(person), id: participantId })
}

/** Calls another bot to record a person. Assumed: the person is not in the call of the first bot. */
function inviteOther(
  live: LiveParts,
  callId: string,
  person: PersonIdentity,
  { appId = '', callbackUri }: { readonly appId: string | undefined; readonly callbackUri: string },
): void {
  const { bots, calls, timeline } = live
  const invited = bots.at(callbackUri) ?? bots.find(appId)
  const { tenantId = '' } = calls.callNamed(callId)
  const bot = invited ?? { appId, tenantId: tenantId ?? '', displayName: 'Calling bot' }
  timeline.addAct(callId, person.name, `joins another call: ${callbackUri}`)
  callBot(live, person, { ...bot, callbackUri, isRecorder: true })
}
