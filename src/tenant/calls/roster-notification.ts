import { isJsonObject, type JsonObject } from '../../model/json.ts'
import type { ReceivedCall, ReceivedParticipant } from '../../model/types.generated.ts'
import type { RosterParts } from '../live-parts.ts'
import { kindIn } from './live-call-kind.ts'
import { hasOption } from './notification-options.ts'

/** Name of the task that starts the media of a call. The first roster follows it. */
export const startMedia = 'start-media'

/** Participants of a call that changed, and those who have left. */
export interface RosterChange {
  readonly set: readonly ReceivedParticipant[]
  readonly removed: readonly ReceivedParticipant[]
}

/** Notifies the bot of a call of its roster: of all participants, or of the changes if it asked for those. */
export function notifyRoster(live: RosterParts, callId: string, change: RosterChange): void {
  const { calls, feed } = live
  if (!sendsRosters(live, callId)) return
  const call = calls.callNamed(callId)
  feed.emit({
    callId,
    callbackUri: call.callbackUri,
    state: calls.stateOf(callId),
    changeType: 'updated',
    path: '/participants',
    data: hasDeltaRosters(call)
      ? deltaOf(live, callId, change)
      : (call.participants ?? []).filter(isJsonObject),
  })
}

/** Returns the number of the next delta roster. */
export function nextDeltaRoster({ sessions }: Pick<RosterParts, 'sessions'>, callId: string): number {
  const deltaRosters = (sessions.of(callId).deltaRosters ?? 0) + 1
  sessions.update(callId, { deltaRosters })
  return deltaRosters
}

/** True if the bot gets only the participants that changed. */
export function hasDeltaRosters(call: ReceivedCall): boolean {
  return hasOption(call, 'isDeltaRosterEnabled')
}

/** True if the bot has its first roster. It follows the start of the media. */
function sendsRosters(live: RosterParts, callId: string): boolean {
  const state = live.calls.stateOf(callId)
  if (state !== 'established' && state !== 'transferring') return false
  if (live.clock.remaining({ name: startMedia, callId }) !== undefined) return false
  return live.peerToPeerRosters || kindIn(live, callId) === 'group'
}

/** Source: beta, deltaParticipants. The reason of a removal is assumed. */
function deltaOf(
  { sessions }: Pick<RosterParts, 'sessions'>,
  callId: string,
  { set, removed }: RosterChange,
): JsonObject {
  const sequenceNumber = sessions.of(callId).deltaRosters ?? 0
  const left = removed.map((participant) => ({
    ...participant,
    removedState: { '@odata.type': '#microsoft.graph.removedState', reason: 'Removed' },
    rosterSequenceNumber: sequenceNumber,
  }))
  return {
    '@odata.type': '#microsoft.graph.deltaParticipants',
    sequenceNumber,
    participants: [...set, ...left],
  }
}
