import type { ChangeType, CommsNotifications, ReceivedCall } from '../model/types.generated.ts'

/**
 * Returns the notification for the current state of a call. The notification of an incoming call contains the complete call,
 * because the bot does not know it yet; later notifications contain the changes.
 *
 * Sources: $metadata v1.0, commsNotifications; reported notifications, which are incomplete.
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

/** Percent-encodes an ID. `toWellFormed` replaces lone surrogates, which would throw. */
function inUrl(id: string): string {
  return encodeURIComponent(id.toWellFormed())
}

/** Derives the change from the state: only new calls are `incoming`, and `terminated` is final. */
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
