import { stepMilliseconds } from '../lifecycle/step-time.ts'
import type { ReceivedCall, ReceivedParticipant } from '../model/types.generated.ts'
import type { StepEvent } from '../tenant/people/script-steps.ts'
import type { RecordedChange, RecordedEvent } from './recorded-events.ts'
import {
  type Moment,
  personIn,
  type RecordedPeople,
  type RecordedPerson,
  type StepMark,
} from './recorded-people.ts'

/** Subcodes of calls that the bot has ended or transferred. Sources: call end reasons; Transfer call, Example 1. */
const endedByBot: readonly unknown[] = [7000, 7015, 10550]
/** Silence after speech that ends a recording, in seconds. Source: call: recordResponse, the default of its parameter. */
const maximumSilence = 5

/** Endings of recordings in which somebody spoke. Source: recordOperation, completionReason. */
const endingsWithSpeech: readonly unknown[] = [
  'stopToneDetected',
  'maxSilenceTimeout',
  'maxRecordDurationReached',
]

/** One call of a recording. Adds the steps of its people, in the order of the events. */
export class RecordedCall {
  readonly #people: RecordedPeople
  readonly #isIncoming: boolean
  readonly #callees: readonly RecordedPerson[]
  /** People in the call. */
  readonly #present = new Map<RecordedPerson, { isInRoster: boolean; isMuted: boolean }>()
  readonly #marks: StepMark[] = []
  readonly #hasRosters: boolean
  /** Person whose acts have no name in the notifications: the caller, or the first one who answers. */
  #main: RecordedPerson
  #state: string | undefined
  #listening: Moment | undefined
  #recording: Moment | undefined
  #lastTone: Moment | undefined
  #lastSequence: unknown

  constructor(events: readonly RecordedEvent[], people: RecordedPeople) {
    this.#people = people
    const calls = events.flatMap(({ change }) => (change.kind === 'call' ? [change.call] : []))
    this.#isIncoming = calls.some(({ direction, state }) => direction === 'incoming' || state === 'incoming')
    this.#hasRosters = events.some(({ change }) => change.kind === 'roster')
    const { source } = calls.find((call) => call.source) ?? {}
    const { targets } = calls.find((call) => call.targets?.some(({ identity }) => personIn(identity))) ?? {}
    this.#callees = this.#isIncoming
      ? []
      : (targets ?? [{}]).map(({ identity }) => people.of(identity, 'Callee'))
    const [first] = this.#callees
    this.#main = first ?? people.of(source?.identity, 'Caller')
  }

  add(event: RecordedEvent): void {
    const { change } = event
    switch (change.kind) {
      case 'call':
        this.#call(change.call, event)
        break
      case 'roster':
        this.#roster(change.participants, event)
        break
      case 'operation':
        this.#operation(change, event)
        break
      case 'sharing':
        this.#do({ does: change.isActive ? 'sharesScreen' : 'stopsSharing' }, event)
    }
  }

  #call(call: ReceivedCall, at: Moment): void {
    const { state, toneInfo } = call
    if (state && state !== this.#state && this.#state !== 'terminated') this.#enter(state, call, at)
    if (state === 'establishing') this.#ring(later(at))
    if (toneInfo && toneInfo.sequenceId !== this.#lastSequence) {
      this.#lastSequence = toneInfo.sequenceId
      this.#lastTone = at
      const keys = keyOf(toneInfo.tone)
      if (keys !== undefined) this.#do({ does: 'presses', keys }, at, this.#listening)
    }
  }

