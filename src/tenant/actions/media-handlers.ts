import type { ActionName } from '../../model/actions/index.ts'
import type { ReceivedCall } from '../../model/types.generated.ts'
import { operationsOf } from '../calls/operations.ts'
import type { LiveParts } from '../live-parts.ts'
import { mediaIn } from '../media/media-item.ts'
import { handleRecording } from '../media/record.ts'
import type { ActionHandler } from './action.ts'
import { cancelMediaProcessing } from './cancel-media-processing.ts'
import { handlePrompts, playPrompt } from './play-prompt.ts'
import { recordResponse } from './record-response.ts'
import { handleSentTones, sendDtmfTones } from './send-dtmf-tones.ts'
import { subscribeToTone } from './subscribe-to-tone.ts'
import { updateRecordingStatus } from './update-recording-status.ts'

/** Actions on the media of a call. */
export const mediaHandlers = {
  playPrompt,
  recordResponse,
  cancelMediaProcessing,
  subscribeToTone,
  sendDtmfTones,
  updateRecordingStatus,
} as const satisfies Partial<Record<ActionName, ActionHandler>>

/** Registers the tasks of the media, and what follows from the states of calls. */
export function handleMedia(live: LiveParts): void {
  const { calls, sessions, prompts, recordings, clock } = live
  handlePrompts(live)
  handleRecording(live)
  handleSentTones(live)
  calls.onChange(({ callId, call: { state, call } }) => {
    if (!sessions.has(callId)) return
    if (state === 'establishing') {
      const media = mediaIn(Object(call.mediaConfig)['preFetchMedia'])
      if (media.length > 0) prompts.load(callId, media)
    }
    if (state !== 'terminated') return
    // No notification follows for what still runs. Reported: a call that ends during a recording.
    if (operationsOf(call).length > 0) calls.change(callId, withoutRunningOperations)
    prompts.endCall(callId)
    recordings.endCall(callId, clock.now())
  })
}

function withoutRunningOperations(call: ReceivedCall) {
  return { operations: operationsOf(call).filter(({ status }) => !/^running$/i.test(status ?? '')) }
}
