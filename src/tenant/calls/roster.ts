import type { ReceivedCall, ReceivedParticipant } from '../../model/types.generated.ts'
import type { RosterParts } from '../live-parts.ts'
import type { PersonIdentity } from '../people/identities.ts'
import { kindIn } from './live-call-kind.ts'
import { botEntry, isPerson, type JoiningParticipant, personEntry } from './roster-entry.ts'
import { hasDeltaRosters, nextDeltaRoster, notifyRoster } from './roster-notification.ts'

/** Result of a group call whose other participants have left. Source: captured notifications of a meeting. */
const aloneInCall = {
  code: 200,
  subcode: 5010,
  message: 'The conversation has ended. DiagCode: 0#5010.@',
} as const

/** Registers what happens to rosters when a bot leaves. Must come before the session of the call ends. */
export function handleRosters(live: RosterParts): void {
  live.calls.onChange(({ callId, call: { state } }) => {
    if (state !== 'terminated' || live.sessions.of(callId).meeting === undefined) return
    const { myParticipantId } = live.calls.callNamed(callId)
    const others = callsInMeeting(live, callId).filter((each) => each !== callId)
    if (myParticipantId) for (const other of others) removeFrom(live, other, myParticipantId)
  })
}

/** Returns the participants of a call, the newest first. */
export function rosterOf({ participants }: ReceivedCall): readonly ReceivedParticipant[] {
  return participants ?? []
}

/** Returns a participant of a call, or undefined. */
export function participantIn(
  { calls }: Pick<RosterParts, 'calls'>,
  callId: string,
  participantId: string,
): ReceivedParticipant | undefined {
  return rosterOf(calls.callNamed(callId)).find(({ id }) => id === participantId)
}

/**
 * Adds the bot to the roster of its call. In a meeting, it gets the participants that other bots see, and these bots see it.
 *
 * @param others - participants who are in the call already
 */
export function startRoster(
  live: RosterParts,
  callId: string,
  others: readonly ReceivedParticipant[] = [],
): void {
  const call = live.calls.callNamed(callId)
  const thread = call.chatInfo?.threadId
  const [other] = thread ? live.sessions.inMeeting(thread) : []
  const known = other === undefined ? [] : rosterOf(live.calls.callNamed(other))
  if (thread) live.sessions.update(callId, { meeting: thread })
  const bot = botEntry(live, callId, call)
  setIn(live, callId, [bot, ...[...known].reverse(), ...others])
  for (const each of callsInMeeting(live, callId)) if (each !== callId) setIn(live, each, [bot, ...others])
}

/**
 * Adds a participant to a call, and to all other calls in the same meeting. Their bots are notified.
 *
 * @returns the id of the participant
 */
export function joinRoster(live: RosterParts, callId: string, participant: JoiningParticipant): string {
  const joined = personEntry(live, live.calls.callNamed(callId), participant)
  addParticipants(live, callId, [joined])
  return joined.id ?? ''
}

/**
 * Removes a participant from a call, and from all other calls in the same meeting. The bots are notified. A call ends if only
 * its bot is left.
 *
 * @param silentCallId - call whose bot is not notified of the removal, because it has asked for it
 */
export function leaveRoster(
  live: RosterParts,
  callId: string,
  participantId: string,
  silentCallId?: string,
): void {
  for (const each of callsInMeeting(live, callId)) {
    removeFrom(live, each, participantId, each === silentCallId)
  }
}

/**
 * Changes a participant in a call, and in all other calls in the same meeting. The bots are notified.
 *
 * @returns false if the call has no such participant
 */
export function updateParticipant(
  live: RosterParts,
  callId: string,
  participantId: string,
  changesOf: (participant: ReceivedParticipant) => Partial<ReceivedParticipant>,
): boolean {
  return updateParticipants(live, callId, [participantId], changesOf)
}

/** Changes several participants at once: one roster is sent. */
export function updateParticipants(
  live: RosterParts,
  callId: string,
  participantIds: readonly string[],
  changesOf: (participant: ReceivedParticipant) => Partial<ReceivedParticipant>,
): boolean {
  let isKnown = false
  for (const each of callsInMeeting(live, callId)) {
    const changed = rosterOf(live.calls.callNamed(each)).filter(({ id }) => participantIds.includes(id ?? ''))
    if (changed.length === 0) continue
    isKnown = true
    setIn(
      live,
      each,
      changed.map((participant) => ({ ...participant, ...changesOf(participant) })),
    )
  }
  return isKnown
}

