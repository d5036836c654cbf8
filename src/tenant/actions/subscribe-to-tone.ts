import type { ActionHandler } from './action.ts'
import { completedOperation } from './operation-result.ts'

/** Subscribes the bot to the keys that participants press. Source: call: subscribeToTone. */
export const subscribeToTone: ActionHandler = (live, request) => {
  const completed = completedOperation(live, request, 'subscribeToToneOperation')
  live.sessions.update(request.callId, { hearsTones: true })
  return completed
}
