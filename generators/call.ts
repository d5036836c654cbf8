import type { Arbitrary } from 'fast-check'
import { callOf } from '../src/builder/call.ts'
import { type Known, settingsOf } from '../src/builder/options/options.ts'
import type { Call } from '../src/model/types.generated.ts'
import { arbitraryOf } from './arbitrary.ts'
import { type AnyCallOptions, callShape } from './call-options.ts'
import type { CallOf } from './narrowed-call.ts'
import { withOverrides } from './overrides.ts'

/**
 * Calls that GET /communications/calls/{id} may answer: of every kind, in every state, coherent, and accepted by the
 * strict reading. Options narrow the values and their type. They shrink to the documented examples' values, with nothing
 * optional that a failure does not need.
 *
 * @throws GeneratorOptionError where an option is not known, or where there is no such call
 * @example
 * ```ts
 * fc.assert(fc.property(anyCall(), (call) => summarise(call).length > 0))
 * anyCall({ state: ['established', 'terminated'], identity: 'phone', nulls: 'absent' })
 * anyCall({ with: { tenantId: fc.constant('4b7c3b8a-1ed5-4969-b8f4-671149918799') } })
 * ```
 * Sources: $metadata v1.0, call; the Get call page; the call end reasons.
 */
export function anyCall<const O extends AnyCallOptions = Record<never, never>>(
  options?: O & Known<AnyCallOptions, O>,
): Arbitrary<CallOf<O>>
export function anyCall(options: AnyCallOptions = {}): Arbitrary<Call> {
  const calls = arbitraryOf(callOf(callShape(options)), settingsOf(options))
  return options.with ? withOverrides(calls, options.with) : calls
}

/**
 * Calls with targets, and without a meeting: {@link anyCall} of one kind.
 *
 * @throws GeneratorOptionError where an option is not known, or where there is no such call
 * @example
 * ```ts
 * fc.assert(fc.property(anyPeerToPeerCall({ direction: 'outgoing' }), (call) => callee(call.targets[0]) !== ''))
 * ```
 * Source: documented (Get call, Example 1).
 */
export function anyPeerToPeerCall<const O extends PeerToPeerCallOptions = Record<never, never>>(
  options?: O & Known<PeerToPeerCallOptions, O>,
): Arbitrary<CallOf<O & { kind: 'peer-to-peer' }>>
export function anyPeerToPeerCall(options: PeerToPeerCallOptions = {}): Arbitrary<Call> {
  return anyCall({ ...options, kind: 'peer-to-peer' })
}

/**
 * Calls with a meeting and its chat, and without targets: {@link anyCall} of the other kind.
 *
 * @throws GeneratorOptionError where an option is not known, or where there is no such call
 * @example
 * ```ts
 * fc.assert(fc.property(anyGroupCall({ meeting: 'organizer' }), (call) => organizer(call.meetingInfo) !== ''))
 * ```
 * Source: documented (Get call, Example 2).
 */
export function anyGroupCall<const O extends GroupCallOptions = Record<never, never>>(
  options?: O & Known<GroupCallOptions, O>,
): Arbitrary<CallOf<O & { kind: 'group' }>>
export function anyGroupCall(options: GroupCallOptions = {}): Arbitrary<Call> {
  return anyCall({ ...options, kind: 'group' })
}

/** What the peer-to-peer calls may be. */
export type PeerToPeerCallOptions = Omit<AnyCallOptions, 'kind' | 'meeting'>

/** What the group calls may be. */
export type GroupCallOptions = Omit<AnyCallOptions, 'kind'>
