import type { Choices } from '../choices/choices.ts'
import type { BotAct, ConversationKind, PersonAct } from './conversation-acts.ts'
import { names } from './requests.ts'

/** Builds an act, and changes the situation as the act does. */
export type Draft = (choices: Choices) => BotAct | PersonAct

/** Phone that rings. Times are in milliseconds since the first act. */
export interface Ring {
  readonly person: string
  /** Reason of the ring, which decides what follows an answer. */
  readonly purpose: 'call' | 'group' | 'invitation' | 'transfer' | 'person-transfer' | 'consultation'
  readonly from: number
  /** Time at which the phone stops ringing. */
  readonly end: number
  /** Person who transfers the bot. */
  readonly former?: string
}

/** Delays before an act, in milliseconds. */
const delays = [1_000, 0, 100, 250, 5_000] as const

/** Time for which a phone rings, the time to answer, and the time between two `keepAlive`. In milliseconds. */
const limits = { ringing: 60_000, answer: 15_000, answerRecording: 5_000, keepAlive: 45 * 60_000 } as const

/** Knowledge of the bot and the people about a call, to decide which acts are possible. */
export class Situation {
  kind: ConversationKind
  state: 'incoming' | 'establishing' | 'established' | 'transferring' | 'terminated' = 'establishing'
  /** Time of the last act. */
  time = 0
  /** Time from which the call is established. */
  establishedAt = 0
  media: 'service' | 'app' = 'service'
  readonly known: string[] = []
  people: string[] = []
  rings: Ring[] = []
  hearsTones = false
  /** True if the bot records a person by policy. */
  isRecorder = false
  /** True if the call began as a group call. */
  readonly isMeeting: boolean
  /** False while nothing plays or records for sure. */
  isPlaying = false
  /** Time in which the bot records for sure. */
  recording: { readonly from: number; readonly end: number } | undefined
  onHold: string | undefined
  sharing: string | undefined
  /** Number of audio routing groups. */
  groups = 0
  /** Person who answered the second call of the bot. The bot can transfer the first call to them. */
  consulted: string | undefined
  /** Time at which the other call ends if the bot does nothing. */
  #otherDeadline = Number.POSITIVE_INFINITY
  /** Time at which a transfer that is sure to fail has failed. */
  #failsAt = 0
  /** Time at which the call ends if the bot does nothing. */
  #deadline = Number.POSITIVE_INFINITY

  constructor(kind: ConversationKind) {
    this.kind = kind
    this.isMeeting = kind === 'group'
  }

  /** True if there are people who do not take part yet. */
  get hasMorePeople(): boolean {
    return this.known.length < names.length
  }

  /** Adds a person who was not known before. */
  meet(): string {
    const name = names[this.known.length] ?? ''
    this.known.push(name)
    return name
  }

  /** Returns the time until a moment, or 0 if it is over. */
  until(moment: number): number {
    return Math.max(0, moment - this.time)
  }

  /** Returns a time that is not longer than the time in which the call cannot change by itself. */
  within(milliseconds: number): number {
    const end = Math.min(this.#deadline, this.#otherDeadline, ...this.rings.map((ring) => ring.end))
    return Math.max(0, Math.min(milliseconds, end - this.time - 1))
  }

  /** True if the call cannot change by itself in a time after a moment, in milliseconds. */
  lasts(moment: number, milliseconds: number): boolean {
    const whole = this.until(moment) + milliseconds
    return this.within(whole) === whole
  }

  /**
   * Builds the delay before an act, and moves the time.
   *
   * @param from - time before which the act is not possible
   * @param end - time after which the act is not possible
   * @param lasting - time after the act in which the call must not change by itself, in milliseconds
   */
  wait(
    choices: Choices,
    {
      from = 0,
      end = Infinity,
      longer,
      lasting = 0,
    }: { from?: number; end?: number; longer?: number; lasting?: number } = {},
  ): number {
    const least = this.until(Math.max(from, this.#failsAt))
    const delay = choices.pick(longer === undefined ? delays : [...delays, longer])
    const latest = this.within(least + delay + lasting) - lasting
    const after = Math.max(least, Math.min(latest, end - this.time - 1))
    this.time += after
    return after
  }

  /** Starts the time in which the bot must answer the call. */
  arrive(): void {
    this.state = 'incoming'
    this.#deadline = this.time + (this.isRecorder ? limits.answerRecording : limits.answer)
  }

  /** Establishes the call after a time. */
  establish(milliseconds: number): void {
    this.state = 'established'
    this.establishedAt = this.time + milliseconds
    this.keepAlive(this.establishedAt)
  }

  /** Starts the time in which the bot must keep the call alive. */
  keepAlive(from = this.time): void {
    this.#deadline = from + limits.keepAlive
  }

  /** A person answers the other call of the bot. */
  consult(person: string): void {
    this.consulted = person
    this.#otherDeadline = this.time + limits.keepAlive
  }

  /** Hangs up the other call of the bot. */
  endConsultation(): void {
    this.consulted = undefined
    this.#otherDeadline = Number.POSITIVE_INFINITY
    this.rings = this.rings.filter(({ purpose }) => purpose !== 'consultation')
  }

  /** Starts a transfer that fails after a time. */
  failTransfer(milliseconds: number): void {
    this.#failsAt = this.time + milliseconds
    this.establishedAt = this.#failsAt
  }

  /** Lets a phone ring. */
  ring(person: string, purpose: Ring['purpose'], from: number, former?: string): void {
    this.rings.push({ person, purpose, from, end: from + limits.ringing, ...(former && { former }) })
  }

  stopRing(ring: Ring): void {
    this.rings = this.rings.filter((each) => each !== ring)
  }

  /** A person leaves a group call, which ends if nobody is left. */
  leave(person: string): void {
    this.people = this.people.filter((each) => each !== person)
    if (this.onHold === person) this.onHold = undefined
    if (this.people.length === 0) this.end()
  }

  /** Puts a person on hold, or takes them off hold. */
  hold(person: string | undefined): void {
    this.onHold = person
  }

  end(): void {
    this.state = 'terminated'
    this.rings = []
  }
}
