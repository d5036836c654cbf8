import { notifyOfCall } from '../calls/connect.ts'
import { kindIn } from '../calls/live-call-kind.ts'
import { joinRoster } from '../calls/roster.ts'
import { identityOfPerson } from '../calls/roster-entry.ts'
import type { LiveParts } from '../live-parts.ts'
import { hangsUp } from './acts.ts'
import { ringTarget } from './ringing.ts'
import type { Ring } from './rings.ts'

/** Purpose of a ring: a person transfers the bot to another person. */
const transferredByPerson = 'person-transfer'

/** Registers what happens when the target of a transfer answers, or does not. */
export function handlePersonTransfers(live: LiveParts): void {
  live.rings.handle(transferredByPerson, (ring, result) => {
    if (!result) replace(live, ring)
  })
}

/**
 * Transfers the bot to another person, who rings. If they do not answer, the call goes on.
 *
 * No source shows the notifications of the bot. Assumed: a group call gets rosters, and a peer-to-peer call a notification
 * with its new participant.
 */
export function transfers(live: LiveParts, callId: string, name: string, to: string): void {
  live.timeline.addAct(callId, name, `transfers to ${to}`)
  const known = live.people.named(to)
  const user = { displayName: to, ...(known && { id: known.id }) }
  ringTarget(live, { callId, key: name, purpose: transferredByPerson, target: { identity: { user } } })
}

/** Replaces the person who transferred the bot. The key of the ring is the name of that person. */
function replace(live: LiveParts, { callId, key: former, person }: Ring): void {
  const { calls, people } = live
  if (calls.stateOf(callId) !== 'established') return
  const identity = identityOfPerson(person)
  if (kindIn(live, callId) === 'group') {
    joinRoster(live, callId, { identity })
    hangsUp(live, callId, former)
    return
  }
  people.leave(callId, former)
  const { direction, source, targets } = calls.callNamed(callId)
  const [target] = targets ?? []
  const changes =
    direction === 'incoming' ? { source: { ...source, identity } } : { targets: [{ ...target, identity }] }
  calls.change(callId, () => changes)
  notifyOfCall(live, callId, changes)
}
