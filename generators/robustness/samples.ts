import { type Arbitrary, oneof } from 'fast-check'
import type { Fault } from '../../src/builder/faulty-call.ts'
import { anyCall } from '../call.ts'
import { anyFaultyCall } from '../faulty-call.ts'
import { anyFutureCall } from '../future-call.ts'
import { type FixtureSample, FixtureSamples } from './fixture-samples.ts'

/** A call to run a function with, and its origin. */
export type Sample =
  | FixtureSample
  | { readonly origin: 'generated' | 'future'; readonly call: unknown }
  | { readonly origin: 'faulty'; readonly call: unknown; readonly fault: Fault }

/** Generates calls, calls of future versions of Graph, faulty calls if requested, and sometimes fixtures. */
export function samples(faulty: boolean): Arbitrary<Sample> {
  const generated = anyCall().map((call) => ({ origin: 'generated', call }) as const)
  const future = anyFutureCall().map((call) => ({ origin: 'future', call }) as const)
  const faultyCalls = anyFaultyCall().map((sample) => ({ origin: 'faulty', ...sample }) as const)
  return oneof(
    { arbitrary: new FixtureSamples(), weight: 1 },
    { arbitrary: generated, weight: 12 },
    { arbitrary: future, weight: 6 },
    ...(faulty ? [{ arbitrary: faultyCalls, weight: 6 }] : []),
  )
}
