import type { Arbitrary } from 'fast-check'
import { type FaultRule, faultRules } from '../src/builder/fault/fault-kinds.ts'
import { type FaultyShapeOptions, plansFor } from '../src/builder/fault/fault-plans.ts'
import { type FaultyCall, faultyCallOf } from '../src/builder/faulty-call.ts'
import { conflictError, narrowedShape } from '../src/builder/options/call-shape.ts'
import {
  checkNames,
  type Known,
  type OneOrMore,
  type ValuesOf,
  valuesOf,
} from '../src/builder/options/options.ts'
import type { OptionKinds } from '../src/model/known-options.ts'
import { arbitraryOf } from './arbitrary.ts'

/**
 * Options of {@link anyFaultyCall}.
 *
 * @example
 * ```ts
 * import { anyFaultyCall, type FaultyCallOptions } from 'graph-call-testkit/generators'
 *
 * const options: FaultyCallOptions = { rule: 'missing', tolerated: false, kind: 'group', state: 'established' }
 * const calls = anyFaultyCall(options)
 * ```
 */
export interface FaultyCallOptions extends FaultyShapeOptions {
  /** Rules to violate, as in `CallFormatError`. Accepts one rule or a list of rules. Defaults to all of them. */
  readonly rule?: OneOrMore<FaultRule> | undefined
  /** True for faults that `callSchema` accepts, false for faults that it rejects. Defaults to both. */
  readonly tolerated?: boolean | undefined
}

/**
 * Generates calls with exactly one fault: `{ call, fault: { rule, path, type, property, description, tolerated } }`. The faults
 * are computed from the model: each rule, at each property of each type. The strict schema reports this rule at this path, and
 * nothing else. With `kind`, `state` or `direction`, the fault is never in that property, and never the whole call. Values shrink to
 * the smallest call that has a fault of the same rule, type and property.
 *
 * @throws a {@link GeneratorOptionError} if an option is unknown or has an invalid value, or if options conflict
 * @example
 * ```ts
 * import { readCall } from 'graph-call-testkit'
 * import { anyFaultyCall } from 'graph-call-testkit/generators'
 *
 * fc.assert(fc.property(anyFaultyCall({ tolerated: false }), ({ call, fault }) => {
 *   expect(() => readCall(call)).toThrow(fault.path)
 * }))
 * ```
 * Sources: $metadata v1.0, call; the Get call page.
 */
export function anyFaultyCall<const O extends FaultyCallOptions = Record<never, never>>(
  options?: O & Known<FaultyCallOptions, O>,
): Arbitrary<FaultyCall<ValuesOf<O, 'rule', FaultRule>>>
export function anyFaultyCall(options: FaultyCallOptions = {}): Arbitrary<FaultyCall> {
  checkNames(options, {
    rule: 'checked',
    tolerated: 'checked',
    kind: 'checked',
    state: 'checked',
    direction: 'checked',
  } satisfies OptionKinds<FaultyCallOptions>)
  const { kind, state, direction } = options
  const shape = { kind, state, direction }
  narrowedShape(shape) // Rejects values that are unknown or conflict.
  const rules = valuesOf('rule', options.rule, faultRules)
  const tolerated = valuesOf('tolerated', options.tolerated, [true, false])
  const isRequested = (violation: { readonly tolerated: boolean }) => tolerated.includes(violation.tolerated)
  const plans = plansFor(rules, isRequested, shape)
  if (plans.length > 0) return arbitraryOf(faultyCallOf(plans, isRequested))
  const available = faultRules.filter((rule) => plansFor([rule], isRequested, shape).length > 0)
  throw conflictError({ rule: options.rule, tolerated: options.tolerated, ...shape }, available)
}
