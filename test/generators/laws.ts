import { isDeepStrictEqual } from 'node:util'
import fc, { type Arbitrary, type Value } from 'fast-check'
import { expect } from 'vitest'
import { distance, EditedRecord } from '../../src/builder/choices/simpler.ts'
import { runs } from '../runs.ts'
import type { NamedArbitrary } from './arbitraries.ts'

const numRuns = runs(100, 300)

/** Every value is valid, and is JSON: it has ordinary prototypes and no `undefined`. */
export function generatesValidValues({ arbitrary, isValid }: NamedArbitrary): void {
  fc.assert(
    fc.property(arbitrary, (value) => {
      expect(isValid(value)).toBe(true)
      // Not toStrictEqual, which fails for equal objects with a property named constructor.
      expect(isDeepStrictEqual(JSON.parse(JSON.stringify(value)), value)).toBe(true)
    }),
    { numRuns },
  )
}

/** The same seed generates the same values, also with another instance of the arbitrary. */
export function generatesSameValuesForSeed({ arbitrary }: NamedArbitrary, again: NamedArbitrary): void {
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const [first, second] = [arbitrary, again.arbitrary].map((each) =>
        fc.sample(each, { seed, numRuns: 3 }),
      )
      expect(isDeepStrictEqual(first, second)).toBe(true)
    }),
    { numRuns: runs(10, 30) },
  )
}

/** Values share no objects, so changing one does not change another. */
export function sharesNoObjects({ arbitrary }: NamedArbitrary): void {
  const seen = new Set<unknown>()
  for (const value of fc.sample(arbitrary, { seed: 42, numRuns })) {
    for (const object of objectsIn(value)) {
      expect(seen.has(object)).toBe(false)
      seen.add(object)
    }
  }
}

/** Every shrunk value is valid and closer to the simplest value, and so are the values that it shrinks to. */
export function shrinksToValidSimplerValues({ arbitrary, isValid }: NamedArbitrary): void {
  for (const value of valuesOf(arbitrary, runs(1, 8))) {
    let current = value
    for (let depth = 0; depth < runs(2, 4); depth++) {
      const shrinks = [...arbitrary.shrink(current.value, current.context)]
      expect(shrinks.filter(({ value }) => !isValid(value))).toEqual([])
      const limit = depth > 0 ? distanceOf(current) : Infinity
      expect(shrinks.filter((shrink) => distanceOf(shrink) >= limit)).toEqual([])
      const next = shrinks.at(-1 - depth)
      if (!next) break
      current = next
    }
  }
}

/** If a property always fails, every value shrinks to the same one in a single step, and that one does not shrink. */
export function shrinksAllToOneValue({ arbitrary, fixedPart }: NamedArbitrary): void {
  const values = valuesOf(arbitrary, runs(20, 50))
  const ends = values.map((value) => arbitrary.shrink(value.value, value.context).getNthOrLast(0) ?? value)
  const fixedPartsOf = (from: readonly Value<unknown>[]) =>
    from.map(({ value }) => JSON.stringify(fixedPart(value)))
  expect(fixedPartsOf(ends)).toEqual(fixedPartsOf(values))
  expect(new Set(ends.map(({ value }) => JSON.stringify(value))).size).toBe(
    new Set(fixedPartsOf(values)).size,
  )
  for (const { value, context } of ends) expect([...arbitrary.shrink(value, context)]).toEqual([])
}

/** The seed and the path of a failure reproduce its counterexample. */
export function replaysFailures({ arbitrary }: NamedArbitrary): void {
  for (const seed of [1, 2, 3, 4, 5]) {
    const property = fc.property(arbitrary, (value) => JSON.stringify(value).length % 7 !== 3)
    const failure = fc.check(property, { seed, numRuns: 1_000 })
    const { counterexamplePath: path } = failure
    expect(failure.failed && path).toBeTruthy()
    const replay = fc.check(property, { seed, ...(path !== null && { path }), endOnFailure: true })
    expect(isDeepStrictEqual(replay.counterexample, failure.counterexample)).toBe(true)
  }
}

function valuesOf<T>(arbitrary: Arbitrary<T>, count: number): Value<T>[] {
  const withContext = new ValuesOf(arbitrary)
  return fc.sample(withContext, { seed: 42, numRuns: count })
}

/** Generates values together with their contexts, which shrinking needs. */
class ValuesOf<T> extends fc.Arbitrary<Value<T>> {
  readonly #arbitrary: Arbitrary<T>

  constructor(arbitrary: Arbitrary<T>) {
    super()
    this.#arbitrary = arbitrary
  }

  generate(random: fc.Random): Value<Value<T>> {
    return new fc.Value(this.#arbitrary.generate(random, undefined), undefined)
  }

  canShrinkWithoutContext(_value: unknown): _value is Value<T> {
    return false
  }

  shrink(): fc.Stream<Value<Value<T>>> {
    return fc.Stream.nil()
  }
}

function distanceOf({ context }: Value<unknown>): number {
  if (!(context instanceof EditedRecord)) throw new Error('The context of a shrunk value must be its record.')
  return distance(context.choices)
}

function* objectsIn(value: unknown): Generator<object> {
  if (typeof value !== 'object' || value === null) return
  yield value
  for (const inner of Object.values(value)) yield* objectsIn(inner)
}
