import { Arbitrary, type Random, Stream, Value } from 'fast-check'
import type { CallFixtureName } from '../../fixtures/fixture.ts'
import { fixtures } from '../../fixtures/table.ts'
import { withFewerParts } from '../fewer-parts.ts'

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
    return new Stream(withFewerParts(sample.call, 'call')).map(
      (call) => new Value({ ...sample, call }, undefined),
    )
  }
}
