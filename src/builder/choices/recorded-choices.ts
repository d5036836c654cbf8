import { type Build, Choices, type Settings } from './choices.ts'
import { DrawnChoices } from './drawn-choices.ts'

/** A decision that was taken, and those that depended on it: a list of them for each thing that was built within it. */
export interface Choice {
  readonly value: number
  readonly within: readonly (readonly Choice[])[]
  /** Of all lower values only 0 is simpler. */
  readonly atomic: boolean
  /** No other value is simpler. */
  readonly kept?: true
}

/**
 * Choices that were taken before: those of a seed, or those of a record, where 0 stands for what it lacks and the last
 * possible value for what is too high. What is built of them is recorded anew, as `taken`.
 */
export class RecordedChoices extends Choices {
  readonly #drawn: DrawnChoices | undefined
  #given: readonly Choice[]
  #taken: Writable[] = []

  constructor(origin: number | readonly Choice[], settings?: Settings) {
    super(settings)
    this.#drawn = typeof origin === 'number' ? new DrawnChoices(origin, settings) : undefined
    this.#given = typeof origin === 'number' ? [] : origin
  }

  get taken(): readonly Choice[] {
    return this.#taken
  }

  below(limit: number, weight?: number): number {
    return this.#take(this.#drawn?.below(limit, weight) ?? Math.min(this.#next, limit - 1))
  }

  word(): number {
    return this.#take(this.#drawn?.word() ?? this.#next, { atomic: true })
  }

  kept(limit: number): number {
    return this.#take(this.#drawn?.kept(limit) ?? Math.min(this.#next, limit - 1), { kept: true })
  }

  protected within<T>(build: Build<T>): T {
    const [given, taken] = [this.#given, this.#taken]
    const decision = taken.at(-1)
    if (!decision) throw new Error('Nothing was decided that this could depend on.')
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

  #take(value: number, manner: { readonly atomic?: true; readonly kept?: true } = {}): number {
    this.#taken.push({ value, atomic: false, within: [], ...manner })
    return value
  }
}

interface Writable extends Choice {
  readonly within: (readonly Choice[])[]
}
