import type { JsonObject } from '../../model/json.ts'
import type { ReceivedCall, ReceivedCommsOperation } from '../../model/types.generated.ts'
import type { LiveParts } from '../live-parts.ts'

/** Status of an operation that has ended. Sources: the pages of the actions. */
export type FinalStatus = 'completed' | 'failed'

/** Result of an operation. */
export interface OperationResult {
  readonly code: number
  readonly subcode: number
  readonly message?: string
}

/** Starts an operation in a call and returns it. It is in `operations` of the call until it ends. */
export function startOperation(
  { calls, ids, timeline }: Pick<LiveParts, 'calls' | 'ids' | 'timeline'>,
  callId: string,
  operation: JsonObject & { readonly '@odata.type': string },
): JsonObject & { readonly id: string } {
  const { '@odata.type': type, ...rest } = operation
  const started = { '@odata.type': type, id: ids.next('operation'), ...rest }
  calls.change(callId, (call) => ({ operations: [...operationsOf(call), started] }))
  timeline.addOperation(callId, type, started.id, String(operation['status'] ?? 'running'))
  return started
}

/**
 * Ends an operation and notifies the bot. The notification has the properties of the operation, in the order of real
 * traffic: those of its type, `status`, `clientContext`, `resultInfo`, `id`.
 *
 * @param own - properties of the type of the operation
 */
export function endOperation(
  live: Pick<LiveParts, 'calls' | 'feed' | 'timeline'>,
  callId: string,
  operationId: string,
  status: FinalStatus,
  own: JsonObject,
  result?: OperationResult,
): void {
  const operation = takeOperation(live, callId, operationId, status)
  if (!operation) return
  const { '@odata.type': type, clientContext } = operation
  const resultInfo = result && { '@odata.type': '#microsoft.graph.resultInfo', ...result }
  notifyOfOperation(live, callId, operationId, {
    '@odata.type': type,
    ...own,
    status,
    ...(clientContext !== undefined && { clientContext }),
    ...(resultInfo && { resultInfo }),
    id: operationId,
  })
}

/** Removes an operation that ends from its call and returns it. Returns undefined if it has ended before. */
export function takeOperation(
  { calls, timeline }: Pick<LiveParts, 'calls' | 'timeline'>,
  callId: string,
  operationId: string,
  status: FinalStatus,
): ReceivedCommsOperation | undefined {
  const operation = operationsOf(calls.callNamed(callId)).find(({ id }) => id === operationId)
  if (operation) {
    calls.change(callId, (before) => ({
      operations: operationsOf(before).filter((each) => each !== operation),
    }))
    timeline.addOperation(callId, operation['@odata.type'] ?? '', operationId, status)
  }
  return operation
}

/** Notifies the bot of an operation that has ended. */
export function notifyOfOperation(
  { calls, feed }: Pick<LiveParts, 'calls' | 'feed'>,
  callId: string,
  operationId: string,
  data: JsonObject,
): void {
  feed.emit({
    callId,
    callbackUri: calls.callNamed(callId).callbackUri,
    state: calls.stateOf(callId),
    changeType: 'deleted',
    path: `/operations/${operationId}`,
    data,
  })
}

export function operationsOf({ operations }: ReceivedCall): readonly ReceivedCommsOperation[] {
  return operations ?? []
}
