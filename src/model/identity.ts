import { boolean, enumeration, type ObjectType, object, property, string } from './definitions.ts'

const examples = 'documented examples; identity is an open type'
const openSet =
  'documented as an open property of a plain identitySet; $metadata has it on communicationsIdentitySet'
const origin = '$metadata v1.0'

/** Who takes part: one identity, and the set of identities that one participant has. */
export const identityTypes = {
  identity: {
    doc: 'A user, application, device or other actor.',
    origin,
    properties: {
      displayName: property(string, 'The name to show; not kept up to date, and often absent or null.'),
      id: property(
        string,
        'The id of the actor: a GUID for users and applications, a number such as "+15550100" for phones.',
      ),
      tenantId: property(string, 'The tenant that the actor belongs to.', { documented: examples }),
      identityProvider: property(string, 'Who vouches for the identity, e.g. "AAD".', {
        documented: examples,
      }),
    },
  },
  communicationsApplicationIdentity: {
    doc: 'An application that takes part in a call.',
    origin,
    base: 'identity',
    properties: {
      applicationType: property(string, 'The kind of application.'),
      hidden: property(boolean, 'Whether the application is left out of the roster.'),
    },
  },
  communicationsApplicationInstanceIdentity: {
    doc: 'An application instance (a resource account) that takes part in a call.',
    origin,
    base: 'identity',
    properties: {
      hidden: property(boolean, 'Whether the application instance is left out of the roster.'),
      tenantId: property(string, 'The tenant that the application instance belongs to.'),
    },
  },
  communicationsEncryptedIdentity: {
    doc: 'A participant whose identity is kept encrypted.',
    origin,
    base: 'identity',
    properties: {},
  },
  communicationsGuestIdentity: {
    doc: 'A guest.',
    origin,
    base: 'identity',
    properties: { email: property(string, 'The e-mail address of the guest.') },
  },
  communicationsPhoneIdentity: {
    doc: 'Somebody on a phone.',
    origin,
    base: 'identity',
    properties: {},
  },
  communicationsUserIdentity: {
    doc: 'A user of a tenant.',
    origin,
    base: 'identity',
    properties: { tenantId: property(string, 'The tenant that the user belongs to.') },
  },
  azureCommunicationServicesUserIdentity: {
    doc: 'A user of Azure Communication Services.',
    origin,
    base: 'identity',
    properties: {
      azureCommunicationServicesResourceId: property(
        string,
        'The Azure Communication Services resource that the user belongs to.',
      ),
    },
  },
  identitySet: {
    doc: 'The identities of one participant; each kind is a property, and seldom more than one is there.',
    origin,
    properties: {
      application: property(object('identity'), 'The application, where it is one.'),
      device: property(object('identity'), 'The device, where it is one.'),
      user: property(object('identity'), 'The user, where it is one.'),
      applicationInstance: property(object('identity'), 'The application instance, where it is one.', {
        documented: openSet,
      }),
      encrypted: property(object('identity'), 'The encrypted identity, where it is one.', {
        documented: openSet,
      }),
      guest: property(object('identity'), 'The guest, where it is one.', { documented: openSet }),
      onPremises: property(object('identity'), 'The user of an on-premises server, where it is one.', {
        documented: openSet,
      }),
      phone: property(object('identity'), 'The phone, where it is one.', { documented: openSet }),
    },
  },
  communicationsIdentitySet: {
    doc: 'The identities of one participant of a call, with the kinds that only calls have.',
    origin,
    base: 'identitySet',
    properties: {
      applicationInstance: property(object('identity'), 'The application instance, where it is one.'),
      assertedIdentity: property(object('identity'), 'The identity that a phone provider asserts.'),
      azureCommunicationServicesUser: property(
        object('identity'),
        'The user of Azure Communication Services, where it is one.',
      ),
      encrypted: property(object('identity'), 'The encrypted identity, where it is one.'),
      endpointType: property(enumeration('endpointType'), 'The kind of endpoint that the participant uses.'),
      guest: property(object('identity'), 'The guest, where it is one.'),
      onPremises: property(object('identity'), 'The user of an on-premises server, where it is one.'),
      phone: property(object('identity'), 'The phone, where it is one.'),
    },
  },
} as const satisfies Record<string, ObjectType>
