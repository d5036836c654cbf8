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
const olderExamples = 'Create call, older examples; call is an open type'
const reports = 'bodies in the issues of graph-comms-samples; call is an open type'
const notified = 'call: answer, Examples; not in a response to GET'
const posts = 'graph-calling-bots, captured notifications; call is an open type'

/** The call and its options. */
export const callTypes = {
  call: {
    doc: 'A call, as GET /communications/calls/{id} returns it.',
    origin,
    // No version of the metadata has a type that extends it.
    sealed: true,
    properties: {
      '@odata.context': property(string, 'URL of the metadata that describes this response.', {
        documented: 'Get call, Examples 1 and 2',
      }),
      '@odata.id': property(string, 'Path of the call. Only in notifications.', {
        documented: notified,
        tolerantOnly: true,
      }),
      '@odata.etag': property(string, 'ETag of the call. Only in notifications.', {
        documented: notified,
        tolerantOnly: true,
      }),
      id: property(string, 'ID of the call, usually a GUID.', { nullable: false }),
      state: property(enumeration('callState'), 'State of the call.', { required: true }),
      direction: property(enumeration('callDirection'), 'Direction of the call as seen by the bot.', {
        required: true,
      }),
      callbackUri: property(httpsUri, 'HTTPS URL that receives the notifications of the call.', {
        nullable: false,
      }),
      source: property(object('participantInfo'), 'Caller.', { required: true }),
      targets: property(
        collection(object('invitationParticipantInfo')),
        'Participants that are called. Empty for a group call.',
      ),
      answeredBy: property(object('participantInfo'), 'Participant that answered the call.', {
        documented: bothExamples,
      }),
      requestedModalities: property(
        collection(enumeration('modality')),
        'Modalities requested for the call.',
      ),
      activeModalities: property(collection(string), 'Modalities in use.', {
        documented: olderExamples,
      }),
      mediaConfig: property(
        object('mediaConfig'),
        'Media configuration: hosted by the service or by the bot.',
      ),
      mediaState: property(object('callMediaState'), 'State of the media.'),
      subject: property(string, 'Subject of the call.'),
      callChainId: property(string, 'ID shared by all legs of a conversation. Not always a GUID.'),
      callOptions: property(object('callOptions'), 'Options of the call.'),
      callRoutes: property(
        collection(object('callRoute')),
        'Routes that the call took before it reached the bot.',
      ),
      chatInfo: property(object('chatInfo'), 'Chat of the meeting. Null for a peer-to-peer call.'),
      meetingInfo: property(object('meetingInfo'), 'Meeting. Null for a peer-to-peer call.'),
      meetingCapability: property(object('meetingCapability'), 'Capabilities of the meeting.', {
        documented: olderExamples,
      }),
      incomingContext: property(
        object('incomingContext'),
        'Context of an incoming call: on whose behalf it is made, and who transferred it.',
      ),
      myParticipantId: property(string, 'Participant ID of the bot.'),
      resultInfo: property(object('resultInfo'), 'Reason why the call ended or a transfer failed.'),
      ringingTimeoutInSeconds: property(int32, 'Ringing timeout in seconds.', {
        documented: bothExamples,
      }),
      routingPolicies: property(collection(string), 'Routing policies of the call.', {
        documented: olderExamples,
      }),
      tenantId: property(string, 'ID of the tenant that the call belongs to.'),
      terminationReason: property(string, 'Reason why the call ended, as text.', {
        documented: 'call: transfer, Examples; call is an open type',
      }),
      toneInfo: property(object('toneInfo'), 'Last DTMF tone received.'),
      transcription: property(object('callTranscriptionInfo'), 'Transcription of the call.'),
      coOrganizers: property(collection(any), 'Additional organizers of the meeting.', { reported: posts }),
      replacesContext: property(any, 'Call that this call replaces.', { reported: posts }),
      applicationMetadata: property(any, 'Metadata of an application.', {
        reported: 'graph-comms-samples issue 664; call is an open type',
      }),
      mediaHostedRegion: property(any, 'Region that hosts the media.', { reported: reports }),
      meetingProperties: property(any, 'Additional properties of the meeting.', { reported: posts }),
      recordingConsentDetails: property(any, 'Consent of the participants to a recording.', {
        reported: reports,
      }),
      audioRoutingGroups: property(
        collection(object('audioRoutingGroup')),
        'Audio routing groups of the call. Only with `$expand=audioRoutingGroups`.',
      ),
      contentSharingSessions: property(
        collection(object('contentSharingSession')),
        'Content sharing sessions of the call. Only with `$expand=contentSharingSessions`.',
      ),
      operations: property(
        collection(object('commsOperation')),
        'Operations that the bot started in the call. Only with `$expand=operations`.',
      ),
      participants: property(
        collection(object('participant')),
        'Participants of the call. Only with `$expand=participants`.',
      ),
    },
  },
  callOptions: {
    doc: 'Options of a call.',
    origin,
    abstract: true,
    properties: {
      hideBotAfterEscalation: property(
        boolean,
        'True if the bot is hidden after the call becomes a group call.',
      ),
      isContentSharingNotificationEnabled: property(
        boolean,
        'True if the bot receives content sharing notifications.',
      ),
      isDeltaRosterEnabled: property(boolean, 'True if roster notifications contain only the changes.'),
      isInteractiveRosterEnabled: property(
        boolean,
        'True if the roster distinguishes interactive participants from listeners.',
      ),
      isParticipantInfoUpdatesEnabled: property(
        boolean,
        'True if the bot receives changes of the information about participants.',
        { reported: 'graph-comms-samples, the .NET SDK' },
      ),
    },
  },
  incomingCallOptions: {
    doc: 'Options of an incoming call.',
    origin,
    base: 'callOptions',
    properties: {},
  },
  outgoingCallOptions: {
    doc: 'Options of an outgoing call.',
    origin,
    base: 'callOptions',
    properties: {},
  },
} as const satisfies Record<string, ObjectType>

/** Navigation properties of a call. A response contains them only if `$expand` names them. Source: $metadata v1.0, call. */
export const navigationProperties = [
  'audioRoutingGroups',
  'contentSharingSessions',
  'operations',
  'participants',
] as const satisfies readonly (keyof typeof callTypes.call.properties)[]
