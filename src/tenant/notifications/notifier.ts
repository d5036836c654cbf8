/// <reference lib="esnext.disposable" preserve="true" />

import { notificationsOf } from '../../lifecycle/notifications.ts'
import { parseState } from '../../lifecycle/transitions.ts'
import type { CallState, ChangeType, ReceivedCall } from '../../model/types.generated.ts'
import { dueAt } from '../calls/call-progress.ts'
import type { CallStore, StateChange } from '../calls/call-store.ts'
import { checkedCount } from '../checked-values.ts'
import { checkedTime, longestTime } from '../faults/latency.ts'
import { loopbackFetch } from '../hosts/loopback-fetch.ts'
import { sleep } from '../hosts/sleep.ts'
import { callbackOf, type DeliveryResult, timedOut } from './callback.ts'

/**
 * Options of `tenant.notify`.
 *
 * @example
 * ```ts
 * const notifications = tenant.notify({ callId: id, hosts: ['bot.contoso.com'], copies: 2 })
 * ```
 */
export interface NotifyOptions {
  /** Sends notifications of this call only. Defaults to all calls. */
  readonly callId?: string | undefined
  /** Hosts, without ports, that may receive notifications in addition to loopback, for example `['bot.contoso.com']`. */
  readonly hosts?: readonly string[] | undefined
  /** Number of times that each notification is sent. Defaults to 1. */
  readonly copies?: number | undefined
  /** Swaps every two notifications of a call: sends the second one before the first. Defaults to false. */
  readonly outOfOrder?: boolean | undefined
  /** Time that a receiver has to respond, in milliseconds. Defaults to 10,000. */
  readonly timeout?: number | undefined
  /** Sends the notifications. Defaults to the current global `fetch`, so you can replace it later. */
  readonly fetch?: typeof globalThis.fetch | undefined
}

/**
 * Delivery of a notification, with its result.
 *
 * @example
 * ```ts
 * const notifications = tenant.notify({ callId: id })
 * tenant.advance(id)
 * const [delivery] = await notifications.settled()
 * expect(delivery).toMatchObject({ state: 'established', changeType: 'updated', status: 202 })
 * ```
 */
export type NotificationDelivery = DeliveryResult & {
  /** Time at which the notification was sent, in milliseconds since 1970, by the tenant's clock. */
  readonly time: number
  /** Id of the call. */
  readonly callId: string
  /** Reported state of the call. Absent if the call has none. */
  readonly state: CallState | undefined
  /** `changeType` of the notification. */
  readonly changeType: ChangeType
  /** URL of the receiver, with `{token}` in place of secrets. Absent if the call does not have a valid URL. */
  readonly url: string | undefined
}

/**
 * Sends notifications until it is stopped. You can destructure its functions.
 *
 * @example
 * ```ts
 * const { settled, stop } = tenant.notify()
 * tenant.advance(id)
 * expect(await settled()).toHaveLength(1)
 * stop()
 * ```
 */
export interface NotificationSender {
  /** Results of the newest 1,000 deliveries, oldest first. */
  readonly deliveries: readonly NotificationDelivery[]
  /** Sends delayed notifications and waits until every delivery has succeeded or failed. Returns `deliveries`. */
  settled(): Promise<readonly NotificationDelivery[]>
  /** Stops sending notifications. */
  stop(): void
  /** Waits and stops at the end of a block: `await using notifications = tenant.notify()`. */
  [Symbol.asyncDispose](): Promise<void>
}

/** Number of deliveries that are kept. */
const limit = 1_000

/** Longest time that a notification is held back for the next one to overtake it, in milliseconds. */
const longestDelay = 100

type Timer = ReturnType<typeof setTimeout>

/** Notification to send. */
interface PendingNotification extends Pick<NotificationDelivery, 'callId' | 'state' | 'changeType'> {
  readonly callbackUri: ReceivedCall['callbackUri']
  readonly body: string
}

/**
 * Sends the notifications of a tenant, one after the other. Timeouts use `setTimeout` and not the tenant's `sleep`: a test
 * that replaces `sleep` to skip latency would leave receivers no time to respond.
 */
