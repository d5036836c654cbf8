import type { Arbitrary } from 'fast-check'
import { checkNames, type Known } from '../src/builder/options/options.ts'
import type { Call } from '../src/model/types.generated.ts'
import { anyCall } from './call.ts'
import { type AnyCallOptions, callOptionKinds } from './call-options.ts'
import type { CallOf } from './narrowed-call.ts'

/**
 * Options of {@link anyGroupCall}.
 *
 * @example
 * ```ts
 * import { anyGroupCall, type GroupCallOptions } from 'graph-call-testkit/generators'
 *
 * const options: GroupCallOptions = { meeting: 'token' }
 * const calls = anyGroupCall(options)
 * ```
 */
export type GroupCallOptions = Omit<AnyCallOptions, 'kind'>

/**
 * Generates group calls: {@link anyCall} with a meeting and its chat, and without targets.
 *
 * @throws a {@link GeneratorOptionError} if an option is unknown or has an invalid value, or if options conflict
 * @example
 * ```ts
 * import { anyGroupCall } from 'graph-call-testkit/generators'
 *
 * fc.assert(fc.property(anyGroupCall({ meeting: 'token' }), ({ meetingInfo }) => 'token' in meetingInfo))
 * ```
 * Source: documented (Get call, Example 2).
 */
export function anyGroupCall<const O extends GroupCallOptions = Record<never, never>>(
  options?: O & Known<GroupCallOptions, O>,
): Arbitrary<CallOf<O & { kind: 'group' }>>
export function anyGroupCall(options: GroupCallOptions = {}): Arbitrary<Call> {
  checkNames(options, groupOptionKinds)
  return anyCall({ ...options, kind: 'group' })
}

const { kind: _kind, ...groupOptionKinds } = callOptionKinds
