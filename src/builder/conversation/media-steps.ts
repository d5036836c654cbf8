import type { ActionName } from '../../model/actions/index.ts'
import type { Choices } from '../choices/choices.ts'
import { requestFor } from './requests.ts'
import type { Draft, Situation } from './situation.ts'

/** Length of the beep before a recording, in milliseconds: a time of the virtual tenant. */
const beep = 500

/** Returns the acts on the media of an established call. */
export function mediaSteps(situation: Situation): readonly Draft[] {
  const from = situation.establishedAt
  const step =
    (action: ActionName, change: (choices: Choices) => Readonly<Record<string, unknown>>): Draft =>
    (choices) => {
      const after = situation.wait(choices, { from })
      return requestFor(choices, action, after, change(choices))
    }
  const always = [step('sendDtmfTones', () => ({}))]
  if (situation.media === 'app') return always
  return [
    step('playPrompt', () => {
      situation.isPlaying = true
      situation.recording = undefined
      return {}
    }),
    step('subscribeToTone', () => {
      situation.hearsTones = true
      return {}
    }),
    step('recordResponse', (choices) => recordingOf(choices, situation)),
    step('cancelMediaProcessing', () => {
      situation.isPlaying = false
      situation.recording = undefined
      return {}
    }),
    ...always,
  ]
}

/** Builds the settings of a recording. If nothing else plays, people can speak while it runs. */
function recordingOf(choices: Choices, situation: Situation) {
  const silence = choices.pick([5, 10])
  const longest = choices.pick([5, 20, 120])
  const playBeep = choices.flag()
  const start = situation.time + (playBeep ? beep : 0)
  situation.recording = situation.isPlaying
    ? undefined
    : { from: start, end: start + Math.min(silence, longest) * 1_000 }
  situation.isPlaying = true
  return {
    prompts: [],
    bargeInAllowed: false,
    initialSilenceTimeoutInSeconds: silence,
    maxRecordDurationInSeconds: longest,
    playBeep,
  }
}
