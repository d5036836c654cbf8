import { Arbitrary, type Random, Stream, Value } from 'fast-check'
import type { Build, Settings } from '../src/builder/choices/choices.ts'
import { DrawnChoices } from '../src/builder/choices/drawn-choices.ts'
import { type Choice, RecordedChoices } from '../src/builder/choices/recorded-choices.ts'
import { simpler } from '../src/builder/choices/simpler.ts'

/** The arbitrary of what a builder builds: fast-check draws one seed for each value, and shrinks by simpler choices. */
export function arbitraryOf<T>(build: Build<T>, settings?: Settings): Arbitrary<T> {
  return new BuiltArbitrary(build, settings)
}

/** The context of a value is where its choices came from: the seed, or the record of a value that is a shrink already. */
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

  /** The choices that lead to a value cannot be told from it: an example of the user's is run, and not shrunk. */
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

/** A value that the user gave, an example, comes without context; any other context is one that `BuiltArbitrary` made. */
function isOrigin(context: unknown): context is number | readonly Choice[] {
  return typeof context === 'number' || Array.isArray(context)
}
