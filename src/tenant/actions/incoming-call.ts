import { connectCall, stepMilliseconds } from '../calls/connect.ts'
import type { LiveParts } from '../live-parts.ts'
import { eventOf } from '../notifications/call-event.ts'
import { type DeliveredEvent, isIncoming } from '../notifications/feed.ts'
import { type ActionHandler, knownError } from './action.ts'

/** Name of the task that establishes a call after the bot has answered it. */
const establish = 'establish'
/** Name of the task that ends an incoming call that the bot does not answer in time. */
export const answerDeadline = 'answer-deadline'

/** Registers the tasks of incoming calls. */
export function handleIncoming(live: LiveParts): void {
  live.clock.handle(establish, ({ callId }) => connectCall(live, callId))
  live.feed.onDelivered((delivered) => onIncomingDelivered(live, delivered))
  live.clock.handle(answerDeadline, ({ callId }) =>
    live.calls.enter(callId, 'terminated', { result: notAnswered }),
  )
}

/**
 * Ends an incoming call whose bot does not take the notification: it returns an error or a redirect that is not followed, or does
 * not respond. If the bot responds with 204 to the older format of Skype, it gets the call again in the format of Graph. No source
 * shows what follows from another status: the bot gets nothing more.
 */
function onIncomingDelivered(live: LiveParts, { event, result, isRepeated }: DeliveredEvent): void {
  const { calls, feed, sessions } = live
  const { callId, isSkype } = event
  if (!isIncoming(event) || isRepeated || !sessions.has(callId)) return
  if (calls.stateOf(callId) !== 'incoming') return
  const status = 'status' in result ? result.status : undefined
  if (status === undefined || status >= 300) calls.enter(callId, 'terminated', { result: notTaken })
  // A copy of the notification does not cause another one.
  if (status !== 204 || !isSkype || !sessions.of(callId).skypeFirst) return
  sessions.update(callId, { skypeFirst: undefined })
  const call = calls.find(callId)
  if (!('fixture' in call)) feed.emit(eventOf(live, { callId, call }))
}

/** Result of a call whose notification the bot did not take. Source: call end reasons (408/1106). */
const notTaken = { code: 408, subcode: 1106, message: 'The bot did not acknowledge the call.' } as const

/** Result of a call that the bot did not answer in time. No source shows it: the subcode is the one of a sister product. */
const notAnswered = { code: 408, subcode: 8587, message: 'The bot did not answer the call in time.' } as const

/** Answers a call. Source: call: answer. */
export const answer: ActionHandler = ({ calls, clock, sessions }, { callId, body, appId }) => {
  const { mediaConfig, callbackUri, callOptions } = body
  if (!mediaConfig) return knownError(400, '8523', 'Missing mediaConfig information.')
  sessions.update(callId, { ...(appId !== undefined && { appId }) })
  clock.cancel({ name: answerDeadline, callId })
  calls.change(callId, () => ({
    mediaConfig,
    ...(callOptions ? { callOptions } : {}),
    ...(callbackUri ? { callbackUri } : {}),
  }))
  calls.enter(callId, 'establishing')
  clock.schedule({ name: establish, callId }, stepMilliseconds)
  return {}
}

/** Rejects a call. The notification of its end has no state. Source: call: reject, Example 1. */
export const reject: ActionHandler = ({ calls }, { callId }) => {
  calls.enter(callId, 'terminated', { changes: { state: undefined } })
  return {}
}
