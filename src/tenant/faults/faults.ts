import type { ErrorFixtureName } from '../../../fixtures/index.ts'
import { checkedCount, checkedKey, checkedShare } from '../checked-values.ts'
import { seeded } from '../seeded.ts'
import type { StatefulPart } from '../stateful-part.ts'
import { type Failure, type Fault, faultOf } from './failure.ts'

/** The two 403 errors that were reported for a call. */
const forbidden = {
  '7504': 'insufficient-tenant-permissions',
  '7505': 'tenant-mismatch',
} as const satisfies Record<string, ErrorFixtureName>

/**
 * Code of a 403 error that was reported for a call.
 *
 * @example
 * ```ts
 * test.each<ForbiddenCode>(['7504', '7505'])('reports missing permissions: %s', (code) => {
 *   tenant.forbid(id, code)
 *   // Your client gets 403 for this call.
 * })
 * ```
 */
export type ForbiddenCode = keyof typeof forbidden

/** Requests that a rule fails: every nth, or a share of them. */
type Schedule = { readonly every: number } | { readonly rate: number; readonly seed: number }

/** Fault that occurs repeatedly. */
interface Rule {
  readonly fault: Fault
  readonly schedule: Schedule
  /** Number of requests that the rule has counted. */
  requests: number
  /** Returns true if the request that was just counted must fail. */
  readonly isDue: () => boolean
}

/** State of the faults, as JSON. */
export interface SavedFaults {
  readonly forbidden: readonly (readonly [callId: string, fixture: ErrorFixtureName])[]
  readonly next: readonly Fault[]
  readonly rules: readonly (readonly [number: number, rule: Omit<Rule, 'isDue'>])[]
}

/** Faults that a test has requested. */
export class Faults implements StatefulPart<SavedFaults> {
  #forbidden = new Map<string, ErrorFixtureName>()
  #next: Fault[] = []
  #rules = new Map<number, Rule>()
  #lastRule = 0

  /** @throws TypeError if the code was not reported */
  forbid(callId: string, code: ForbiddenCode): void {
    this.#forbidden.set(callId, forbidden[checkedKey('code', forbidden, code)])
  }

  /** @throws TypeError, UnknownFixtureError if the failure is not valid */
  failNext(failure: Failure): void {
    this.#next.push(faultOf(failure))
  }

  /**
   * @returns a function that removes the rule
   * @throws TypeError, UnknownFixtureError if the failure or the count is not valid
   */
  failEvery(count: number, failure: Failure): () => void {
    const schedule = { every: checkedCount('count', count) }
    return this.#add(ruleOf({ fault: faultOf(failure), schedule, requests: 0 }))
  }

  /**
   * @returns a function that removes the rule
   * @throws TypeError, UnknownFixtureError if the failure, the rate or the seed is not valid
   */
  failAtRate(rate: number, failure: Failure, seed: number): () => void {
    const schedule = { rate: checkedShare('rate', rate), seed }
    return this.#add(ruleOf({ fault: faultOf(failure), schedule, requests: 0 }))
  }

  /** Returns the fault of the next request, if any: from `failNext`, or the first rule that is due. Every rule counts it. */
  take(): Fault | undefined {
    let fault = this.#next.shift()
    for (const rule of this.#rules.values()) {
      rule.requests++
      if (rule.isDue()) fault ??= rule.fault
    }
    return fault
  }

  forbiddenBy(callId: string): ErrorFixtureName | undefined {
    return this.#forbidden.get(callId)
  }

  save(): SavedFaults {
    return {
      forbidden: [...this.#forbidden],
      next: [...this.#next],
      rules: [...this.#rules].map(([number, { isDue: _, ...rule }]) => [number, rule]),
    }
  }

  restore({ forbidden, next, rules }: SavedFaults): void {
    this.#forbidden = new Map(forbidden)
    this.#next = [...next]
    this.#rules = new Map(rules.map(([number, rule]) => [number, ruleOf(rule)]))
    this.#lastRule = Math.max(this.#lastRule, ...this.#rules.keys())
  }

  clear(): void {
    this.restore({ forbidden: [], next: [], rules: [] })
  }

  /** Adds a rule. Returns a function that removes it, also after a restore: a snapshot contains its number. */
  #add(rule: Rule): () => void {
    const number = ++this.#lastRule
    this.#rules.set(number, rule)
    return () => void this.#rules.delete(number)
  }
}

function ruleOf(saved: Omit<Rule, 'isDue'>): Rule {
  const { schedule } = saved
  if ('every' in schedule) {
    const rule: Rule = { ...saved, isDue: () => rule.requests % schedule.every === 0 }
    return rule
  }
  const random = seeded(schedule.seed, saved.requests)
  return { ...saved, isDue: () => random() < schedule.rate }
}
