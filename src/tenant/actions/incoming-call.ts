import { connectCall, stepMilliseconds } from '../calls/connect.ts'
import type { LiveParts } from '../live-parts.ts'
import { type ActionHandler, knownError } from './action.ts'

/** Name of the task that establishes a call after the bot has answered it. */
const establish = 'establish'
/** Name of the task that ends an incoming call that the bot does not answer in time. */
export const answerDeadline = 'answer-deadline'

/** Registers the tasks of incoming calls. */
export function handleIncoming(live: LiveParts): void {
  live.clock.handle(establish, ({ callId }) => connectCall(live, callId))
  live.clock.handle(answerDeadline, ({ callId }) =>
    live.calls.enter(callId, 'terminated', { result: notAnswered }),
  )
}

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
