import { endOperation } from '../calls/operations.ts'
import type { LiveParts } from '../live-parts.ts'
import type { ActionHandler } from './action.ts'
import { runningOperation } from './operation-result.ts'

/** Name of the task at which all tones were sent. Its key is the id of the operation. */
const tonesSent = 'tones-sent'

/** Time between two tones if the bot does not set it, in milliseconds. Assumed. */
const defaultDelay = 100

/** Registers the end of tones. Its notification has no `resultInfo`. Source: call: sendDtmfTones. */
export function handleSentTones(live: LiveParts): void {
  live.clock.handle(tonesSent, ({ callId, key }) => {
    if (key === undefined || live.calls.stateOf(callId) === undefined) return
    endOperation(live, callId, key, 'completed', { completionReason: 'completedSuccessfully' })
  })
}

/** Presses keys. Source: call: sendDtmfTones. */
export const sendDtmfTones: ActionHandler = (live, request) => {
  const { callId, body } = request
  const { tones, delayBetweenTonesMs } = body
  const started = runningOperation(live, request, 'sendDtmfTonesOperation')
  const count = Array.isArray(tones) ? tones.length : 0
  const delay = typeof delayBetweenTonesMs === 'number' ? delayBetweenTonesMs : defaultDelay
  live.clock.schedule({ name: tonesSent, callId, key: started.operationId }, count * delay)
  return started
}
