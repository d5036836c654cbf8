import { stepMilliseconds } from '../calls/connect.ts'
import { addParticipants } from '../calls/roster.ts'
import { largeGalleryEntry } from '../calls/roster-entry.ts'
import type { LiveParts } from '../live-parts.ts'
import type { ActionHandler } from './action.ts'
import { completeDocumentedOperation } from './end-documented-operation.ts'
import { runningOperation } from './operation-result.ts'

/** Name of the task that adds the view to the roster. */
const viewJoins = 'large-gallery-view-joins'

/** Registers the end of the operation. The roster follows it. */
export function handleLargeGalleryView(live: LiveParts): void {
  live.clock.handle(viewJoins, ({ callId, key = '' }) => {
    completeDocumentedOperation(live, callId, key, {})
    addParticipants(live, callId, [largeGalleryEntry(live, live.calls.callNamed(callId))])
  })
}

/** Adds the large gallery view to a group call, as a participant. Source: call: addLargeGalleryView. */
export const addLargeGalleryView: ActionHandler = (live, request) => {
  const result = runningOperation(live, request, 'addLargeGalleryViewOperation', { resultInfo: null })
  live.clock.schedule({ name: viewJoins, callId: request.callId, key: result.operationId }, stepMilliseconds)
  return result
}
