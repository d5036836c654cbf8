import { type Latency, latencyOf } from '../faults/latency.ts'
import type { StatefulPart } from '../stateful-part.ts'

/** Counts the requests of a tenant, and draws the latency of each response. */
export class RequestCounter implements StatefulPart<number> {
  readonly #options: Latency | undefined
  #draw: (() => number) | undefined
  #count = 0

  /** @throws TypeError if the latency is not valid */
  constructor(latency: Latency | undefined) {
    this.#options = latency
    this.restore(0)
  }

  /** Returns the number of the next request, starting at 1. */
  next(): number {
    return ++this.#count
  }

  /** Draws the latency of a response, in milliseconds. */
  latency(): number {
    return this.#draw?.() ?? 0
  }

  save(): number {
    return this.#count
  }

  restore(count: number): void {
    this.#draw = this.#options === undefined ? undefined : latencyOf(this.#options, count)
    this.#count = count
  }

  clear(): void {
    this.restore(0)
  }
}
