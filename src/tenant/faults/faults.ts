import type { ErrorFixtureName } from '../../../fixtures/index.ts'
import { type Failure, type Fault, faultOf, keyIn } from './failure.ts'
import { seeded } from './seeded.ts'

/** The two refusals that were reported for a call. */
const forbidden = {
  '7504': 'insufficient-tenant-permissions',
  '7505': 'tenant-mismatch',
} as const satisfies Record<string, ErrorFixtureName>

/** The code of a 403 that was reported for a call. */
export type ForbiddenCode = keyof typeof forbidden

/** When a failure comes: for every so many requests, or for a share of them. */
type Rhythm = { readonly every: number } | { readonly rate: number; readonly seed: number }

/** A failure that comes again and again. */
interface Rule {
  readonly mishap: Fault
  readonly rhythm: Rhythm
  /** How many requests it has counted. */
  seen: number
  /** Whether it is the turn of the next one. */
  readonly isDue: () => boolean
}

/** All trouble there is, as JSON. */
export interface SavedFaults {
  readonly forbidden: readonly (readonly [callId: string, fixture: ErrorFixtureName])[]
  readonly next: readonly Fault[]
  readonly rules: readonly (readonly [number: number, rule: Omit<Rule, 'isDue'>])[]
}

/** What goes wrong in a tenant because somebody asked for it. */
export class Faults {
  #forbidden = new Map<string, ErrorFixtureName>()
  #next: Fault[] = []
  #rules = new Map<number, Rule>()
  #lastRule = 0

  /** @throws TypeError where the code is not one of those that were reported */
  forbid(callId: string, code: ForbiddenCode): void {
    this.#forbidden.set(callId, forbidden[keyIn('code', forbidden, code)])
  }

  /** @throws TypeError, UnknownFixtureError where the failure is none */
  failNext(failure: Failure): void {
    this.#next.push(faultOf(failure))
  }

  /**
   * @returns what ends it
   * @throws TypeError, UnknownFixtureError where the failure is none, or the count no whole number from 1 on
   */
  failEvery(count: number, failure: Failure): () => void {
    if (!Number.isInteger(count) || count < 1) {
      throw new TypeError(`The count must be a whole number from 1 on, found ${String(count)}.`)
    }
    return this.#keep(ruleOf({ mishap: faultOf(failure), rhythm: { every: count }, seen: 0 }))
  }

  /**
   * @returns what ends it
   * @throws TypeError, UnknownFixtureError where the failure is none, or the rate or the seed no such number
   */
  failAtRate(rate: number, failure: Failure, seed: number): () => void {
    if (typeof rate !== 'number' || !(rate >= 0 && rate <= 1)) {
      throw new TypeError(`The rate must be a number from 0 to 1, found ${String(rate)}.`)
    }
    return this.#keep(ruleOf({ mishap: faultOf(failure), rhythm: { rate, seed }, seen: 0 }))
  }

  /** What goes wrong with the next request: what stands in line first, then the rules in their order. All of them count it. */
  take(): Fault | undefined {
    let due = this.#next.shift()
    for (const rule of this.#rules.values()) {
      rule.seen++
      if (rule.isDue()) due ??= rule.mishap
    }
    return due
  }

  forbiddenBy(callId: string): ErrorFixtureName | undefined {
    return this.#forbidden.get(callId)
  }

  save(): SavedFaults {
    return {
      forbidden: [...this.#forbidden],
      next: [...this.#next],
      rules: [...this.#rules].map(([number, { mishap, rhythm, seen }]) => [number, { mishap, rhythm, seen }]),
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

  /** By its number, a rule is ended also once it was saved and restored. */
  #keep(rule: Rule): () => void {
    const number = ++this.#lastRule
    this.#rules.set(number, rule)
    return () => void this.#rules.delete(number)
  }
}

function ruleOf(saved: Omit<Rule, 'isDue'>): Rule {
  const { rhythm } = saved
  if ('every' in rhythm) {
    const rule: Rule = { ...saved, isDue: () => rule.seen % rhythm.every === 0 }
    return rule
  }
  const random = seeded(rhythm.seed, saved.seen)
  return { ...saved, isDue: () => random() < rhythm.rate }
}
