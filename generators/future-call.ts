import type { Arbitrary } from 'fast-check'
import { callOf } from '../src/builder/call.ts'
import { futureCallOf } from '../src/builder/future-call.ts'
import { checkNames, settingsOf, valuesOf } from '../src/builder/options/options.ts'
import type { ReceivedCall } from '../src/model/types.generated.ts'
import type { WithUnknownEnumMembers } from '../src/model/unknown-enum-members.ts'
import { arbitraryOf } from './arbitrary.ts'
import { callShape } from './call-options.ts'

/** What the future may bring. */
export interface FutureCallOptions<Unknown extends boolean = boolean> {
  /**
   * Enum members that nobody knows yet, as a client gets them which sends `Prefer: include-unknown-enum-members`.
   * Others get `unknownFutureValue`, which occurs in any case.
   */
  readonly unknownEnumMembers?: Unknown | undefined
}

/**
 * Calls with what may come: today's calls with at least one property or `@odata.type` that does not exist yet, at any
 * level, and with `unknownFutureValue` in enums. `callSchema` takes them and keeps it all. With `unknownEnumMembers`, at
 * least one enum has a member that does not exist yet: `callSchemaWithUnknownEnumMembers` takes it, and `callSchema` does not.
 *
 * @throws GeneratorOptionError where an option is not known
 * @example
 * ```ts
 * fc.assert(fc.property(anyFutureCall(), (call) => summarise(readCall(call)).length > 0))
 * ```
 * Source: Graph's rules for changes that are not breaking, and for evolvable enums.
 */
export function anyFutureCall(options?: FutureCallOptions<false>): Arbitrary<ReceivedCall>
export function anyFutureCall(options: FutureCallOptions): Arbitrary<WithUnknownEnumMembers<ReceivedCall>>
export function anyFutureCall(
  options: FutureCallOptions = {},
): Arbitrary<WithUnknownEnumMembers<ReceivedCall>> {
  checkNames(options, ['unknownEnumMembers'])
  valuesOf<boolean>('unknownEnumMembers', options.unknownEnumMembers, [false, true])
  const today = { unknownFutureValue: true }
  return arbitraryOf(
    futureCallOf(callOf(callShape(today)), options.unknownEnumMembers === true),
    settingsOf(today),
  )
}
