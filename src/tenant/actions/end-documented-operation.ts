import type { JsonObject } from '../../model/json.ts'
import { notifyOfOperation, takeOperation } from '../calls/operations.ts'
import type { LiveParts } from '../live-parts.ts'

/**
 * Completes an operation of which only documentation shows the notification: it has neither an `id` nor a result.
 *
 * @param annotations - annotations besides `@odata.id`
 */
export function completeDocumentedOperation(
  live: LiveParts,
  callId: string,
  operationId: string,
  annotations: JsonObject,
): void {
  const operation = takeOperation(live, callId, operationId, 'completed')
  if (!operation) return
  const { '@odata.type': type, clientContext } = operation
  notifyOfOperation(live, callId, operationId, {
    '@odata.type': type,
    '@odata.id': `/communications/calls/${encodeURIComponent(callId)}/operations/${operationId}`,
    ...annotations,
    status: 'completed',
    ...(clientContext !== undefined && { clientContext }),
  })
}
