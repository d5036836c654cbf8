import type {
  AnyIdentity,
  AnyIdentitySet,
  AzureCommunicationServicesUserIdentity,
  CommunicationsApplicationIdentity,
  CommunicationsApplicationInstanceIdentity,
  CommunicationsEncryptedIdentity,
  CommunicationsGuestIdentity,
  CommunicationsIdentitySet,
  CommunicationsPhoneIdentity,
  CommunicationsUserIdentity,
  Identity,
  IdentitySet,
} from '../model/types.generated.ts'
import type { Build, Choices } from './choices/choices.ts'
import { type Distribution, weightOf } from './choices/distribution.ts'
import { membersOf } from './choices/members.ts'
import { weighted } from './choices/weighted.ts'
import { type Complete, omitUndefined } from './complete.ts'
import { guid, phoneNumber, tenantId } from './ids.ts'
import { boolean, composedText, nameLike, openText, pickText } from './text.ts'

/** Kinds of identity, the simplest first: the properties of an identity set. */
export const identityKinds = [
  'user',
  'application',
  'device',
  'phone',
  'guest',
  'encrypted',
  'onPremises',
  'applicationInstance',
  'azureCommunicationServicesUser',
] as const

/**
 * Kind of an identity: the property of the identity set that holds it.
 *
 * @example
 * ```ts
 * import { anyIdentitySet, type IdentityKind } from 'graph-call-testkit/generators'
 *
 * const kinds: readonly IdentityKind[] = ['user', 'phone']
 * const identitySets = anyIdentitySet({ identity: kinds })
 * ```
 */
export type IdentityKind = (typeof identityKinds)[number]

const endpoint = membersOf('endpointType', 'default')

/** Builds the type of endpoint of a participant. */
export const endpointType = (choices: Choices) => choices.member(endpoint)

/**
 * Returns a builder of identity sets with one identity of one of the kinds. The others are all absent or all null, as the service
 * sends them.
 */
export function identitySetOf(
  kinds: readonly IdentityKind[],
  distribution?: Distribution,
): Build<AnyIdentitySet> {
  const likely = weighted(kinds, (kind) => weightOf(likelyIdentities[kind], distribution))
  return (choices) => identitySet(choices, choices.pickWeighted(likely))
}

/** Weights of the identities that bots meet most. The weight of the others is 1. */
const likelyIdentities: Readonly<Partial<Record<IdentityKind, number>>> = {
  user: 12,
  application: 3,
  phone: 3,
}

function identitySet(choices: Choices, kind: IdentityKind): AnyIdentitySet {
  const isOfCalls = choices.flag(1 / 2) || kind === 'azureCommunicationServicesUser'
  const value = choices.one(identities[kind])
  const others = choices.missing()
  // Both sets list their identities, because copying those that they have in common makes `generate` 7 % slower.
  if (!isOfCalls) {
    return omitUndefined<IdentitySet>({
      '@odata.type': choices.tag('#microsoft.graph.identitySet'),
      application: kind === 'application' ? value : others,
      device: kind === 'device' ? value : others,
      user: kind === 'user' ? value : others,
      applicationInstance: kind === 'applicationInstance' ? value : others,
      encrypted: kind === 'encrypted' ? value : others,
      guest: kind === 'guest' ? value : others,
      onPremises: kind === 'onPremises' ? value : others,
      phone: kind === 'phone' ? value : others,
    })
  }
  return omitUndefined<CommunicationsIdentitySet>({
    '@odata.type': '#microsoft.graph.communicationsIdentitySet',
    application: kind === 'application' ? value : others,
    device: kind === 'device' ? value : others,
    user: kind === 'user' ? value : others,
    applicationInstance: kind === 'applicationInstance' ? value : others,
    encrypted: kind === 'encrypted' ? value : others,
    guest: kind === 'guest' ? value : others,
    onPremises: kind === 'onPremises' ? value : others,
    phone: kind === 'phone' ? value : others,
    assertedIdentity: kind === 'phone' ? choices.optional(identities.phone) : others,
    azureCommunicationServicesUser: kind === 'azureCommunicationServicesUser' ? value : others,
    endpointType: choices.optional(endpointType),
  })
}

