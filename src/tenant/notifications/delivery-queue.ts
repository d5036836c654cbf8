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

/**
 * Queues of the notifications of each call. Those of one call are sent one after the other, and those of different calls at
 * the same time, so that a bot that does not respond delays no other.
 */
export class DeliveryQueue {
  readonly #send: (notifications: readonly PendingNotification[]) => Promise<void>
  readonly #batch: number
  /** Notifications that were not sent, by call. The first ones of a call may be in an open request. */
  readonly #queues = new Map<string, Queue>()
  /** Calls that wait for an open request to end. */
  readonly #waiting = new Set<string>()
  readonly #open = new Set<string>()
  #idle: (() => void)[] = []

  /**
   * @param batch - largest number of notifications of a call in one request
   * @param send - sends notifications, and never rejects
   */
  constructor(batch: number, send: (notifications: readonly PendingNotification[]) => Promise<void>) {
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
    this.#settle()
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
      const batch = queue.items.slice(queue.sent, queue.sent + this.#batch)
      await this.#send(batch)
      if (this.#queues.get(callId) !== queue) return
      queue.sent += batch.length
      if (queue.sent === queue.items.length) this.#queues.delete(callId)
      else if (queue.sent >= longestSent) {
        queue.items.splice(0, queue.sent)
        queue.sent = 0
      }
    }
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
