import { notifyOfCall } from '../calls/connect.ts'
import { operationsOf } from '../calls/operations.ts'
import type { LiveParts } from '../live-parts.ts'
import { endCallWith } from './end-call.ts'
import { tonesOf } from './keys.ts'
import { declinedResult, unanswered } from './person-options.ts'
import { endRing } from './ringing.ts'

/** Result of a call that the other participant ends. Source: captured notifications. */
const hungUp = unanswered

/** Answers the phone of a person. Does nothing if it does not ring. */
export function answers(live: LiveParts, name: string): void {
  const ring = live.rings.of(name)
  if (ring) endRing(live, ring, 'answers')
}

/** Declines the call of a person. Does nothing if the phone does not ring. */
export function declines(live: LiveParts, name: string): void {
  const ring = live.rings.of(name)
  if (ring) endRing(live, ring, 'declines', declinedResult)
}

/** Hangs up. A peer-to-peer call ends, and so does a call that the bot has not answered. */
export function hangsUp(live: LiveParts, callId: string, name: string): void {
  const { people, timeline } = live
  timeline.addAct(callId, name, 'hangs up')
  people.leave(callId, name)
  endCallWith(live, callId, hungUp)
}

/** Presses keys. The bot is notified of each if it has subscribed to tones. */
export function presses(live: LiveParts, callId: string, name: string, keys: string): void {
  live.timeline.addAct(callId, name, `presses ${keys}`)
  for (const tone of tonesOf(keys)) {
    const { hearsTones, tones } = live.sessions.of(callId)
    if (!hearsTones) continue
    live.sessions.update(callId, { tones: tones + 1 })
    const toneInfo = { '@odata.type': '#microsoft.graph.toneInfo', sequenceId: tones + 1, tone }
    notifyOfCall(live, callId, { toneInfo })
  }
}

/** Speaks for a number of seconds. A recording gets them. */
export function speaks(live: LiveParts, callId: string, name: string, seconds: number): void {
  live.timeline.addAct(callId, name, `speaks for ${seconds} s`)
}

/** True if the bot receives the keys that people press: it has subscribed to tones, or records until a key. */
export function hearsKeys(live: LiveParts, callId: string): boolean {
  return live.sessions.of(callId).hearsTones || isRecording(live, callId)
}

/** True while the bot records. */
export function isRecording({ calls }: LiveParts, callId: string): boolean {
  if (calls.stateOf(callId) !== 'established') return false
  return operationsOf(calls.callNamed(callId)).some(
    ({ '@odata.type': type, status }) => type === '#microsoft.graph.recordOperation' && status === 'running',
  )
}
