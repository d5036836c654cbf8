import { type Latency, latencyOf } from '../faults/latency.ts'
import type { SavedValue } from '../saved-value.ts'
import { type RandomNumbers, readRandomState, seeded } from '../seeded.ts'
import type { StatefulPart } from '../stateful-part.ts'

/** Number of requests, and the state of the random numbers if latency is a distribution. */
export interface SavedCounter {
  readonly requests: number
  readonly latency?: readonly number[] | undefined
}

/** Counts the requests of a tenant, and draws the latency of each response. */
export class RequestCounter implements StatefulPart<SavedCounter> {
  readonly #options: Latency | undefined
  #random: RandomNumbers | undefined
  #draw: (() => number) | undefined
  #requests = 0

  /** @throws TypeError if the latency is not valid */
  constructor(latency: Latency | undefined) {
    this.#options = latency
    this.clear()
  }

  /** Returns the number of the next request, starting at 1. */
  next(): number {
    return ++this.#requests
  }

  /** Draws the latency of a response, in milliseconds. */
  latency(): number {
    return this.#draw?.() ?? 0
  }

  save(): SavedCounter {
    return { requests: this.#requests, latency: this.#random?.state() }
  }

  prepare(saved: SavedValue): () => void {
    saved.object('requests', 'latency')
    // A request id has 12 hexadecimal digits for the number.
    const requests = saved.at('requests').integer(0, 2 ** 48 - 1)
    const latency = saved.optional('latency', readRandomState)
    return () => this.#restore(requests, latency)
  }

  clear(): void {
    this.#restore(0)
  }

  #restore(requests: number, latency?: readonly number[]): void {
    this.#requests = requests
    if (this.#options === undefined) return
    const seed = typeof this.#options === 'number' ? 0 : (this.#options?.seed ?? 0)
    const random = seeded(seed, latency)
    this.#random = typeof this.#options === 'number' ? undefined : random
    this.#draw = latencyOf(this.#options, random)
  }
}
