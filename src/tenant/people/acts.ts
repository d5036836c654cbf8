import { startSharing, stopSharing } from '../calls/content-sharing.ts'
import { kindIn } from '../calls/live-call-kind.ts'
import { entriesOf, joinRoster, leaveRoster, updateParticipant } from '../calls/roster.ts'
import { identityOfPerson } from '../calls/roster-entry.ts'
import type { LiveParts } from '../live-parts.ts'
import { isRecording, spoken } from '../media/record.ts'
import { toneReceived } from '../media/tone-events.ts'
import { toneOf } from '../media/tones.ts'
import { endCallWith, gaveUp } from './end-call.ts'
import type { PersonIdentity } from './identities.ts'
import { declinedResult, unanswered } from './person-options.ts'
import { asksToJoin, isRecorded, notifyOfLeaving } from './policy-recording.ts'
import { endRing } from './ringing.ts'

/** Result of a call that the other participant ends. Source: captured notifications. */
const hungUp = unanswered

/** Answers the phone of a person. Does nothing if it does not ring. */
export function answers(live: LiveParts, name: string): void {
  const ring = live.rings.of(name)
  if (ring) endRing(live, ring, 'answers')
}

/** Declines the call of a person. Does nothing if the phone does not ring. */
export function declines(live: LiveParts, name: string): void {
  const ring = live.rings.of(name)
  if (ring) endRing(live, ring, 'declines', declinedResult)
}

/** Hangs up: leaves a group call, on each device, and ends a peer-to-peer call. */
export function hangsUp(live: LiveParts, callId: string, name: string): void {
  const { calls, people, timeline } = live
  const participantIds = participantIdsOf(live, callId, name)
  timeline.addAct(callId, name, 'hangs up')
  people.leave(callId, name)
  if (participantIds.length > 0) {
    for (const participantId of participantIds) {
      if (isRecorded(live, callId)) notifyOfLeaving(live, callId, participantId)
      leaveRoster(live, callId, participantId)
    }
  } else if (calls.stateOf(callId) === 'incoming') endCallWith(live, callId, gaveUp)
  // A group call that does not have its roster yet ends if nobody else is in it.
  else if (!isGroupCall(live, callId) || people.in(callId).length === 0) endCallWith(live, callId, hungUp)
}

/** Joins a group call of a bot. A bot for policy-based recording has to admit the person. */
export function joins(live: LiveParts, callId: string, person: PersonIdentity): void {
  if (isRecorded(live, callId)) {
    asksToJoin(live, callId, person)
    return
  }
  live.timeline.addAct(callId, person.name, 'joins')
  live.people.enter(callId, person)
  joinRoster(live, callId, { identity: identityOfPerson(person) })
}

/** Mutes or unmutes themselves. The bot of a group call gets a roster. */
export function mutes(live: LiveParts, callId: string, name: string, isMuted: boolean): void {
  live.timeline.addAct(callId, name, isMuted ? 'mutes' : 'unmutes')
  const participantId = participantIdOf(live, callId, name)
  if (participantId !== undefined) updateParticipant(live, callId, participantId, () => ({ isMuted }))
}

/** Starts or stops sharing the screen. The bot of a group call is notified if it has asked for that. */
export function shares(live: LiveParts, callId: string, name: string, isSharing: boolean): void {
  live.timeline.addAct(callId, name, isSharing ? 'shares the screen' : 'stops sharing')
  const participantId = participantIdOf(live, callId, name)
  if (isSharing) startSharing(live, callId, participantId)
  else stopSharing(live, callId, undefined, participantId)
}

/** Returns the id of a person in the roster of a group call. */
function participantIdOf(live: LiveParts, callId: string, name: string): string | undefined {
  return participantIdsOf(live, callId, name)[0]
}

/** Returns the ids of a person in the roster of a group call. */
function participantIdsOf(live: LiveParts, callId: string, name: string): readonly string[] {
  if (!isGroupCall(live, callId)) return []
  const person = live.people.in(callId).find((each) => each.name === name)
  return person ? entriesOf(live, callId, person).flatMap(({ id }) => (id ? [id] : [])) : []
}

function isGroupCall(live: LiveParts, callId: string): boolean {
  return live.calls.stateOf(callId) !== undefined && kindIn(live, callId) === 'group'
}

/** Presses keys. The bot is notified of each if it has subscribed to tones. */
export function presses(live: LiveParts, callId: string, name: string, keys: string): void {
  live.timeline.addAct(callId, name, `presses ${keys}`)
  for (const key of keys) {
    const tone = toneOf(key)
    if (tone) toneReceived(live, callId, tone)
  }
}

/** Speaks for a number of seconds. A recording contains it. */
export function speaks(live: LiveParts, callId: string, name: string, seconds: number): void {
  live.timeline.addAct(callId, name, `speaks for ${seconds} s`)
  spoken(live, callId, seconds * 1_000)
}

/** True if the bot receives the keys that people press: it has subscribed to tones, or records. */
export function hearsKeys(live: LiveParts, callId: string): boolean {
  return live.sessions.of(callId).hearsTones || isRecording(live, callId)
}
