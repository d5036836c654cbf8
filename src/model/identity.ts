import { boolean, enumeration, type ObjectType, object, property, string } from './definitions.ts'

const examples = 'Create call, Examples; identity is an open type'
const openSet =
  'identitySet resource, and $metadata v1.0, communicationsIdentitySet; identitySet is an open type'
const origin = '$metadata v1.0'

/** Identities and identity sets of participants. */
export const identityTypes = {
  identity: {
    doc: 'A user, application, device or other actor.',
    origin,
    properties: {
      displayName: property(string, 'Display name. Can be out of date, and is often absent or null.'),
      id: property(
        string,
        'ID of the actor: a GUID for users and applications, a number such as "+15550100" for phones.',
      ),
      tenantId: property(string, 'ID of the tenant that the actor belongs to.', { documented: examples }),
      identityProvider: property(string, 'Identity provider, for example "AAD".', {
        documented: examples,
      }),
      ApplicationType: property(
        string,
        'Kind of application, for example "LargeGallery-V2" for the large gallery.',
        {
          documented: 'call: addLargeGalleryView, Examples; identity is an open type',
          tolerantOnly: true,
        },
      ),
    },
  },
  communicationsApplicationIdentity: {
    doc: 'An application in a call.',
    origin,
    base: 'identity',
    properties: {
      applicationType: property(string, 'Kind of application.'),
      hidden: property(boolean, 'True if the application is hidden from the roster.'),
    },
  },
  communicationsApplicationInstanceIdentity: {
    doc: 'An application instance (a resource account) in a call.',
    origin,
    base: 'identity',
    properties: {
      hidden: property(boolean, 'True if the application instance is hidden from the roster.'),
      tenantId: property(string, 'ID of the tenant that the application instance belongs to.'),
    },
  },
  communicationsEncryptedIdentity: {
    doc: 'A participant with an encrypted identity.',
    origin,
    base: 'identity',
    properties: {},
  },
  communicationsGuestIdentity: {
    doc: 'A guest.',
    origin,
    base: 'identity',
    properties: { email: property(string, 'Email address of the guest.') },
  },
  communicationsPhoneIdentity: {
    doc: 'A phone user.',
    origin,
    base: 'identity',
    properties: {},
  },
  communicationsUserIdentity: {
    doc: 'A user of a tenant.',
    origin,
    base: 'identity',
    properties: { tenantId: property(string, 'ID of the tenant that the user belongs to.') },
  },
  azureCommunicationServicesUserIdentity: {
    doc: 'A user of Azure Communication Services.',
    origin,
    base: 'identity',
    properties: {
      azureCommunicationServicesResourceId: property(
        string,
        'ID of the Azure Communication Services resource that the user belongs to.',
      ),
    },
  },
  identitySet: {
    doc: 'The identities of a participant, one property for each kind. Usually only one is set.',
    origin,
    properties: {
      application: property(object('identity'), 'Application, if the participant is one.'),
      device: property(object('identity'), 'Device, if the participant is one.'),
      user: property(object('identity'), 'User, if the participant is one.'),
      applicationInstance: property(object('identity'), 'Application instance, if the participant is one.', {
        documented: openSet,
      }),
      encrypted: property(object('identity'), 'Encrypted identity, if the participant has one.', {
        documented: openSet,
      }),
      guest: property(object('identity'), 'Guest, if the participant is one.', { documented: openSet }),
      onPremises: property(object('identity'), 'User of an on-premises server, if the participant is one.', {
        documented: openSet,
      }),
      phone: property(object('identity'), 'Phone, if the participant is one.', { documented: openSet }),
    },
  },
  communicationsIdentitySet: {
    doc: 'The identities of a participant in a call, including the kinds that only calls have.',
    origin,
    base: 'identitySet',
    properties: {
      applicationInstance: property(object('identity'), 'Application instance, if the participant is one.'),
      assertedIdentity: property(object('identity'), 'Identity asserted by a phone provider.'),
      azureCommunicationServicesUser: property(
        object('identity'),
        'User of Azure Communication Services, if the participant is one.',
      ),
      encrypted: property(object('identity'), 'Encrypted identity, if the participant has one.'),
      endpointType: property(enumeration('endpointType'), 'Kind of endpoint that the participant uses.'),
      guest: property(object('identity'), 'Guest, if the participant is one.'),
      onPremises: property(object('identity'), 'User of an on-premises server, if the participant is one.'),
      phone: property(object('identity'), 'Phone, if the participant is one.'),
    },
  },
} as const satisfies Record<string, ObjectType>
