import { Arbitrary, type Random, Stream, Value } from 'fast-check'
import type { Build, Settings } from '../src/builder/choices/choices.ts'
import { DrawnChoices } from '../src/builder/choices/drawn-choices.ts'
import { type Choice, RecordedChoices } from '../src/builder/choices/recorded-choices.ts'
import { simpler } from '../src/builder/choices/simpler.ts'

/** Returns an arbitrary for a builder. fast-check draws one seed for each value, and values shrink by simpler choices. */
export function arbitraryOf<T>(build: Build<T>, settings?: Settings): Arbitrary<T> {
  return new BuiltArbitrary(build, settings)
}

/** The context of a generated value is its seed. The context of a shrunk value is its record of choices. */
class BuiltArbitrary<T> extends Arbitrary<T> {
  readonly #build: Build<T>
  readonly #settings: Settings | undefined

  constructor(build: Build<T>, settings: Settings | undefined) {
    super()
    this.#build = build
    this.#settings = settings
  }

  generate(random: Random): Value<T> {
    const seed = random.nextInt()
    return new Value(this.#build(new DrawnChoices(seed, this.#settings)), seed)
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

  #replay(origin: number | readonly Choice[]) {
    const choices = new RecordedChoices(origin, this.#settings)
    const built = this.#build(choices)
    return { built, taken: choices.taken }
  }
}

/** False for examples of users, which have no context. `BuiltArbitrary` creates every other context. */
function isOrigin(context: unknown): context is number | readonly Choice[] {
  return typeof context === 'number' || Array.isArray(context)
}
