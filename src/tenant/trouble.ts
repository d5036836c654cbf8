import type { ErrorFixtureName } from '../../fixtures/index.ts'
import { type Failure, type Mishap, mishapOf, oneOf } from './failure.ts'
import { seeded } from './seeded.ts'

/** The two refusals that were reported for a call. */
const forbidden = {
  '7504': 'insufficient-tenant-permissions',
  '7505': 'tenant-mismatch',
} as const satisfies Record<string, ErrorFixtureName>

/** The code of a 403 that was reported for a call. */
export type ForbiddenCode = keyof typeof forbidden

/** A failure that comes again and again. */
interface Rule {
  readonly mishap: Mishap
  /** Whether it is the turn of the next request; asking counts it. */
  readonly isDue: () => boolean
}

/** What goes wrong in a tenant because somebody asked for it. */
export class Trouble {
  readonly #forbidden = new Map<string, ErrorFixtureName>()
  readonly #next: Mishap[] = []
  readonly #rules = new Set<Rule>()

  /** @throws TypeError where the code is not one of those that were reported */
  forbid(callId: string, code: ForbiddenCode): void {
    this.#forbidden.set(callId, forbidden[oneOf('code', forbidden, code)])
  }

  /** @throws TypeError, UnknownFixtureError where the failure is none */
  failNext(failure: Failure): void {
    this.#next.push(mishapOf(failure))
  }

  /**
   * @returns what ends it
   * @throws TypeError, UnknownFixtureError where the failure is none, or the count no whole number from 1 on
   */
  failEvery(count: number, failure: Failure): () => void {
    if (!Number.isInteger(count) || count < 1) {
      throw new TypeError(`The count must be a whole number from 1 on, found ${String(count)}.`)
    }
    let counted = 0
    return this.#keep({ mishap: mishapOf(failure), isDue: () => ++counted % count === 0 })
  }

  /**
   * @returns what ends it
   * @throws TypeError, UnknownFixtureError where the failure is none, or the rate or the seed no such number
   */
  failAtRate(rate: number, failure: Failure, seed: number): () => void {
    if (typeof rate !== 'number' || !(rate >= 0 && rate <= 1)) {
      throw new TypeError(`The rate must be a number from 0 to 1, found ${String(rate)}.`)
    }
    const random = seeded(seed)
    return this.#keep({ mishap: mishapOf(failure), isDue: () => random() < rate })
  }

  /** What goes wrong with the next request: what stands in line first, then the rules in their order. All of them count it. */
  take(): Mishap | undefined {
    let due = this.#next.shift()
    for (const { mishap, isDue } of this.#rules) {
      if (isDue()) due ??= mishap
    }
    return due
  }

  forbiddenBy(callId: string): ErrorFixtureName | undefined {
    return this.#forbidden.get(callId)
  }

  clear(): void {
    this.#forbidden.clear()
    this.#next.length = 0
    this.#rules.clear()
  }

  #keep(rule: Rule): () => void {
    this.#rules.add(rule)
    return () => void this.#rules.delete(rule)
  }
}
