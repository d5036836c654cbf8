import type { CallShape } from '../src/builder/call.ts'
import { type CallShapeOptions, narrowedShape } from '../src/builder/options/call-shape.ts'
import { GeneratorOptionError, show } from '../src/builder/options/option-error.ts'
import { checkNames, documentOptionKinds } from '../src/builder/options/options.ts'
import { isOptions, type OptionKinds } from '../src/model/known-options.ts'
import type { Call } from '../src/model/types.generated.ts'
import type { ArbitraryOverrides } from './overrides.ts'

/**
 * Options of `anyCall`. Each accepts one value or a list of values, and narrows the type of the calls.
 *
 * @example
 * ```ts
 * import { anyCall, type AnyCallOptions } from 'graph-call-testkit/generators'
 *
 * const options: AnyCallOptions = { state: 'hold', with: { subject: fc.constant('Standup') } }
 * const calls = anyCall(options)
 * ```
 */
export interface AnyCallOptions extends CallShapeOptions {
  /**
   * Arbitraries, strings, numbers, booleans or null that replace the values of properties. They apply to every call: all have the
   * nested objects that you override.
   */
  readonly with?: ArbitraryOverrides<Call> | undefined
}

export const callOptionKinds: OptionKinds<AnyCallOptions> = {
  kind: 'checked',
  state: 'checked',
  direction: 'checked',
  media: 'checked',
  meeting: 'checked',
  identity: 'checked',
  distribution: 'checked',
  with: 'checked',
  ...documentOptionKinds,
}

/**
 * Returns the shape of calls for the options.
 *
 * @throws a {@link GeneratorOptionError} if an option is unknown or has an invalid value, or if options conflict
 */
export function callShape(options: AnyCallOptions): CallShape {
  checkNames(options, callOptionKinds)
  checkWith(options.with)
  return narrowedShape(options)
}

/** @throws a {@link GeneratorOptionError} if the option `with` is not an object */
export function checkWith(found: unknown): void {
  if (found === undefined || isOptions(found)) return
  const details = { option: 'with', found, allowed: [], expected: 'an object of arbitraries' }
  throw new GeneratorOptionError(`Invalid with: ${show(found)}.`, details)
}
