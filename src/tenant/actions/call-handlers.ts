import type { ActionName } from '../../model/actions/index.ts'
import type { ActionHandler } from './action.ts'
import { createCall } from './create-call.ts'
import { answer, reject } from './incoming-call.ts'
import { keepAlive } from './keep-alive.ts'
import { getOperation, listOperations } from './read-operations.ts'

/** Actions that make, take and end a call. GET and DELETE of a call are in `http/handler.ts`. */
export const callHandlers = {
  createCall,
  answer,
  reject,
  keepAlive,
  listOperations,
  getOperation,
} as const satisfies Partial<Record<ActionName, ActionHandler>>
