import type { HostedMedia } from '../../model/actions/action-definitions.ts'
import type { ReceivedCall } from '../../model/types.generated.ts'
import type { LiveParts } from '../live-parts.ts'

export const callKinds = ['group', 'peer-to-peer'] as const

export type CallKind = (typeof callKinds)[number]

/** Returns the kind of a call: a group call has a meeting, a chat, or several targets. Source: Create call, Examples. */
export function kindOf({ chatInfo, meetingInfo, targets }: ReceivedCall): CallKind {
  return chatInfo || meetingInfo || (targets?.length ?? 0) > 1 ? 'group' : 'peer-to-peer'
}

/** Returns the kind of a live call. An invitation may have turned a peer-to-peer call into a group call. */
export function kindIn({ calls, sessions }: Pick<LiveParts, 'calls' | 'sessions'>, callId: string): CallKind {
  return sessions.of(callId).kind ?? kindOf(calls.callNamed(callId))
}

/** Returns the host of the media of a call, or undefined if the call has no media configuration. */
export function mediaOf({ mediaConfig }: ReceivedCall): HostedMedia | undefined {
  const type = mediaConfig?.['@odata.type']
  if (type?.endsWith('serviceHostedMediaConfig')) return 'service'
  return type?.endsWith('appHostedMediaConfig') ? 'app' : undefined
}
