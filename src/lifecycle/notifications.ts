import type { ChangeType, CommsNotifications, ReceivedCall } from '../schema/types.ts'
import type { StateChange } from './lives.ts'

/**
 * What tells of a state that a call came into. The bot learns of an incoming call by it, and so gets all of it; of a change, what
 * has changed.
 *
 * Sources: $metadata v1.0, commsNotifications; reported notifications, which are sparse.
 */
export function notificationsOf({ callId, call, isNew }: StateChange): CommsNotifications {
  const { '@odata.context': _, ...whole }: ReceivedCall = JSON.parse(call.text)
  const changeType = changeTypeOf(whole, isNew)
  return {
    '@odata.type': '#microsoft.graph.commsNotifications',
    value: [
      {
        '@odata.type': '#microsoft.graph.commsNotification',
        changeType,
        resourceUrl: `/communications/calls/${encodeURIComponent(callId)}`,
        resourceData: changeType === 'created' ? whole : changeOf(whole),
      },
    ],
  }
}

function changeTypeOf({ state }: ReceivedCall, isNew: boolean): ChangeType {
  if (isNew && state === 'incoming') return 'created'
  return state === 'terminated' ? 'deleted' : 'updated'
}

function changeOf({ id, state, callChainId, resultInfo }: ReceivedCall): ReceivedCall {
  return {
    '@odata.type': '#microsoft.graph.call',
    ...(id && { id }),
    ...(state && { state }),
    ...(callChainId && { callChainId }),
    ...(resultInfo && { resultInfo }),
  }
}
