import type { Arbitrary } from 'fast-check'
import { callOf } from '../src/builder/call.ts'
import { futureCallOf } from '../src/builder/future-call.ts'
import type { CallShapeOptions } from '../src/builder/options/call-shape.ts'
import { checkNames, settingsOf, valuesOf } from '../src/builder/options/options.ts'
import type { OptionKinds } from '../src/model/known-options.ts'
import type { ReceivedCall } from '../src/model/types.generated.ts'
import type { WithUnknownEnumMembers } from '../src/model/unknown-enum-members.ts'
import { arbitraryOf } from './arbitrary.ts'
import { callShape } from './call-options.ts'

/**
 * Options of {@link anyFutureCall}.
 *
 * @example
 * ```ts
 * import { anyFutureCall, type FutureCallOptions } from 'graph-call-testkit/generators'
 *
 * const options: FutureCallOptions = { kind: 'group', state: ['established', 'terminated'], unknownEnumMembers: true }
 * const calls = anyFutureCall(options)
 * ```
 */
export interface FutureCallOptions<Unknown extends boolean = boolean>
  extends Pick<CallShapeOptions, 'kind' | 'state' | 'direction'> {
  /**
   * Adds unknown enum members, which a client receives if it sends `Prefer: include-unknown-enum-members`. Other clients
   * receive `unknownFutureValue`, which occurs in both cases. Defaults to false.
   */
  readonly unknownEnumMembers?: Unknown | undefined
}

/**
 * Generates calls as a later version of Graph may send them, with at least one unknown property or `@odata.type` at any level,
 * and with `unknownFutureValue` in enums. Some properties are named `__proto__`, `constructor` or `toString`. `readCall` accepts the
 * calls and keeps all properties. With `unknownEnumMembers`, at least one enum has an unknown member, which
 * `callSchemaWithUnknownEnumMembers` accepts and `readCall` does not. With `state`, that enum is not the state.
 *
 * @throws a {@link GeneratorOptionError} if an option is unknown or has an invalid value, or if options conflict
 * @example
 * ```ts
 * import { readCall } from 'graph-call-testkit'
 * import { anyFutureCall } from 'graph-call-testkit/generators'
 *
 * fc.assert(fc.property(anyFutureCall(), (call) => readCall(call) === call))
 * ```
 * Source: Graph's rules for non-breaking changes and for evolvable enums.
 */
export function anyFutureCall<Unknown extends boolean = false>(
  options?: FutureCallOptions<Unknown>,
): Arbitrary<Unknown extends false ? ReceivedCall : WithUnknownEnumMembers<ReceivedCall>>
export function anyFutureCall(
  options: FutureCallOptions = {},
): Arbitrary<WithUnknownEnumMembers<ReceivedCall>> {
  checkNames(options, {
    unknownEnumMembers: 'checked',
    kind: 'checked',
    state: 'checked',
    direction: 'checked',
  } satisfies OptionKinds<FutureCallOptions>)
  const { unknownEnumMembers, ...shape } = options
  valuesOf<boolean>('unknownEnumMembers', unknownEnumMembers, [false, true])
  const settings = { unknownFutureValue: true }
  const kept = (['state', 'direction'] as const).filter((name) => options[name] !== undefined)
  const build = futureCallOf(callOf(callShape({ ...settings, ...shape })), unknownEnumMembers === true, kept)
  return arbitraryOf(build, settingsOf(settings))
}
