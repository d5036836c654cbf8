import { Arbitrary, type Random, Stream, Value } from 'fast-check'
import type { CallFixtureName } from '../../fixtures/fixture.ts'
import { fixtures } from '../../fixtures/table.ts'
import { partsOf } from '../../src/builder/choices/simpler.ts'
import { cloneJson } from '../../src/builder/clone-json.ts'
import { objectsOf, type Path } from '../../src/builder/fault/objects.ts'
import { propertiesOf } from '../../src/model/index.ts'

/** The call of a fixture, possibly with properties removed. */
export interface FixtureSample {
  readonly origin: 'fixture'
  readonly name: CallFixtureName
  readonly call: unknown
}

/** Returns the call of every fixture, documented ones first. */
export function fixtureSamples(): readonly FixtureSample[] {
  return Object.values(fixtures).flatMap((fixture) =>
    fixture.status === 200 ? [{ origin: 'fixture', name: fixture.name, call: fixture.body } as const] : [],
  )
}

/** Generates the calls of the fixtures. They shrink by removing properties that the model does not require. */
export class FixtureSamples extends Arbitrary<FixtureSample> {
  generate(random: Random): Value<FixtureSample> {
    const samples = fixtureSamples()
    const sample = samples[random.nextInt(0, samples.length - 1)]
    if (!sample) throw new Error('The package has no fixtures.')
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

/** Yields the paths of optional properties and of items of collections. */
function* optionalPaths(call: unknown): Generator<Path> {
  for (const { object, path, type } of objectsOf(call)) {
    const declared = propertiesOf(type)
    for (const [key, value] of Object.entries(object)) {
      if (key !== '@odata.type' && !declared[key]?.required) yield [...path, key]
      if (Array.isArray(value)) for (const index of value.keys()) yield [...path, key, index]
    }
  }
}

/** Returns a copy without the values at the paths. Removes the last one first, so that earlier indexes stay valid. */
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