/** Adds participants to a call, and to all other calls in the same meeting, in one roster. */
export function addParticipants(
  live: RosterParts,
  callId: string,
  participants: readonly ReceivedParticipant[],
): void {
  for (const each of callsInMeeting(live, callId)) setIn(live, each, participants)
}

/** Returns the ids of the calls in the same meeting, with the call itself. */
function callsInMeeting({ sessions }: RosterParts, callId: string): readonly string[] {
  const { meeting } = sessions.of(callId)
  return meeting === undefined ? [callId] : sessions.inMeeting(meeting)
}

/** Adds or replaces participants of a call. New ones come first, as in captured rosters. */
function setIn(live: RosterParts, callId: string, participants: readonly ReceivedParticipant[]): void {
  const set = numbered(live, callId, participants)
  const changed = new Map(set.map((each) => [each.id, each]))
  live.calls.change(callId, (call) => {
    const kept = rosterOf(call).map((each) => {
      const { id } = each
      const replacement = changed.get(id)
      if (replacement) changed.delete(id)
      return replacement ?? each
    })
    return { participants: [...[...changed.values()].reverse(), ...kept] }
  })
  notifyRoster(live, callId, { set, removed: [] })
}

/** Returns the entries of a person in the roster. A person who was invited again has several. */
export function entriesOf(
  { calls }: Pick<RosterParts, 'calls'>,
  callId: string,
  person: PersonIdentity,
): readonly ReceivedParticipant[] {
  return rosterOf(calls.callNamed(callId)).filter((each) => isPerson(each, person))
}

function removeFrom(live: RosterParts, callId: string, participantId: string, isSilent = false): void {
  const { calls, people, sessions } = live
  const removed = participantIn(live, callId, participantId)
  if (!removed || calls.stateOf(callId) === 'terminated') return
  const person = people.in(callId).find((each) => isPerson(removed, each))
  if (person && entriesOf(live, callId, person).length === 1) people.leave(callId, person.name)
  if (sessions.of(callId).onHold === participantId) sessions.update(callId, { onHold: undefined })
  calls.change(callId, (call) => ({ participants: rosterOf(call).filter((each) => each !== removed) }))
  if (isAlone(live, callId)) {
    endAlone(live, callId)
    return
  }
  numbered(live, callId, [])
  if (!isSilent) notifyRoster(live, callId, { set: [], removed: [removed] })
}

/** Gives participants the number of the delta roster that shows them, if the bot gets delta rosters. */
function numbered(
  live: RosterParts,
  callId: string,
  participants: readonly ReceivedParticipant[],
): readonly ReceivedParticipant[] {
  if (!hasDeltaRosters(live.calls.callNamed(callId))) return participants
  const rosterSequenceNumber = nextDeltaRoster(live, callId)
  return participants.map((each) => ({ ...each, rosterSequenceNumber }))
}

/** True if no person is left in a group call. The large gallery view is not a person. */
export function isAlone(live: RosterParts, callId: string): boolean {
  const state = live.calls.stateOf(callId)
  if (state !== 'established' || kindIn(live, callId) !== 'group') return false
  const call = live.calls.callNamed(callId)
  return rosterOf(call).every(
    ({ id, info }) => id === call.myParticipantId || isView(info?.identity?.application),
  )
}

function isView(application: object | null | undefined): boolean {
  return !!application && 'ApplicationType' in application
}

/** Ends a call that only the bot is left in. Source: captured notifications of a meeting. */
function endAlone({ calls }: RosterParts, callId: string): void {
  const { meetingInfo } = calls.callNamed(callId)
  calls.enter(callId, 'terminated', {
    result: aloneInCall,
    changes: {
      ...(meetingInfo && { meetingInfo }),
      meetingCapability: { '@odata.type': '#microsoft.graph.meetingCapability' },
      coOrganizers: [],
    },
  })
}
