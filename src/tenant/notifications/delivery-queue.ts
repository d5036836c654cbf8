import type { ReceivedCall } from '../../model/types.generated.ts'
import { checkedCount } from '../checked-values.ts'
import { checkedTime } from '../faults/latency.ts'
import { loopbackFetch } from '../hosts/loopback-fetch.ts'
import { sleep } from '../hosts/sleep.ts'
import { callbackOf, type DeliveryResult, type Message, stopped, timedOut } from './callback.ts'
import type { NotificationDelivery, NotifyOptions } from './notification-sender.ts'

/** Number of deliveries that are kept. */
const limit = 1_000

/** Notification to send. */
export interface PendingNotification extends Pick<NotificationDelivery, 'callId' | 'state' | 'changeType'> {
  readonly callbackUri: ReceivedCall['callbackUri']
  readonly message: Message
}

/**
 * Sends notifications: those of one receiver one after the other, so that a receiver that does not respond delays no other.
 * Timeouts use `setTimeout` and not the tenant's `sleep`: a test that replaces `sleep` to skip latency would leave receivers
 * no time to respond.
 */
export class DeliveryQueue {
  readonly #now: () => number
  /** Called after each delivery. */
  readonly #onDelivered: () => void
  readonly #fetch: NotifyOptions['fetch']
  readonly #hosts: ReadonlySet<string>
  readonly #copies: number
  readonly #timeout: number
  readonly #deliveries: NotificationDelivery[] = []
  /** Last delivery to each receiver. */
  readonly #last = new Map<string, Promise<void>>()
  readonly #stop = new AbortController()
  /** Functions that abort the deliveries in progress. */
  readonly #aborts = new Set<() => void>()

  /** @throws TypeError if `copies` or `timeout` is not valid */
  constructor(
    now: () => number,
    { copies = 1, timeout = 10_000, hosts = [], fetch }: NotifyOptions,
    onDelivered: () => void,
  ) {
    this.#onDelivered = onDelivered
    this.#copies = checkedCount('copies', copies)
    this.#timeout = checkedTime('timeout', timeout)
    this.#now = now
    this.#fetch = fetch
    this.#hosts = new Set(hosts.map((host) => host.toLowerCase()))
  }

  get deliveries(): readonly NotificationDelivery[] {
    return [...this.#deliveries]
  }

  get isStopped(): boolean {
    return this.#stop.signal.aborted
  }

  get isSending(): boolean {
    return this.#last.size > 0
  }

  /** Stops sending, and aborts the deliveries in progress. */
  stop(): void {
    this.#stop.abort()
    for (const abort of this.#aborts) abort()
  }

  send(pending: PendingNotification): void {
    const receiver = receiverOf(pending.callbackUri)
    const last = (this.#last.get(receiver) ?? Promise.resolve())
      .then(() => this.#deliver(pending))
      .finally(() => {
        if (this.#last.get(receiver) === last) this.#last.delete(receiver)
      })
    this.#last.set(receiver, last)
  }

  /** Waits until no delivery is pending. */
  async settled(): Promise<void> {
    while (this.#last.size > 0) await Promise.all(this.#last.values())
  }

  async #deliver({ callbackUri, message, ...details }: PendingNotification): Promise<void> {
    const { url, post } = callbackOf(callbackUri, this.#hosts)
    for (let copy = 0; copy < this.#copies && !this.isStopped; copy++) {
      const time = this.#now()
      const result = await this.#limited((signal) => post(message, this.#fetch ?? loopbackFetch, signal))
      this.#onDelivered()
      this.#deliveries.push({ time, ...details, url, ...result })
      if (this.#deliveries.length > limit) this.#deliveries.shift()
    }
  }

  /** Returns at the timeout and at the stop even if a custom `fetch` ignores the signal and never settles. */
  async #limited(run: (signal: AbortSignal) => Promise<DeliveryResult>): Promise<DeliveryResult> {
    const aborted = new AbortController()
    const done = new AbortController()
    const ended = new Promise<DeliveryResult>((resolve) => {
      const end = (result: DeliveryResult) => {
        resolve(result)
        aborted.abort()
      }
      const abort = () => end(stopped)
      this.#aborts.add(abort)
      done.signal.addEventListener('abort', () => this.#aborts.delete(abort))
      sleep(this.#timeout, done.signal).then(
        () => end(timedOut),
        () => {}, // The delivery has ended.
      )
    })
    try {
      // The promise that is already settled at the abort is the first one.
      return await Promise.race([ended, run(aborted.signal)])
    } finally {
      done.abort()
    }
  }
}

/** Notifications for one origin, such as a bot with a path for each call, keep their order. */
function receiverOf(callbackUri: ReceivedCall['callbackUri']): string {
  return callbackUri && URL.canParse(callbackUri) ? new URL(callbackUri).origin : ''
}
