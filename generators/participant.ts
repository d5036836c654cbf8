import type { Arbitrary } from 'fast-check'
import { identityKinds } from '../src/builder/identity.ts'
import { type Known, type Nulled, partOptions } from '../src/builder/options/options.ts'
import { participantOf } from '../src/builder/participant.ts'
import type { Participant } from '../src/model/types.generated.ts'
import { arbitraryOf } from './arbitrary.ts'
import { examplesOf } from './examples.ts'
import type { IdentityOf, IdentityOptions } from './identity.ts'

/**
 * Generates participants in the roster of a call, as `$expand=participants` returns them.
 *
 * @throws a {@link GeneratorOptionError} if an option is unknown or has an invalid value
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
  return arbitraryOf(participantOf(values), settings, examplesOf('participant', settings))
}
