/// <reference lib="esnext.disposable" preserve="true" />

import { notificationsOf } from '../../lifecycle/notifications.ts'
import { parseState } from '../../lifecycle/transitions.ts'
import type { CallState, ChangeType, ReceivedCall } from '../../model/types.generated.ts'
import { dueAt } from '../calls/call-progress.ts'
import type { CallStore, StateChange } from '../calls/call-store.ts'
import { checkedTime, longestTime } from '../faults/latency.ts'
import { sleep } from '../hosts/sleep.ts'
import { callbackOf, type DeliveryResult, timedOut } from './callback.ts'

/** Of what is told, where, and how badly. */
export interface NotifyOptions {
  /** Tells of this call alone; of all, unless said. */
  readonly callId?: string | undefined
  /** The hosts that may be told beside those on loopback, e.g. `['bot.contoso.com']`, without ports. */
  readonly hosts?: readonly string[] | undefined
  /** How often each notification comes: 2 for twice; once unless said. */
  readonly copies?: number | undefined
  /** Of every two notifications of a call, the second comes first. In order, unless said. */
  readonly outOfOrder?: boolean | undefined
  /** How long a receiver may take to answer, in milliseconds; 10,000 unless said. */
  readonly timeout?: number | undefined
  /** What posts; the global `fetch`, as it is at the time, unless said. */
  readonly fetch?: typeof globalThis.fetch | undefined
}

/** What became of one notification. */
export type NotificationDelivery = DeliveryResult & {
  /** When it was posted, in milliseconds since 1970, by the tenant's clock. */
  readonly time: number
  /** The id of the call. */
  readonly callId: string
  /** The state that it tells of; absent where the call has none. */
  readonly state: CallState | undefined
  /** What it says has happened. */
  readonly changeType: ChangeType
  /** Where it was to go; absent where the call does not tell. Secrets in it are `{token}`. */
  readonly url: string | undefined
}

/** Notifications that are being posted. Its functions need no `this`: `const { settled, stop } = tenant.notify()`. */
export interface NotificationSender {
  /** What became of the newest thousand, the oldest first. */
  readonly deliveries: readonly NotificationDelivery[]
  /** Posts what is held back, and waits until all were answered, or failed. */
  settled(): Promise<readonly NotificationDelivery[]>
  /** Posts no more. */
  stop(): void
  /** Both, at the end of a block: `await using notifying = tenant.notify()`. */
  [Symbol.asyncDispose](): Promise<void>
}

/** How many deliveries are remembered. */
const limit = 1_000

/** How long a notification waits for one to overtake it, in milliseconds. */
const patience = 100

type Timer = ReturnType<typeof setTimeout>

/** A notification that is to be posted. */
interface Notice extends Pick<NotificationDelivery, 'callId' | 'state' | 'changeType'> {
  readonly callbackUri: ReceivedCall['callbackUri']
  readonly body: string
}

/**
 * Tells receivers of what happens to calls, one notification after the other. It waits by `setTimeout`, and not by the tenant's `sleep`:
 * one that takes no time, for latency to take none, would leave no receiver the time to answer.
 */
export class Notifier implements NotificationSender {
  readonly #lives: CallStore
  readonly #now: () => number
  readonly #options: NotifyOptions
  readonly #hosts: ReadonlySet<string>
  readonly #copies: number
  readonly #timeout: number
  /** One for each call that is due by the clock. */
  readonly #due = new Map<string, Timer>()
  readonly #held = new Map<string, { readonly notice: Notice; readonly timer: Timer }>()
  readonly #deliveries: NotificationDelivery[] = []
  readonly #unsubscribe: () => void
  #posting: Promise<void> = Promise.resolve()
  #isStopped = false

  /** @throws TypeError where a number is none that it may be */
  constructor(lives: CallStore, now: () => number, options: NotifyOptions) {
    const { copies = 1, timeout = 10_000, hosts = [] } = options
    if (!Number.isInteger(copies) || copies < 1) {
      throw new TypeError(`copies must be a whole number from 1 on, found ${String(copies)}.`)
    }
    this.#lives = lives
    this.#now = now
    this.#options = options
    this.#hosts = new Set(hosts.map((host) => host.toLowerCase()))
    this.#copies = copies
    this.#timeout = checkedTime('timeout', timeout)
    this.#unsubscribe = lives.onChange((change) => this.#hear(change))
    this.watch()
  }

