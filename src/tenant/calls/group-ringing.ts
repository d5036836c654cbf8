import type { LiveParts } from '../live-parts.ts'
import { ringTarget } from '../people/ringing.ts'
import { ringGroup } from './connect.ts'
import { isAlone, joinRoster } from './roster.ts'
import { identityOfPerson } from './roster-entry.ts'

/** Purpose of a ring: the bot has created a group call. */
const calledToGroup = 'group-call'

/** Result of a group call that nobody has answered. Assumed: the result of a call without an answer. */
const nobodyAnswered = {
  code: 200,
  subcode: 5002,
  message: 'The conversation has ended. DiagCode: 0#5002.@',
} as const

/** Registers the ringing of group calls that bots create. Each target joins the roster when they answer. */
export function handleGroupRinging(live: LiveParts): void {
  const { calls, clock, rings } = live
  clock.handle(ringGroup, ({ callId }) => {
    for (const [index, target] of (calls.callNamed(callId).targets ?? []).entries()) {
      ringTarget(live, { callId, key: String(index), purpose: calledToGroup, target })
    }
  })
  rings.handle(calledToGroup, ({ callId, person }, result) => {
    if (calls.stateOf(callId) !== 'established') return
    if (!result) joinRoster(live, callId, { identity: identityOfPerson(person) })
    else if (rings.in(callId).length === 0 && isAlone(live, callId)) {
      calls.enter(callId, 'terminated', { result: nobodyAnswered })
    }
  })
}
