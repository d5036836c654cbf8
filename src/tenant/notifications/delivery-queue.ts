import type { PendingNotification } from './pending.ts'

/** Number of requests to bots that are open at the same time. */
const mostOpen = 64

/** Number of notifications that a queue keeps after they were sent. Removing each of them would take longer in a long queue. */
const longestSent = 1_000

/** Notifications of a call. */
interface Queue {
  readonly items: PendingNotification[]
  /** Number of items at the start that were sent. */
  sent: number
}

/** Request with notifications. */
export interface Sending {
  /** False if the queue was cleared or restored after the request has begun: its result belongs to an earlier state. */
  readonly isCurrent: () => boolean
  /** Called in the turn that records the result, so that a snapshot has no notification with a known result. */
  readonly onSent: () => void
}

/** Sends notifications of a call in one request. Never rejects. */
export type SendNotifications = (
  notifications: readonly PendingNotification[],
  sending: Sending,
) => Promise<void>

/**
 * Queues of the notifications of each call. Those of one call are sent one after the other, unless they are concurrent. Those of
 * different calls are sent at the same time, so that a bot that does not respond does not delay the others.
 */
export class DeliveryQueue {
  readonly #send: SendNotifications
  readonly #batch: number
  readonly #isConcurrent: boolean
  /** Number of notifications that were added, which makes their keys unique. */
  #added = 0
  /** Notifications that were not sent, by call, or one by one if they are concurrent. The first ones of a call may be in an open request. */
  readonly #queues = new Map<string, Queue>()
  /** Calls that wait for an open request to end. */
  readonly #waiting = new Set<string>()
  readonly #open = new Set<string>()
  #idle: (() => void)[] = []
  /** Functions that are called when the requests for a call have ended. */
  readonly #ended = new Map<string, readonly (() => void)[]>()

  /**
   * @param batch - largest number of notifications of a call in one request
   * @param isConcurrent - true if notifications of one call are sent at the same time
   */
  constructor(batch: number, isConcurrent: boolean, send: SendNotifications) {
    this.#batch = batch
    this.#isConcurrent = isConcurrent
    this.#send = send
  }

  get isEmpty(): boolean {
    return this.#queues.size === 0
  }

  add(pending: PendingNotification): void {
    const key = this.#isConcurrent ? `${this.#added++} ${pending.event.callId}` : pending.event.callId
    const queue = this.#queues.get(key)
    if (queue) queue.items.push(pending)
    else this.#queues.set(key, { items: [pending], sent: 0 })
    this.#start(key)
  }

  /** Returns the id of the call that a queue belongs to. */
  #callOf(key: string): string {
    return this.#isConcurrent ? key.slice(key.indexOf(' ') + 1) : key
  }

  /** True if something of the call is in a queue or in an open request. */
  #isPending(callId: string): boolean {
    if (!this.#isConcurrent) return this.#queues.has(callId) || this.#open.has(callId)
    return [...this.#queues.keys(), ...this.#open].some((key) => this.#callOf(key) === callId)
  }

  /** Returns what was not delivered, in order for each call. */
  list(): readonly PendingNotification[] {
    return [...this.#queues.values()].flatMap(({ items, sent }) => items.slice(sent))
  }

  /** Removes everything that is not being sent. */
  clear(): void {
    this.#queues.clear()
    this.#waiting.clear()
    for (const callId of [...this.#ended.keys()]) if (!this.#isPending(callId)) this.#endCall(callId)
    this.#settle()
  }

  /** Waits until the queue of a call is empty and its request has ended. */
  async delivered(callId: string): Promise<void> {
    while (this.#isPending(callId)) {
      await new Promise<void>((resolve) => {
        this.#ended.set(callId, [...(this.#ended.get(callId) ?? []), resolve])
      })
    }
  }

  /** Waits until every queue is empty and every request has ended. */
  async settled(): Promise<void> {
    if (!this.#isSettled) await new Promise<void>((resolve) => this.#idle.push(resolve))
  }

  #start(key: string): void {
    if (this.#open.has(key)) return
    if (this.#open.size >= mostOpen) return void this.#waiting.add(key)
    this.#open.add(key)
    void this.#sendAll(key).finally(() => {
      this.#open.delete(key)
      this.#endCall(this.#callOf(key))
      // Notifications that were added while the last one was sent.
      if (this.#queues.has(key)) this.#waiting.add(key)
      const [next] = this.#waiting
      if (next !== undefined) {
        this.#waiting.delete(next)
        this.#start(next)
      }
      this.#settle()
    })
  }

  async #sendAll(key: string): Promise<void> {
    // The rest of the tenant's step comes first: a batch contains everything that it caused.
    await undefined
    for (;;) {
      const queue = this.#queues.get(key)
      if (!queue) return
      const batch = batchOf(queue, this.#batch)
      const end = queue.sent + batch.length
      const isCurrent = () => this.#queues.get(key) === queue
      const onSent = () => {
        queue.sent = end
      }
      await this.#send(batch, { isCurrent, onSent })
      if (!isCurrent()) return
      queue.sent = end
      if (queue.sent === queue.items.length) this.#queues.delete(key)
      else if (queue.sent >= longestSent) {
        queue.items.splice(0, queue.sent)
        queue.sent = 0
      }
    }
  }

  #endCall(callId: string): void {
    const waiting = this.#ended.get(callId) ?? []
    this.#ended.delete(callId)
    for (const resolve of waiting) resolve()
  }

  get #isSettled(): boolean {
    return this.isEmpty && this.#open.size === 0
  }

  #settle(): void {
    if (!this.#isSettled) return
    const idle = this.#idle
    this.#idle = []
    for (const resolve of idle) resolve()
  }
}

/** Returns the next notifications for one request. A call in the older format of Skype has a request of its own. */
function batchOf({ items, sent }: Queue, most: number): readonly PendingNotification[] {
  const next = items.slice(sent, sent + most)
  const skype = next.findIndex(({ event }) => event.isSkype)
  return skype < 0 ? next : next.slice(0, Math.max(skype, 1))
}
