import {
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

/** Who is, or is asked to be, in the call; and how they came there. */
export const participantTypes = {
  participantInfo: {
    doc: 'A participant as the call knows them.',
    origin,
    properties: {
      countryCode: property(
        string,
        'The ISO 3166-1 alpha-2 code of the country where the participant was found.',
      ),
      endpointType: property(enumeration('endpointType'), 'The kind of endpoint that the participant uses.'),
      identity: property(object('identitySet'), 'Who the participant is.', { nullable: false }),
      languageId: property(string, 'The language of the participant, e.g. "en-US".'),
      participantId: property(string, 'The id of the participant within the call.'),
      region: property(string, 'The region of the participant, e.g. "amer".'),
      id: property(string, 'Another id of the participant.', {
        documented: 'examples of the call pages; the metadata has a closed type without it',
      }),
    },
  },
  invitationParticipantInfo: {
    doc: 'A participant who is called.',
    origin,
    properties: {
      hidden: property(boolean, 'Whether the participant is left out of the roster.'),
      identity: property(object('identitySet'), 'Who is called.', { nullable: false }),
      participantId: property(string, 'The id that the participant gets within the call.'),
      removeFromDefaultAudioRoutingGroup: property(
        boolean,
        'Whether the participant is taken out of the main audio mix.',
      ),
      replacesCallId: property(string, 'The id of the call that this participant is taken over from.'),
    },
  },
  callRoute: {
    doc: 'One step by which a call was sent on to somebody else.',
    origin,
    properties: {
      final: property(object('identitySet'), 'Who the call was sent on to.', { nullable: false }),
      original: property(object('identitySet'), 'Who was called in the first place.', { nullable: false }),
      routingType: property(enumeration('routingType'), 'Why the call was sent on.', { nullable: false }),
    },
  },
  incomingContext: {
    doc: 'What the bot is told about a call that comes in on behalf of somebody.',
    origin,
    properties: {
      observedParticipantId: property(string, 'The id of the participant who is observed.'),
      onBehalfOf: property(object('identitySet'), 'On whose behalf the call comes in.'),
      sourceParticipantId: property(string, 'The id of the participant who triggered the call.'),
      transferor: property(object('identitySet'), 'Who transferred the call.'),
    },
  },
  participant: {
    doc: 'A participant in the roster of a call; with `$expand=participants`.',
    origin,
    properties: {
      id: property(string, 'The id of the participant.', { nullable: false }),
      info: property(object('participantInfo'), 'Who the participant is, and where.', { nullable: false }),
      isInLobby: property(boolean, 'Whether the participant still waits in the lobby.', { nullable: false }),
      isMuted: property(boolean, 'Whether the participant is muted, by themselves or by the service.', {
        nullable: false,
      }),
      mediaStreams: property(
        collection(object('mediaStream')),
        'The media that the participant sends or gets.',
      ),
      metadata: property(string, 'Data that the participant put into the roster.'),
      recordingInfo: property(object('recordingInfo'), 'Whether the participant records.'),
      removedState: property(object('removedState'), 'Why the participant was taken out of the roster.'),
      restrictedExperience: property(
        object('onlineMeetingRestricted'),
        'Why media of the participant is held back.',
      ),
      rosterSequenceNumber: property(int64, 'The roster update that last touched the participant.'),
    },
  },
  recordingInfo: {
    doc: 'Whether a participant records, and who started it.',
    origin,
    properties: {
      initiator: property(object('identitySet'), 'Who started the recording.'),
      recordingStatus: property(enumeration('recordingStatus'), 'Whether it is recorded.', {
        nullable: false,
      }),
    },
  },
  removedState: {
    doc: 'Why a participant was taken out of the roster.',
    origin,
    properties: { reason: property(string, 'The reason.') },
  },
  onlineMeetingRestricted: {
    doc: 'What a participant may not do in the meeting.',
    origin,
    properties: {
      contentSharingDisabled: property(
        enumeration('onlineMeetingContentSharingDisabledReason'),
        'Why the participant may not share content.',
      ),
      videoDisabled: property(
        enumeration('onlineMeetingVideoDisabledReason'),
        'Why the participant has no video.',
      ),
    },
  },
} as const satisfies Record<string, ObjectType>
