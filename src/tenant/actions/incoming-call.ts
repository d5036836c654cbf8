import { connectCall, stepMilliseconds } from '../calls/connect.ts'
import type { LiveParts } from '../live-parts.ts'
import type { DeliveredEvent } from '../notifications/feed.ts'
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

/** Ends an incoming call whose bot does not take the notification: it returns an error, or does not respond. */
function onIncomingDelivered({ calls, sessions }: LiveParts, { event, result }: DeliveredEvent): void {
  const { callId, changeType, path } = event
  if (changeType !== 'created' || path !== '' || !sessions.has(callId)) return
  const isTaken = 'status' in result && result.status < 400
  if (!isTaken && calls.stateOf(callId) === 'incoming')
    calls.enter(callId, 'terminated', { result: notTaken })
}

/** Result of a call whose notification the bot did not take. Source: call end reasons (408/1106). */
const notTaken = { code: 408, subcode: 1106, message: 'The bot did not acknowledge the call.' } as const

/** Result of a call that the bot did not answer in time. No source shows it: the subcode is the one of a sister product. */
const notAnswered = { code: 408, subcode: 8587, message: 'The bot did not answer the call in time.' } as const

/** Answers a call. Source: call: answer. */
export const answer: ActionHandler = ({ calls, clock, sessions }, { callId, body, appId }) => {
  const { mediaConfig, callbackUri, callOptions } = body
  if (!mediaConfig) return knownError(400, '8523', "The parameter 'mediaConfig' is missing.")
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

/** Rejects a call. Source: call: reject. */
export const reject: ActionHandler = ({ calls }, { callId }) => {
  calls.enter(callId, 'terminated')
  return {}
}
