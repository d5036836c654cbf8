import { promptResults } from '../../model/actions/media-results.ts'
import { stepMilliseconds } from '../calls/connect.ts'
import { endOperation } from '../calls/operations.ts'
import { participantIn } from '../calls/roster.ts'
import type { LiveParts } from '../live-parts.ts'
import type { PromptFile } from '../media/fetch-prompt.ts'
import { promptsIn } from '../media/media-item.ts'
import { type ActionHandler, type ActionRequest, assumedError } from './action.ts'
import { completeDocumentedOperation } from './end-documented-operation.ts'
import { runningOperation } from './operation-result.ts'
import { notInCall } from './participant-errors.ts'

/** Name of the task that completes the operation. */
const holdMusicChanges = 'hold-music-changes'

/** Registers the end of the operations. */
export function handleHoldMusic(live: LiveParts): void {
  live.clock.handle(holdMusicChanges, ({ callId, key = '' }) =>
    completeDocumentedOperation(live, callId, key, { '@odata.etag': 'W/"1002"' }),
  )
}

/**
 * Puts a participant on hold. Only one can be on hold at a time. The music is fetched as a prompt is. If it cannot be played,
 * the operation fails as a prompt does, which is assumed.
 *
 * Source: participant: startHoldMusic.
 */
export const startHoldMusic: ActionHandler = (live, request) => {
  const { callId, participantId } = targetOf(request)
  if (!participantIn(live, callId, participantId)) return notInCall(participantId)
  const { onHold } = live.sessions.of(callId)
  if (onHold !== undefined && onHold !== participantId) {
    return assumedError(409, '8519', `Another participant is on hold: '${onHold}'.`)
  }
  const result = runningOperation(live, request, 'startHoldMusicOperation')
  const { operationId } = result
  live.sessions.update(callId, { onHold: participantId })
  const prompts = promptsIn([request.body['customPrompt']])
  if (prompts.length === 0) completeSoon(live, callId, operationId)
  else {
    live.sessions.update(callId, { holdMusic: { operationId, prompts } })
    loadMusic(live, callId)
  }
  return result
}

/** Fetches the music of calls again, which a snapshot does not contain. */
export function resumeHoldMusic(live: LiveParts): void {
  for (const callId of live.sessions.ids()) loadMusic(live, callId)
}

/** Plays the music when it is fetched. The fetch of a call that ends is aborted. */
function loadMusic(live: LiveParts, callId: string): void {
  const { holdMusic } = live.sessions.of(callId)
  if (!holdMusic) return
  const { operationId, prompts } = holdMusic
  live.prompts.load(callId, prompts, (files) => {
    if (live.sessions.of(callId).holdMusic?.operationId !== operationId) return
    live.sessions.update(callId, { holdMusic: undefined })
    const failure = files.find((file): file is FailedFile => 'end' in file)
    if (failure) fail(live, callId, operationId, failure)
    else completeSoon(live, callId, operationId)
  })
}

type FailedFile = Extract<PromptFile, { end: string }>

/** Fails the operation. The participant is not on hold. */
function fail(live: LiveParts, callId: string, operationId: string, { end, reason }: FailedFile): void {
  live.sessions.update(callId, { onHold: undefined })
  const { code, subcode, message } = promptResults[end]
  endOperation(live, callId, operationId, 'failed', {}, { code, subcode, message: `${message} ${reason}` })
}

function completeSoon({ clock }: LiveParts, callId: string, operationId: string): void {
  clock.schedule({ name: holdMusicChanges, callId, key: operationId }, stepMilliseconds)
}

/** Takes a participant off hold. Source: participant: stopHoldMusic. */
export const stopHoldMusic: ActionHandler = (live, request) => {
  const { callId, participantId } = targetOf(request)
  if (!participantIn(live, callId, participantId)) return notInCall(participantId)
  if (live.sessions.of(callId).onHold !== participantId) {
    return assumedError(409, '8519', `The participant '${participantId}' is not on hold.`)
  }
  const result = runningOperation(live, request, 'stopHoldMusicOperation')
  live.sessions.update(callId, { onHold: undefined })
  completeSoon(live, callId, result.operationId)
  return result
}

function targetOf({ callId, ids }: ActionRequest) {
  return { callId, participantId: ids['participantId'] ?? '' }
}
