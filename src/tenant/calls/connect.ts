import type { ReceivedCall } from '../../model/types.generated.ts'
import type { LiveParts } from '../live-parts.ts'

/** Time between the steps in which the service establishes a call, in milliseconds. Source: one report of 0.1 s. */
export const stepMilliseconds = 100

/** Time from the creation of a call until the bot has joined the meeting, in milliseconds. Assumed. */
export const joinMilliseconds = 1_000

/** Name of the task that starts the media of a call. */
const startMedia = 'start-media'
/** Name of the task that lets the bot into a meeting. */
export const joinMeeting = 'join-meeting'

/** Registers the tasks of calls that are being connected. */
export function handleConnecting(live: LiveParts): void {
  const { clock } = live
  clock.handle(startMedia, ({ callId }) => onMediaStarted(live, callId))
  clock.handle(joinMeeting, ({ callId }) => connectCall(live, callId))
}

/**
 * Establishes a call. The bot is notified in steps: the state, then the media.
 *
 * Source: notifications observed in real traffic.
 */
export function connectCall({ calls, clock }: LiveParts, callId: string): void {
  const { direction } = calls.callNamed(callId)
  calls.enter(callId, 'established', { changes: { ...(direction && { direction }) } })
  clock.schedule({ name: startMedia, callId }, stepMilliseconds)
}

function onMediaStarted(live: LiveParts, callId: string): void {
  const changes = {
    mediaState: { '@odata.type': '#microsoft.graph.callMediaState', audio: 'active' },
    meetingCapability: { '@odata.type': '#microsoft.graph.meetingCapability' },
    coOrganizers: [],
  } as const
  live.calls.change(callId, () => ({ mediaState: changes.mediaState }))
  notifyOfCall(live, callId, changes)
}

/** Notifies the bot of properties of the call that changed without a new state. */
export function notifyOfCall(
  { calls, feed }: Pick<LiveParts, 'calls' | 'feed'>,
  callId: string,
  changes: Readonly<Record<string, unknown>>,
): void {
  const call: ReceivedCall = calls.callNamed(callId)
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