export class Notifier implements NotificationSender {
  readonly #calls: CallStore
  readonly #now: () => number
  readonly #options: NotifyOptions
  readonly #hosts: ReadonlySet<string>
  readonly #copies: number
  readonly #timeout: number
  /** Timer of each call that the clock will move. */
  readonly #timers = new Map<string, Timer>()
  /** Notification of each call that is held back. */
  readonly #delayed = new Map<string, { readonly pending: PendingNotification; readonly timer: Timer }>()
  readonly #deliveries: NotificationDelivery[] = []
  readonly #unsubscribe: () => void
  #sending: Promise<void> = Promise.resolve()
  #isStopped = false

  /** @throws TypeError if `copies` or `timeout` is not valid */
  constructor(calls: CallStore, now: () => number, options: NotifyOptions) {
    const { copies = 1, timeout = 10_000, hosts = [] } = options
    this.#copies = checkedCount('copies', copies)
    this.#timeout = checkedTime('timeout', timeout)
    this.#calls = calls
    this.#now = now
    this.#options = options
    this.#hosts = new Set(hosts.map((host) => host.toLowerCase()))
    this.#unsubscribe = calls.onChange((change) => this.#onChange(change))
    this.watch()
  }

  get deliveries(): readonly NotificationDelivery[] {
    return [...this.#deliveries]
  }

  // The public functions are properties, so that they work without `this`.
  readonly settled = async (): Promise<readonly NotificationDelivery[]> => {
    let last: Promise<void>
    do {
      for (const callId of [...this.#delayed.keys()]) this.#release(callId)
      last = this.#sending
      await last
    } while (last !== this.#sending || this.#delayed.size > 0)
    return this.deliveries
  }

  get isStopped(): boolean {
    return this.#isStopped
  }

  readonly stop = (): void => {
    this.#isStopped = true
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
    if (due === undefined || this.#isStopped) return
    const step = () => {
      this.#calls.settle(callId)
      this.#watch(callId)
    }
    this.#timers.set(callId, setTimeout(step, Math.min(Math.max(due - this.#now(), 1), longestTime)))
  }

  #includes(callId: string): boolean {
    return this.#options.callId === undefined || this.#options.callId === callId
  }

  #onChange({ callId, call: { text } }: StateChange): void {
    if (!this.#includes(callId)) return
    this.#watch(callId)
    const call: ReceivedCall = JSON.parse(text)
    const notifications = notificationsOf(call)
    const pending: PendingNotification = {
      callId,
      callbackUri: call.callbackUri,
      state: parseState(call.state),
      changeType: notifications.value[0]?.changeType ?? 'updated',
      body: JSON.stringify(notifications),
    }
    if (!this.#options.outOfOrder || this.#delayed.has(callId)) {
      this.#send(pending)
      this.#release(callId)
    } else {
      this.#delayed.set(callId, { pending, timer: setTimeout(() => this.#release(callId), longestDelay) })
    }
  }

  #release(callId: string): void {
    const delayed = this.#delayed.get(callId)
    if (!delayed) return
    clearTimeout(delayed.timer)
    this.#delayed.delete(callId)
    this.#send(delayed.pending)
  }

  #send(pending: PendingNotification): void {
    this.#sending = this.#sending.then(() => this.#deliver(pending))
  }

  async #deliver({ callbackUri, body, ...details }: PendingNotification): Promise<void> {
    const { url, post } = callbackOf(callbackUri, this.#hosts)
    for (let copy = 0; copy < this.#copies && !this.isStopped; copy++) {
      const time = this.#now()
      const result = await this.#withTimeout((timeout) =>
        post(body, this.#options.fetch ?? loopbackFetch, timeout),
      )
      this.#deliveries.push({ time, ...details, url, ...result })
      if (this.#deliveries.length > limit) this.#deliveries.shift()
    }
  }

  /** Returns after the timeout even if a custom `fetch` ignores the signal and never settles. */
  async #withTimeout(run: (timeout: AbortSignal) => Promise<DeliveryResult>): Promise<DeliveryResult> {
    const timeout = new AbortController()
    const done = new AbortController()
    const expired = sleep(this.#timeout, done.signal).then(
      () => timeout.abort(),
      () => {}, // The receiver responded in time.
    )
    try {
      return await Promise.race([run(timeout.signal), expired.then(() => timedOut)])
    } finally {
      done.abort()
    }
  }
}
