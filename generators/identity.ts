import type { Arbitrary } from 'fast-check'
import type { AnyIdentitySet } from '../src/schema/types.ts'
import { arbitraryOf } from './arbitrary.ts'
import { type IdentityKind, identityKinds, identitySet } from './build/identity.ts'
import type { Having } from './narrowed-call.ts'
import {
  checkNames,
  type DocumentOptions,
  documentOptionNames,
  type Each,
  type Known,
  type Nulled,
  type OneOrMore,
  settingsOf,
  valuesOf,
} from './options.ts'

/** What the identities may be. */
export interface IdentityOptions extends DocumentOptions {
  /** The property of the set that holds the identity, or a list of those to choose from. */
  readonly identity?: OneOrMore<IdentityKind> | undefined
}

/** The identities that the options ask for. Throws GeneratorOptionError. */
export function identitiesOf(options: IdentityOptions): readonly IdentityKind[] {
  checkNames(options, ['identity', ...documentOptionNames])
  return valuesOf('identity', options.identity, identityKinds)
}

/** What has an identity set narrowed by the options. */
export type IdentityOf<O extends IdentityOptions> = O extends { readonly identity: NonNullable<unknown> }
  ? Having<Each<O['identity']>>
  : unknown

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
  const kinds = identitiesOf(options)
  return arbitraryOf((choices) => identitySet(choices, kinds), settingsOf(options))
}
