import type { Arbitrary } from 'fast-check'
import { callOf } from '../src/builder/call.ts'
import { listOfCalls } from '../src/builder/call-list.ts'
import type { CallShapeOptions } from '../src/builder/options/call-shape.ts'
import { GeneratorOptionError, show } from '../src/builder/options/option-error.ts'
import { checkNames, type Known, settingsOf } from '../src/builder/options/options.ts'
import type { OptionKinds } from '../src/model/known-options.ts'
import type { Call } from '../src/model/types.generated.ts'
import { arbitraryOf } from './arbitrary.ts'
import { callOptionKinds, callShape } from './call-options.ts'
import type { CallOf } from './narrowed-call.ts'

/**
 * Options of {@link anyCalls}: those of `anyCall` without `with`, and the length of the list.
 *
 * @example
 * ```ts
 * import { anyCalls, type CallsOptions } from 'graph-call-testkit/generators'
 *
 * const options: CallsOptions = { minLength: 2, maxLength: 5, state: 'established' }
 * const lists = anyCalls(options)
 * ```
 */
export interface CallsOptions extends CallShapeOptions {
  /** Smallest number of calls. Defaults to 0. */
  readonly minLength?: number | undefined
  /** Largest number of calls. Defaults to 10, or to `minLength` if that is larger. */
  readonly maxLength?: number | undefined
}

/**
 * Generates lists of calls with unique ids, as a tenant has them. Lists shrink to the fewest calls, and each call as in `anyCall`.
 *
 * @throws a {@link GeneratorOptionError} if an option is unknown or has an invalid value, or if options conflict
 * @example
 * ```ts
 * import { anyCalls } from 'graph-call-testkit/generators'
 * import { createTenant } from 'graph-call-testkit/tenant'
 *
 * fc.assert(fc.property(anyCalls({ minLength: 1 }), (calls) => {
 *   const own = createTenant({ calls })
 *   expect(calls.map((each) => own.call(each.id).state)).toEqual(calls.map(({ state }) => state))
 * }))
 * ```
 * Sources: the sources of anyCall.
 */
export function anyCalls<const O extends CallsOptions = Record<never, never>>(
  options?: O & Known<CallsOptions, O>,
): Arbitrary<CallOf<O>[]>
export function anyCalls(options: CallsOptions = {}): Arbitrary<Call[]> {
  checkNames(options, listOptionKinds)
  const { minLength = 0, maxLength: most, ...shape } = options
  checkLength('minLength', minLength, 0)
  const maxLength = most ?? Math.max(10, minLength)
  checkLength('maxLength', maxLength, minLength)
  return arbitraryOf(listOfCalls(callOf(callShape(shape)), minLength, maxLength), settingsOf(shape))
}

const { with: _with, ...shapeKinds } = callOptionKinds

const listOptionKinds: OptionKinds<CallsOptions> = {
  ...shapeKinds,
  minLength: 'checked',
  maxLength: 'checked',
}

function checkLength(option: string, found: unknown, least: number): void {
  if (Number.isInteger(found) && Number(found) >= least && Number(found) <= mostCalls) return
  throw new GeneratorOptionError(`Invalid ${option}: ${show(found)}.`, {
    option,
    found,
    allowed: [],
    expected: `an integer from ${least} to ${mostCalls}`,
  })
}

/** Largest list. For more calls, `callSequence` needs less memory. */
const mostCalls = 100_000
