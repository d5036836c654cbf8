import type { JsonObject } from '../../model/json.ts'
import { operationsOf } from '../calls/operations.ts'
import type { LiveParts } from '../live-parts.ts'

/**
 * Completes an operation of which only documentation shows the notification: it has neither an `id` nor a result.
 *
 * @param annotations - annotations besides `@odata.id`
 */
export function completeDocumentedOperation(
  { calls, feed }: LiveParts,
  callId: string,
  operationId: string,
  annotations: JsonObject,
): void {
  const call = calls.callNamed(callId)
  const operation = operationsOf(call).find(({ id }) => id === operationId)
  if (!operation) return
  const { '@odata.type': type, clientContext } = operation
  calls.change(callId, (before) => ({
    operations: operationsOf(before).filter((each) => each !== operation),
  }))
  const path = `/operations/${operationId}`
  feed.emit({
    callId,
    callbackUri: call.callbackUri,
    state: calls.stateOf(callId),
    changeType: 'deleted',
    path,
    data: {
      '@odata.type': type,
      '@odata.id': `/communications/calls/${encodeURIComponent(callId)}${path}`,
      ...annotations,
      status: 'completed',
      ...(clientContext !== undefined && { clientContext }),
    },
  })
}
