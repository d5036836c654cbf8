import type { ReceivedCall, ReceivedContentSharingSession } from '../../model/types.generated.ts'
import type { RosterParts } from '../live-parts.ts'
import { hasOption } from './notification-options.ts'
import { updateParticipant } from './roster.ts'
import { withStream } from './streams.ts'

export function contentSharingSessionsOf({
  contentSharingSessions,
}: ReceivedCall): readonly ReceivedContentSharingSession[] {
  return contentSharingSessions ?? []
}

/**
 * Starts sharing content in a group call. If the participant already shares, the content changes. The bot is notified if its
 * `callOptions` ask for that.
 *
 * @param participantId - participant who shares
 */
export function startSharing(live: RosterParts, callId: string, participantId?: string): void {
  const call = live.calls.callNamed(callId)
  const newest = contentSharingSessionsOf(call).at(-1)
  if (newest && isSharing(call, participantId)) {
    notifySharing(live, callId, 'updated', newest)
    return
  }
  const hexDigits = live.ids.next('stream').replaceAll('-', '').toUpperCase()
  const session = { '@odata.type': '#microsoft.graph.contentSharingSession', id: hexDigits.repeat(2) }
  live.calls.change(callId, (call) => ({
    contentSharingSessions: [...contentSharingSessionsOf(call), session],
  }))
  notifySharing(live, callId, 'created', session)
  if (participantId !== undefined) setDirection(live, callId, participantId, 'sendReceive')
}

/** True if a participant shares content. */
function isSharing({ participants }: ReceivedCall, participantId: string | undefined): boolean {
  const { mediaStreams } = participants?.find(({ id }) => id === participantId) ?? {}
  return (mediaStreams ?? []).some(
    ({ mediaType, direction }) => mediaType === 'videoBasedScreenSharing' && direction === 'sendReceive',
  )
}

/** Stops sharing. Without a session, the newest one ends. */
export function stopSharing(
  live: RosterParts,
  callId: string,
  sessionId?: string,
  participantId?: string,
): void {
  const sessions = contentSharingSessionsOf(live.calls.callNamed(callId))
  const session = sessionId === undefined ? sessions.at(-1) : sessions.find(({ id }) => id === sessionId)
  if (!session) return
  live.calls.change(callId, (call) => ({
    contentSharingSessions: contentSharingSessionsOf(call).filter(({ id }) => id !== session.id),
  }))
  notifySharing(live, callId, 'deleted', session)
  if (participantId !== undefined) setDirection(live, callId, participantId, 'receiveOnly')
}

function setDirection(
  live: RosterParts,
  callId: string,
  participantId: string,
  direction: 'sendReceive' | 'receiveOnly',
): void {
  updateParticipant(live, callId, participantId, (participant) =>
    withStream(participant, 'videoBasedScreenSharing', { direction }),
  )
}

/** Source: call: answer and Create call, which write the path in lower case. */
function notifySharing(
  { calls, feed }: RosterParts,
  callId: string,
  changeType: 'created' | 'updated' | 'deleted',
  session: ReceivedContentSharingSession,
): void {
  const call = calls.callNamed(callId)
  if (!hasOption(call, 'isContentSharingNotificationEnabled')) return
  feed.emit({
    callId,
    callbackUri: call.callbackUri,
    state: calls.stateOf(callId),
    changeType,
    path: '/contentsharingsessions',
    data: [{ ...session }],
  })
}
