import { type Build, Choices, type Settings } from './choices.ts'
import { DrawnChoices } from './drawn-choices.ts'

/** A decision with the decisions that depend on it: one list for each value that was built within it. */
export interface Choice {
  readonly value: number
  readonly within: readonly (readonly Choice[])[]
  /** True if 0 is the only simpler value. */
  readonly atomic: boolean
  /** Set if no other value is simpler. */
  readonly kept?: true
  /** Set if each lower value is simpler than the next one. */
  readonly ranked?: true
}

/**
 * Choices that replay a seed or a record and record the result in `taken`. Decisions that a record lacks are 0, and
 * decisions that are too high become the highest possible value.
 */
export class RecordedChoices extends Choices {
  readonly #drawn: DrawnChoices | undefined
  #given: readonly Choice[]
  #taken: MutableChoice[] = []

  /** @param isBiased - as in {@link DrawnChoices}, if the origin is a seed */
  constructor(origin: number | readonly Choice[], settings?: Settings, isBiased?: boolean) {
    super(settings)
    this.#drawn = typeof origin === 'number' ? new DrawnChoices(origin, settings, isBiased) : undefined
    this.#given = typeof origin === 'number' ? [] : origin
  }

  /** Record of all choices that were made. */
  get taken(): readonly Choice[] {
    return this.#taken
  }

  below(limit: number, weight?: number): number {
    return this.#record(this.#drawn?.below(limit, weight) ?? Math.min(this.#next, limit - 1))
  }

  mostly(few: number, limit: number, share: number): number {
    return this.#record(
      this.#drawn?.mostly(few, limit, share) ?? Math.min(this.#next, Math.max(few, limit) - 1),
    )
  }

  digits(limit: number): number {
    return this.#record(this.#drawn?.digits(limit) ?? Math.min(this.#next, limit - 1))
  }

  weighted(bounds: readonly number[]): number {
    return this.#record(this.#drawn?.weighted(bounds) ?? Math.min(this.#next, bounds.length - 1))
  }

  word(): number {
    return this.#record(this.#drawn?.word() ?? this.#next, { atomic: true })
  }

  few(limit: number, weight: number): number {
    return this.#record(this.#drawn?.few(limit, weight) ?? Math.min(this.#next, limit - 1))
  }

  ranked(limit: number): number {
    return this.#record(this.#drawn?.ranked(limit) ?? Math.min(this.#next, limit - 1), { ranked: true })
  }

  kept(limit: number): number {
    return this.#record(this.#drawn?.kept(limit) ?? Math.min(this.#next, limit - 1), { kept: true })
  }

  protected within<T>(build: Build<T>): T {
    const [given, taken] = [this.#given, this.#taken]
    const decision = taken.at(-1)
    if (!decision) throw new Error('within() must follow a decision.')
    this.#given = given[taken.length - 1]?.within[decision.within.length] ?? []
    this.#taken = []
    decision.within.push(this.#taken)
    const built = build(this)
    this.#given = given
    this.#taken = taken
    return built
  }

  get #next(): number {
    return this.#given[this.#taken.length]?.value ?? 0
  }

  #record(value: number, flags: Flags = {}): number {
    this.#taken.push({ value, atomic: false, within: [], ...flags })
    return value
  }
}

type Flags = Partial<Pick<Choice, 'kept' | 'ranked'> & { readonly atomic: true }>

interface MutableChoice extends Choice {
  readonly within: (readonly Choice[])[]
}
