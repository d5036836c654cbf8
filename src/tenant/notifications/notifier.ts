/// <reference lib="esnext.disposable" preserve="true" />

import { dueAt } from '../calls/call-progress.ts'
import { longestTime } from '../faults/latency.ts'
import type { SavedValue } from '../saved-value.ts'
import type { StatefulPart } from '../stateful-part.ts'
import { DeliveryQueue } from './delivery-queue.ts'
import type { CallEvent } from './feed.ts'
import type { NotificationDelivery, NotificationSender, NotifyOptions } from './notification-sender.ts'
import type { NotifierParts } from './notifier-parts.ts'
import { type PendingNotification, readPending } from './pending.ts'
import { Sender } from './sender.ts'
import { SendingFaults } from './sending-faults.ts'

/** Longest time that a notification is held back for the next one to overtake it, in milliseconds. */
const longestDelay = 100

type Timer = ReturnType<typeof setTimeout>

/** Sends the notifications of a tenant. Moves the calls that are due by the clock, and reports the states that they enter. */
export class Notifier implements NotificationSender, StatefulPart<readonly PendingNotification[]> {
  readonly #parts: NotifierParts
  readonly #sender: Sender
  readonly #queue: DeliveryQueue
  readonly #faults: SendingFaults
  readonly #includes: (callId: string) => boolean
  /** Timer of each call that the clock will move. */
  readonly #timers = new Map<string, Timer>()
  /** Notifications that are held back, with their timers. */
  readonly #delayed = new Map<PendingNotification, Timer>()
  /** Notification of each call that the next one overtakes. */
  readonly #overtaken = new Map<string, PendingNotification>()
  readonly #isSwapping: boolean
  readonly #unsubscribe: () => void

  /** @throws TypeError if an option is not valid */
  constructor(parts: NotifierParts, options: NotifyOptions, includes: (callId: string) => boolean) {
    this.#parts = parts
    this.#faults = new SendingFaults(options)
    this.#sender = new Sender(parts, options)
    this.#queue = new DeliveryQueue(this.#faults.batch, options.concurrent ?? false, (batch, sending) =>
      this.#sender.send(batch, sending),
    )
    this.#isSwapping = options.outOfOrder ?? false
    this.#includes = includes
    this.#unsubscribe = parts.feed.listen((event, messageId) => this.#onEvent(event, messageId))
    this.watch()
  }

  get deliveries(): readonly NotificationDelivery[] {
    return this.#sender.deliveries
  }

  // The public functions are properties, so that they work without `this`.
  readonly settled = async (): Promise<readonly NotificationDelivery[]> => {
    do {
      for (const pending of [...this.#delayed.keys()]) this.#release(pending)
      await this.#queue.settled()
    } while (this.#delayed.size > 0)
    return this.deliveries
  }

  /** Waits until the bot has responded to the notifications of a call, other than those that are held back. */
  async delivered(callId: string): Promise<void> {
    await this.#queue.delivered(callId)
  }

  get isStopped(): boolean {
    return this.#sender.isStopped
  }

  readonly stop = (): void => {
    this.#sender.stop()
    this.#unsubscribe()
    this.clear()
  }

  readonly [Symbol.asyncDispose] = async (): Promise<void> => {
    await this.settled()
    this.stop()
  }

  /** True if this sender is active and sends the notifications of a call. */
  includes(callId: string): boolean {
    return !this.isStopped && this.#includes(callId)
  }

  get isSending(): boolean {
    return !this.#queue.isEmpty || this.#delayed.size > 0
  }

  /** Sets a timer for each call that the clock will move. Without it, a step would only be taken on the next request. */
  watch(): void {
    this.#clearTimers()
    for (const callId of this.#parts.calls.idsOfMoving()) this.#watch(callId)
  }

  save(): readonly PendingNotification[] {
    return [...this.#queue.list(), ...this.#delayed.keys()]
  }

  prepare(saved: SavedValue): () => void {
    const pending = saved.items().map(readPending)
    return () => {
      this.clear()
      for (const each of pending) this.#queue.add(each)
    }
  }

  clear(): void {
    for (const timer of this.#delayed.values()) clearTimeout(timer)
    this.#delayed.clear()
    this.#overtaken.clear()
    this.#queue.clear()
    this.#faults.clear()
    this.#clearTimers()
  }

  #clearTimers(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer)
    this.#timers.clear()
  }

  #watch(callId: string): void {
    clearTimeout(this.#timers.get(callId))
    this.#timers.delete(callId)
    const { calls, clock } = this.#parts
    const progress = calls.progressOf(callId)
    const due = progress && this.#includes(callId) ? dueAt(progress, calls.keepEndedCallsFor) : undefined
    if (due === undefined || this.isStopped) return
    const step = () => {
      calls.settle(callId)
      this.#watch(callId)
    }
    this.#timers.set(callId, timerFor(step, Math.min(Math.max(due - clock.now(), 1), longestTime)))
  }

  #onEvent(event: CallEvent, messageId: string): void {
    const { callId } = event
    if (!this.#includes(callId)) return
    this.#watch(callId)
    const pending = this.#pendingFor(event, messageId)
    if (this.#faults.isLost()) {
      this.#sender.recordLost(pending)
      return
    }
    for (let copy = this.#faults.copies(); copy > 0; copy--) this.#enqueue(pending)
  }

  #enqueue(pending: PendingNotification): void {
    const { callId } = pending.event
    const delay = this.#faults.delay()
    const overtaken = this.#overtaken.get(callId)
    if (delay > 0) this.#hold(pending, delay)
    else if (this.#isSwapping && !overtaken) {
      this.#overtaken.set(callId, pending)
      this.#hold(pending, longestDelay)
    } else {
      this.#queue.add(pending)
      if (overtaken) this.#release(overtaken)
    }
  }

  #pendingFor(event: CallEvent, messageId: string): PendingNotification {
    const { sessions, calls, signer } = this.#parts
    const { scenarioId, appId = signer.onlyApp() } = sessions.of(event.callId)
    const chainId = calls.chainOf(event.callId)
    return {
      event,
      messageId,
      ...(chainId && { chainId }),
      ...(scenarioId !== undefined && { scenarioId }),
      ...(appId !== undefined && { appId }),
    }
  }

  #hold(pending: PendingNotification, milliseconds: number): void {
    // The same object can be held twice, as a duplicate.
    const copy = this.#delayed.has(pending) ? { ...pending } : pending
    this.#delayed.set(
      copy,
      timerFor(() => this.#release(copy), milliseconds),
    )
  }

  #release(pending: PendingNotification): void {
    const timer = this.#delayed.get(pending)
    if (!this.#delayed.delete(pending)) return
    clearTimeout(timer)
    const { callId } = pending.event
    if (this.#overtaken.get(callId) === pending) this.#overtaken.delete(callId)
    this.#queue.add(pending)
  }
}

/** Starts a timer that does not keep the process alive. In browsers, a timer is a number. */
function timerFor(run: () => void, milliseconds: number): Timer {
  const timer = setTimeout(run, milliseconds)
  if (typeof timer === 'object') timer.unref()
  return timer
}
