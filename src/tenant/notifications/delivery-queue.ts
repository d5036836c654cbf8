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
 * Queues of the notifications of each call. Those of one call are sent one after the other, and those of different calls at
 * the same time, so that a bot that does not respond delays no other.
 */
export class DeliveryQueue {
  readonly #send: SendNotifications
  readonly #batch: number
  /** Notifications that were not sent, by call. The first ones of a call may be in an open request. */
  readonly #queues = new Map<string, Queue>()
  /** Calls that wait for an open request to end. */
  readonly #waiting = new Set<string>()
  readonly #open = new Set<string>()
  #idle: (() => void)[] = []
  /** Functions that are called when the requests for a call have ended. */
  readonly #ended = new Map<string, readonly (() => void)[]>()

  /** @param batch - largest number of notifications of a call in one request */
  constructor(batch: number, send: SendNotifications) {
    this.#batch = batch
    this.#send = send
  }

  get isEmpty(): boolean {
    return this.#queues.size === 0
  }

  add(pending: PendingNotification): void {
    const { callId } = pending.event
    const queue = this.#queues.get(callId)
    if (queue) queue.items.push(pending)
    else this.#queues.set(callId, { items: [pending], sent: 0 })
    this.#start(callId)
  }

  /** Returns what was not delivered, in order for each call. */
  list(): readonly PendingNotification[] {
    return [...this.#queues.values()].flatMap(({ items, sent }) => items.slice(sent))
  }

  /** Removes everything that is not being sent. */
  clear(): void {
    this.#queues.clear()
    this.#waiting.clear()
    for (const callId of [...this.#ended.keys()]) if (!this.#open.has(callId)) this.#endCall(callId)
    this.#settle()
  }

  /** Waits until the queue of a call is empty and its request has ended. */
  async delivered(callId: string): Promise<void> {
    while (this.#queues.has(callId) || this.#open.has(callId)) {
      await new Promise<void>((resolve) => {
        this.#ended.set(callId, [...(this.#ended.get(callId) ?? []), resolve])
      })
    }
  }

  /** Waits until every queue is empty and every request has ended. */
  async settled(): Promise<void> {
    if (!this.#isSettled) await new Promise<void>((resolve) => this.#idle.push(resolve))
  }

  #start(callId: string): void {
    if (this.#open.has(callId)) return
    if (this.#open.size >= mostOpen) return void this.#waiting.add(callId)
    this.#open.add(callId)
    void this.#sendAll(callId).finally(() => {
      this.#open.delete(callId)
      this.#endCall(callId)
      // Notifications that were added while the last one was sent.
      if (this.#queues.has(callId)) this.#waiting.add(callId)
      const [next] = this.#waiting
      if (next !== undefined) {
        this.#waiting.delete(next)
        this.#start(next)
      }
      this.#settle()
    })
  }

  async #sendAll(callId: string): Promise<void> {
    // The rest of the tenant's step comes first: a batch contains everything that it caused.
    await undefined
    for (;;) {
      const queue = this.#queues.get(callId)
      if (!queue) return
      const batch = batchOf(queue, this.#batch)
      const end = queue.sent + batch.length
      const isCurrent = () => this.#queues.get(callId) === queue
      const onSent = () => {
        queue.sent = end
      }
      await this.#send(batch, { isCurrent, onSent })
      if (!isCurrent()) return
      queue.sent = end
      if (queue.sent === queue.items.length) this.#queues.delete(callId)
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
