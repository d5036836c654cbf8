import type { Arbitrary } from 'fast-check'
import { type CallLifecycle, lifecycleOf } from '../src/builder/lifecycle.ts'
import { callOptionValues, conflictError } from '../src/builder/options/call-shape.ts'
import {
  checkNames,
  type Each,
  type Known,
  type OneOrMore,
  settingsOf,
  valuesOf,
  type When,
} from '../src/builder/options/options.ts'
import { type CallOutcome, callOutcomes, callPaths, directionOf } from '../src/lifecycle/paths.ts'
import type { OptionKinds } from '../src/model/known-options.ts'
import { arbitraryOf } from './arbitrary.ts'
import { type AnyCallOptions, callOptionKinds, callShape } from './call-options.ts'
import type { CallOf } from './narrowed-call.ts'

/**
 * Options of {@link anyCallLifecycle}. Each accepts one value or a list of values.
 *
 * @example
 * ```ts
 * import { anyCallLifecycle, type CallLifecycleOptions } from 'graph-call-testkit/generators'
 *
 * const options: CallLifecycleOptions = { direction: 'incoming', outcome: 'rejected' }
 * const lifecycles = anyCallLifecycle(options)
 * ```
 */
export interface CallLifecycleOptions extends Omit<AnyCallOptions, 'state' | 'with'> {
  /** Outcomes of the calls. Defaults to all of them. */
  readonly outcome?: OneOrMore<CallOutcome> | undefined
}

/**
 * Generates lifecycles: snapshots of one call, in order, from its first state to its last. Each state is a valid transition from
 * the previous one. The id, the direction and the participants stay the same, and the media state changes at random. Values
 * shrink to the shortest path that fails, with minimal snapshots.
 *
 * @throws {@link GeneratorOptionError} if an option is unknown or has an invalid value, or if no path has the outcome
 * @example
 * ```ts
 * import { anyCallLifecycle } from 'graph-call-testkit/generators'
 *
 * fc.assert(fc.property(anyCallLifecycle({ outcome: 'transferred' }), ({ snapshots }) => {
 *   const states = new Map(snapshots.map(({ id, state }) => [id, state]))
 *   expect([...states.values()]).toEqual(['terminated'])
 * }))
 * ```
 * Sources: the documented examples of the call pages, the call end reasons, and reported calls. Microsoft documents no state diagram.
 */
export function anyCallLifecycle<const O extends CallLifecycleOptions = Record<never, never>>(
  options?: O & Known<CallLifecycleOptions, O>,
): Arbitrary<
  CallLifecycle<CallOf<O>, When<O, 'outcome', Extract<Each<O['outcome']>, CallOutcome>, CallOutcome>>
>
export function anyCallLifecycle(options: CallLifecycleOptions = {}): Arbitrary<CallLifecycle> {
  const { shape, paths } = pathsFor(options)
  return arbitraryOf(lifecycleOf(shape, paths), settingsOf(options))
}

/**
 * Returns the paths for the options, and the shape of the calls on them.
 *
 * @throws {@link GeneratorOptionError} if an option is unknown or has an invalid value, or if no path has the outcome
 */
export function pathsFor(given: CallLifecycleOptions) {
  checkNames(given, lifecycleOptionKinds)
  const { outcome, ...options } = given
  const outcomes = valuesOf('outcome', outcome, callOutcomes)
  const shape = callShape(options)
  const directions = valuesOf('direction', options.direction, callOptionValues.direction)
  const available = callPaths.filter(
    (path) =>
      directions.includes(directionOf(path)) && (path.kind === undefined || shape.kinds.includes(path.kind)),
  )
  const paths = available.filter((path) => outcomes.includes(path.outcome))
  if (paths.length > 0) return { shape, paths }
  throw conflictError({ outcome, direction: options.direction, kind: options.kind }, [
    ...new Set(available.map((path) => path.outcome)),
  ])
}

const { state: _state, with: _with, ...shapeKinds } = callOptionKinds

export const lifecycleOptionKinds: OptionKinds<CallLifecycleOptions> = { ...shapeKinds, outcome: 'checked' }
