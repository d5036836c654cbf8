import type { Arbitrary } from 'fast-check'
import { checkNames, type Known } from '../src/builder/options/options.ts'
import type { Call } from '../src/model/types.generated.ts'
import { anyCall } from './call.ts'
import { type AnyCallOptions, callOptionKinds } from './call-options.ts'
import type { CallOf } from './narrowed-call.ts'

/**
 * Options of {@link anyPeerToPeerCall}.
 *
 * @example
 * ```ts
 * import { anyPeerToPeerCall, type PeerToPeerCallOptions } from 'graph-call-testkit/generators'
 *
 * const options: PeerToPeerCallOptions = { state: 'established', identity: 'phone' }
 * const calls = anyPeerToPeerCall(options)
 * ```
 */
export type PeerToPeerCallOptions = Omit<AnyCallOptions, 'kind' | 'meeting'>

/**
 * Generates peer-to-peer calls: {@link anyCall} with targets, and without a meeting.
 *
 * @throws a {@link GeneratorOptionError} if an option is unknown or has an invalid value, or if options conflict
 * @example
 * ```ts
 * import { anyPeerToPeerCall } from 'graph-call-testkit/generators'
 *
 * fc.assert(fc.property(anyPeerToPeerCall({ direction: 'outgoing' }), (call) => call.targets.length > 0))
 * ```
 * Source: documented (Get call, Example 1).
 */
export function anyPeerToPeerCall<const O extends PeerToPeerCallOptions = Record<never, never>>(
  options?: O & Known<PeerToPeerCallOptions, O>,
): Arbitrary<CallOf<O & { kind: 'peer-to-peer' }>>
export function anyPeerToPeerCall(options: PeerToPeerCallOptions = {}): Arbitrary<Call> {
  checkNames(options, peerToPeerOptionKinds)
  return anyCall({ ...options, kind: 'peer-to-peer' })
}

const { kind: _kind, meeting: _meeting, ...peerToPeerOptionKinds } = callOptionKinds
