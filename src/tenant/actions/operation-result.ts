import type { JsonObject } from '../../model/json.ts'
import { startOperation } from '../calls/operations.ts'
import type { LiveParts } from '../live-parts.ts'
import type { ActionRequest, ActionSuccess } from './action.ts'

/** Result of an action that starts an operation. */
export interface StartedOperation extends ActionSuccess {
  readonly operationId: string
}

/**
 * Starts an operation that ends with a notification.
 *
 * @param type - name of the type, without its namespace
 * @param more - properties after `clientContext`
 */
export function runningOperation(
  live: LiveParts,
  request: ActionRequest,
  type: string,
  more: JsonObject = {},
): StartedOperation {
  const operation = startOperation(live, request.callId, {
    '@odata.type': `#microsoft.graph.${type}`,
    status: 'running',
    ...clientContextOf(request),
    ...more,
  })
  return resultOf(request, operation)
}

/** Returns an operation that has ended when the response is sent. No notification follows. Source: commsOperation. */
export function completedOperation(
  live: LiveParts,
  request: ActionRequest,
  type: string,
  more: JsonObject = {},
): StartedOperation {
  return resultOf(request, {
    '@odata.type': `#microsoft.graph.${type}`,
    id: live.ids.next('operation'),
    status: 'completed',
    ...clientContextOf(request),
    ...more,
  })
}

function clientContextOf({ body: { clientContext } }: ActionRequest): JsonObject {
  return typeof clientContext === 'string' ? { clientContext } : {}
}

function resultOf(
  { callsUrl, callId }: ActionRequest,
  body: JsonObject & { readonly id: string },
): StartedOperation {
  return {
    body,
    location: `${callsUrl}/${encodeURIComponent(callId)}/operations/${body.id}`,
    operationId: body.id,
  }
}
