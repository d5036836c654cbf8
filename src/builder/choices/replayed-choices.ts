import { type Build, Choices, type Settings } from './choices.ts'
import type { Choice } from './recorded-choices.ts'
import type { EditedRecord } from './simpler.ts'

/**
 * Choices that replay a record with some choices replaced. Builds the same value as `RecordedChoices` with `record.choices`, and
 * copies nothing.
 */
export class ReplayedChoices extends Choices {
  override readonly isReplay = true
  readonly #edit: EditedRecord['edit']
  #given: readonly Choice[]
  /** Number of choices made on this level. */
  #made = 0
  #decision: Choice | undefined
  /** Number of values built within the last decision. */
  #built = 0

  constructor({ original, edit }: EditedRecord, settings?: Settings) {
    super(settings)
    this.#given = original
    this.#edit = edit
  }

  below(limit: number): number {
    return Math.min(this.word(), limit - 1)
  }

  few(limit: number): number {
    return this.below(limit)
  }

  ranked(limit: number): number {
    return this.below(limit)
  }

  mostly(few: number, limit: number): number {
    return this.below(Math.max(few, limit))
  }

  digits(limit: number): number {
    return this.below(limit)
  }

  weighted(bounds: readonly number[]): number {
    return this.below(bounds.length)
  }

  kept(limit: number): number {
    return this.below(limit)
  }

  word(): number {
    const given = this.#given[this.#made++]
    // Only choices above 0 can be simpler.
    this.#decision = given && given.value > 0 ? (this.#edit.get(given) ?? given) : given
    this.#built = 0
    return this.#decision?.value ?? 0
  }

  protected within<T>(build: Build<T>): T {
    const given = this.#given
    const made = this.#made
    const decision = this.#decision
    const item = this.#built
    this.#given = decision?.within[item] ?? []
    this.#made = 0
    const built = build(this)
    this.#given = given
    this.#made = made
    this.#decision = decision
    this.#built = item + 1
    return built
  }
}
