import {
  any,
  boolean,
  collection,
  enumeration,
  int64,
  type ObjectType,
  object,
  property,
  string,
} from './definitions.ts'

const origin = '$metadata v1.0'
const rosters = 'graph-calling-bots, captured rosters; the metadata has a closed type without it'

/** Participants of a call, invitations, and the routes of a call. */
export const participantTypes = {
  participantInfo: {
    doc: 'Information about a participant.',
    origin,
    properties: {
      countryCode: property(string, 'ISO 3166-1 alpha-2 code of the country that the participant is in.'),
      endpointType: property(enumeration('endpointType'), 'Kind of endpoint that the participant uses.'),
      identity: property(object('identitySet'), 'Identity of the participant.', { nullable: false }),
      languageId: property(string, 'Language of the participant, for example "en-US".'),
      participantId: property(string, 'ID of the participant in the call.'),
      region: property(string, 'Region of the participant, for example "amer".'),
      id: property(string, 'Additional ID of the participant.', {
        documented: 'List participants, Examples; the metadata has a closed type without it',
      }),
      clientVersion: property(string, 'Client of the participant and its version.', { reported: rosters }),
      endpointId: property(string, 'ID of the endpoint that the participant uses.', { reported: rosters }),
      platformId: property(string, 'ID of the platform of the client.', { reported: rosters }),
      replacementLink: property(string, 'URL that replaces the participant in the call.', {
        reported: rosters,
      }),
    },
  },
  invitationParticipantInfo: {
    doc: 'A participant that is invited to a call.',
    origin,
    alsoReceived: ['participantInfo'],
    properties: {
      hidden: property(boolean, 'True if the participant is hidden from the roster.'),
      identity: property(object('identitySet'), 'Identity of the participant.', { nullable: false }),
      participantId: property(string, 'ID of the participant in the call.'),
      removeFromDefaultAudioRoutingGroup: property(
        boolean,
        'True if the participant is removed from the default audio routing group.',
      ),
      replacesCallId: property(string, 'ID of the call that this participant is transferred from.'),
    },
  },
  callRoute: {
    doc: 'A route from the original callee to another one.',
    origin,
    properties: {
      final: property(object('identitySet'), 'Identity that received the call.', { nullable: false }),
      original: property(object('identitySet'), 'Identity that was called originally.', { nullable: false }),
      routingType: property(enumeration('routingType'), 'Reason why the call was routed.', {
        nullable: false,
      }),
    },
  },
  incomingContext: {
    doc: 'Context of an incoming call.',
    origin,
    properties: {
      observedParticipantId: property(string, 'ID of the participant that is observed.'),
      onBehalfOf: property(object('identitySet'), 'Identity on whose behalf the call is made.'),
      sourceParticipantId: property(string, 'ID of the participant that triggered the call.'),
      transferor: property(object('identitySet'), 'Identity that transferred the call.'),
    },
  },
  participant: {
    doc: 'A participant in the roster of a call. Only with `$expand=participants`.',
    origin,
    properties: {
      id: property(string, 'ID of the participant.', { nullable: false }),
      info: property(object('participantInfo'), 'Information about the participant.', { nullable: false }),
      isInLobby: property(boolean, 'True if the participant is in the lobby.', { nullable: false }),
      isMuted: property(boolean, 'True if the participant or the service muted the audio.', {
        nullable: false,
      }),
      mediaStreams: property(collection(object('mediaStream')), 'Media streams of the participant.'),
      metadata: property(string, 'Metadata that the participant added to the roster.'),
      recordingInfo: property(object('recordingInfo'), 'Recording by the participant.'),
      removedState: property(
        object('removedState'),
        'Reason why the participant was removed from the roster.',
      ),
      restrictedExperience: property(
        object('onlineMeetingRestricted'),
        'Reasons why media of the participant is restricted.',
      ),
      rosterSequenceNumber: property(
        int64,
        'Sequence number of the last roster update that changed the participant.',
      ),
      isIdentityAnonymized: property(boolean, 'True if the identity of the participant is hidden.', {
        reported: rosters,
      }),
      meetingRole: property(string, 'Role of the participant in the meeting, for example "none".', {
        reported: rosters,
      }),
      publishedStates: property(collection(any), 'States that the participant published.', {
        reported: rosters,
      }),
      replacementLink: property(string, 'URL that replaces the participant in the call.', {
        reported: rosters,
      }),
    },
  },
  recordingInfo: {
    doc: 'Recording by a participant.',
    origin,
    properties: {
      initiator: property(object('identitySet'), 'Identity that started the recording.'),
      recordingStatus: property(enumeration('recordingStatus'), 'Recording status.', {
        nullable: false,
      }),
    },
  },
  removedState: {
    doc: 'Reason why a participant was removed from the roster.',
    origin,
    properties: { reason: property(string, 'Reason for the removal.') },
  },
  onlineMeetingRestricted: {
    doc: 'Restrictions of a participant in a meeting.',
    origin,
    properties: {
      contentSharingDisabled: property(
        enumeration('onlineMeetingContentSharingDisabledReason'),
        'Reason why the participant is not allowed to share content.',
      ),
      videoDisabled: property(
        enumeration('onlineMeetingVideoDisabledReason'),
        'Reason why the video of the participant is disabled.',
      ),
    },
  },
} as const satisfies Record<string, ObjectType>
