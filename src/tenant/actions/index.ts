import { handleConnecting } from '../calls/connect.ts'
import type { LiveParts } from '../live-parts.ts'
import { handleOutgoingCalls } from '../people/outgoing-call.ts'
import { handleRecordingPolicy } from '../people/policy-recording.ts'
import { handleRinging } from '../people/ringing.ts'
import { handleScripts } from '../people/scripts.ts'
import { handlePersonTransfers } from '../people/transfer-bot.ts'
import type { ActionHandler } from './action.ts'
import { callHandlers } from './call-handlers.ts'
import { handleIncoming } from './incoming-call.ts'
import { handleKeepAlive, keepAliveDeadline, startKeepAlive } from './keep-alive.ts'
import { handleMedia, mediaHandlers } from './media-handlers.ts'
import { handleParticipants, participantHandlers } from './participant-handlers.ts'

/** Actions by name. */
export const actionHandlers: ReadonlyMap<string, ActionHandler> = new Map<string, ActionHandler>(
  Object.entries({ ...callHandlers, ...mediaHandlers, ...participantHandlers }),
)

/** Registers what happens later in calls, and what follows from their states. */
export function handleTasks(live: LiveParts): void {
  const { calls, clock, people, sessions } = live
  handleConnecting(live)
  handleIncoming(live)
  handleKeepAlive(live)
  handleRinging(live)
  handleOutgoingCalls(live)
  handleScripts(live)
  handlePersonTransfers(live)
  handleRecordingPolicy(live)
  handleMedia(live)
  handleParticipants(live)
  calls.onChange(({ callId, call: { state } }) => {
    if (!sessions.has(callId)) return
    const deadline = { name: keepAliveDeadline, callId }
    if (state === 'established' && clock.remaining(deadline) === undefined) startKeepAlive(live, callId)
    if (state !== 'terminated') return
    clock.cancelCall(callId)
    sessions.end(callId)
    people.endCall(callId)
  })
}
