import type { Arbitrary } from 'fast-check'
import { identityKinds } from '../src/builder/identity.ts'
import { type Known, type Nulled, partOptions } from '../src/builder/options/options.ts'
import { invitationParticipantInfoOf, participantInfoOf, participantOf } from '../src/builder/participant.ts'
import type { InvitationParticipantInfo, Participant, ParticipantInfo } from '../src/model/types.generated.ts'
import { arbitraryOf } from './arbitrary.ts'
import type { IdentityOf, IdentityOptions } from './identity.ts'

/**
 * Participants as a call knows them: the `source` and `answeredBy` of a call.
 *
 * @throws GeneratorOptionError where an option is not known
 * @example
 * ```ts
 * fc.assert(fc.property(anyParticipantInfo({ identity: 'guest' }), (info) => label(info.identity.guest) !== ''))
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
 * Participants as they are called: the `targets` of a call.
 *
 * @throws GeneratorOptionError where an option is not known
 * @example
 * ```ts
 * fc.assert(fc.property(anyInvitationParticipantInfo({ identity: 'phone' }), (target) => dial(target.identity.phone)))
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
 * Participants in the roster of a call, as `$expand=participants` gives them.
 *
 * @throws GeneratorOptionError where an option is not known
 * @example
 * ```ts
 * fc.assert(fc.property(fc.array(anyParticipant()), (roster) => countMuted(roster) <= roster.length))
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
