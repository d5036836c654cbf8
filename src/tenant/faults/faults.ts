import type { ErrorFixtureName } from '../../../fixtures/index.ts'
import { checkedCount, checkedKey, checkedShare } from '../checked-values.ts'
import type { SavedValue } from '../saved-value.ts'
import { type RandomNumbers, seeded } from '../seeded.ts'
import type { StatefulPart } from '../stateful-part.ts'
import { type CheckedFailure, checkedFailure } from './checked-failure.ts'
import type { Failure } from './failure.ts'
import { type Fault, faultOf, timesOf } from './fault.ts'
import { readFaults, type SavedFaults, type SavedRule, type Schedule } from './saved-faults.ts'

/** The 403 errors that were reported for calls. */
const forbidden = {
  '7503': 'application-not-registered',
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

/** Failure, and the number of requests that it has failed. */
interface Plan {
  readonly failure: CheckedFailure
  failed: number
}

/** Failure that occurs repeatedly. */
interface Rule extends Plan {
  readonly schedule: Schedule
  /** Number of requests that the rule has counted. */
  requests: number
  readonly random: RandomNumbers | undefined
}

/** Faults that a test has requested. */
export class Faults implements StatefulPart<SavedFaults> {
  #forbidden = new Map<string, ErrorFixtureName>()
  #next: Plan[] = []
  #rules = new Map<number, Rule>()
  #lastRule = 0

  /** @throws TypeError if the code was not reported */
  forbid(callId: string, code: ForbiddenCode): void {
    this.#forbidden.set(callId, forbidden[checkedKey('code', forbidden, code)])
  }

  /** @throws TypeError, UnknownFixtureError if the failure is not valid */
  failNext(failure: Failure): void {
    this.#next.push({ failure: checkedFailure(failure), failed: 0 })
  }

  /**
   * @returns a function that removes the rule
   * @throws TypeError, UnknownFixtureError if the failure or the count is not valid
   */
  failEvery(count: number, failure: Failure): () => void {
    const schedule = { every: checkedCount('count', count) }
    return this.#add(ruleOf({ failure: checkedFailure(failure), failed: 0, schedule, requests: 0 }))
  }

  /**
   * @returns a function that removes the rule
   * @throws TypeError, UnknownFixtureError if the failure, the rate or the seed is not valid
   */
  failAtRate(rate: number, failure: Failure, seed: number): () => void {
    const schedule = { rate: checkedShare('rate', rate), seed }
    return this.#add(ruleOf({ failure: checkedFailure(failure), failed: 0, schedule, requests: 0 }))
  }

  /** Returns the fault of the next request, if any: from `failNext`, or the first rule that is due. Every rule counts it. */
  take(): Fault | undefined {
    let fault = this.#takeNext()
    for (const [number, rule] of this.#rules) {
      rule.requests++
      if (!isDue(rule) || fault) continue
      fault = faultOf(rule.failure, rule.failed++)
      if (rule.failed === rule.failure.times) this.#rules.delete(number)
    }
    return fault
  }

  #takeNext(): Fault | undefined {
    const [plan] = this.#next
    if (!plan) return undefined
    const { failure } = plan
    const fault = faultOf(failure, plan.failed++)
    if (plan.failed >= timesOf(failure)) this.#next.shift()
    return fault
  }

  forbiddenBy(callId: string): ErrorFixtureName | undefined {
    return this.#forbidden.get(callId)
  }

  save(): SavedFaults {
    return {
      forbidden: [...this.#forbidden],
      next: this.#next.map((plan) => ({ ...plan })),
      rules: [...this.#rules].map(([number, { random, ...rule }]) => [
        number,
        { ...rule, random: random?.state() },
      ]),
    }
  }

  prepare(saved: SavedValue): () => void {
    const { forbidden: pairs, next, rules } = readFaults(saved, Object.values(forbidden))
    return () => {
      this.#forbidden = new Map(pairs)
      this.#next = next.map((plan) => ({ ...plan }))
      this.#rules = new Map(rules.map(([number, rule]) => [number, ruleOf(rule)]))
      this.#lastRule = rules.reduce((last, [number]) => Math.max(last, number), this.#lastRule)
    }
  }

  clear(): void {
    this.#forbidden.clear()
    this.#next = []
    this.#rules.clear()
  }

  /** Adds a rule. Returns a function that removes it, also after a restore: a snapshot contains its number. */
  #add(rule: Rule): () => void {
    const number = ++this.#lastRule
    this.#rules.set(number, rule)
    return () => void this.#rules.delete(number)
  }
}

function ruleOf({ failure, failed, schedule, requests, random }: SavedRule): Rule {
  return {
    failure,
    failed,
    schedule,
    requests,
    random: 'rate' in schedule ? seeded(schedule.seed, random) : undefined,
  }
}

/** Returns true if the request that was just counted must fail. */
function isDue({ schedule, requests, random }: Rule): boolean {
  if ('every' in schedule) return requests % schedule.every === 0
  return random !== undefined && random.next() < schedule.rate
}
