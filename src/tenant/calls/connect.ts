import { stepMilliseconds } from '../../lifecycle/step-time.ts'
import type { JsonObject } from '../../model/json.ts'
import type { ReceivedCall, ReceivedParticipant } from '../../model/types.generated.ts'
import type { LiveParts } from '../live-parts.ts'
import { kindOf } from './call-kind.ts'
import { kindIn } from './live-call-kind.ts'
import { startRoster } from './roster.ts'
import { personEntry } from './roster-entry.ts'
import { startMedia } from './roster-notification.ts'

export { stepMilliseconds }

/** Time from the creation of a call until the bot has joined the meeting, in milliseconds. Assumed. */
export const joinMilliseconds = 1_000

/** Name of the task that lets the bot into a meeting. */
export const joinMeeting = 'join-meeting'
/** Name of the task that rings the targets of a group call. */
export const ringGroup = 'ring-group'
/** Names of the tasks that add the chat and the first roster to a peer-to-peer call. */
const addChat = 'add-chat'
const addReplacesContext = 'add-replaces-context'

const mediaFacts = {
  mediaState: { '@odata.type': '#microsoft.graph.callMediaState', audio: 'active' },
  meetingCapability: { '@odata.type': '#microsoft.graph.meetingCapability' },
  coOrganizers: [],
} as const

/** Registers the tasks of calls that are being connected. */
export function handleConnecting(live: LiveParts): void {
  const { clock } = live
  clock.handle(startMedia, ({ callId }) => onMediaStarted(live, callId))
  clock.handle(joinMeeting, ({ callId }) => connectCall(live, callId))
  clock.handle(addChat, ({ callId }) => {
    live.sessions.update(callId, { kind: kindIn(live, callId) })
    grow(live, callId, chatFacts(live.calls.callNamed(callId)))
    clock.schedule({ name: addReplacesContext, callId }, stepMilliseconds)
  })
  clock.handle(addReplacesContext, ({ callId }) => {
    grow(live, callId, { replacesContext: { '@odata.type': '#microsoft.graph.replacesContext' } })
    startRoster(live, callId, peersOf(live, live.calls.callNamed(callId)))
  })
}

/**
 * Establishes a call. The bot is notified in steps: the state, the media, and the roster of a group call.
 *
 * Source: notifications observed in real traffic.
 */
export function connectCall({ calls, clock }: LiveParts, callId: string): void {
  const { direction, meetingInfo } = calls.callNamed(callId)
  // First: people join when the call is established and its media have started.
  clock.schedule({ name: startMedia, callId }, stepMilliseconds)
  // A join has the meeting in place of the direction. Source: Create call, Example 5.
  calls.enter(callId, 'established', { changes: { ...(direction && !meetingInfo && { direction }) } })
}

function onMediaStarted(live: LiveParts, callId: string): void {
  const { calls, clock } = live
  calls.change(callId, () => mediaFacts)
  notifyOfCall(live, callId, mediaFacts)
  const call = calls.callNamed(callId)
  if (kindOf(call) === 'group') {
    startRoster(live, callId, call.direction === 'incoming' ? peersOf(live, call) : [])
    if (call.direction === 'outgoing' && !call.meetingInfo) clock.schedule({ name: ringGroup, callId }, 0)
  } else if (live.peerToPeerRosters) clock.schedule({ name: addChat, callId }, stepMilliseconds)
}

/** Returns the other participant of a peer-to-peer call, or the caller of a group call. */
export function peersOf(live: LiveParts, call: ReceivedCall): readonly ReceivedParticipant[] {
  const peer = call.direction === 'incoming' ? call.source : call.targets?.[0]
  if (!peer?.identity) return []
  const { identity, id } = peer
  return [personEntry(live, call, { identity, ...(id && { id }) })]
}

/** Chat, meeting and meeting properties that a peer-to-peer call gets. Source: notifications observed in real traffic. */
function chatFacts({ callChainId }: ReceivedCall): JsonObject {
  return {
    chatInfo: { '@odata.type': '#microsoft.graph.chatInfo', threadId: `19:${callChainId}`, messageId: '0' },
    meetingInfo: { '@odata.type': '#microsoft.graph.tokenMeetingInfo', token: `meeting ${callChainId}` },
    meetingProperties: { label: '00000000-0000-0000-0000-000000000000' },
  }
}

/** Adds properties to a call. The notification also has those that were added before. */
function grow(live: LiveParts, callId: string, added: JsonObject): void {
  live.calls.change(callId, () => added)
  const { chatInfo, meetingInfo, meetingProperties } = live.calls.callNamed(callId)
  notifyOfCall(live, callId, { ...mediaFacts, chatInfo, meetingInfo, meetingProperties, ...added })
}

/** Notifies the bot of properties of the call that changed without a new state. */
export function notifyOfCall(
  { calls, feed }: Pick<LiveParts, 'calls' | 'feed'>,
  callId: string,
  changes: Readonly<Record<string, unknown>>,
): void {
  const call = calls.callNamed(callId)
  feed.emit({
    callId,
    callbackUri: call.callbackUri,
    state: calls.stateOf(callId),
    changeType: 'updated',
    path: '',
    data: {
      '@odata.type': '#microsoft.graph.call',
      state: call.state,
      ...changes,
      ...(call.callChainId && { callChainId: call.callChainId }),
    },
  })
}