  #enter(state: string, call: ReceivedCall, at: Moment): void {
    const before = this.#state
    this.#state = state
    if (state === 'incoming') {
      this.#main.does({ does: 'calls' }, at)
      this.#present.set(this.#main, { isInRoster: false, isMuted: false })
    } else if (state === 'established') {
      // In a group call, the phones ring when the bot has joined.
      if (this.#callees.length > 1) this.#ring(at)
      if (this.#callees.length === 1 || !this.#hasRosters) this.#answers(this.#main, at)
      this.#mark('established', at)
    } else if (state === 'terminated') this.#end(call, at, before)
  }

  /** The phones ring. The answer is as much later as it was in the recording. */
  #ring(at: Moment): void {
    for (const callee of this.#callees) if (!callee.isSettled) callee.startsAt(at)
  }

  /** A script starts again in each call, so that only the first call counts. */
  #answers(callee: RecordedPerson, at: Moment): void {
    if (!this.#callees.includes(callee) || callee.isSettled) return
    callee.does({ does: 'answers' }, at)
    if (!this.#present.has(this.#main)) this.#main = callee
    this.#present.set(callee, { isInRoster: false, isMuted: false })
  }

  #end({ resultInfo }: ReceivedCall, at: Moment, before: string | undefined): void {
    const { code, subcode } = resultInfo ?? {}
    if (typeof code !== 'number' || typeof subcode !== 'number') return
    const isByBot = endedByBot.includes(subcode)
    if (before === 'establishing' && this.#present.size === 0) {
      for (const callee of this.#callees) {
        if (callee.isSettled) continue
        if (code === 603) callee.does({ does: 'declines' }, at)
        else if (code === 486) callee.responds({ busy: true })
        else callee.responds(code === 200 ? { answers: false } : { unreachable: { code, subcode } })
      }
    } else if (code === 200 && !isByBot && before === 'established') {
      for (const person of this.#present.keys()) person.does({ does: 'hangsUp' }, at, this.#marks)
    }
  }

  #roster(participants: readonly ReceivedParticipant[], at: Moment): void {
    const found = new Set<RecordedPerson>()
    for (const { info, isMuted = false } of participants) {
      if (!personIn(info?.identity)) continue
      const person = this.#people.of(info?.identity, '')
      found.add(person)
      this.#answers(person, at)
      const present = this.#present.get(person)
      if (!present) continue
      present.isInRoster = true
      if (present.isMuted === (isMuted === true)) continue
      present.isMuted = isMuted === true
      person.does({ does: present.isMuted ? 'mutes' : 'unmutes' }, at, this.#marks)
    }
    for (const [person, { isInRoster }] of this.#present) {
      if (!isInRoster || found.has(person)) continue
      this.#present.delete(person)
      person.does({ does: 'hangsUp' }, at, this.#marks)
    }
  }

  #operation({ type, ending }: Extract<RecordedChange, { kind: 'operation' }>, at: Moment): void {
    if (type === 'playPrompt') this.#mark(ending === undefined ? 'promptStarts' : 'promptEnds', at)
    else if (type === 'subscribeToTone') this.#listening = at
    else if (type === 'record' && ending === undefined) this.#recording = at
    else if (type === 'record') {
      this.#spoke(ending, at)
      this.#mark('recordingEnds', at)
    }
  }

  /** Adds what a person said in a recording. Its time is the length of the recording without the silence at the end. */
  #spoke(ending: string | undefined, at: Moment): void {
    if (!this.#present.has(this.#main) || !endingsWithSpeech.includes(ending)) return
    const start = this.#recording?.time
    const length = start === undefined || at.time === undefined ? 0 : (at.time - start) / 1_000
    const seconds = Math.max(1, ending === 'maxSilenceTimeout' ? length - maximumSilence : length)
    const hasTone = this.#lastTone && this.#recording && this.#lastTone.order > this.#recording.order
    // The next step can wait for the end of the recording.
    const begin = this.#recording ?? { order: at.order - 1, time: undefined }
    this.#main.doesAtOnce({ does: 'speaks', seconds }, begin)
    if (ending === 'stopToneDetected' && !hasTone) {
      this.#main.doesAtOnce({ does: 'presses', keys: '#', after: seconds * 1_000 }, begin)
    }
  }

  #do(step: Parameters<RecordedPerson['does']>[0], at: Moment, listening?: Moment): void {
    if (this.#present.has(this.#main)) this.#main.does(step, at, this.#marks, listening)
  }

  #mark(event: StepEvent, { order, time }: Moment): void {
    this.#marks.push({ event, order, time })
  }
}

/** Returns the moment at which the phone rings after a call is created. */
const later = ({ order, time }: Moment): Moment => ({
  order,
  time: time === undefined ? undefined : time + stepMilliseconds,
})

/** Returns the key of a tone. Source: $metadata v1.0, tone. */
function keyOf(tone: string | null | undefined): string | undefined {
  switch (tone) {
    case 'star':
      return '*'
    case 'pound':
      return '#'
    default:
      return /^tone\d$/.test(tone ?? '')
        ? tone?.at(-1)
        : /^[a-d]$/.test(tone ?? '')
          ? tone?.toUpperCase()
          : undefined
  }
}
