import { isJsonObject, type JsonObject } from '../../model/json.ts'
import type { SavedValue } from '../saved-value.ts'

/** Prompt that a bot plays. */
export interface Prompt {
  readonly uri: string
  /** Name under which the file is cached for the call. */
  readonly resourceId?: string | undefined
}

/** Prompts or a recording that run or wait in a call. */
export interface MediaItem {
  readonly operationId: string
  readonly prompts: readonly Prompt[]
  /** False while the item waits, and while its prompts are fetched. */
  readonly isStarted: boolean
  /** True if the prompts repeat until they are canceled. */
  readonly loop?: true
  /** Set for a recording. */
  readonly recording?: RecordingSettings
}

/** Settings of a recording. Times are in milliseconds. */
export interface RecordingSettings {
  readonly initialSilence: number
  readonly maxSilence: number
  readonly maxDuration: number
  readonly playBeep: boolean
  /** Names of tones. */
  readonly stopTones: readonly string[]
  /** Scheme, host and port of the URL of the recording. */
  readonly origin: string
}

/** Returns the prompts in a list of `mediaPrompt` that was checked. */
export function promptsIn(prompts: unknown): readonly Prompt[] {
  const list: readonly unknown[] = Array.isArray(prompts) ? prompts : []
  return mediaIn(list.map((each) => (isJsonObject(each) ? each['mediaInfo'] : undefined)))
}

/** Returns the prompts in a list of `mediaInfo`. */
export function mediaIn(media: unknown): readonly Prompt[] {
  const list: readonly unknown[] = Array.isArray(media) ? media : []
  return list.map(promptOf).filter((prompt) => prompt !== undefined)
}

function promptOf(mediaInfo: unknown): Prompt | undefined {
  const { uri, resourceId }: JsonObject = isJsonObject(mediaInfo) ? mediaInfo : {}
  if (typeof uri !== 'string') return undefined
  return { uri, ...(typeof resourceId === 'string' && resourceId !== '' && { resourceId }) }
}

/** Returns prompts as a notification shows them. Source: notifications observed in real traffic. */
export function shownPrompts(prompts: readonly Prompt[]): readonly JsonObject[] {
  return prompts.map(({ uri, resourceId }) => ({
    '@odata.type': '#microsoft.graph.mediaPrompt',
    mediaInfo: {
      '@odata.type': '#microsoft.graph.mediaInfo',
      uri,
      ...(resourceId !== undefined && { resourceId }),
    },
  }))
}

/** Reads an item of a snapshot. */
export function readMediaItem(saved: SavedValue): MediaItem {
  saved.object('operationId', 'prompts', 'isStarted', 'loop', 'recording')
  const loop = saved.optional('loop', (value) => value.value === true || value.fail('true'))
  const recording = saved.optional('recording', readSettings)
  return {
    operationId: saved.at('operationId').text(),
    prompts: saved.at('prompts').items().map(readPrompt),
    isStarted: saved.at('isStarted').boolean(),
    ...(loop && { loop }),
    ...(recording && { recording }),
  }
}

/** Reads a prompt of a snapshot. */
export function readPrompt(saved: SavedValue): Prompt {
  saved.object('uri', 'resourceId')
  const resourceId = saved.optional('resourceId', (value) => value.text())
  return { uri: saved.at('uri').text(), ...(resourceId !== undefined && { resourceId }) }
}

function readSettings(saved: SavedValue): RecordingSettings {
  saved.object('initialSilence', 'maxSilence', 'maxDuration', 'playBeep', 'stopTones', 'origin')
  const time = (name: string) => saved.at(name).integer(1, longestRecording)
  return {
    initialSilence: time('initialSilence'),
    maxSilence: time('maxSilence'),
    maxDuration: time('maxDuration'),
    playBeep: saved.at('playBeep').boolean(),
    stopTones: saved
      .at('stopTones')
      .items()
      .map((each) => each.text()),
    origin: saved.at('origin').text(),
  }
}

/** Length of the longest recording, in milliseconds. Source: call: recordResponse. */
export const longestRecording = 120_000
