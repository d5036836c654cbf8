import type { ResultCode } from '../../lifecycle/paths.ts'
import { connectCall } from '../calls/connect.ts'
import type { LiveParts } from '../live-parts.ts'
import { endCallWith } from './end-call.ts'
import { ringTarget } from './ringing.ts'
import type { Ring } from './rings.ts'

/** Name of the task that rings the targets of a call. */
export const ringTargets = 'ring-targets'
/** Purpose of a ring: the bot calls a person. */
const calledByBot = 'call'

/** Registers what happens when a bot calls people. */
export function handleOutgoingCalls(live: LiveParts): void {
  const { calls, clock, ids, limits, rings } = live
  clock.handle(ringTargets, ({ callId }) => {
    const { targets, ringingTimeoutInSeconds } = calls.callNamed(callId)
    const timeout = ringingTimeoutInSeconds ? ringingTimeoutInSeconds * 1_000 : limits.ringing
    for (const target of targets ?? []) {
      ringTarget(live, { callId, key: ids.next('participant'), purpose: calledByBot, target, timeout })
    }
  })
  rings.handle(calledByBot, (ring, result) => onOutcome(live, ring, result))
}

/** The first person who answers establishes the call. The call ends if nobody does. */
function onOutcome(live: LiveParts, { callId }: Ring, result: ResultCode | undefined): void {
  const { calls, people, rings } = live
  const isEstablishing = calls.stateOf(callId) === 'establishing'
  if (!result) {
    if (isEstablishing) connectCall(live, callId)
    return
  }
  if (isEstablishing && rings.in(callId).length === 0 && people.in(callId).length === 0) {
    endCallWith(live, callId, result)
  }
}
