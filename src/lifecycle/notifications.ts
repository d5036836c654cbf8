import type { ChangeType, CommsNotifications, ReceivedCall } from '../model/types.generated.ts'

/**
 * What tells of the state that a call came into. The bot learns of an incoming call by it, and so gets all of it; of a change, what
 * has changed.
 *
 * Sources: $metadata v1.0, commsNotifications; reported notifications, which are sparse.
 */
export function notificationsOf(call: ReceivedCall): CommsNotifications {
  const changeType = changeTypeOf(call)
  return {
    '@odata.type': '#microsoft.graph.commsNotifications',
    value: [
      {
        '@odata.type': '#microsoft.graph.commsNotification',
        changeType,
        resourceUrl: `/communications/calls/${inUrl(call.id ?? '')}`,
        resourceData: changeType === 'created' ? withoutContext(call) : changeOf(call),
      },
    ],
  }
}

/** A half of a surrogate pair has no encoding. */
function inUrl(id: string): string {
  return encodeURIComponent(id.toWellFormed())
}

/** No state leads back to `incoming`, and none on from `terminated`. */
function changeTypeOf({ state }: ReceivedCall): ChangeType {
  if (state === 'incoming') return 'created'
  return state === 'terminated' ? 'deleted' : 'updated'
}

function withoutContext({ '@odata.context': _, ...call }: ReceivedCall): ReceivedCall {
  return call
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
