import { updateParticipant } from '../calls/roster.ts'
import { withStream } from '../calls/streams.ts'
import type { ActionHandler } from './action.ts'

/**
 * Starts or stops sharing the screen of the bot. The roster then shows the stream of a sharer as `sendOnly`. That of a viewer
 * is assumed.
 *
 * Source: call: changeScreenSharingRole.
 */
export const changeScreenSharingRole: ActionHandler = (live, { callId, body: { role } }) => {
  const { myParticipantId } = live.calls.callNamed(callId)
  const isSharer = String(role).toLowerCase() === 'sharer'
  updateParticipant(live, callId, myParticipantId ?? '', (bot) =>
    withStream(bot, 'videoBasedScreenSharing', { direction: isSharer ? 'sendOnly' : 'receiveOnly' }),
  )
  return {}
}
