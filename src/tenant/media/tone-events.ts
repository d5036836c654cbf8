import type { Tone } from '../../model/types.generated.ts'
import type { LiveParts } from '../live-parts.ts'
import { stopOnTone } from './record.ts'

/**
 * A participant presses a key. Notifies the bot if it has subscribed to tones, and ends a recording that the tone stops. The
 * first tone that the bot is notified of has the number 1. Assumed: the documentation shows 1, real traffic another number.
 *
 * Sources: call: subscribeToTone; notifications observed in real traffic, which have no `callChainId`.
 */
export function toneReceived(live: LiveParts, callId: string, tone: Tone): void {
  const { calls, sessions, feed } = live
  if (!sessions.has(callId)) return
  const { hearsTones, tones } = sessions.of(callId)
  if (hearsTones) {
    const sequenceId = tones + 1
    sessions.update(callId, { tones: sequenceId })
    const toneInfo = { '@odata.type': '#microsoft.graph.toneInfo', sequenceId, tone }
    calls.change(callId, () => ({ toneInfo }))
    const { callbackUri, state } = calls.callNamed(callId)
    feed.emit({
      callId,
      callbackUri,
      state: calls.stateOf(callId),
      changeType: 'updated',
      path: '',
      data: { '@odata.type': '#microsoft.graph.call', state, toneInfo },
    })
  }
  stopOnTone(live, callId, tone)
}
