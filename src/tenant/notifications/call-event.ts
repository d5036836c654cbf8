import type { JsonObject } from '../../model/json.ts'
import type { ReceivedCall } from '../../model/types.generated.ts'
import type { StateChange } from '../calls/state-change.ts'
import type { LiveParts } from '../live-parts.ts'
import type { CallEvent } from './feed.ts'
import { skypeCallOf } from './skype-call.ts'

/**
 * Returns the event for a state that a call has entered. For an incoming call it has the complete call, because the bot does
 * not know it yet. Later ones have the properties that changed.
 *
 * An incoming call can have the older format of Skype first: see `CallSession.skypeFirst`.
 *
 * Source: notifications observed in real traffic.
 */
export function eventOf(
  { ids, sessions }: Pick<LiveParts, 'ids' | 'sessions'>,
  { callId, call: stored, changes = {} }: StateChange,
): CallEvent {
  const { call, state } = stored
  const changeType = state === 'incoming' ? 'created' : state === 'terminated' ? 'deleted' : 'updated'
  const { appId = '', skypeFirst } = sessions.of(callId)
  const event = { callId, callbackUri: call.callbackUri, state, changeType, path: '' } as const
  if (skypeFirst && changeType === 'created') {
    return { ...event, data: skypeCallOf(call, appId, ids), isSkype: true }
  }
  const data = changeType === 'created' ? withoutContext(JSON.parse(stored.text)) : changeOf(call, changes)
  return { ...event, data }
}

function withoutContext({ '@odata.context': _, ...call }: ReceivedCall): JsonObject {
  return { ...call }
}

function changeOf(call: Readonly<ReceivedCall>, changes: JsonObject): JsonObject {
  const { state, callChainId, resultInfo } = call
  return {
    '@odata.type': '#microsoft.graph.call',
    ...(state && { state }),
    ...(resultInfo && { resultInfo }),
    ...meetingFacts(call),
    ...changes,
    ...(callChainId && { callChainId }),
  }
}

/** Returns the meeting of a call that is being established. Sources: Create call, Example 5; reported notifications of a join. */
function meetingFacts({ state, chatInfo, meetingInfo }: Readonly<ReceivedCall>): JsonObject {
  if ((state !== 'establishing' && state !== 'established') || !meetingInfo) return {}
  return { ...(chatInfo && { chatInfo: withoutNulls(chatInfo) }), meetingInfo }
}

function withoutNulls(value: object): JsonObject {
  return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== null))
}
