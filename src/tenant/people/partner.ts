import { participantIn } from '../calls/roster.ts'
import { isPerson } from '../calls/roster-entry.ts'
import type { LiveParts } from '../live-parts.ts'
import type { PersonIdentity } from './identities.ts'

/**
 * Returns the other person in a call of a bot.
 *
 * @param participantId - participant of a group call
 */
export function partnerIn(live: LiveParts, callId: string, participantId?: string): PersonIdentity {
  const { calls, people } = live
  const present = people.in(callId)
  const { direction, source, targets } = calls.callNamed(callId)
  if (participantId !== undefined) {
    const participant = participantIn(live, callId, participantId)
    const found = participant && present.find((person) => isPerson(participant, person))
    return found ?? people.calledBy({ identity: participant?.info?.identity ?? {} })
  }
  const [first] = present
  const other = direction === 'incoming' ? source : targets?.[0]
  return first ?? people.calledBy({ identity: other?.identity ?? {} })
}
