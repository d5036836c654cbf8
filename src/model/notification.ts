import {
  boolean,
  collection,
  enumeration,
  int64,
  type ObjectType,
  object,
  oneOrMany,
  property,
  string,
} from './definitions.ts'

const origin = '$metadata v1.0'
const posts = 'graph-calling-bots, captured notifications; commsNotification is an open type'
const deltaRosters = 'beta: deltaParticipants resource'
const skype = 'graph-docs issue 8310, an incoming call in the older format of Skype'
const joining = 'participantJoiningNotification resource'
const left = 'participantLeftNotification resource'

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
    doc: 'A resource in a notification: a call, an operation, the changes of a roster, or a participant who joins or leaves.',
    origin: posts,
    abstract: true,
    oneOf: [
      'call',
      'commsOperation',
      'deltaParticipants',
      'participantJoiningNotification',
      'participantLeftNotification',
    ],
    properties: {
      // A call and the changes of a roster have participants, an operation has invited ones.
      participants: property(collection(object('notifiedParticipant')), 'Participants, or invited ones.', {
        reported: posts,
      }),
    },
  },
  notifiedParticipant: {
    doc: 'A participant, or an invited one, in a resource whose type is unknown.',
    origin: posts,
    abstract: true,
    oneOf: ['participant', 'invitationParticipantInfo'],
    properties: {},
  },
  notifiedItem: {
    doc: 'An item of a list in a notification: a participant or a content sharing session.',
    origin: posts,
    abstract: true,
    oneOf: ['participant', 'contentSharingSession'],
    properties: {},
  },
  deltaParticipants: {
    doc: 'Changes of a roster. Sent instead of the full roster if `callOptions.isDeltaRosterEnabled` is true.',
    origin: deltaRosters,
    properties: {
      participants: property(collection(object('participant')), 'Participants that changed.', {
        documented: deltaRosters,
      }),
      sequenceNumber: property(int64, 'Sequence number for ordering the changes.', {
        documented: deltaRosters,
      }),
    },
  },
  participantJoiningNotification: {
    doc: 'Notification that a participant is about to join the call.',
    origin: joining,
    properties: {
      call: property(object('call'), 'Call that the participant joins.', { documented: joining }),
    },
  },
  participantLeftNotification: {
    doc: 'Notification that a participant has left the call.',
    origin: left,
    properties: {
      call: property(object('call'), 'Call that the participant left.', { documented: left }),
      participantId: property(string, 'ID of the participant.', { documented: left }),
    },
  },
  skypeIncomingCall: {
    doc: 'Incoming call in the older format of Skype. The bot responds with status 204, and receives the call again in the format of Graph.',
    origin: skype,
    properties: {
      id: property(string, 'ID of the call.', { reported: skype }),
      participants: property(collection(object('skypeParticipant')), 'Caller and callee.', {
        reported: skype,
      }),
      isMultiparty: property(boolean, 'True for a group call.', { reported: skype }),
      presentedModalityTypes: property(collection(string), 'Modalities that the caller offers.', {
        reported: skype,
      }),
      callState: property(string, 'State of the call: "incoming".', { reported: skype }),
      tenantId: property(string, 'ID of the tenant that the call belongs to.', { reported: skype }),
    },
  },
  skypeParticipant: {
    doc: 'A participant in the older format of Skype.',
    origin: skype,
    properties: {
      identity: property(string, 'Identity, such as "8:orgid:{user ID}" or "28:{app ID}".', {
        reported: skype,
      }),
      participantId: property(string, 'ID of the participant in the call.', { reported: skype }),
      endpointId: property(string, 'ID of the endpoint that the participant uses.', { reported: skype }),
      languageId: property(string, 'Language of the participant, for example "en-US".', { reported: skype }),
      tenantId: property(string, 'ID of the tenant of the participant.', { reported: skype }),
      region: property(string, 'Region of the participant, for example "amer".', { reported: skype }),
      originator: property(boolean, 'True for the caller.', { reported: skype }),
      isHidden: property(boolean, 'True if the participant is hidden from the roster.', { reported: skype }),
      endPointType: property(string, 'Kind of endpoint that the participant uses.', { reported: skype }),
      removeFromDefaultAudioRoutingGroup: property(
        boolean,
        'True if the participant is removed from the default audio routing group.',
        { reported: skype },
      ),
    },
  },
} as const satisfies Record<string, ObjectType>
