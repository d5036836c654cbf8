import type { RequestContext } from '../../odata/error-envelope.ts'
import { toneFile } from '../media/recording-audio.ts'
import { type Recordings, tokenOfRecording } from '../media/recordings.ts'
import type { TenantResponse } from './exchange.ts'
import { methodNotAllowed, recordingContent, recordingError } from './responses.ts'

/**
 * Responds to a request for a recording. Only the `recordingAccessToken` of the recording is valid.
 *
 * Source: call: recordResponse. The errors are assumed.
 */
export function recordingResponse(
  recordings: Recordings,
  recordingId: string,
  method: string,
  token: string,
  context: RequestContext,
): TenantResponse {
  if (method !== 'GET' && method !== 'HEAD') return methodNotAllowed('GET, HEAD, OPTIONS', context)
  if (token !== tokenOfRecording(recordingId)) {
    return recordingError(401, 'The token is not the recordingAccessToken of this recording.', context)
  }
  const recording = recordings.find(recordingId, context.time)
  return recording
    ? recordingContent(toneFile(recording.milliseconds), context)
    : recordingError(404, 'Recording not found.', context)
}
