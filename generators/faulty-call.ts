import type { Arbitrary } from 'fast-check'
import { type FaultRule, faultRules } from '../src/builder/fault/fault-kinds.ts'
import { plansFor } from '../src/builder/fault/fault-plans.ts'
import { type FaultyCall, faultyCallOf } from '../src/builder/faulty-call.ts'
import { conflictError } from '../src/builder/options/call-shape.ts'
import {
  checkNames,
  type Each,
  type Known,
  type OneOrMore,
  valuesOf,
  type When,
} from '../src/builder/options/options.ts'
import { arbitraryOf } from './arbitrary.ts'

/** Which faults there may be. An option takes one value or a list of them. */
export interface FaultyCallOptions {
  /** The rule that is broken, as `CallFormatError` names it. */
  readonly rule?: OneOrMore<FaultRule> | undefined
  /** Whether `callSchema` takes the call all the same; both, where it is not said. */
  readonly tolerated?: boolean | undefined
}

/**
 * Calls with exactly one thing wrong: `{ call, fault: { rule, path, type, property, description, tolerated } }`. The faults are
 * those that the description lets one make: each rule, at each property of each type. The strict reading refuses the
 * call at that path, by that rule, and for nothing else. They shrink to the smallest call that has a fault of the same rule,
 * type and property.
 *
 * @throws GeneratorOptionError where an option is not known
 * @example
 * ```ts
 * fc.assert(fc.property(anyFaultyCall({ tolerated: false }), ({ call, fault }) => {
 *   expect(() => show(call)).toThrow(fault.path)
 * }))
 * ```
 * Sources: $metadata v1.0, call; the Get call page.
 */
export function anyFaultyCall<const O extends FaultyCallOptions = Record<never, never>>(
  options?: O & Known<FaultyCallOptions, O>,
): Arbitrary<FaultyCall<When<O, 'rule', Extract<Each<O['rule']>, FaultRule>, FaultRule>>>
export function anyFaultyCall(options: FaultyCallOptions = {}): Arbitrary<FaultyCall> {
  checkNames(options, ['rule', 'tolerated'])
  const rules = valuesOf('rule', options.rule, faultRules)
  const tolerated = valuesOf('tolerated', options.tolerated, [true, false])
  const isAsked = (breach: { readonly tolerated: boolean }) => tolerated.includes(breach.tolerated)
  const plans = plansFor(rules, isAsked)
  if (plans.length > 0) return arbitraryOf(faultyCallOf(plans, isAsked))
  const possible = faultRules.filter((rule) => plansFor([rule], isAsked).length > 0)
  throw conflictError({ rule: options.rule, tolerated: options.tolerated }, possible)
}
