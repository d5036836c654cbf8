import {
  collection,
  enumeration,
  type ObjectType,
  object,
  oneOrMany,
  property,
  string,
} from './definitions.ts'

const origin = '$metadata v1.0'
const posts = 'notifications observed in real traffic; commsNotification is an open type'
const policyBots = 'the pages of policy-based recording'

/** Body that the service posts to the callback URI of a call. */
export const notificationTypes = {
  commsNotifications: {
    doc: 'Body that the service posts to the callback URI of a call.',
    origin,
    sealed: true,
    properties: {
      value: property(collection(object('commsNotification')), 'Changes, one or more.', {
        required: true,
      }),
    },
  },
  commsNotification: {
    doc: 'A change of a call, or of a resource in it.',
    origin,
    properties: {
      changeType: property(
        enumeration('changeType'),
        'Kind of change: the resource was created, updated or deleted.',
        {
          nullable: false,
        },
      ),
      resource: property(string, 'Older path of the resource, which starts with "/app/calls/".', {
        reported: posts,
      }),
      // Not nullable in the metadata, but reported notifications have only `resource`.
      resourceUrl: property(
        string,
        'Path of the resource, without the API version: the call, or its participants, operations or content sharing sessions.',
      ),
      resourceData: property(
        oneOrMany('notifiedResource', 'notifiedItem'),
        'Resource, or its changed properties: an object for a call or an operation, a list for participants and content sharing sessions.',
        { reported: posts },
      ),
    },
  },
  notifiedResource: {
    doc: 'A resource in a notification: a call, an operation, or a participant who joins or leaves.',
    origin: posts,
    abstract: true,
    oneOf: ['call', 'commsOperation', 'participantJoiningNotification', 'participantLeftNotification'],
    properties: {},
  },
  notifiedItem: {
    doc: 'An item of a list in a notification: a participant or a content sharing session.',
    origin: posts,
    abstract: true,
    oneOf: ['participant', 'contentSharingSession'],
    properties: {},
  },
  participantJoiningNotification: {
    doc: 'Notification that a participant is about to join the call.',
    origin: policyBots,
    properties: {
      call: property(object('call'), 'Call that the participant joins.', { documented: policyBots }),
    },
  },
  participantLeftNotification: {
    doc: 'Notification that a participant has left the call.',
    origin: policyBots,
    properties: {
      call: property(object('call'), 'Call that the participant left.', { documented: policyBots }),
      participantId: property(string, 'ID of the participant.', { documented: policyBots }),
    },
  },
} as const satisfies Record<string, ObjectType>
