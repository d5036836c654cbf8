import { Arbitrary, type Random, readConfigureGlobal, Stream, toStringMethod, Value } from 'fast-check'
import type { Build, Settings } from '../src/builder/choices/choices.ts'
import { DrawnChoices } from '../src/builder/choices/drawn-choices.ts'
import { type Choice, RecordedChoices } from '../src/builder/choices/recorded-choices.ts'
import { ReplayedChoices } from '../src/builder/choices/replayed-choices.ts'
import { EditedRecord, simpler } from '../src/builder/choices/simpler.ts'
import { sizeOf } from '../src/builder/choices/size.ts'
import { differenceText } from './compact-text.ts'
import type { Examples } from './examples.ts'

/**
 * Returns an arbitrary for a builder. fast-check draws one seed for each value, and values shrink by simpler choices. As in
 * fast-check, the first runs prefer small values: a biased value has no long lists and no composed texts. Examples shrink to
 * examples with fewer parts.
 */
export function arbitraryOf<T>(
  build: Build<T>,
  settings?: Settings,
  examples?: Examples<T & object>,
): Arbitrary<T> {
  const size = sizeOf(settings?.size, readConfigureGlobal().baseSize)
  return new BuiltArbitrary(build, { ...settings, size }, examples)
}

/** Context of a generated value. */
class Draw {
  readonly seed: number
  readonly isBiased: boolean

  constructor(seed: number, isBiased: boolean) {
    this.seed = seed
    this.isBiased = isBiased
  }
}

/**
 * The context of a generated value is its seed and bias. The context of a shrunk value is its record of choices. Examples have no context,
 * because a value does not reveal its choices.
 */
class BuiltArbitrary<T> extends Arbitrary<T> {
  readonly #build: Build<T>
  readonly #settings: Settings
  readonly #examples: Examples<T & object> | undefined

  constructor(build: Build<T>, settings: Settings, examples: Examples<T & object> | undefined) {
    super()
    this.#build = build
    this.#settings = settings
    this.#examples = examples
  }

  generate(random: Random, biasFactor: number | undefined): Value<T> {
    const seed = random.nextInt()
    const isBiased = biasFactor !== undefined && random.nextInt(1, biasFactor) === 1
    return new Value(this.#build(new DrawnChoices(seed, this.#settings, isBiased)), new Draw(seed, isBiased))
  }

  canShrinkWithoutContext(value: unknown): value is T {
    return this.#examples?.includes(value) ?? false
  }

  /** fast-check calls this function with each value that fails, so it also makes reports show the value on one line. */
  shrink(value: T, context: unknown): Stream<Value<T>> {
    this.#setReport(value)
    const record = this.#recordOf(context)
    if (record) {
      return new Stream(simpler(record)).map(
        (simpler) => new Value(this.#build(new ReplayedChoices(simpler, this.#settings)), simpler),
      )
    }
    if (!this.#examples?.includes(value)) return Stream.nil()
    return new Stream(this.#examples.simpler(value)).map((simpler) => new Value<T>(simpler, undefined))
  }

  /** The property is not enumerable, so neither JSON nor comparisons in tests include it. */
  #setReport(value: T): void {
    if (typeof value !== 'object' || value === null || !Object.isExtensible(value)) return
    const simplest = () => this.#build(new RecordedChoices([], this.#settings))
    Reflect.defineProperty(value, toStringMethod, {
      value: () => differenceText(value, simplest()),
      configurable: true,
    })
  }

  /** Builds a value again to record its choices. Returns undefined for an example, which has no context. */
  #recordOf(context: unknown): readonly Choice[] | undefined {
    if (!(context instanceof Draw || context instanceof EditedRecord)) return undefined
    const choices =
      context instanceof Draw
        ? new RecordedChoices(context.seed, this.#settings, context.isBiased)
        : new RecordedChoices(context.choices, this.#settings)
    this.#build(choices)
    return choices.taken
  }
}
