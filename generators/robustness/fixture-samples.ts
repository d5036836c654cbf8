import { Arbitrary, type Random, Stream, Value } from 'fast-check'
import type { CallFixtureName } from '../../fixtures/fixture.ts'
import { fixtures } from '../../fixtures/table.ts'
import { partsOf } from '../../src/builder/choices/simpler.ts'
import { cloneJson } from '../../src/builder/clone-json.ts'
import { objectsOf, type Path } from '../../src/builder/fault/objects.ts'
import { propertiesOf } from '../../src/model/index.ts'

/** A call that stands in a fixture, or what is left of it. */
export interface FixtureSample {
  readonly origin: 'fixture'
  readonly name: CallFixtureName
  readonly call: unknown
}

/** The call of every fixture, the documented ones first. */
export function fixtureSamples(): readonly FixtureSample[] {
  return Object.values(fixtures).flatMap((fixture) =>
    fixture.status === 200 ? [{ origin: 'fixture', name: fixture.name, call: fixture.body } as const] : [],
  )
}

/** The calls of the fixtures. They shrink by what the description does not require, down to a call that has nothing else. */
export class FixtureSamples extends Arbitrary<FixtureSample> {
  generate(random: Random): Value<FixtureSample> {
    const samples = fixtureSamples()
    const sample = samples[random.nextInt(0, samples.length - 1)]
    if (!sample) throw new Error('There are no fixtures.')
    return new Value(sample, undefined)
  }

  canShrinkWithoutContext(value: unknown): value is FixtureSample {
    return typeof value === 'object' && value !== null && 'origin' in value && value.origin === 'fixture'
  }

  shrink(sample: FixtureSample): Stream<Value<FixtureSample>> {
    return new Stream(partsOf([...optionalPaths(sample.call)])).map(
      (paths) => new Value({ ...sample, call: without(sample.call, paths) }, undefined),
    )
  }
}

/** The paths to what a call may do without: properties that are not required, and the items of collections. */
function* optionalPaths(call: unknown): Generator<Path> {
  for (const { object, path, type } of objectsOf(call)) {
    const declared = propertiesOf(type)
    for (const [key, value] of Object.entries(object)) {
      if (key !== '@odata.type' && !declared[key]?.required) yield [...path, key]
      if (Array.isArray(value)) for (const index of value.keys()) yield [...path, key, index]
    }
  }
}

/** A copy without what the paths lead to; the last first, so that the items before it keep their places. */
function without(call: unknown, paths: readonly Path[]): unknown {
  const copy = cloneJson(call)
  for (const path of paths.toReversed()) remove(copy, path)
  return copy
}

function remove(value: unknown, [key, ...rest]: Path): void {
  if (typeof value !== 'object' || value === null || key === undefined) return
  if (rest.length > 0) remove(Reflect.get(value, key), rest)
  else if (Array.isArray(value)) value.splice(Number(key), 1)
  else Reflect.deleteProperty(value, key)
}
