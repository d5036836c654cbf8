import { endMessage } from '../../lifecycle/end-reasons.ts'
import type { ResultCode } from '../../lifecycle/paths.ts'
import { statesAfter } from '../../lifecycle/transitions.ts'
import type { LiveParts } from '../live-parts.ts'

/** Result of a call that the caller ends before the bot answers. Source: call end reasons. */
export const gaveUp = { code: 200, subcode: 4097 } as const

/** Properties of the notification of a call that ends. Source: captured notifications. */
const endProperties = {
  meetingCapability: { '@odata.type': '#microsoft.graph.meetingCapability' },
  coOrganizers: [],
} as const

/** Ends a call as a person or the service does: without `terminating` if the state allows that. */
export function endCallWith({ calls }: Pick<LiveParts, 'calls'>, callId: string, result: ResultCode): void {
  const state = calls.stateOf(callId)
  if (state === undefined || state === 'terminated') return
  const complete = { ...result, message: result.message ?? endMessage(result) }
  if (statesAfter(state).includes('terminated')) {
    calls.enter(callId, 'terminated', { result: complete, changes: endProperties })
  } else calls.endCall(callId, complete)
}
