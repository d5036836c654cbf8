import {
  any,
  boolean,
  collection,
  enumeration,
  httpsUri,
  int32,
  type ObjectType,
  object,
  property,
  string,
} from './definitions.ts'

const origin = '$metadata v1.0'
const bothExamples = 'Get call, Examples 1 and 2; call is an open type'
const olderExamples = 'older examples of the call pages; call is an open type'
const traffic = 'bodies seen in real traffic; call is an open type'

/** The call itself, and the options that it was made with. */
export const callTypes = {
  call: {
    doc: 'A call, as GET /communications/calls/{id} answers it.',
    origin,
    properties: {
      '@odata.context': property(string, 'Where the metadata of this answer is.', {
        documented: 'Get call, Examples 1 and 2',
      }),
      id: property(string, 'The id of the call; mostly a GUID.', { nullable: false }),
      state: property(enumeration('callState'), 'Where the call is in its life.', { required: true }),
      direction: property(enumeration('callDirection'), 'Who started the call, seen from the bot.', {
        required: true,
      }),
      callbackUri: property(httpsUri, 'Where the notifications of the call are sent; HTTPS.', {
        nullable: false,
      }),
      source: property(object('participantInfo'), 'Who calls.', { required: true }),
      targets: property(
        collection(object('invitationParticipantInfo')),
        'Who is called; empty for a group call.',
      ),
      answeredBy: property(object('participantInfo'), 'Who answered.', { documented: bothExamples }),
      requestedModalities: property(
        collection(enumeration('modality')),
        'The kinds of media that were asked for.',
      ),
      activeModalities: property(collection(string), 'The kinds of media that flow.', {
        documented: olderExamples,
      }),
      mediaConfig: property(object('mediaConfig'), 'Who handles the media: the service or the bot.'),
      mediaState: property(object('callMediaState'), 'Whether media flows.'),
      subject: property(string, 'What the call is about.'),
      callChainId: property(string, 'The id that all legs of one conversation share; not always a GUID.'),
      callOptions: property(object('callOptions'), 'The options that the call was made with.'),
      callRoutes: property(collection(object('callRoute')), 'How the call was sent on before it came here.'),
      chatInfo: property(object('chatInfo'), 'The chat of the meeting; null for a peer-to-peer call.'),
      meetingInfo: property(object('meetingInfo'), 'The meeting; null for a peer-to-peer call.'),
      meetingCapability: property(any, 'What the meeting allows.', { documented: olderExamples }),
      incomingContext: property(
        object('incomingContext'),
        'What is known of an incoming call beyond its source.',
      ),
      myParticipantId: property(string, 'The id of the bot among the participants.'),
      resultInfo: property(object('resultInfo'), 'Why the call ended, or why a transfer failed.'),
      ringingTimeoutInSeconds: property(int32, 'How long to let it ring, in seconds.', {
        documented: bothExamples,
      }),
      routingPolicies: property(collection(string), 'How the call may be routed.', {
        documented: olderExamples,
      }),
      tenantId: property(string, 'The tenant of the call.'),
      terminationReason: property(string, 'Why the call ended, in words.', { documented: olderExamples }),
      toneInfo: property(object('toneInfo'), 'The last key that somebody pressed.'),
      transcription: property(object('callTranscriptionInfo'), 'Whether the call is transcribed.'),
      replacesContext: property(any, 'The call that this one replaces.', { reported: traffic }),
      applicationMetadata: property(any, 'Data of an application.', { reported: traffic }),
      mediaHostedRegion: property(any, 'The region that hosts the media.', { reported: traffic }),
      meetingProperties: property(any, 'Further properties of the meeting.', { reported: traffic }),
      recordingConsentDetails: property(any, 'Who consented to a recording.', { reported: traffic }),
      audioRoutingGroups: property(
        collection(object('audioRoutingGroup')),
        'The private audio routes; only with `$expand=audioRoutingGroups`.',
      ),
      contentSharingSessions: property(
        collection(object('contentSharingSession')),
        'The sessions of content sharing; only with `$expand=contentSharingSessions`.',
      ),
      operations: property(
        collection(object('commsOperation')),
        'What the bot did in the call; only with `$expand=operations`.',
      ),
      participants: property(
        collection(object('participant')),
        'The roster of the call; only with `$expand=participants`.',
      ),
    },
  },
  callOptions: {
    doc: 'The options that a call was made with.',
    origin,
    abstract: true,
    properties: {
      hideBotAfterEscalation: property(
        boolean,
        'Whether the bot is hidden once the call becomes a group call.',
      ),
      isContentSharingNotificationEnabled: property(boolean, 'Whether the bot is told of content sharing.'),
      isDeltaRosterEnabled: property(boolean, 'Whether the bot is told only what changes in the roster.'),
      isInteractiveRosterEnabled: property(
        boolean,
        'Whether the roster tells who may interact from who only listens.',
      ),
    },
  },
  incomingCallOptions: {
    doc: 'The options of an incoming call.',
    origin,
    base: 'callOptions',
    properties: {},
  },
  outgoingCallOptions: {
    doc: 'The options of an outgoing call.',
    origin,
    base: 'callOptions',
    properties: {},
  },
} as const satisfies Record<string, ObjectType>

/** What a call is related to, and has only where `$expand` asks for it. Source: $metadata v1.0, call. */
export const navigationProperties = [
  'audioRoutingGroups',
  'contentSharingSessions',
  'operations',
  'participants',
] as const satisfies readonly (keyof typeof callTypes.call.properties)[]
