import { Arbitrary, type Random, readConfigureGlobal, Stream, Value } from 'fast-check'
import type { Build, Settings } from '../src/builder/choices/choices.ts'
import { DrawnChoices } from '../src/builder/choices/drawn-choices.ts'
import { type Choice, RecordedChoices } from '../src/builder/choices/recorded-choices.ts'
import { simpler } from '../src/builder/choices/simpler.ts'
import { sizeOf } from '../src/builder/choices/size.ts'

/**
 * Returns an arbitrary for a builder. fast-check draws one seed for each value, and values shrink by simpler choices. As in
 * fast-check, the first runs prefer small values: a biased value has no long lists and no composed texts.
 */
export function arbitraryOf<T>(build: Build<T>, settings?: Settings): Arbitrary<T> {
  const size = sizeOf(settings?.size, readConfigureGlobal().baseSize)
  return new BuiltArbitrary(build, { ...settings, size })
}

/** Origin of a generated value. */
interface Drawn {
  readonly seed: number
  readonly isBiased: boolean
}

/** The context of a generated value is its seed and bias. The context of a shrunk value is its record of choices. */
class BuiltArbitrary<T> extends Arbitrary<T> {
  readonly #build: Build<T>
  readonly #settings: Settings

  constructor(build: Build<T>, settings: Settings) {
    super()
    this.#build = build
    this.#settings = settings
  }

  generate(random: Random, biasFactor: number | undefined): Value<T> {
    const seed = random.nextInt()
    const isBiased = biasFactor !== undefined && random.nextInt(1, biasFactor) === 1
    const context: Drawn = { seed, isBiased }
    return new Value(this.#build(new DrawnChoices(seed, this.#settings, isBiased)), context)
  }

  /** A value does not reveal its choices, so examples of users run but do not shrink. */
  canShrinkWithoutContext(_value: unknown): _value is T {
    return false
  }

  shrink(_value: T, context: unknown): Stream<Value<T>> {
    if (!isOrigin(context)) return Stream.nil()
    const { taken } = this.#replay(context)
    return new Stream(simpler(taken)).map((choices) => {
      const { built, taken } = this.#replay(choices)
      return new Value(built, taken)
    })
  }

  #replay(origin: Drawn | readonly Choice[]) {
    const choices =
      'seed' in origin
        ? new RecordedChoices(origin.seed, this.#settings, origin.isBiased)
        : new RecordedChoices(origin, this.#settings)
    const built = this.#build(choices)
    return { built, taken: choices.taken }
  }
}

/** False for examples of users, which have no context. `BuiltArbitrary` creates every other context. */
function isOrigin(context: unknown): context is Drawn | readonly Choice[] {
  return typeof context === 'object' && context !== null
}
