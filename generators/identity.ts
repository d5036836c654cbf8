import type { Arbitrary } from 'fast-check'
import { type IdentityKind, identityKinds, identitySetOf } from '../src/builder/identity.ts'
import {
  type DocumentOptions,
  type Known,
  type Nulled,
  type OneOrMore,
  partOptions,
  type ValuesOf,
} from '../src/builder/options/options.ts'
import type { AnyIdentity, AnyIdentitySet } from '../src/model/types.generated.ts'
import { arbitraryOf } from './arbitrary.ts'
import { examplesOf } from './examples.ts'

/**
 * Options of {@link anyIdentitySet} and of the arbitraries of participants.
 *
 * @example
 * ```ts
 * import { anyIdentitySet, type IdentityOptions } from 'graph-call-testkit/generators'
 *
 * const options: IdentityOptions = { identity: 'guest' }
 * const identitySets = anyIdentitySet(options)
 * ```
 */
export interface IdentityOptions extends DocumentOptions {
  /** Kinds of identity: one or more properties of the identity set. Defaults to all of them. */
  readonly identity?: OneOrMore<IdentityKind> | undefined
}

/**
 * Properties that an identity set has for the option `identity`.
 *
 * @example
 * ```ts
 * import type { IdentityOf } from 'graph-call-testkit/generators'
 *
 * const phoneOf = (set: IdentityOf<{ identity: 'phone' }>) => set.phone.id
 * ```
 */
export type IdentityOf<O extends IdentityOptions> =
  O extends Readonly<Record<'identity', NonNullable<unknown>>>
    ? { [Kind in IdentityKind]: Record<Kind, AnyIdentity> }[ValuesOf<O, 'identity', IdentityKind>]
    : unknown

/**
 * Generates identity sets, as participants and organizers have them: one identity of one kind, in a set of either type.
 *
 * @throws a {@link GeneratorOptionError} if an option is unknown or has an invalid value
 * @example
 * ```ts
 * import { anyIdentitySet } from 'graph-call-testkit/generators'
 *
 * fc.assert(fc.property(anyIdentitySet({ identity: ['user', 'phone'] }), (set) => 'user' in set || 'phone' in set))
 * ```
 * Sources: $metadata v1.0, identitySet, communicationsIdentitySet; the open properties of the documented examples.
 */
export function anyIdentitySet<const O extends IdentityOptions = Record<never, never>>(
  options?: O & Known<IdentityOptions, O>,
): Arbitrary<Nulled<AnyIdentitySet & IdentityOf<O>, O>>
export function anyIdentitySet(options: IdentityOptions = {}): Arbitrary<AnyIdentitySet> {
  const { values, settings } = partOptions(options, 'identity', identityKinds)
  return arbitraryOf(identitySetOf(values), settings, examplesOf('identitySet', settings))
}
