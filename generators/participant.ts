import type { Arbitrary } from 'fast-check'
import { identityKinds } from '../src/builder/identity.ts'
import { type Known, type Nulled, partOptions } from '../src/builder/options/options.ts'
import { invitationParticipantInfoOf, participantInfoOf, participantOf } from '../src/builder/participant.ts'
import type { InvitationParticipantInfo, Participant, ParticipantInfo } from '../src/model/types.generated.ts'
import { arbitraryOf } from './arbitrary.ts'
import type { IdentityOf, IdentityOptions } from './identity.ts'

/**
 * Generates participants, as in the `source` and `answeredBy` of a call.
 *
 * @throws {@link GeneratorOptionError} if an option is unknown or has an invalid value
 * @example
 * ```ts
 * import { anyParticipantInfo } from 'graph-call-testkit/generators'
 *
 * fc.assert(fc.property(anyParticipantInfo({ identity: 'guest' }), ({ identity }) => identity.guest !== undefined))
 * ```
 * Source: $metadata v1.0, participantInfo.
 */
export function anyParticipantInfo<const O extends IdentityOptions = Record<never, never>>(
  options?: O & Known<IdentityOptions, O>,
): Arbitrary<Nulled<ParticipantInfo & { identity: IdentityOf<O> }, O>>
export function anyParticipantInfo(options: IdentityOptions = {}): Arbitrary<ParticipantInfo> {
  const { values, settings } = partOptions(options, 'identity', identityKinds)
  return arbitraryOf(participantInfoOf(values), settings)
}

/**
 * Generates invited participants, as in the `targets` of a call.
 *
 * @throws {@link GeneratorOptionError} if an option is unknown or has an invalid value
 * @example
 * ```ts
 * import { anyInvitationParticipantInfo } from 'graph-call-testkit/generators'
 *
 * const targets = fc.array(anyInvitationParticipantInfo({ identity: 'phone' }), { minLength: 1 })
 * fc.assert(fc.property(targets, (list) => list.every(({ identity }) => identity.phone !== undefined)))
 * ```
 * Source: $metadata v1.0, invitationParticipantInfo.
 */
export function anyInvitationParticipantInfo<const O extends IdentityOptions = Record<never, never>>(
  options?: O & Known<IdentityOptions, O>,
): Arbitrary<Nulled<InvitationParticipantInfo & { identity: IdentityOf<O> }, O>>
export function anyInvitationParticipantInfo(
  options: IdentityOptions = {},
): Arbitrary<InvitationParticipantInfo> {
  const { values, settings } = partOptions(options, 'identity', identityKinds)
  return arbitraryOf(invitationParticipantInfoOf(values), settings)
}

/**
 * Generates participants in the roster of a call, as `$expand=participants` returns them.
 *
 * @throws {@link GeneratorOptionError} if an option is unknown or has an invalid value
 * @example
 * ```ts
 * import { anyParticipant } from 'graph-call-testkit/generators'
 *
 * fc.assert(fc.property(fc.array(anyParticipant()), (roster) => roster.filter(({ isMuted }) => isMuted).length <= roster.length))
 * ```
 * Source: $metadata v1.0, participant.
 */
export function anyParticipant<const O extends IdentityOptions = Record<never, never>>(
  options?: O & Known<IdentityOptions, O>,
): Arbitrary<Nulled<Participant & { info: { identity: IdentityOf<O> } }, O>>
export function anyParticipant(options: IdentityOptions = {}): Arbitrary<Participant> {
  const { values, settings } = partOptions(options, 'identity', identityKinds)
  return arbitraryOf(participantOf(values), settings)
}