  get deliveries(): readonly NotificationDelivery[] {
    return [...this.#deliveries]
  }

  // What users call needs no `this`, as nothing of a tenant does.
  readonly settled = async (): Promise<readonly NotificationDelivery[]> => {
    let last: Promise<void>
    do {
      for (const callId of [...this.#held.keys()]) this.#release(callId)
      last = this.#posting
      await last
    } while (last !== this.#posting || this.#held.size > 0)
    return this.deliveries
  }

  get isStopped(): boolean {
    return this.#isStopped
  }

  readonly stop = (): void => {
    this.#isStopped = true
    this.#unsubscribe()
    for (const { timer } of this.#held.values()) clearTimeout(timer)
    this.#held.clear()
    this.#watchNone()
  }

  readonly [Symbol.asyncDispose] = async (): Promise<void> => {
    await this.settled()
    this.stop()
  }

  /** Looks at each call when it is due by the clock: otherwise nobody would, and nothing would be told, until the next GET. */
  watch(): void {
    this.#watchNone()
    for (const callId of this.#lives.ids()) this.#watch(callId)
  }

  #watchNone(): void {
    for (const timer of this.#due.values()) clearTimeout(timer)
    this.#due.clear()
  }

  #watch(callId: string): void {
    clearTimeout(this.#due.get(callId))
    this.#due.delete(callId)
    const life = this.#lives.progressOf(callId)
    const due = life && this.#isTold(callId) ? dueAt(life, this.#lives.keepEndedCallsFor) : undefined
    if (due === undefined || this.#isStopped) return
    const look = () => {
      this.#lives.find(callId)
      this.#watch(callId)
    }
    this.#due.set(callId, setTimeout(look, Math.min(Math.max(due - this.#now(), 1), longestTime)))
  }

  #isTold(callId: string): boolean {
    return this.#options.callId === undefined || this.#options.callId === callId
  }

  #hear({ callId, call: { text } }: StateChange): void {
    if (!this.#isTold(callId)) return
    this.#watch(callId)
    const call: ReceivedCall = JSON.parse(text)
    const notifications = notificationsOf(call)
    const notice: Notice = {
      callId,
      callbackUri: call.callbackUri,
      state: parseState(call.state),
      changeType: notifications.value[0]?.changeType ?? 'updated',
      body: JSON.stringify(notifications),
    }
    const held = this.#held.get(callId)
    if (!this.#options.outOfOrder || held) {
      this.#post(notice)
      this.#release(callId)
    } else {
      this.#held.set(callId, { notice, timer: setTimeout(() => this.#release(callId), patience) })
    }
  }

  #release(callId: string): void {
    const held = this.#held.get(callId)
    if (!held) return
    clearTimeout(held.timer)
    this.#held.delete(callId)
    this.#post(held.notice)
  }

  #post(notice: Notice): void {
    this.#posting = this.#posting.then(() => this.#deliver(notice))
  }

  async #deliver({ callbackUri, body, ...told }: Notice): Promise<void> {
    const { url, post } = callbackOf(callbackUri, this.#hosts)
    for (let copy = 0; copy < this.#copies && !this.isStopped; copy++) {
      const time = this.#now()
      const receipt = await this.#inTime((timeout) =>
        post(body, this.#options.fetch ?? globalThis.fetch, timeout),
      )
      this.#deliveries.push({ time, ...told, url, ...receipt })
      if (this.#deliveries.length > limit) this.#deliveries.shift()
    }
  }

  /** A `fetch` that was given may not know of signals, and never end. */
  async #inTime(run: (timeout: AbortSignal) => Promise<DeliveryResult>): Promise<DeliveryResult> {
    const timeout = new AbortController()
    const answered = new AbortController()
    const late = sleep(this.#timeout, answered.signal).then(
      () => timeout.abort(),
      () => {}, // It was answered in time.
    )
    try {
      return await Promise.race([run(timeout.signal), late.then(() => timedOut)])
    } finally {
      answered.abort()
    }
  }
}
