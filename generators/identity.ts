import type { Arbitrary } from 'fast-check'
import { type IdentityKind, identityKinds, identitySet } from '../src/builder/identity.ts'
import {
  type DocumentOptions,
  type Each,
  type Known,
  type Nulled,
  type OneOrMore,
  partOptions,
  type When,
} from '../src/builder/options/options.ts'
import type { AnyIdentity, AnyIdentitySet } from '../src/model/types.generated.ts'
import { arbitraryOf } from './arbitrary.ts'

/** What the identities may be. */
export interface IdentityOptions extends DocumentOptions {
  /** The property of the set that holds the identity, or a list of those to choose from. */
  readonly identity?: OneOrMore<IdentityKind> | undefined
}

/** An identity set that has an identity of this kind, or of one of these. */
export type Having<Kind extends IdentityKind> = Kind extends IdentityKind ? Record<Kind, AnyIdentity> : never

/** What the option `identity` makes of an identity set. */
export type IdentityOf<O extends IdentityOptions> = When<O, 'identity', Having<Each<O['identity']>>>

/**
 * Identity sets, as participants and organisers have them: one identity of one kind, in either of the types that a set
 * may have.
 *
 * @throws GeneratorOptionError where an option is not known
 * @example
 * ```ts
 * fc.assert(fc.property(anyIdentitySet({ identity: ['user', 'phone'] }), (set) => nameOf(set) !== undefined))
 * ```
 * Sources: $metadata v1.0, identitySet, communicationsIdentitySet; the open properties that documented examples show.
 */
export function anyIdentitySet<const O extends IdentityOptions = Record<never, never>>(
  options?: O & Known<IdentityOptions, O>,
): Arbitrary<Nulled<AnyIdentitySet & IdentityOf<O>, O>>
export function anyIdentitySet(options: IdentityOptions = {}): Arbitrary<AnyIdentitySet> {
  const { values, settings } = partOptions(options, 'identity', identityKinds)
  return arbitraryOf((choices) => identitySet(choices, values), settings)
}
