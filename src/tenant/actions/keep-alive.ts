import type { LiveParts } from '../live-parts.ts'
import type { ActionHandler } from './action.ts'

/** Name of the task that ends a call that the bot does not keep alive. */
export const keepAliveDeadline = 'keep-alive-deadline'

/** Time after which a call ends unless the bot keeps it alive, in milliseconds. Source: call: keepAlive. */
export const keepAliveMilliseconds = 45 * 60_000

/** Result of a call that was not kept alive. Source: call end reasons (408/8537). */
const notKeptAlive = { code: 408, subcode: 8537, message: 'The bot did not keep the call alive.' } as const

/** Registers the deadline. It starts when the call is established, and again with each keepAlive. */
export function handleKeepAlive({ clock, calls }: LiveParts): void {
  clock.handle(keepAliveDeadline, ({ callId }) => void calls.endCall(callId, notKeptAlive))
}

/** Keeps a call alive. Source: call: keepAlive. */
export const keepAlive: ActionHandler = ({ clock }, { callId }) => {
  startKeepAlive(clock, callId)
  return {}
}

/** Starts the time in which the bot must keep the call alive. */
export function startKeepAlive(clock: LiveParts['clock'], callId: string): void {
  clock.schedule({ name: keepAliveDeadline, callId, isDeadline: true }, keepAliveMilliseconds)
}
