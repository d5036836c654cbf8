import { type Arbitrary, oneof } from 'fast-check'
import type { Fault } from '../../src/builder/faulty-call.ts'
import { anyCall } from '../call.ts'
import { anyFaultyCall } from '../faulty-call.ts'
import { anyFutureCall } from '../future-call.ts'
import { type FixtureSample, FixtureSamples } from './fixture-samples.ts'

/** A call to try a function with. */
export type Sample =
  | FixtureSample
  | { readonly origin: 'generated' | 'future'; readonly call: unknown }
  | { readonly origin: 'faulty'; readonly call: unknown; readonly fault: Fault }

/** Calls of today, calls to come, and faulty ones where they are asked for; now and then a fixture once more. */
export function samples(faulty: boolean): Arbitrary<Sample> {
  const generated = anyCall().map((call) => ({ origin: 'generated', call }) as const)
  const future = anyFutureCall().map((call) => ({ origin: 'future', call }) as const)
  const broken = anyFaultyCall().map((sample) => ({ origin: 'faulty', ...sample }) as const)
  return oneof(
    { arbitrary: new FixtureSamples(), weight: 1 },
    { arbitrary: generated, weight: 12 },
    { arbitrary: future, weight: 6 },
    ...(faulty ? [{ arbitrary: broken, weight: 6 }] : []),
  )
}
