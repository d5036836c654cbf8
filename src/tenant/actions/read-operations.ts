import { operationsOf } from '../calls/operations.ts'
import { type ActionHandler, assumedError } from './action.ts'

/** Lists the operations that have not ended. Source: $metadata v1.0, call.operations. */
export const listOperations: ActionHandler = ({ calls }, { callId, context }) => ({
  body: {
    '@odata.context': `${context}('${callId}')/operations`,
    value: operationsOf(calls.callNamed(callId)),
  },
  isAssumed: true,
})

/** Returns an operation that has not ended. Source: $metadata v1.0, call.operations. */
export const getOperation: ActionHandler = ({ calls }, { callId, context, ids }) => {
  const operation = operationsOf(calls.callNamed(callId)).find(({ id }) => id === ids['operationId'])
  if (!operation) return assumedError(404, '8522', 'Operation not found.')
  return {
    body: { '@odata.context': `${context}('${callId}')/operations/$entity`, ...operation },
    isAssumed: true,
  }
}
