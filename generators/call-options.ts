import type { CallShape } from '../src/builder/call.ts'
import { type CallShapeOptions, narrowedShape } from '../src/builder/options/call-shape.ts'
import { checkNames, documentOptionNames } from '../src/builder/options/options.ts'
import type { Call } from '../src/model/types.generated.ts'
import type { ArbitraryOverrides } from './overrides.ts'

/** What the calls may be. An option takes one value or a list of them, and narrows the type as well. */
export interface AnyCallOptions extends CallShapeOptions {
  /** Arbitraries for properties whose values should be the user's own. */
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

/** The shape that the options ask for. Throws {@link GeneratorOptionError} where there is no such call. */
export function callShape(options: AnyCallOptions): CallShape {
  checkNames(options, callOptionNames)
  return narrowedShape(options)
}
