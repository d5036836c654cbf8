import { collection, enumeration, type ObjectType, object, property, string } from './definitions.ts'

const origin = '$metadata v1.0'

/** Body that the service posts to the callback URI of a call. */
export const notificationTypes = {
  commsNotifications: {
    doc: 'Body that the service posts to the callback URI of a call.',
    origin,
    properties: {
      value: property(collection(object('commsNotification')), 'Changes, one or more.', {
        required: true,
      }),
    },
  },
  commsNotification: {
    doc: 'A change of a call.',
    origin,
    properties: {
      changeType: property(
        enumeration('changeType'),
        'Kind of change: the call was created, updated or deleted.',
        {
          nullable: false,
        },
      ),
      resourceUrl: property(string, 'Path of the call, without the API version.', { nullable: false }),
      resourceData: property(object('call'), 'Call, or its changed properties. Usually incomplete.', {
        reported: 'notifications observed in real traffic; commsNotification is an open type',
      }),
    },
  },
} as const satisfies Record<string, ObjectType>
