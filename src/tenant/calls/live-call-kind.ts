import type { LiveParts } from '../live-parts.ts'
import { type CallKind, kindOf } from './call-kind.ts'

/** Returns the kind of a live call. An invitation may have turned a peer-to-peer call into a group call. */
export function kindIn({ calls, sessions }: Pick<LiveParts, 'calls' | 'sessions'>, callId: string): CallKind {
  return sessions.of(callId).kind ?? kindOf(calls.callNamed(callId))
}
