import type { HostedMedia } from '../../model/actions/action-definitions.ts'
import type { ReceivedCall } from '../../model/types.generated.ts'

export const callKinds = ['group', 'peer-to-peer'] as const

export type CallKind = (typeof callKinds)[number]

/** Returns the kind of a call: a group call has a meeting, a chat, or several targets. Source: Create call, Examples. */
export function kindOf({ chatInfo, meetingInfo, targets }: ReceivedCall): CallKind {
  return chatInfo || meetingInfo || (targets?.length ?? 0) > 1 ? 'group' : 'peer-to-peer'
}

/** Returns the host of the media of a call, or undefined if the call has no media configuration. */
export function mediaOf({ mediaConfig }: ReceivedCall): HostedMedia | undefined {
  const type = mediaConfig?.['@odata.type']
  if (type?.endsWith('serviceHostedMediaConfig')) return 'service'
  return type?.endsWith('appHostedMediaConfig') ? 'app' : undefined
}