/** Properties that every identity has. */
type Common = Complete<Omit<Identity, '@odata.type'>>

/** Returns a builder of identities of the type `identity`, and of the specific type of the kind if there is one. */
function identity(
  name: Build<string>,
  id: Build<string>,
  ofCalls?: (choices: Choices, common: Common) => AnyIdentity,
): Build<AnyIdentity> {
  return (choices) => {
    const isOfCalls = ofCalls && choices.flag()
    const common = {
      displayName: choices.optional(name),
      id: choices.optional(id),
      tenantId: choices.optional(tenantId),
      identityProvider: choices.optional(identityProvider),
    }
    if (isOfCalls) return ofCalls(choices, common)
    return omitUndefined<Identity>({ '@odata.type': choices.tag('#microsoft.graph.identity'), ...common })
  }
}

const identityProvider = openText('AAD', 'MSA', '')
const applicationType = pickText('bot', 'tenantBot')
const email: Build<string> = (choices) =>
  choices.pickOr(['ines.marques@fabrikam.com', 'inês+teams@fabrikam.com', ''], (choices) => {
    return `${encodeURIComponent(composedText(choices))}@fabrikam.com`
  })
const guestId = guid('2ddeead2-3508-4488-8773-d5042c2e58e2')
const resourceId = guid('bcbb3309-4109-4fff-abbd-7d332cbe25b6')

const identities: Record<IdentityKind, Build<AnyIdentity>> = {
  user: identity(nameLike('John'), guid('112f7296-5fa4-42ca-bae8-6a692b15d4b8'), (_, common) =>
    omitUndefined<CommunicationsUserIdentity>({
      '@odata.type': '#microsoft.graph.communicationsUserIdentity',
      ...common,
    }),
  ),
  application: identity(
    nameLike('Calling Bot'),
    guid('2891555a-92ff-42e6-80fa-6e1300c6b5c6'),
    (choices, common) =>
      omitUndefined<CommunicationsApplicationIdentity>({
        '@odata.type': '#microsoft.graph.communicationsApplicationIdentity',
        ...common,
        applicationType: choices.optional(applicationType),
        hidden: choices.optional(boolean),
      }),
  ),
  device: identity(nameLike('Lobby phone'), guid('d336fc38-e541-4d6c-ac22-d391ed180445')),
  phone: identity(nameLike('Front desk'), phoneNumber, (_, common) =>
    omitUndefined<CommunicationsPhoneIdentity>({
      '@odata.type': '#microsoft.graph.communicationsPhoneIdentity',
      ...common,
    }),
  ),
  guest: identity(nameLike('Ines Marques'), guestId, (choices, common) =>
    omitUndefined<CommunicationsGuestIdentity>({
      '@odata.type': '#microsoft.graph.communicationsGuestIdentity',
      ...common,
      email: choices.optional(email),
    }),
  ),
  encrypted: identity(
    nameLike('Encrypted user'),
    (choices) => `encrypted:${guestId(choices).replaceAll('-', '')}`,
    (_, common) =>
      omitUndefined<CommunicationsEncryptedIdentity>({
        '@odata.type': '#microsoft.graph.communicationsEncryptedIdentity',
        ...common,
      }),
  ),
  onPremises: identity(
    nameLike('Petra Novak'),
    openText('petra.novak@contoso.com', 'sip:petra.novak@contoso.com'),
  ),
  applicationInstance: identity(
    nameLike('Contoso Reception'),
    guid('eb0acdde-0f54-4aa9-b2e3-0028fc9a9044'),
    (choices, common) =>
      omitUndefined<CommunicationsApplicationInstanceIdentity>({
        '@odata.type': '#microsoft.graph.communicationsApplicationInstanceIdentity',
        ...common,
        hidden: choices.optional(boolean),
      }),
  ),
  azureCommunicationServicesUser: identity(
    nameLike('Web visitor'),
    (choices) => `8:acs:${resourceId(choices)}_${guestId(choices)}`,
    (choices, common) =>
      omitUndefined<AzureCommunicationServicesUserIdentity>({
        '@odata.type': '#microsoft.graph.azureCommunicationServicesUserIdentity',
        ...common,
        azureCommunicationServicesResourceId: choices.optional(resourceId),
      }),
  ),
}
