import { contentSharingSessionsOf } from '../calls/content-sharing.ts'
import { type ActionHandler, assumedError } from './action.ts'

/** Lists the content sharing sessions of a group call. Source: List contentSharingSessions. */
export const listContentSharingSessions: ActionHandler = ({ calls }, { callId }) => ({
  body: { value: contentSharingSessionsOf(calls.callNamed(callId)) },
})

/** Returns a content sharing session. Source: Get contentSharingSession. */
export const getContentSharingSession: ActionHandler = ({ calls }, { callId, ids }) => {
  const sessions = contentSharingSessionsOf(calls.callNamed(callId))
  const session = sessions.find(({ id }) => id === ids['sessionId'])
  return session ? { body: { ...session } } : assumedError(404, '8522', 'Content sharing session not found.')
}
