/// <reference lib="esnext.disposable" preserve="true" />

import { dueAt } from '../calls/call-progress.ts'
import type { CallStore } from '../calls/call-store.ts'
import type { Sessions } from '../calls/sessions.ts'
import { longestTime } from '../faults/latency.ts'
import type { TokenSigner } from '../identity/token-signer.ts'
import type { LiveParts } from '../live-parts.ts'
import { DeliveryQueue, type PendingNotification } from './delivery-queue.ts'
import { envelopeOf } from './envelope.ts'
import type { CallEvent } from './feed.ts'
import type { NotificationDelivery, NotificationSender, NotifyOptions } from './notification-sender.ts'

/** Longest time that a notification is held back for the next one to overtake it, in milliseconds. */
const longestDelay = 100

type Timer = ReturnType<typeof setTimeout>

/** Sends the notifications of a tenant. Moves the calls that are due by the clock, and reports the states that they enter. */
export class Notifier implements NotificationSender {
  readonly #calls: CallStore
  readonly #sessions: Sessions
  readonly #sign: TokenSigner
  readonly #now: () => number
  readonly #options: NotifyOptions
  readonly #queue: DeliveryQueue
  /** Timer of each call that the clock will move. */
  readonly #timers = new Map<string, Timer>()
  /** Notification of each call that is held back. */
  readonly #delayed = new Map<string, { readonly pending: PendingNotification; readonly timer: Timer }>()
  readonly #unsubscribe: () => void
  readonly #includes: (callId: string) => boolean

  /** @throws TypeError if `copies` or `timeout` is not valid */
  constructor(
    { calls, clock, feed, sessions }: Pick<LiveParts, 'calls' | 'clock' | 'feed' | 'sessions'>,
    sign: TokenSigner,
    options: NotifyOptions,
    includes: (callId: string) => boolean,
  ) {
    this.#queue = new DeliveryQueue(clock.now, options, () => clock.touch())
    this.#calls = calls
    this.#sessions = sessions
    this.#sign = sign
    this.#now = clock.now
    this.#options = options
    this.#includes = includes
    this.#unsubscribe = feed.listen((event) => this.#onEvent(event))
    this.watch()
  }

  get deliveries(): readonly NotificationDelivery[] {
    return this.#queue.deliveries
  }

  // The public functions are properties, so that they work without `this`.
  readonly settled = async (): Promise<readonly NotificationDelivery[]> => {
    do {
      for (const callId of [...this.#delayed.keys()]) this.#release(callId)
      await this.#queue.settled()
    } while (this.#delayed.size > 0)
    return this.deliveries
  }

  get isStopped(): boolean {
    return this.#queue.isStopped
  }

  readonly stop = (): void => {
    this.#queue.stop()
    this.#unsubscribe()
    for (const { timer } of this.#delayed.values()) clearTimeout(timer)
    this.#delayed.clear()
    this.#clearTimers()
  }

  readonly [Symbol.asyncDispose] = async (): Promise<void> => {
    await this.settled()
    this.stop()
  }

  /** Sets a timer for each call that the clock will move. Without it, a step would only be taken on the next request. */
  watch(): void {
    this.#clearTimers()
    for (const callId of this.#calls.idsWithPath()) this.#watch(callId)
  }

  #clearTimers(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer)
    this.#timers.clear()
  }

  #watch(callId: string): void {
    clearTimeout(this.#timers.get(callId))
    this.#timers.delete(callId)
    const progress = this.#calls.progressOf(callId)
    const due =
      progress && this.#includes(callId) ? dueAt(progress, this.#calls.keepEndedCallsFor) : undefined
    if (due === undefined || this.isStopped) return
    const step = () => {
      this.#calls.settle(callId)
      this.#watch(callId)
    }
    this.#timers.set(callId, timerFor(step, Math.min(Math.max(due - this.#now(), 1), longestTime)))
  }

  /** True if this sender is active and sends the notifications of a call. */
  includes(callId: string): boolean {
    return !this.isStopped && this.#includes(callId)
  }

  get isSending(): boolean {
    return this.#queue.isSending || this.#delayed.size > 0
  }

  #onEvent(event: CallEvent): void {
    const { callId, callbackUri, state, changeType } = event
    if (!this.#includes(callId)) return
    this.#watch(callId)
    const message = { body: JSON.stringify(envelopeOf(event)), sign: this.#signerOf(callId) }
    const pending: PendingNotification = { callId, callbackUri, state, changeType, message }
    if (!this.#options.outOfOrder || this.#delayed.has(callId)) {
      this.#queue.send(pending)
      this.#release(callId)
    } else {
      this.#delayed.set(callId, { pending, timer: timerFor(() => this.#release(callId), longestDelay) })
    }
  }

  /** The session of a call can have ended when its last notification is sent. */
  #signerOf(callId: string): () => Promise<string | undefined> {
    const { appId = this.#sessions.of(callId).appId, issuer, tokenFault } = this.#options
    return () => this.#sign({ appId, issuer, fault: tokenFault })
  }

  #release(callId: string): void {
    const delayed = this.#delayed.get(callId)
    if (!delayed) return
    clearTimeout(delayed.timer)
    this.#delayed.delete(callId)
    this.#queue.send(delayed.pending)
  }
}

/** Starts a timer that does not keep the process alive. In browsers, a timer is a number. */
function timerFor(run: () => void, milliseconds: number): Timer {
  const timer = setTimeout(run, milliseconds)
  if (typeof timer === 'object') timer.unref()
  return timer
}
