import type { Arbitrary } from 'fast-check'
import { callOf } from '../src/builder/call.ts'
import { type CallJson, callJsonOf, type JsonFeature, jsonFeatures } from '../src/builder/call-json.ts'
import type { CallShapeOptions } from '../src/builder/options/call-shape.ts'
import {
  checkNames,
  type Known,
  type OneOrMore,
  settingsOf,
  type ValuesOf,
  valuesOf,
} from '../src/builder/options/options.ts'
import type { OptionKinds } from '../src/model/known-options.ts'
import { arbitraryOf } from './arbitrary.ts'
import { callOptionKinds, callShape } from './call-options.ts'

/**
 * Options of {@link anyCallJson}.
 *
 * @example
 * ```ts
 * import { anyCallJson, type CallJsonOptions } from 'graph-call-testkit/generators'
 *
 * const options: CallJsonOptions = { feature: ['large-integer', 'duplicate-key'], state: 'established' }
 * const texts = anyCallJson(options)
 * ```
 */
export interface CallJsonOptions extends CallShapeOptions {
  /** Features of the text. Accepts one feature or a list of features. Defaults to all of them. */
  readonly feature?: OneOrMore<JsonFeature> | undefined
}

/**
 * Generates calls as JSON text that `JSON.stringify` does not write: `{ text, feature, path }`. Each text has one {@link JsonFeature}:
 * an integer above 2^53, a key that occurs twice, escaped emoji, or half of an emoji. `readCall` accepts the parsed text. Texts shrink
 * to the smallest call with the same feature.
 *
 * @throws a {@link GeneratorOptionError} if an option is unknown or has an invalid value, or if options conflict
 * @example
 * ```ts
 * import { readCall } from 'graph-call-testkit'
 * import { anyCallJson } from 'graph-call-testkit/generators'
 *
 * fc.assert(fc.property(anyCallJson(), ({ text }) => readCall(JSON.parse(text)).id !== undefined))
 * ```
 * Sources: The JavaScript Object Notation (JSON) Data Interchange Format (RFC 8259); $metadata v1.0, call.
 */
export function anyCallJson<const O extends CallJsonOptions = Record<never, never>>(
  options?: O & Known<CallJsonOptions, O>,
): Arbitrary<CallJson<ValuesOf<O, 'feature', JsonFeature>>>
export function anyCallJson(options: CallJsonOptions = {}): Arbitrary<CallJson> {
  checkNames(options, jsonOptionKinds)
  const { feature, ...shape } = options
  const features = valuesOf('feature', feature, jsonFeatures)
  return arbitraryOf(callJsonOf(callOf(callShape(shape)), features), settingsOf(shape))
}

const { with: _with, ...shapeKinds } = callOptionKinds

const jsonOptionKinds: OptionKinds<CallJsonOptions> = { ...shapeKinds, feature: 'checked' }
