import { cancelMedia } from '../media/media-queue.ts'
import type { ActionHandler } from './action.ts'
import { completedOperation } from './operation-result.ts'

/** Cancels the prompts and recordings that run or wait. Source: call: cancelMediaProcessing. */
export const cancelMediaProcessing: ActionHandler = (live, request) => {
  const completed = completedOperation(live, request, 'cancelMediaProcessingOperation')
  cancelMedia(live, request.callId)
  return completed
}
