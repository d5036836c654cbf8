import { collection, enumeration, type ObjectType, object, property, string } from './definitions.ts'

const origin = '$metadata v1.0'

/** What the service posts to the callback URI of a call. */
export const notificationTypes = {
  commsNotifications: {
    doc: 'What the service posts to the callback URI of a call.',
    origin,
    properties: {
      value: property(collection(object('commsNotification')), 'What has changed; may be several things.', {
        required: true,
      }),
    },
  },
  commsNotification: {
    doc: 'One change of a call.',
    origin,
    properties: {
      changeType: property(enumeration('changeType'), 'Whether the call is new, another, or over.', {
        nullable: false,
      }),
      resourceUrl: property(string, 'The path of the call, without the version.', { nullable: false }),
      resourceData: property(object('call'), 'The call, or what has changed of it: mostly sparse.', {
        reported: 'notifications seen in real traffic; commsNotification is an open type',
      }),
    },
  },
} as const satisfies Record<string, ObjectType>
