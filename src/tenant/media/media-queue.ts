import type { MediaResult } from '../../model/actions/media-results.ts'
import { promptResults, recordingResults } from '../../model/actions/media-results.ts'
import type { JsonObject } from '../../model/json.ts'
import { endOperation } from '../calls/operations.ts'
import type { Task } from '../clock/task.ts'
import type { LiveParts } from '../live-parts.ts'
import type { PromptFile } from './fetch-prompt.ts'
import { type MediaItem, shownPrompts } from './media-item.ts'

/** Name of the task that ends a prompt. */
export const promptsPlayed = 'prompts-played'
/** Name of the task that starts a recording after its prompt and its beep. */
export const recordingStarts = 'recording-starts'
/** Names of the tasks that end a recording. */
export const recordingEnds = {
  initialSilenceTimeout: 'initial-silence',
  maxSilenceTimeout: 'max-silence',
  maxRecordDurationReached: 'max-duration',
} as const

const itemTasks = [promptsPlayed, recordingStarts, ...Object.values(recordingEnds)]

/** Length of the beep before a recording, in milliseconds. Assumed. */
export const beepMilliseconds = 500

/** Adds prompts or a recording to the queue of a call. They start when everything before them has ended. */
export function addMedia(live: LiveParts, callId: string, item: MediaItem): void {
  const { media } = live.sessions.of(callId)
  live.sessions.update(callId, { media: [...media, item] })
  if (media.length === 0) startNext(live, callId)
}

/** Cancels everything that runs or waits, in order. */
export function cancelMedia(live: LiveParts, callId: string): void {
  for (let head = headOf(live, callId); head; head = headOf(live, callId)) {
    removeHead(live, callId, canceled(head))
  }
}

/** Returns the prompts or the recording that run, or undefined. */
export function headOf({ sessions }: LiveParts, callId: string): MediaItem | undefined {
  return sessions.of(callId).media[0]
}

/** Returns the item that a task belongs to, or undefined if another one runs. */
export function headFor(live: LiveParts, { callId, key }: Task): MediaItem | undefined {
  const head = headOf(live, callId)
  return head?.operationId === key && live.calls.stateOf(callId) !== undefined ? head : undefined
}

/** End of prompts or a recording. */
export interface MediaEnd {
  readonly result: MediaResult
  /** Properties of the type of the operation, in the order of real traffic. */
  readonly own: JsonObject
  /** Reason that is added to the message of the result. */
  readonly reason?: string
}

/** Ends what runs, and starts what waits. */
export function endMedia(live: LiveParts, callId: string, end: MediaEnd): void {
  removeHead(live, callId, end)
  startNext(live, callId)
}

/** Starts the first item of the queue. Items whose prompts cannot be played end immediately. */
function startNext(live: LiveParts, callId: string): void {
  for (let head = headOf(live, callId); head && !head.isStarted; head = headOf(live, callId)) {
    const files = live.prompts.known(callId, head.prompts)
    if (files) startWith(live, callId, head, files)
    else {
      fetchPrompts(live, callId, head)
      return
    }
  }
}

/** Fetches the prompts of the first item again, which a snapshot does not contain. */
export function resumeMedia(live: LiveParts): void {
  for (const callId of live.sessions.ids()) {
    const head = headOf(live, callId)
    if (head && !head.isStarted) fetchPrompts(live, callId, head)
  }
}

function fetchPrompts(live: LiveParts, callId: string, head: MediaItem): void {
  live.prompts.load(callId, head.prompts, (files) => {
    // Meanwhile, the item may have been canceled.
    if (headFor(live, { name: promptsPlayed, callId, key: head.operationId }) !== head) return
    startWith(live, callId, head, files)
    startNext(live, callId)
  })
}

/** Starts an item, or ends it if one of its prompts cannot be played. */
function startWith(live: LiveParts, callId: string, head: MediaItem, files: readonly PromptFile[]): void {
  let length = head.recording?.playBeep ? beepMilliseconds : 0
  for (const file of files) {
    if ('end' in file) {
      removeHead(live, callId, failed(head, file))
      return
    }
    length += file.milliseconds
  }
  const { media } = live.sessions.of(callId)
  live.sessions.update(callId, { media: [{ ...head, isStarted: true }, ...media.slice(1)] })
  if (head.loop) return
  const name = head.recording ? recordingStarts : promptsPlayed
  live.clock.schedule({ name, callId, key: head.operationId }, length)
}

function removeHead(live: LiveParts, callId: string, { result, own, reason }: MediaEnd): void {
  const [head, ...rest] = live.sessions.of(callId).media
  if (!head) return
  const { operationId } = head
  for (const name of itemTasks) live.clock.cancel({ name, callId, key: operationId })
  live.sessions.update(callId, { media: rest })
  const { status, code, subcode, message, completionReason } = result
  const text = reason === undefined ? message : `${message} ${reason}`
  endOperation(
    live,
    callId,
    operationId,
    status,
    { ...own, completionReason },
    { code, subcode, message: text },
  )
}

function canceled({ recording }: MediaItem): MediaEnd {
  if (recording) return { result: recordingResults.operationCanceled, own: noRecording }
  return { result: promptResults.mediaOperationCanceled, own: {} }
}

function failed(
  { recording, prompts }: MediaItem,
  { end, reason }: Extract<PromptFile, { end: string }>,
): MediaEnd {
  if (recording) return { result: recordingResults.playPromptFailed, own: noRecording, reason }
  return { result: promptResults[end], own: { prompts: shownPrompts(prompts) }, reason }
}

/** Properties of a recording that failed. Source: call: recordResponse, for a canceled one. */
export const noRecording = { recordingLocation: '', recordingAccessToken: '' } as const
