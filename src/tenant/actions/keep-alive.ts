import type { LiveParts } from '../live-parts.ts'
import type { ActionHandler } from './action.ts'

/** Name of the task that ends a call that the bot does not keep alive. */
export const keepAliveDeadline = 'keep-alive-deadline'

/** Result of a call that was not kept alive. Source: call end reasons (408/8537). */
const notKeptAlive = { code: 408, subcode: 8537, message: 'The bot did not keep the call alive.' } as const

/** Registers the deadline. It starts when the call is established, and again with each keepAlive. */
export function handleKeepAlive({ clock, calls }: LiveParts): void {
  clock.handle(keepAliveDeadline, ({ callId }) => void calls.endCall(callId, notKeptAlive))
}

/** Keeps a call alive. Source: call: keepAlive. */
export const keepAlive: ActionHandler = (live, { callId }) => {
  startKeepAlive(live, callId)
  return {}
}

/** Starts the time in which the bot must keep the call alive. */
export function startKeepAlive({ clock, limits }: LiveParts, callId: string): void {
  clock.schedule({ name: keepAliveDeadline, callId, isDeadline: true }, limits.keepAlive)
}
