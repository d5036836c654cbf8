import { type SavedValue, uniqueKeys } from '../saved-value.ts'
import type { StatefulPart } from '../stateful-part.ts'

/** Number of calls that an app has created in a month. */
export interface CallCount {
  readonly appId: string
  /** For example `2026-01`, by the tenant's clock. */
  readonly month: string
  readonly count: number
}

/** Numbers of calls that apps have created in their newest month. */
export class CallCounts implements StatefulPart<readonly CallCount[]> {
  readonly #counts = new Map<string, CallCount>()

  /** Returns the number of calls in the month of a time. */
  of(appId: string, time: number): number {
    const found = this.#counts.get(appId)
    return found?.month === monthOf(time) ? found.count : 0
  }

  add(appId: string, time: number): void {
    this.#counts.set(appId, { appId, month: monthOf(time), count: this.of(appId, time) + 1 })
  }

  save(): readonly CallCount[] {
    return [...this.#counts.values()]
  }

  prepare(saved: SavedValue): () => void {
    const unique = uniqueKeys()
    const counts = saved.items().map((each) => {
      each.object('appId', 'month', 'count')
      const appId = unique(each.at('appId').text(), each.at('appId'))
      return { appId, month: each.at('month').text(), count: each.at('count').integer(1) }
    })
    return () => {
      this.clear()
      for (const count of counts) this.#counts.set(count.appId, count)
    }
  }

  clear(): void {
    this.#counts.clear()
  }
}

function monthOf(time: number): string {
  return new Date(time).toISOString().slice(0, 7)
}
