import type { Arbitrary } from 'fast-check'
import { type CallLifecycle, lifecycleOf, onceAnswered } from '../src/builder/lifecycle.ts'
import { callOptionValues, conflictError } from '../src/builder/options/call-shape.ts'
import { GeneratorOptionError } from '../src/builder/options/option-error.ts'
import {
  checkNames,
  type Known,
  type OneOrMore,
  settingsOf,
  type ValuesOf,
  valuesOf,
} from '../src/builder/options/options.ts'
import { type CallOutcome, callOutcomes, callPaths, directionOf } from '../src/lifecycle/paths.ts'
import type { OptionKinds } from '../src/model/known-options.ts'
import type { Call } from '../src/model/types.generated.ts'
import { arbitraryOf } from './arbitrary.ts'
import { type AnyCallOptions, callOptionKinds, callShape, checkWith } from './call-options.ts'
import type { CallOf } from './narrowed-call.ts'
import { type ArbitraryOverrides, type Overridable, withOverrides } from './overrides.ts'

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
  /**
   * Arbitraries that replace the values of properties in all snapshots. `answeredBy`, `toneInfo` and `transcription` are replaced once
   * the call was answered, and `resultInfo` in the last snapshot if it has one. Calls that an override cannot apply to are not
   * generated.
   */
  readonly with?: ArbitraryOverrides<Omit<Call, 'state' | 'direction'>> | undefined
}

/** Options without the overrides that apply to some of the snapshots only. */
export type OfEverySnapshot<O> = O extends { readonly with: infer With }
  ? Omit<O, 'with'> & { readonly with: Omit<With, 'resultInfo' | (typeof onceAnswered)[number]> }
  : O

/**
 * Generates lifecycles: snapshots of one call, in order, from its first state to its last. Each state is a valid transition from
 * the previous one. The id, the direction and the participants stay the same, and the media state changes at random. Values
 * shrink to the shortest path that fails, with minimal snapshots.
 *
 * @throws a {@link GeneratorOptionError} if an option is unknown or has an invalid value, or if no path has the outcome
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
): Arbitrary<CallLifecycle<CallOf<OfEverySnapshot<O>>, ValuesOf<O, 'outcome', CallOutcome>>>
export function anyCallLifecycle(options: CallLifecycleOptions = {}): Arbitrary<CallLifecycle> {
  const { shape, paths } = pathsFor(options)
  const [build, settings] = [lifecycleOf(shape, paths), settingsOf(options)]
  return options.with
    ? withOverrides(build, settings, options.with, snapshotsOfLifecycle)
    : arbitraryOf(build, settings)
}

/** Overrides the snapshots of a lifecycle. */
export const snapshotsOfLifecycle: Overridable<CallLifecycle> = {
  callsIn: ({ snapshots }) => snapshots,
  withCalls: (lifecycle, snapshots) => ({ ...lifecycle, snapshots }),
  canChange: ({ snapshots }, index, property) => {
    if (property === 'resultInfo') return Boolean(snapshots[index]?.resultInfo)
    if (!onceAnswered.some((name) => name === property)) return true
    const answered = snapshots.findIndex(({ state }) => state === 'established')
    return answered >= 0 && index >= answered
  },
}

/**
 * Returns the paths for the options, and the shape of the calls on them.
 *
 * @throws a {@link GeneratorOptionError} if an option is unknown or has an invalid value, or if no path has the outcome
 */
export function pathsFor(given: CallLifecycleOptions) {
  checkNames(given, lifecycleOptionKinds)
  const { outcome, with: overrides, ...options } = given
  checkWith(overrides)
  for (const name of ['state', 'direction'] as const) {
    if (name in Object(overrides)) throw fixedByPath(name, Reflect.get(Object(overrides), name))
  }
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

/** Returns the error for an override of a property that the path determines. */
function fixedByPath(name: 'state' | 'direction', found: unknown): GeneratorOptionError {
  const option = name === 'state' ? 'outcome' : 'direction'
  return new GeneratorOptionError(`Invalid with.${name}: the path of a lifecycle determines it.`, {
    option: `with.${name}`,
    found,
    allowed: [],
    expected: `the option ${option} instead`,
  })
}

const { state: _state, ...shapeKinds } = callOptionKinds

export const lifecycleOptionKinds: OptionKinds<CallLifecycleOptions> = { ...shapeKinds, outcome: 'checked' }
