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
import { arbitraryOf } from './arbitrary.ts'
import { type AnyCallOptions, callOptionNames, callShape } from './call-options.ts'
import type { CallOf } from './narrowed-call.ts'

/** Which lives the calls may have, and what they may be. An option takes one value or a list of them. */
export interface CallLifecycleOptions extends Omit<AnyCallOptions, 'state' | 'with'> {
  /** How the call turns out. */
  readonly outcome?: OneOrMore<CallOutcome> | undefined
}

/**
 * The lives of calls, each as the snapshots that a bot sees of one call: who takes part, the id and the direction stay
 * the same, each state may follow the one before, and media flows or not as it likes. They shrink to the shortest life
 * that still breaks a property, with the least in each snapshot.
 *
 * @throws GeneratorOptionError where an option is not known, or where no call has such a life
 * @example
 * ```ts
 * fc.assert(fc.property(anyCallLifecycle({ outcome: 'transferred' }), ({ snapshots }) => {
 *   const board = new Board()
 *   for (const call of snapshots) board.show(call)
 *   return board.calls.length === 0
 * }))
 * ```
 * Sources: the documented examples of the call pages, the call end reasons, and reported calls; Microsoft draws no diagram.
 */
export function anyCallLifecycle<const O extends CallLifecycleOptions = Record<never, never>>(
  options?: O & Known<CallLifecycleOptions, O>,
): Arbitrary<
  CallLifecycle<CallOf<O>, When<O, 'outcome', Extract<Each<O['outcome']>, CallOutcome>, CallOutcome>>
>
export function anyCallLifecycle(options: CallLifecycleOptions = {}): Arbitrary<CallLifecycle> {
  const { shape, possible } = pathsFor(options)
  return arbitraryOf(lifecycleOf(shape, possible), settingsOf(options))
}

/** The courses that the options ask for, and the shape of the calls that take them. Throws {@link GeneratorOptionError}. */
export function pathsFor({ outcome, ...options }: CallLifecycleOptions) {
  checkNames(options, names)
  const outcomes = valuesOf('outcome', outcome, callOutcomes)
  const shape = callShape(options)
  const named = valuesOf('direction', options.direction, callOptionValues.direction)
  const open = callPaths.filter(
    (course) =>
      named.includes(directionOf(course)) && (course.kind === undefined || shape.kinds.includes(course.kind)),
  )
  const possible = open.filter((course) => outcomes.includes(course.outcome))
  if (possible.length > 0) return { shape, possible }
  throw conflictError({ outcome, direction: options.direction, kind: options.kind }, [
    ...new Set(open.map((course) => course.outcome)),
  ])
}

const names = [...callOptionNames.filter((name) => name !== 'state' && name !== 'with'), 'outcome']
