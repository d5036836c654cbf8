import { type RecordingEnd, recordingResults } from '../../model/actions/media-results.ts'
import type { JsonObject } from '../../model/json.ts'
import type { Tone } from '../../model/types.generated.ts'
import type { LiveParts } from '../live-parts.ts'
import type { MediaItem, RecordingSettings } from './media-item.ts'
import { endMedia, headFor, headOf, noRecording, recordingEnds, recordingStarts } from './media-queue.ts'
import { recordingPath, tokenOfRecording } from './recordings.ts'

/** Name of the task at which a participant stops speaking. */
const speechEnds = 'speech-ends'

type RecordingItem = MediaItem & { readonly recording: RecordingSettings }

/** Registers the tasks of recordings. */
export function handleRecording(live: LiveParts): void {
  const { clock } = live
  clock.handle(recordingStarts, (task) => {
    const head = headFor(live, task)
    if (isRecordingItem(head)) start(live, task.callId, head)
  })
  const handleEnd = (end: keyof typeof recordingEnds) =>
    clock.handle(recordingEnds[end], (task) => {
      const head = headFor(live, task)
      if (isRecordingItem(head)) finish(live, task.callId, head, end)
    })
  handleEnd('initialSilenceTimeout')
  handleEnd('maxSilenceTimeout')
  handleEnd('maxRecordDurationReached')
  clock.handle(speechEnds, ({ callId }) => {
    const running = runningIn(live, callId)
    if (running) waitForSilence(live, callId, running)
  })
}

/**
 * A participant speaks for a time in milliseconds. The recording that runs, or one that starts meanwhile, contains it and
 * does not end because of silence.
 */
export function spoken(live: LiveParts, callId: string, milliseconds: number): void {
  const { clock } = live
  if (!live.sessions.has(callId)) return
  const speech = { name: speechEnds, callId }
  clock.schedule(speech, Math.max(milliseconds, clock.remaining(speech) ?? 0))
  const running = runningIn(live, callId)
  if (!running) return
  const key = running.operationId
  clock.cancel({ name: recordingEnds.initialSilenceTimeout, callId, key })
  clock.cancel({ name: recordingEnds.maxSilenceTimeout, callId, key })
  limitDuration(live, callId, running, remaining(live, callId, running) ?? 0, false)
}

/** Ends the recording that runs if the tone is one of its stop tones. */
export function stopOnTone(live: LiveParts, callId: string, tone: Tone): void {
  const running = runningIn(live, callId)
  if (running?.recording.stopTones.includes(tone)) finish(live, callId, running, 'stopToneDetected')
}

/** True while the bot records: after the prompt and the beep of the recording. */
export function isRecording(live: LiveParts, callId: string): boolean {
  return runningIn(live, callId) !== undefined
}

function start(live: LiveParts, callId: string, item: RecordingItem): void {
  const { clock } = live
  const isSpeaking = clock.remaining({ name: speechEnds, callId }) !== undefined
  if (!isSpeaking) {
    // With silence and the limit at the same time, the silence ends the recording.
    const silence = {
      name: recordingEnds.initialSilenceTimeout,
      callId,
      key: item.operationId,
      isDeadline: true,
    }
    clock.schedule(silence, item.recording.initialSilence)
  }
  limitDuration(live, callId, item, item.recording.maxDuration, !isSpeaking)
  live.timeline.addOperation(callId, '#microsoft.graph.recordOperation', item.operationId, 'recording')
}

/** @param isDeadline - true while nobody has spoken: the recording then waits for a person, or for a test */
function limitDuration(
  { clock }: LiveParts,
  callId: string,
  { operationId }: RecordingItem,
  milliseconds: number,
  isDeadline: boolean,
): void {
  const name = recordingEnds.maxRecordDurationReached
  clock.schedule({ name, callId, key: operationId, ...(isDeadline && { isDeadline }) }, milliseconds)
}

function waitForSilence({ clock }: LiveParts, callId: string, item: RecordingItem): void {
  const silence = { name: recordingEnds.maxSilenceTimeout, callId, key: item.operationId }
  clock.schedule(silence, item.recording.maxSilence)
}

/** Ends a recording, and keeps what was recorded. */
function finish(live: LiveParts, callId: string, item: RecordingItem, end: RecordingEnd): void {
  const result = recordingResults[end]
  const own = result.status === 'failed' ? noRecording : kept(live, callId, item)
  endMedia(live, callId, { result, own })
}

/** Keeps what was recorded, and returns the properties with which the bot can fetch it. */
function kept(live: LiveParts, callId: string, item: RecordingItem): JsonObject {
  const { maxDuration, origin } = item.recording
  const milliseconds = Math.round(maxDuration - (remaining(live, callId, item) ?? 0))
  const id = live.ids.next('recording')
  live.recordings.add(id, { callId, milliseconds })
  return {
    recordingLocation: `${origin}${recordingPath}${id}`,
    recordingAccessToken: tokenOfRecording(id),
  }
}

/** Returns the recording that runs, after its prompt and its beep. */
function runningIn(live: LiveParts, callId: string): RecordingItem | undefined {
  const head = headOf(live, callId)
  return isRecordingItem(head) && remaining(live, callId, head) !== undefined ? head : undefined
}

/** Returns the time until a recording reaches its limit, or undefined if it does not run. */
function remaining({ clock }: LiveParts, callId: string, { operationId }: MediaItem): number | undefined {
  return clock.remaining({ name: recordingEnds.maxRecordDurationReached, callId, key: operationId })
}

function isRecordingItem(item: MediaItem | undefined): item is RecordingItem {
  return item?.recording !== undefined
}
