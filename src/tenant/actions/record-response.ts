import { promptsIn } from '../media/media-item.ts'
import { addMedia, cancelMedia } from '../media/media-queue.ts'
import { toneOf } from '../media/tones.ts'
import { type ActionHandler, assumedError } from './action.ts'
import { runningOperation } from './operation-result.ts'

/** Duration of each timeout if the bot does not set it, in seconds. Source: call: recordResponse. */
const defaultSeconds = 5

/** Origin of a recording if the server has no address of its own. */
const graphOrigin = 'https://graph.microsoft.com'

/** Records what a participant says. Source: call: recordResponse. */
export const recordResponse: ActionHandler = (live, request) => {
  const { callId, body, origin = graphOrigin } = request
  const stopTones: string[] = []
  for (const key of Array.isArray(body['stopTones']) ? body['stopTones'] : []) {
    const tone = toneOf(String(key))
    if (!tone)
      return assumedError(400, '8523', `The value of 'stopTones' is not valid: ${JSON.stringify(key)}.`)
    stopTones.push(tone)
  }
  const started = runningOperation(live, request, 'recordOperation', {
    resultInfo: null,
    recordingLocation: null,
  })
  // No source shows how the operations end that a recording displaces. They are canceled.
  if (body['bargeInAllowed'] === true) cancelMedia(live, callId)
  addMedia(live, callId, {
    operationId: started.operationId,
    prompts: promptsIn(body['prompts']),
    isStarted: false,
    recording: {
      initialSilence: milliseconds(body['initialSilenceTimeoutInSeconds']),
      maxSilence: milliseconds(body['maxSilenceTimeoutInSeconds']),
      maxDuration: milliseconds(body['maxRecordDurationInSeconds']),
      playBeep: body['playBeep'] !== false,
      stopTones,
      origin,
    },
  })
  return started
}

function milliseconds(seconds: unknown): number {
  return 1_000 * (typeof seconds === 'number' ? seconds : defaultSeconds)
}
