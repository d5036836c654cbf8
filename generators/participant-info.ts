import type { Arbitrary } from 'fast-check'
import { identityKinds } from '../src/builder/identity.ts'
import { type Known, type Nulled, partOptions } from '../src/builder/options/options.ts'
import { participantInfoOf } from '../src/builder/participant.ts'
import type { ParticipantInfo } from '../src/model/types.generated.ts'
import { arbitraryOf } from './arbitrary.ts'
import { examplesOf } from './examples.ts'
import type { IdentityOf, IdentityOptions } from './identity.ts'

/**
 * Generates participants, as in the `source` and `answeredBy` of a call.
 *
 * @throws a {@link GeneratorOptionError} if an option is unknown or has an invalid value
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
  return arbitraryOf(participantInfoOf(values), settings, examplesOf('participantInfo', settings))
}
