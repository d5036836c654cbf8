import type { Arbitrary } from 'fast-check'
import { callOf } from '../src/builder/call.ts'
import { type Known, settingsOf } from '../src/builder/options/options.ts'
import type { Call } from '../src/model/types.generated.ts'
import { arbitraryOf } from './arbitrary.ts'
import { type AnyCallOptions, callShape } from './call-options.ts'
import { callExamples } from './examples.ts'
import type { CallOf } from './narrowed-call.ts'
import { wholeCall, withOverrides } from './overrides.ts'

/**
 * Generates calls of every kind and in every state. The strict schema accepts them, and their properties are consistent:
 * an ended call has a reason, a group call has a meeting. Options narrow the values and their type. Calls shrink toward
 * the documented examples, without optional properties that a failure does not need.
 *
 * @throws a {@link GeneratorOptionError} if an option is unknown or has an invalid value, if options conflict, or if an override in `with`
 * applies to no call
 * @example
 * ```ts
 * import { anyCall } from 'graph-call-testkit/generators'
 *
 * fc.assert(fc.property(anyCall(), (call) => call.source.identity !== undefined))
 * anyCall({ state: ['established', 'terminated'], identity: 'phone', nulls: 'absent' })
 * anyCall({ with: { tenantId: fc.constant('4b7c3b8a-1ed5-4969-b8f4-671149918799') } })
 * ```
 * Sources: $metadata v1.0, call; the Get call page; the call end reasons.
 */
export function anyCall<const O extends AnyCallOptions = Record<never, never>>(
  options?: O & Known<AnyCallOptions, O>,
): Arbitrary<CallOf<O>>
export function anyCall(options: AnyCallOptions = {}): Arbitrary<Call> {
  const [shape, settings] = [callShape(options), settingsOf(options)]
  const [build, examples] = [callOf(shape), callExamples(shape, settings)]
  return options.with
    ? withOverrides(build, settings, options.with, wholeCall, examples)
    : arbitraryOf(build, settings, examples)
}
