import type { Arbitrary } from 'fast-check'
import { identityKinds } from '../src/builder/identity.ts'
import { type Known, type Nulled, partOptions } from '../src/builder/options/options.ts'
import { invitationParticipantInfoOf } from '../src/builder/participant.ts'
import type { InvitationParticipantInfo } from '../src/model/types.generated.ts'
import { arbitraryOf } from './arbitrary.ts'
import { examplesOf } from './examples.ts'
import type { IdentityOf, IdentityOptions } from './identity.ts'

/**
 * Generates invited participants, as in the `targets` of a call.
 *
 * @throws a {@link GeneratorOptionError} if an option is unknown or has an invalid value
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
  return arbitraryOf(
    invitationParticipantInfoOf(values),
    settings,
    examplesOf('invitationParticipantInfo', settings),
  )
}
