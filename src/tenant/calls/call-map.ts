import { movesByItself } from './call-progress.ts'
import type { Interval } from './interval.ts'
import type { StoredCall } from './stored-call.ts'

/** Stored calls by id. Knows which of them move or expire without another request: most do not. */
export class CallMap extends Map<string, StoredCall> {
  readonly #keepEndedCallsFor: Interval
  readonly #moving = new Set<string>()

  constructor(keepEndedCallsFor: Interval) {
    super()
    this.#keepEndedCallsFor = keepEndedCallsFor
  }

  /** Returns the ids of the calls that move or expire without another request. */
  get moving(): readonly string[] {
    return [...this.#moving]
  }

  override set(id: string, call: StoredCall): this {
    const { progress } = call
    if (progress && movesByItself(progress, this.#keepEndedCallsFor)) this.#moving.add(id)
    else this.#moving.delete(id)
    return super.set(id, call)
  }

  override delete(id: string): boolean {
    this.#moving.delete(id)
    return super.delete(id)
  }

  override clear(): void {
    this.#moving.clear()
    super.clear()
  }

  /** Replaces all calls. */
  replace(calls: ReadonlyMap<string, StoredCall>): void {
    this.clear()
    for (const [id, call] of calls) this.set(id, call)
  }
}
