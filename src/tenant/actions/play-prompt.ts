import { promptResults } from '../../model/actions/media-results.ts'
import type { LiveParts } from '../live-parts.ts'
import { promptsIn, shownPrompts } from '../media/media-item.ts'
import { addMedia, endMedia, headFor, promptsPlayed } from '../media/media-queue.ts'
import type { ActionHandler } from './action.ts'
import { runningOperation } from './operation-result.ts'

/** Registers the end of prompts. */
export function handlePrompts(live: LiveParts): void {
  live.clock.handle(promptsPlayed, (task) => {
    const head = headFor(live, task)
    if (!head) return
    const own = { prompts: shownPrompts(head.prompts) }
    endMedia(live, task.callId, { result: promptResults.completedSuccessfully, own })
  })
}

/** Plays prompts. Source: call: playPrompt. */
export const playPrompt: ActionHandler = (live, request) => {
  const { callId, body } = request
  const started = runningOperation(live, request, 'playPromptOperation')
  addMedia(live, callId, {
    operationId: started.operationId,
    prompts: promptsIn(body['prompts']),
    isStarted: false,
    ...(body['loop'] === true && { loop: true }),
  })
  return started
}
