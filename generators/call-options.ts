import type { CallShape } from '../src/builder/call.ts'
import { type CallShapeOptions, narrowedShape } from '../src/builder/options/call-shape.ts'
import { checkNames, documentOptionNames } from '../src/builder/options/options.ts'
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
  /** Arbitraries that replace the values of properties. */
  readonly with?: ArbitraryOverrides<Call> | undefined
}

export const callOptionNames: readonly (keyof AnyCallOptions)[] = [
  'kind',
  'state',
  'direction',
  'media',
  'meeting',
  'identity',
  'with',
  ...documentOptionNames,
]

/**
 * Returns the shape of calls for the options.
 *
 * @throws {@link GeneratorOptionError} if an option is unknown or has an invalid value, or if options conflict
 */
export function callShape(options: AnyCallOptions): CallShape {
  checkNames(options, callOptionNames)
  return narrowedShape(options)
}
