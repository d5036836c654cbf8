// Written by `npm run generate` from src/model. Change the model, not this file.

import type { ObjectOfUnknownType } from './unknown-type.ts'

/**
 * State of a call. Source: metadata ($metadata v1.0, callState).
 *
 * @example
 * ```ts
 * const callState: CallState = 'incoming'
 * ```
 */
export type CallState = 'incoming' | 'establishing' | 'established' | 'hold' | 'transferring' | 'transferAccepted' | 'redirecting' | 'terminating' | 'terminated' | 'unknownFutureValue'

/**
 * Direction of a call as seen by the bot. Source: metadata ($metadata v1.0, callDirection).
 *
 * @example
 * ```ts
 * const callDirection: CallDirection = 'incoming'
 * ```
 */
export type CallDirection = 'incoming' | 'outgoing'

/**
 * Kind of media. Source: metadata ($metadata v1.0, modality).
 *
 * @example
 * ```ts
 * const modality: Modality = 'audio'
 * ```
 */
export type Modality = 'audio' | 'video' | 'videoBasedScreenSharing' | 'data' | 'unknownFutureValue'

/**
 * Kind of endpoint that a participant uses. Source: metadata ($metadata v1.0, endpointType).
 *
 * @example
 * ```ts
 * const endpointType: EndpointType = 'default'
 * ```
 */
export type EndpointType = 'default' | 'voicemail' | 'skypeForBusiness' | 'skypeForBusinessVoipPhone' | 'unknownFutureValue'

/**
 * State of a media stream. Source: metadata ($metadata v1.0, mediaState).
 *
 * @example
 * ```ts
 * const mediaState: MediaState = 'active'
 * ```
 */
export type MediaState = 'active' | 'inactive' | 'unknownFutureValue'

/**
 * Reason why a call was routed to another participant. Source: metadata ($metadata v1.0, routingType).
 *
 * @example
 * ```ts
 * const routingType: RoutingType = 'forwarded'
 * ```
 */
export type RoutingType = 'forwarded' | 'lookup' | 'selfFork' | 'unknownFutureValue'

/**
 * State of a transcription. Source: metadata ($metadata v1.0, callTranscriptionState).
 *
 * @example
 * ```ts
 * const callTranscriptionState: CallTranscriptionState = 'notStarted'
 * ```
 */
export type CallTranscriptionState = 'notStarted' | 'active' | 'inactive' | 'unknownFutureValue'

/**
 * DTMF tone. Source: metadata ($metadata v1.0, tone).
 *
 * @example
 * ```ts
 * const tone: Tone = 'tone0'
 * ```
 */
export type Tone = 'tone0' | 'tone1' | 'tone2' | 'tone3' | 'tone4' | 'tone5' | 'tone6' | 'tone7' | 'tone8' | 'tone9' | 'star' | 'pound' | 'a' | 'b' | 'c' | 'd' | 'flash'

/**
 * Direction of a media stream. Source: metadata ($metadata v1.0, mediaDirection).
 *
 * @example
 * ```ts
 * const mediaDirection: MediaDirection = 'inactive'
 * ```
 */
export type MediaDirection = 'inactive' | 'sendOnly' | 'receiveOnly' | 'sendReceive'

/**
 * Recording status of a participant. Source: metadata ($metadata v1.0, recordingStatus).
 *
 * @example
 * ```ts
 * const recordingStatus: RecordingStatus = 'unknown'
 * ```
 */
export type RecordingStatus = 'unknown' | 'notRecording' | 'recording' | 'failed' | 'unknownFutureValue'

/**
 * Reason why a participant is not allowed to share content. Source: metadata ($metadata v1.0, onlineMeetingContentSharingDisabledReason).
 *
 * @example
 * ```ts
 * const onlineMeetingContentSharingDisabledReason: OnlineMeetingContentSharingDisabledReason = 'watermarkProtection'
 * ```
 */
export type OnlineMeetingContentSharingDisabledReason = 'watermarkProtection' | 'unknownFutureValue'

/**
 * Reason why the video of a participant is disabled. Source: metadata ($metadata v1.0, onlineMeetingVideoDisabledReason).
 *
 * @example
 * ```ts
 * const onlineMeetingVideoDisabledReason: OnlineMeetingVideoDisabledReason = 'watermarkProtection'
 * ```
 */
export type OnlineMeetingVideoDisabledReason = 'watermarkProtection' | 'unknownFutureValue'

/**
 * Audio routing mode of a group of participants. Source: metadata ($metadata v1.0, routingMode).
 *
 * @example
 * ```ts
 * const routingMode: RoutingMode = 'oneToOne'
 * ```
 */
export type RoutingMode = 'oneToOne' | 'multicast' | 'unknownFutureValue'

/**
 * Reason why the bot rejects a call, or the participant of a call that it records. Source: metadata ($metadata v1.0, rejectReason).
 *
 * @example
 * ```ts
 * const rejectReason: RejectReason = 'none'
 * ```
 */
export type RejectReason = 'none' | 'busy' | 'forbidden' | 'unknownFutureValue'

/**
 * Role of the bot in screen sharing. Source: metadata ($metadata v1.0, screenSharingRole).
 *
 * @example
 * ```ts
 * const screenSharingRole: ScreenSharingRole = 'viewer'
 * ```
 */
export type ScreenSharingRole = 'viewer' | 'sharer'

/**
 * Status of an operation. Source: metadata ($metadata v1.0, operationStatus).
 *
 * @example
 * ```ts
 * const operationStatus: OperationStatus = 'NotStarted'
 * ```
 */
export type OperationStatus = 'NotStarted' | 'Running' | 'Completed' | 'Failed'

/**
 * Kind of change that a notification reports. Source: metadata ($metadata v1.0, changeType).
 *
 * @example
 * ```ts
 * const changeType: ChangeType = 'created'
 * ```
 */
export type ChangeType = 'created' | 'updated' | 'deleted'

/**
 * A call, as GET /communications/calls/{id} returns it. Source: $metadata v1.0, call.
 *
 * @example
 * ```ts
 * const read = (call: Call) => call['@odata.type']
 * ```
 */
export interface Call {
  /** Name of the type. Source: documented (OData JSON Format 4.0, 4.5.3). */
  '@odata.type'?: '#microsoft.graph.call'
  /** URL of the metadata that describes this response. Source: documented (Get call, Examples 1 and 2). */
  '@odata.context'?: string | null
  /** ID of the call, usually a GUID. The sources disagree. Format of IDs: documented: GUIDs (Get call, Examples 1 and 2); metadata: Edm.String ($metadata v1.0, call.callChainId); reported: 32 digits in URLs, other `callChainId`s, and phone numbers (graph-comms-samples, reported bodies). This package: Both schemas accept any string. Source: metadata ($metadata v1.0, call.id). */
  id: string
  /** State of the call. The sources disagree. The state `ringing`: documented: listed (call resource, state); metadata: not a member ($metadata v1.0, callState); reported: never reported (graph-comms-samples, reported bodies). This package: No schema accepts it. The sources disagree. The state `hold`: documented: listed (call resource, state); metadata: a member ($metadata v1.0, callState); reported: never reported (graph-comms-samples, reported bodies). This package: Both schemas accept it. The virtual tenant never moves a call to it. Source: metadata ($metadata v1.0, call.state). */
  state: CallState
  /** Direction of the call as seen by the bot. Source: metadata ($metadata v1.0, call.direction). */
  direction: CallDirection
  /** HTTPS URL that receives the notifications of the call. Source: metadata ($metadata v1.0, call.callbackUri). */
  callbackUri: string
  /** Caller. Source: metadata ($metadata v1.0, call.source). */
  source: ParticipantInfo
  /** Participants that are called. Empty for a group call. The sources disagree. `@odata.type` of a target: documented: `#microsoft.graph.invitationParticipantInfo` (Get call, Example 1); metadata: invitationParticipantInfo ($metadata v1.0, call.targets); reported: also `#microsoft.graph.participantInfo` (graph-comms-samples, reported bodies). This package: The tolerant schema accepts both. The sources disagree. Empty collections: documented: `[]` (Get call, Example 2); reported: `[]` and absent (graph-comms-samples, reported bodies). This package: Both schemas accept both. Source: metadata ($metadata v1.0, call.targets). */
  targets?: InvitationParticipantInfo[]
  /** Participant that answered the call. The sources disagree. `answeredBy` and `ringingTimeoutInSeconds` of a call: documented: null in both examples (Get call, Examples 1 and 2); metadata: not declared, but the type is open ($metadata v1.0, call); reported: common (graph-comms-samples, reported bodies). This package: Both schemas accept them. Source: documented (Get call, Examples 1 and 2; call is an open type). */
  answeredBy?: ParticipantInfo | null
  /** Modalities requested for the call. The sources disagree. The modality `unknown`: documented: listed (call resource, requestedModalities); metadata: not a member ($metadata v1.0, modality); reported: never reported in `requestedModalities` (graph-comms-samples, reported bodies). This package: No schema accepts it in `requestedModalities`. The sources disagree. Empty collections: documented: `[]` (Get call, Example 2); reported: `[]` and absent (graph-comms-samples, reported bodies). This package: Both schemas accept both. Source: metadata ($metadata v1.0, call.requestedModalities). */
  requestedModalities?: Modality[]
  /** Modalities in use. The sources disagree. Older properties of a call: documented: in older examples (Create call, older examples); metadata: not declared, but the type is open ($metadata v1.0, call); reported: common (graph-calling-bots, captured notifications). This package: Both schemas accept them. Modalities and policies are any text. The sources disagree. `unknown` in `activeModalities`: documented: in older examples (Create call, older examples); metadata: not declared, but the type is open ($metadata v1.0, call); reported: reported (graph-comms-samples, reported bodies). This package: Both schemas accept it, because no source closes the list. Source: documented (Create call, older examples; call is an open type). */
  activeModalities?: string[]
  /** Media configuration: hosted by the service or by the bot. Source: metadata ($metadata v1.0, call.mediaConfig). */
  mediaConfig?: MediaConfig | null
  /** State of the media. Source: metadata ($metadata v1.0, call.mediaState). */
  mediaState?: CallMediaState | null
  /** Subject of the call. Source: metadata ($metadata v1.0, call.subject). */
  subject?: string | null
  /** ID shared by all legs of a conversation. Not always a GUID. The sources disagree. Format of IDs: documented: GUIDs (Get call, Examples 1 and 2); metadata: Edm.String ($metadata v1.0, call.callChainId); reported: 32 digits in URLs, other `callChainId`s, and phone numbers (graph-comms-samples, reported bodies). This package: Both schemas accept any string. Source: metadata ($metadata v1.0, call.callChainId). */
  callChainId?: string | null
  /** Options of the call. Source: metadata ($metadata v1.0, call.callOptions). */
  callOptions?: CallOptions | null
  /** Routes that the call took before it reached the bot. The sources disagree. Empty collections: documented: `[]` (Get call, Example 2); reported: `[]` and absent (graph-comms-samples, reported bodies). This package: Both schemas accept both. Source: metadata ($metadata v1.0, call.callRoutes). */
  callRoutes?: CallRoute[]
  /** Chat of the meeting. Null for a peer-to-peer call. Source: metadata ($metadata v1.0, call.chatInfo). */
  chatInfo?: ChatInfo | null
  /** Meeting. Null for a peer-to-peer call. Source: metadata ($metadata v1.0, call.meetingInfo). */
  meetingInfo?: MeetingInfo | null
  /** Capabilities of the meeting. The sources disagree. Older properties of a call: documented: in older examples (Create call, older examples); metadata: not declared, but the type is open ($metadata v1.0, call); reported: common (graph-calling-bots, captured notifications). This package: Both schemas accept them. Modalities and policies are any text. Source: documented (Create call, older examples; call is an open type). */
  meetingCapability?: MeetingCapability | null
  /** Context of an incoming call: on whose behalf it is made, and who transferred it. Source: metadata ($metadata v1.0, call.incomingContext). */
  incomingContext?: IncomingContext | null
  /** Participant ID of the bot. Source: metadata ($metadata v1.0, call.myParticipantId). */
  myParticipantId?: string | null
  /** Reason why the call ended or a transfer failed. Source: metadata ($metadata v1.0, call.resultInfo). */
  resultInfo?: ResultInfo | null
  /** Ringing timeout in seconds. The sources disagree. `answeredBy` and `ringingTimeoutInSeconds` of a call: documented: null in both examples (Get call, Examples 1 and 2); metadata: not declared, but the type is open ($metadata v1.0, call); reported: common (graph-comms-samples, reported bodies). This package: Both schemas accept them. Source: documented (Get call, Examples 1 and 2; call is an open type). */
  ringingTimeoutInSeconds?: number | null
  /** Routing policies of the call. The sources disagree. Older properties of a call: documented: in older examples (Create call, older examples); metadata: not declared, but the type is open ($metadata v1.0, call); reported: common (graph-calling-bots, captured notifications). This package: Both schemas accept them. Modalities and policies are any text. Source: documented (Create call, older examples; call is an open type). */
  routingPolicies?: string[]
  /** ID of the tenant that the call belongs to. Source: metadata ($metadata v1.0, call.tenantId). */
  tenantId?: string | null
  /** Reason why the call ended, as text. The sources disagree. Older properties of a call: documented: in older examples (Create call, older examples); metadata: not declared, but the type is open ($metadata v1.0, call); reported: common (graph-calling-bots, captured notifications). This package: Both schemas accept them. Modalities and policies are any text. Source: documented (call: transfer, Examples; call is an open type). */
  terminationReason?: string | null
  /** Last DTMF tone received. Source: metadata ($metadata v1.0, call.toneInfo). */
  toneInfo?: ToneInfo | null
  /** Transcription of the call. The sources disagree. Values of `@odata.type`: documented: with a leading `#`; `callTranscriptionInfo` (Get call, Example 2); metadata: callTranscriptionInfo ($metadata v1.0, callTranscriptionInfo); reported: without the `#`, `transcriptionInfo`, and bodies without any (graph-comms-samples, reported bodies). This package: The tolerant schema accepts all. The strict schema requires the documented form. Source: metadata ($metadata v1.0, call.transcription). */
  transcription?: CallTranscriptionInfo | null
  /** Audio routing groups of the call. Only with `$expand=audioRoutingGroups`. Source: metadata ($metadata v1.0, call.audioRoutingGroups). */
  audioRoutingGroups?: AudioRoutingGroup[]
  /** Content sharing sessions of the call. Only with `$expand=contentSharingSessions`. Source: metadata ($metadata v1.0, call.contentSharingSessions). */
  contentSharingSessions?: ContentSharingSession[]
  /** Operations that the bot started in the call. Only with `$expand=operations`. Source: metadata ($metadata v1.0, call.operations). */
  operations?: AnyCommsOperation[]
  /** Participants of the call. Only with `$expand=participants`. Source: metadata ($metadata v1.0, call.participants). */
  participants?: Participant[]
}

/**
 * Options of a call. Source: $metadata v1.0, callOptions.
 *
 * @example
 * ```ts
 * const read = (callOptions: CallOptions) => callOptions['@odata.type']
 * ```
 */
export type CallOptions = IncomingCallOptions | OutgoingCallOptions

/**
 * Options of an incoming call. Source: $metadata v1.0, incomingCallOptions.
 *
 * @example
 * ```ts
 * const read = (incomingCallOptions: IncomingCallOptions) => incomingCallOptions['@odata.type']
 * ```
 */
export interface IncomingCallOptions {
  /** Name of the type. Source: documented (OData JSON Format 4.0, 4.5.3). */
  '@odata.type': '#microsoft.graph.incomingCallOptions'
  /** True if the bot is hidden after the call becomes a group call. Source: metadata ($metadata v1.0, callOptions.hideBotAfterEscalation). */
  hideBotAfterEscalation?: boolean | null
  /** True if the bot receives content sharing notifications. Source: metadata ($metadata v1.0, callOptions.isContentSharingNotificationEnabled). */
  isContentSharingNotificationEnabled?: boolean | null
  /** True if roster notifications contain only the changes. Since 2024-11. Source: metadata ($metadata v1.0, callOptions.isDeltaRosterEnabled). */
  isDeltaRosterEnabled?: boolean | null
  /** True if the roster distinguishes interactive participants from listeners. Since 2025-09. Source: metadata ($metadata v1.0, callOptions.isInteractiveRosterEnabled). */
  isInteractiveRosterEnabled?: boolean | null
}

/**
 * Options of an outgoing call. Source: $metadata v1.0, outgoingCallOptions.
 *
 * @example
 * ```ts
 * const read = (outgoingCallOptions: OutgoingCallOptions) => outgoingCallOptions['@odata.type']
 * ```
 */
export interface OutgoingCallOptions {
  /** Name of the type. Source: documented (OData JSON Format 4.0, 4.5.3). */
  '@odata.type': '#microsoft.graph.outgoingCallOptions'
  /** True if the bot is hidden after the call becomes a group call. Source: metadata ($metadata v1.0, callOptions.hideBotAfterEscalation). */
  hideBotAfterEscalation?: boolean | null
  /** True if the bot receives content sharing notifications. Source: metadata ($metadata v1.0, callOptions.isContentSharingNotificationEnabled). */
  isContentSharingNotificationEnabled?: boolean | null
  /** True if roster notifications contain only the changes. Since 2024-11. Source: metadata ($metadata v1.0, callOptions.isDeltaRosterEnabled). */
  isDeltaRosterEnabled?: boolean | null
  /** True if the roster distinguishes interactive participants from listeners. Since 2025-09. Source: metadata ($metadata v1.0, callOptions.isInteractiveRosterEnabled). */
  isInteractiveRosterEnabled?: boolean | null
}

/**
 * A user, application, device or other actor. Source: $metadata v1.0, identity.
 *
 * @example
 * ```ts
 * const read = (identity: Identity) => identity['@odata.type']
 * ```
 */
export interface Identity {
  /** Name of the type. Source: documented (OData JSON Format 4.0, 4.5.3). */
  '@odata.type'?: '#microsoft.graph.identity'
  /** Display name. Can be out of date, and is often absent or null. Source: metadata ($metadata v1.0, identity.displayName). */
  displayName?: string | null
  /** ID of the actor: a GUID for users and applications, a number such as "+15550100" for phones. The sources disagree. Format of IDs: documented: GUIDs (Get call, Examples 1 and 2); metadata: Edm.String ($metadata v1.0, call.callChainId); reported: 32 digits in URLs, other `callChainId`s, and phone numbers (graph-comms-samples, reported bodies). This package: Both schemas accept any string. Source: metadata ($metadata v1.0, identity.id). */
  id?: string | null
  /** ID of the tenant that the actor belongs to. The sources disagree. `tenantId` and `identityProvider` of an identity: documented: in examples (Create call, Examples); metadata: not declared, but the type is open ($metadata v1.0, identity); reported: in every captured roster (graph-calling-bots, captured rosters). This package: Both schemas accept them. Source: documented (Create call, Examples; identity is an open type). */
  tenantId?: string | null
  /** Identity provider, for example "AAD". The sources disagree. `tenantId` and `identityProvider` of an identity: documented: in examples (Create call, Examples); metadata: not declared, but the type is open ($metadata v1.0, identity); reported: in every captured roster (graph-calling-bots, captured rosters). This package: Both schemas accept them. Source: documented (Create call, Examples; identity is an open type). */
  identityProvider?: string | null
}

/**
 * A user, application, device or other actor. Source: $metadata v1.0, identity.
 *
 * @example
 * ```ts
 * const read = (identity: AnyIdentity) => identity['@odata.type']
 * ```
 */
export type AnyIdentity = Identity | CommunicationsApplicationIdentity | CommunicationsApplicationInstanceIdentity | CommunicationsEncryptedIdentity | CommunicationsGuestIdentity | CommunicationsPhoneIdentity | CommunicationsUserIdentity | AzureCommunicationServicesUserIdentity

/**
 * An application in a call. Source: $metadata v1.0, communicationsApplicationIdentity.
 *
 * @example
 * ```ts
 * const read = (communicationsApplicationIdentity: CommunicationsApplicationIdentity) => communicationsApplicationIdentity['@odata.type']
 * ```
 */
export interface CommunicationsApplicationIdentity {
  /** Name of the type. Source: documented (OData JSON Format 4.0, 4.5.3). */
  '@odata.type': '#microsoft.graph.communicationsApplicationIdentity'
  /** Display name. Can be out of date, and is often absent or null. Source: metadata ($metadata v1.0, identity.displayName). */
  displayName?: string | null
  /** ID of the actor: a GUID for users and applications, a number such as "+15550100" for phones. The sources disagree. Format of IDs: documented: GUIDs (Get call, Examples 1 and 2); metadata: Edm.String ($metadata v1.0, call.callChainId); reported: 32 digits in URLs, other `callChainId`s, and phone numbers (graph-comms-samples, reported bodies). This package: Both schemas accept any string. Source: metadata ($metadata v1.0, identity.id). */
  id?: string | null
  /** ID of the tenant that the actor belongs to. The sources disagree. `tenantId` and `identityProvider` of an identity: documented: in examples (Create call, Examples); metadata: not declared, but the type is open ($metadata v1.0, identity); reported: in every captured roster (graph-calling-bots, captured rosters). This package: Both schemas accept them. Source: documented (Create call, Examples; identity is an open type). */
  tenantId?: string | null
  /** Identity provider, for example "AAD". The sources disagree. `tenantId` and `identityProvider` of an identity: documented: in examples (Create call, Examples); metadata: not declared, but the type is open ($metadata v1.0, identity); reported: in every captured roster (graph-calling-bots, captured rosters). This package: Both schemas accept them. Source: documented (Create call, Examples; identity is an open type). */
  identityProvider?: string | null
  /** Kind of application. Source: metadata ($metadata v1.0, communicationsApplicationIdentity.applicationType). */
  applicationType?: string | null
  /** True if the application is hidden from the roster. Source: metadata ($metadata v1.0, communicationsApplicationIdentity.hidden). */
  hidden?: boolean | null
}

/**
 * An application instance (a resource account) in a call. Source: $metadata v1.0, communicationsApplicationInstanceIdentity.
 *
 * @example
 * ```ts
 * const read = (communicationsApplicationInstanceIdentity: CommunicationsApplicationInstanceIdentity) => communicationsApplicationInstanceIdentity['@odata.type']
 * ```
 */
export interface CommunicationsApplicationInstanceIdentity {
  /** Name of the type. Source: documented (OData JSON Format 4.0, 4.5.3). */
  '@odata.type': '#microsoft.graph.communicationsApplicationInstanceIdentity'
  /** Display name. Can be out of date, and is often absent or null. Source: metadata ($metadata v1.0, identity.displayName). */
  displayName?: string | null
  /** ID of the actor: a GUID for users and applications, a number such as "+15550100" for phones. The sources disagree. Format of IDs: documented: GUIDs (Get call, Examples 1 and 2); metadata: Edm.String ($metadata v1.0, call.callChainId); reported: 32 digits in URLs, other `callChainId`s, and phone numbers (graph-comms-samples, reported bodies). This package: Both schemas accept any string. Source: metadata ($metadata v1.0, identity.id). */
  id?: string | null
  /** ID of the tenant that the application instance belongs to. Source: metadata ($metadata v1.0, communicationsApplicationInstanceIdentity.tenantId). */
  tenantId?: string | null
  /** Identity provider, for example "AAD". The sources disagree. `tenantId` and `identityProvider` of an identity: documented: in examples (Create call, Examples); metadata: not declared, but the type is open ($metadata v1.0, identity); reported: in every captured roster (graph-calling-bots, captured rosters). This package: Both schemas accept them. Source: documented (Create call, Examples; identity is an open type). */
  identityProvider?: string | null
  /** True if the application instance is hidden from the roster. Source: metadata ($metadata v1.0, communicationsApplicationInstanceIdentity.hidden). */
  hidden?: boolean | null
}

/**
 * A participant with an encrypted identity. Source: $metadata v1.0, communicationsEncryptedIdentity.
 *
 * @example
 * ```ts
 * const read = (communicationsEncryptedIdentity: CommunicationsEncryptedIdentity) => communicationsEncryptedIdentity['@odata.type']
 * ```
 */
export interface CommunicationsEncryptedIdentity {
  /** Name of the type. Source: documented (OData JSON Format 4.0, 4.5.3). */
  '@odata.type': '#microsoft.graph.communicationsEncryptedIdentity'
  /** Display name. Can be out of date, and is often absent or null. Source: metadata ($metadata v1.0, identity.displayName). */
  displayName?: string | null
  /** ID of the actor: a GUID for users and applications, a number such as "+15550100" for phones. The sources disagree. Format of IDs: documented: GUIDs (Get call, Examples 1 and 2); metadata: Edm.String ($metadata v1.0, call.callChainId); reported: 32 digits in URLs, other `callChainId`s, and phone numbers (graph-comms-samples, reported bodies). This package: Both schemas accept any string. Source: metadata ($metadata v1.0, identity.id). */
  id?: string | null
  /** ID of the tenant that the actor belongs to. The sources disagree. `tenantId` and `identityProvider` of an identity: documented: in examples (Create call, Examples); metadata: not declared, but the type is open ($metadata v1.0, identity); reported: in every captured roster (graph-calling-bots, captured rosters). This package: Both schemas accept them. Source: documented (Create call, Examples; identity is an open type). */
  tenantId?: string | null
  /** Identity provider, for example "AAD". The sources disagree. `tenantId` and `identityProvider` of an identity: documented: in examples (Create call, Examples); metadata: not declared, but the type is open ($metadata v1.0, identity); reported: in every captured roster (graph-calling-bots, captured rosters). This package: Both schemas accept them. Source: documented (Create call, Examples; identity is an open type). */
  identityProvider?: string | null
}

/**
 * A guest. Source: $metadata v1.0, communicationsGuestIdentity.
 *
 * @example
 * ```ts
 * const read = (communicationsGuestIdentity: CommunicationsGuestIdentity) => communicationsGuestIdentity['@odata.type']
 * ```
 */
export interface CommunicationsGuestIdentity {
  /** Name of the type. Source: documented (OData JSON Format 4.0, 4.5.3). */
  '@odata.type': '#microsoft.graph.communicationsGuestIdentity'
  /** Display name. Can be out of date, and is often absent or null. Source: metadata ($metadata v1.0, identity.displayName). */
  displayName?: string | null
  /** ID of the actor: a GUID for users and applications, a number such as "+15550100" for phones. The sources disagree. Format of IDs: documented: GUIDs (Get call, Examples 1 and 2); metadata: Edm.String ($metadata v1.0, call.callChainId); reported: 32 digits in URLs, other `callChainId`s, and phone numbers (graph-comms-samples, reported bodies). This package: Both schemas accept any string. Source: metadata ($metadata v1.0, identity.id). */
  id?: string | null
  /** ID of the tenant that the actor belongs to. The sources disagree. `tenantId` and `identityProvider` of an identity: documented: in examples (Create call, Examples); metadata: not declared, but the type is open ($metadata v1.0, identity); reported: in every captured roster (graph-calling-bots, captured rosters). This package: Both schemas accept them. Source: documented (Create call, Examples; identity is an open type). */
  tenantId?: string | null
  /** Identity provider, for example "AAD". The sources disagree. `tenantId` and `identityProvider` of an identity: documented: in examples (Create call, Examples); metadata: not declared, but the type is open ($metadata v1.0, identity); reported: in every captured roster (graph-calling-bots, captured rosters). This package: Both schemas accept them. Source: documented (Create call, Examples; identity is an open type). */
  identityProvider?: string | null
  /** Email address of the guest. Since 2025-11. Source: metadata ($metadata v1.0, communicationsGuestIdentity.email). */
  email?: string | null
}

/**
 * A phone user. Source: $metadata v1.0, communicationsPhoneIdentity.
 *
 * @example
 * ```ts
 * const read = (communicationsPhoneIdentity: CommunicationsPhoneIdentity) => communicationsPhoneIdentity['@odata.type']
 * ```
 */
export interface CommunicationsPhoneIdentity {
  /** Name of the type. Source: documented (OData JSON Format 4.0, 4.5.3). */
  '@odata.type': '#microsoft.graph.communicationsPhoneIdentity'
  /** Display name. Can be out of date, and is often absent or null. Source: metadata ($metadata v1.0, identity.displayName). */
  displayName?: string | null
  /** ID of the actor: a GUID for users and applications, a number such as "+15550100" for phones. The sources disagree. Format of IDs: documented: GUIDs (Get call, Examples 1 and 2); metadata: Edm.String ($metadata v1.0, call.callChainId); reported: 32 digits in URLs, other `callChainId`s, and phone numbers (graph-comms-samples, reported bodies). This package: Both schemas accept any string. Source: metadata ($metadata v1.0, identity.id). */
  id?: string | null
  /** ID of the tenant that the actor belongs to. The sources disagree. `tenantId` and `identityProvider` of an identity: documented: in examples (Create call, Examples); metadata: not declared, but the type is open ($metadata v1.0, identity); reported: in every captured roster (graph-calling-bots, captured rosters). This package: Both schemas accept them. Source: documented (Create call, Examples; identity is an open type). */
  tenantId?: string | null
  /** Identity provider, for example "AAD". The sources disagree. `tenantId` and `identityProvider` of an identity: documented: in examples (Create call, Examples); metadata: not declared, but the type is open ($metadata v1.0, identity); reported: in every captured roster (graph-calling-bots, captured rosters). This package: Both schemas accept them. Source: documented (Create call, Examples; identity is an open type). */
  identityProvider?: string | null
}

/**
 * A user of a tenant. Source: $metadata v1.0, communicationsUserIdentity.
 *
 * @example
 * ```ts
 * const read = (communicationsUserIdentity: CommunicationsUserIdentity) => communicationsUserIdentity['@odata.type']
 * ```
 */
export interface CommunicationsUserIdentity {
  /** Name of the type. Source: documented (OData JSON Format 4.0, 4.5.3). */
  '@odata.type': '#microsoft.graph.communicationsUserIdentity'
  /** Display name. Can be out of date, and is often absent or null. Source: metadata ($metadata v1.0, identity.displayName). */
  displayName?: string | null
  /** ID of the actor: a GUID for users and applications, a number such as "+15550100" for phones. The sources disagree. Format of IDs: documented: GUIDs (Get call, Examples 1 and 2); metadata: Edm.String ($metadata v1.0, call.callChainId); reported: 32 digits in URLs, other `callChainId`s, and phone numbers (graph-comms-samples, reported bodies). This package: Both schemas accept any string. Source: metadata ($metadata v1.0, identity.id). */
  id?: string | null
  /** ID of the tenant that the user belongs to. Source: metadata ($metadata v1.0, communicationsUserIdentity.tenantId). */
  tenantId?: string | null
  /** Identity provider, for example "AAD". The sources disagree. `tenantId` and `identityProvider` of an identity: documented: in examples (Create call, Examples); metadata: not declared, but the type is open ($metadata v1.0, identity); reported: in every captured roster (graph-calling-bots, captured rosters). This package: Both schemas accept them. Source: documented (Create call, Examples; identity is an open type). */
  identityProvider?: string | null
}

/**
 * A user of Azure Communication Services. Source: $metadata v1.0, azureCommunicationServicesUserIdentity.
 *
 * @example
 * ```ts
 * const read = (azureCommunicationServicesUserIdentity: AzureCommunicationServicesUserIdentity) => azureCommunicationServicesUserIdentity['@odata.type']
 * ```
 */
export interface AzureCommunicationServicesUserIdentity {
  /** Name of the type. Source: documented (OData JSON Format 4.0, 4.5.3). */
  '@odata.type': '#microsoft.graph.azureCommunicationServicesUserIdentity'
  /** Display name. Can be out of date, and is often absent or null. Source: metadata ($metadata v1.0, identity.displayName). */
  displayName?: string | null
  /** ID of the actor: a GUID for users and applications, a number such as "+15550100" for phones. The sources disagree. Format of IDs: documented: GUIDs (Get call, Examples 1 and 2); metadata: Edm.String ($metadata v1.0, call.callChainId); reported: 32 digits in URLs, other `callChainId`s, and phone numbers (graph-comms-samples, reported bodies). This package: Both schemas accept any string. Source: metadata ($metadata v1.0, identity.id). */
  id?: string | null
  /** ID of the tenant that the actor belongs to. The sources disagree. `tenantId` and `identityProvider` of an identity: documented: in examples (Create call, Examples); metadata: not declared, but the type is open ($metadata v1.0, identity); reported: in every captured roster (graph-calling-bots, captured rosters). This package: Both schemas accept them. Source: documented (Create call, Examples; identity is an open type). */
  tenantId?: string | null
  /** Identity provider, for example "AAD". The sources disagree. `tenantId` and `identityProvider` of an identity: documented: in examples (Create call, Examples); metadata: not declared, but the type is open ($metadata v1.0, identity); reported: in every captured roster (graph-calling-bots, captured rosters). This package: Both schemas accept them. Source: documented (Create call, Examples; identity is an open type). */
  identityProvider?: string | null
  /** ID of the Azure Communication Services resource that the user belongs to. Source: metadata ($metadata v1.0, azureCommunicationServicesUserIdentity.azureCommunicationServicesResourceId). */
  azureCommunicationServicesResourceId?: string | null
}

/**
 * The identities of a participant, one property for each kind. Usually only one is set. Source: $metadata v1.0, identitySet.
 *
 * @example
 * ```ts
 * const read = (identitySet: IdentitySet) => identitySet['@odata.type']
 * ```
 */
export interface IdentitySet {
  /** Name of the type. Source: documented (OData JSON Format 4.0, 4.5.3). */
  '@odata.type'?: '#microsoft.graph.identitySet'
  /** Application, if the participant is one. Source: metadata ($metadata v1.0, identitySet.application). */
  application?: AnyIdentity | null
  /** Device, if the participant is one. Source: metadata ($metadata v1.0, identitySet.device). */
  device?: AnyIdentity | null
  /** User, if the participant is one. Source: metadata ($metadata v1.0, identitySet.user). */
  user?: AnyIdentity | null
  /** Application instance, if the participant is one. The sources disagree. Kinds of identity in a plain identity set: documented: properties of a plain identity set (identitySet resource); metadata: only on communicationsIdentitySet ($metadata v1.0, communicationsIdentitySet); reported: in plain identity sets (graph-comms-samples, reported bodies). This package: Both schemas accept them. Source: documented (identitySet resource, and $metadata v1.0, communicationsIdentitySet; identitySet is an open type). */
  applicationInstance?: AnyIdentity | null
  /** Encrypted identity, if the participant has one. The sources disagree. Kinds of identity in a plain identity set: documented: properties of a plain identity set (identitySet resource); metadata: only on communicationsIdentitySet ($metadata v1.0, communicationsIdentitySet); reported: in plain identity sets (graph-comms-samples, reported bodies). This package: Both schemas accept them. Source: documented (identitySet resource, and $metadata v1.0, communicationsIdentitySet; identitySet is an open type). */
  encrypted?: AnyIdentity | null
  /** Guest, if the participant is one. The sources disagree. Kinds of identity in a plain identity set: documented: properties of a plain identity set (identitySet resource); metadata: only on communicationsIdentitySet ($metadata v1.0, communicationsIdentitySet); reported: in plain identity sets (graph-comms-samples, reported bodies). This package: Both schemas accept them. Source: documented (identitySet resource, and $metadata v1.0, communicationsIdentitySet; identitySet is an open type). */
  guest?: AnyIdentity | null
  /** User of an on-premises server, if the participant is one. The sources disagree. Kinds of identity in a plain identity set: documented: properties of a plain identity set (identitySet resource); metadata: only on communicationsIdentitySet ($metadata v1.0, communicationsIdentitySet); reported: in plain identity sets (graph-comms-samples, reported bodies). This package: Both schemas accept them. Source: documented (identitySet resource, and $metadata v1.0, communicationsIdentitySet; identitySet is an open type). */
  onPremises?: AnyIdentity | null
  /** Phone, if the participant is one. The sources disagree. Kinds of identity in a plain identity set: documented: properties of a plain identity set (identitySet resource); metadata: only on communicationsIdentitySet ($metadata v1.0, communicationsIdentitySet); reported: in plain identity sets (graph-comms-samples, reported bodies). This package: Both schemas accept them. Source: documented (identitySet resource, and $metadata v1.0, communicationsIdentitySet; identitySet is an open type). */
  phone?: AnyIdentity | null
}

/**
 * The identities of a participant, one property for each kind. Usually only one is set. Source: $metadata v1.0, identitySet.
 *
 * @example
 * ```ts
 * const read = (identitySet: AnyIdentitySet) => identitySet['@odata.type']
 * ```
 */
export type AnyIdentitySet = IdentitySet | CommunicationsIdentitySet

/**
 * The identities of a participant in a call, including the kinds that only calls have. Source: $metadata v1.0, communicationsIdentitySet.
 *
 * @example
 * ```ts
 * const read = (communicationsIdentitySet: CommunicationsIdentitySet) => communicationsIdentitySet['@odata.type']
 * ```
 */
export interface CommunicationsIdentitySet {
  /** Name of the type. Source: documented (OData JSON Format 4.0, 4.5.3). */
  '@odata.type': '#microsoft.graph.communicationsIdentitySet'
  /** Application, if the participant is one. Source: metadata ($metadata v1.0, identitySet.application). */
  application?: AnyIdentity | null
  /** Device, if the participant is one. Source: metadata ($metadata v1.0, identitySet.device). */
  device?: AnyIdentity | null
  /** User, if the participant is one. Source: metadata ($metadata v1.0, identitySet.user). */
  user?: AnyIdentity | null
  /** Application instance, if the participant is one. Source: metadata ($metadata v1.0, communicationsIdentitySet.applicationInstance). */
  applicationInstance?: AnyIdentity | null
  /** Encrypted identity, if the participant has one. Source: metadata ($metadata v1.0, communicationsIdentitySet.encrypted). */
  encrypted?: AnyIdentity | null
  /** Guest, if the participant is one. Source: metadata ($metadata v1.0, communicationsIdentitySet.guest). */
  guest?: AnyIdentity | null
  /** User of an on-premises server, if the participant is one. Source: metadata ($metadata v1.0, communicationsIdentitySet.onPremises). */
  onPremises?: AnyIdentity | null
  /** Phone, if the participant is one. Source: metadata ($metadata v1.0, communicationsIdentitySet.phone). */
  phone?: AnyIdentity | null
  /** Identity asserted by a phone provider. Source: metadata ($metadata v1.0, communicationsIdentitySet.assertedIdentity). */
  assertedIdentity?: AnyIdentity | null
  /** User of Azure Communication Services, if the participant is one. Source: metadata ($metadata v1.0, communicationsIdentitySet.azureCommunicationServicesUser). */
  azureCommunicationServicesUser?: AnyIdentity | null
  /** Kind of endpoint that the participant uses. Source: metadata ($metadata v1.0, communicationsIdentitySet.endpointType). */
  endpointType?: EndpointType | null
}

/**
 * Information about a participant. Source: $metadata v1.0, participantInfo.
 *
 * @example
 * ```ts
 * const read = (participantInfo: ParticipantInfo) => participantInfo['@odata.type']
 * ```
 */
export interface ParticipantInfo {
  /** Name of the type. Source: documented (OData JSON Format 4.0, 4.5.3). */
  '@odata.type'?: '#microsoft.graph.participantInfo'
  /** ISO 3166-1 alpha-2 code of the country that the participant is in. Source: metadata ($metadata v1.0, participantInfo.countryCode). */
  countryCode?: string | null
  /** Kind of endpoint that the participant uses. Source: metadata ($metadata v1.0, participantInfo.endpointType). */
  endpointType?: EndpointType | null
  /** Identity of the participant. Source: metadata ($metadata v1.0, participantInfo.identity). */
  identity: AnyIdentitySet
  /** Language of the participant, for example "en-US". Source: metadata ($metadata v1.0, participantInfo.languageId). */
  languageId?: string | null
  /** ID of the participant in the call. Source: metadata ($metadata v1.0, participantInfo.participantId). */
  participantId?: string | null
  /** Region of the participant, for example "amer". Source: metadata ($metadata v1.0, participantInfo.region). */
  region?: string | null
  /** Additional ID of the participant. The sources disagree. `id` of a participant: documented: in examples (List participants, Examples); metadata: not declared, and the type is closed ($metadata v1.0, participantInfo); reported: reported (graph-comms-samples issues 191 and 417). This package: Both schemas accept it. Source: documented (List participants, Examples; the metadata has a closed type without it). */
  id?: string | null
}

/**
 * A participant that is invited to a call. Source: $metadata v1.0, invitationParticipantInfo.
 *
 * @example
 * ```ts
 * const read = (invitationParticipantInfo: InvitationParticipantInfo) => invitationParticipantInfo['@odata.type']
 * ```
 */
export interface InvitationParticipantInfo {
  /** Name of the type. Source: documented (OData JSON Format 4.0, 4.5.3). */
  '@odata.type'?: '#microsoft.graph.invitationParticipantInfo'
  /** True if the participant is hidden from the roster. Source: metadata ($metadata v1.0, invitationParticipantInfo.hidden). */
  hidden?: boolean | null
  /** Identity of the participant. Source: metadata ($metadata v1.0, invitationParticipantInfo.identity). */
  identity: AnyIdentitySet
  /** ID of the participant in the call. Source: metadata ($metadata v1.0, invitationParticipantInfo.participantId). */
  participantId?: string | null
  /** True if the participant is removed from the default audio routing group. Source: metadata ($metadata v1.0, invitationParticipantInfo.removeFromDefaultAudioRoutingGroup). */
  removeFromDefaultAudioRoutingGroup?: boolean | null
  /** ID of the call that this participant is transferred from. Source: metadata ($metadata v1.0, invitationParticipantInfo.replacesCallId). */
  replacesCallId?: string | null
}

/**
 * A route from the original callee to another one. Source: $metadata v1.0, callRoute.
 *
 * @example
 * ```ts
 * const read = (callRoute: CallRoute) => callRoute['@odata.type']
 * ```
 */
export interface CallRoute {
  /** Name of the type. Source: documented (OData JSON Format 4.0, 4.5.3). */
  '@odata.type'?: '#microsoft.graph.callRoute'
  /** Identity that received the call. Source: metadata ($metadata v1.0, callRoute.final). */
  final: AnyIdentitySet
  /** Identity that was called originally. Source: metadata ($metadata v1.0, callRoute.original). */
  original: AnyIdentitySet
  /** Reason why the call was routed. Source: metadata ($metadata v1.0, callRoute.routingType). */
  routingType: RoutingType
}

/**
 * Context of an incoming call. Source: $metadata v1.0, incomingContext.
 *
 * @example
 * ```ts
 * const read = (incomingContext: IncomingContext) => incomingContext['@odata.type']
 * ```
 */
export interface IncomingContext {
  /** Name of the type. Source: documented (OData JSON Format 4.0, 4.5.3). */
  '@odata.type'?: '#microsoft.graph.incomingContext'
  /** ID of the participant that is observed. Source: metadata ($metadata v1.0, incomingContext.observedParticipantId). */
  observedParticipantId?: string | null
  /** Identity on whose behalf the call is made. Source: metadata ($metadata v1.0, incomingContext.onBehalfOf). */
  onBehalfOf?: AnyIdentitySet | null
  /** ID of the participant that triggered the call. Source: metadata ($metadata v1.0, incomingContext.sourceParticipantId). */
  sourceParticipantId?: string | null
  /** Identity that transferred the call. Source: metadata ($metadata v1.0, incomingContext.transferor). */
  transferor?: AnyIdentitySet | null
}

/**
 * A participant in the roster of a call. Only with `$expand=participants`. Source: $metadata v1.0, participant.
 *
 * @example
 * ```ts
 * const read = (participant: Participant) => participant['@odata.type']
 * ```
 */
export interface Participant {
  /** Name of the type. Source: documented (OData JSON Format 4.0, 4.5.3). */
  '@odata.type'?: '#microsoft.graph.participant'
  /** ID of the participant. Source: metadata ($metadata v1.0, participant.id). */
  id: string
  /** Information about the participant. Source: metadata ($metadata v1.0, participant.info). */
  info: ParticipantInfo
  /** True if the participant is in the lobby. Source: metadata ($metadata v1.0, participant.isInLobby). */
  isInLobby: boolean
  /** True if the participant or the service muted the audio. Source: metadata ($metadata v1.0, participant.isMuted). */
  isMuted: boolean
  /** Media streams of the participant. Source: metadata ($metadata v1.0, participant.mediaStreams). */
  mediaStreams?: MediaStream[]
  /** Metadata that the participant added to the roster. Source: metadata ($metadata v1.0, participant.metadata). */
  metadata?: string | null
  /** Recording by the participant. Source: metadata ($metadata v1.0, participant.recordingInfo). */
  recordingInfo?: RecordingInfo | null
  /** Reason why the participant was removed from the roster. Since 2023-11. Source: metadata ($metadata v1.0, participant.removedState). */
  removedState?: RemovedState | null
  /** Reasons why media of the participant is restricted. Source: metadata ($metadata v1.0, participant.restrictedExperience). */
  restrictedExperience?: OnlineMeetingRestricted | null
  /** Sequence number of the last roster update that changed the participant. Since 2023-11. Source: metadata ($metadata v1.0, participant.rosterSequenceNumber). */
  rosterSequenceNumber?: number | null
}

/**
 * Recording by a participant. Source: $metadata v1.0, recordingInfo.
 *
 * @example
 * ```ts
 * const read = (recordingInfo: RecordingInfo) => recordingInfo['@odata.type']
 * ```
 */
export interface RecordingInfo {
  /** Name of the type. Source: documented (OData JSON Format 4.0, 4.5.3). */
  '@odata.type'?: '#microsoft.graph.recordingInfo'
  /** Identity that started the recording. Source: metadata ($metadata v1.0, recordingInfo.initiator). */
  initiator?: AnyIdentitySet | null
  /** Recording status. Source: metadata ($metadata v1.0, recordingInfo.recordingStatus). */
  recordingStatus: RecordingStatus
}

/**
 * Reason why a participant was removed from the roster. Source: $metadata v1.0, removedState.
 *
 * @example
 * ```ts
 * const read = (removedState: RemovedState) => removedState['@odata.type']
 * ```
 */
export interface RemovedState {
  /** Name of the type. Source: documented (OData JSON Format 4.0, 4.5.3). */
  '@odata.type'?: '#microsoft.graph.removedState'
  /** Reason for the removal. Source: metadata ($metadata v1.0, removedState.reason). */
  reason?: string | null
}

/**
 * Restrictions of a participant in a meeting. Source: $metadata v1.0, onlineMeetingRestricted.
 *
 * @example
 * ```ts
 * const read = (onlineMeetingRestricted: OnlineMeetingRestricted) => onlineMeetingRestricted['@odata.type']
 * ```
 */
export interface OnlineMeetingRestricted {
  /** Name of the type. Source: documented (OData JSON Format 4.0, 4.5.3). */
  '@odata.type'?: '#microsoft.graph.onlineMeetingRestricted'
  /** Reason why the participant is not allowed to share content. Source: metadata ($metadata v1.0, onlineMeetingRestricted.contentSharingDisabled). */
  contentSharingDisabled?: OnlineMeetingContentSharingDisabledReason | null
  /** Reason why the video of the participant is disabled. Source: metadata ($metadata v1.0, onlineMeetingRestricted.videoDisabled). */
  videoDisabled?: OnlineMeetingVideoDisabledReason | null
}

/**
 * Media configuration of a call: hosted by the service or by the bot. Source: $metadata v1.0, mediaConfig.
 *
 * @example
 * ```ts
 * const read = (mediaConfig: MediaConfig) => mediaConfig['@odata.type']
 * ```
 */
export type MediaConfig = ServiceHostedMediaConfig | AppHostedMediaConfig

/**
 * Media hosted by the service. The bot plays prompts and receives tones. Source: $metadata v1.0, serviceHostedMediaConfig.
 *
 * @example
 * ```ts
 * const read = (serviceHostedMediaConfig: ServiceHostedMediaConfig) => serviceHostedMediaConfig['@odata.type']
 * ```
 */
export interface ServiceHostedMediaConfig {
  /** Name of the type. Source: documented (OData JSON Format 4.0, 4.5.3). */
  '@odata.type': '#microsoft.graph.serviceHostedMediaConfig'
  /** True if the bot is removed from the default audio group. The sources disagree. `removeFromDefaultAudioGroup` of a media configuration: documented: in examples (Create call, Examples); metadata: not declared, and the type is closed ($metadata v1.0, mediaConfig); reported: reported (graph-comms-samples, reported bodies). This package: Both schemas accept it. Source: documented (Create call, Examples; the metadata has a closed type without it). */
  removeFromDefaultAudioGroup?: boolean | null
  /** Prompts to fetch before they are played. Source: metadata ($metadata v1.0, serviceHostedMediaConfig.preFetchMedia). */
  preFetchMedia?: MediaInfo[]
}

/**
 * Media hosted by the bot. Source: $metadata v1.0, appHostedMediaConfig.
 *
 * @example
 * ```ts
 * const read = (appHostedMediaConfig: AppHostedMediaConfig) => appHostedMediaConfig['@odata.type']
 * ```
 */
export interface AppHostedMediaConfig {
  /** Name of the type. Source: documented (OData JSON Format 4.0, 4.5.3). */
  '@odata.type': '#microsoft.graph.appHostedMediaConfig'
  /** True if the bot is removed from the default audio group. The sources disagree. `removeFromDefaultAudioGroup` of a media configuration: documented: in examples (Create call, Examples); metadata: not declared, and the type is closed ($metadata v1.0, mediaConfig); reported: reported (graph-comms-samples, reported bodies). This package: Both schemas accept it. Source: documented (Create call, Examples; the metadata has a closed type without it). */
  removeFromDefaultAudioGroup?: boolean | null
  /** Media configuration created by the media library of the bot. Source: metadata ($metadata v1.0, appHostedMediaConfig.blob). */
  blob?: string | null
}

/**
 * A prompt that is played in a call. Source: $metadata v1.0, prompt.
 *
 * @example
 * ```ts
 * const read = (prompt: Prompt) => prompt['@odata.type']
 * ```
 */
export type Prompt = MediaPrompt

/**
 * A prompt from an audio file. Source: $metadata v1.0, mediaPrompt.
 *
 * @example
 * ```ts
 * const read = (mediaPrompt: MediaPrompt) => mediaPrompt['@odata.type']
 * ```
 */
export interface MediaPrompt {
  /** Name of the type. Source: documented (OData JSON Format 4.0, 4.5.3). */
  '@odata.type': '#microsoft.graph.mediaPrompt'
  /** Audio file. Source: metadata ($metadata v1.0, mediaPrompt.mediaInfo). */
  mediaInfo: MediaInfo
  /** Number of times that the prompt is played. Source: documented (beta: mediaPrompt resource; the metadata has a closed type without it). */
  loop?: number | null
}

/**
 * An audio file: a prompt. Source: $metadata v1.0, mediaInfo.
 *
 * @example
 * ```ts
 * const read = (mediaInfo: MediaInfo) => mediaInfo['@odata.type']
 * ```
 */
export interface MediaInfo {
  /** Name of the type. Source: documented (OData JSON Format 4.0, 4.5.3). */
  '@odata.type'?: '#microsoft.graph.mediaInfo'
  /** ID of the prompt in the cache. Source: metadata ($metadata v1.0, mediaInfo.resourceId). */
  resourceId?: string | null
  /** URI of the prompt, a .wav file. Source: metadata ($metadata v1.0, mediaInfo.uri). */
  uri: string
}

/**
 * State of the media in a call. Source: $metadata v1.0, callMediaState.
 *
 * @example
 * ```ts
 * const read = (callMediaState: CallMediaState) => callMediaState['@odata.type']
 * ```
 */
export interface CallMediaState {
  /** Name of the type. Source: documented (OData JSON Format 4.0, 4.5.3). */
  '@odata.type'?: '#microsoft.graph.callMediaState'
  /** State of the audio. Source: metadata ($metadata v1.0, callMediaState.audio). */
  audio?: MediaState | null
}

/**
 * A DTMF tone received in the call. Source: $metadata v1.0, toneInfo.
 *
 * @example
 * ```ts
 * const read = (toneInfo: ToneInfo) => toneInfo['@odata.type']
 * ```
 */
export interface ToneInfo {
  /** Name of the type. Source: documented (OData JSON Format 4.0, 4.5.3). */
  '@odata.type'?: '#microsoft.graph.toneInfo'
  /** Sequence number for ordering tones. The sources disagree. Type of `sequenceId`: documented: a number (call: subscribeToTone, Examples); metadata: Int64, a string if a client requests IEEE754Compatible ($metadata v1.0, toneInfo.sequenceId); reported: a number (graph-calling-bots, captured notifications). This package: The tolerant schema accepts both. The strict schema requires a number. Source: metadata ($metadata v1.0, toneInfo.sequenceId). */
  sequenceId: number
  /** Tone. Source: metadata ($metadata v1.0, toneInfo.tone). */
  tone: Tone
}

/**
 * Transcription of a call. Source: $metadata v1.0, callTranscriptionInfo.
 *
 * @example
 * ```ts
 * const read = (callTranscriptionInfo: CallTranscriptionInfo) => callTranscriptionInfo['@odata.type']
 * ```
 */
export interface CallTranscriptionInfo {
  /** Name of the type. Source: documented (OData JSON Format 4.0, 4.5.3). */
  '@odata.type'?: '#microsoft.graph.callTranscriptionInfo'
  /** Time of the last change, in UTC. Source: metadata ($metadata v1.0, callTranscriptionInfo.lastModifiedDateTime). */
  lastModifiedDateTime?: string | null
  /** State of the transcription. Source: metadata ($metadata v1.0, callTranscriptionInfo.state). */
  state: CallTranscriptionState
}

/**
 * A media stream of a participant. Source: $metadata v1.0, mediaStream.
 *
 * @example
 * ```ts
 * const read = (mediaStream: MediaStream) => mediaStream['@odata.type']
 * ```
 */
export interface MediaStream {
  /** Name of the type. Source: documented (OData JSON Format 4.0, 4.5.3). */
  '@odata.type'?: '#microsoft.graph.mediaStream'
  /** Direction of the stream. Source: metadata ($metadata v1.0, mediaStream.direction). */
  direction: MediaDirection
  /** Label of the stream, for example "main-audio". Source: metadata ($metadata v1.0, mediaStream.label). */
  label?: string | null
  /** Kind of media. Source: metadata ($metadata v1.0, mediaStream.mediaType). */
  mediaType: Modality
  /** True if the service muted the stream. Source: metadata ($metadata v1.0, mediaStream.serverMuted). */
  serverMuted: boolean
  /** ID of the source. Source: metadata ($metadata v1.0, mediaStream.sourceId). */
  sourceId: string
}

/**
 * A private audio route between participants. Only with `$expand=audioRoutingGroups`. Source: $metadata v1.0, audioRoutingGroup.
 *
 * @example
 * ```ts
 * const read = (audioRoutingGroup: AudioRoutingGroup) => audioRoutingGroup['@odata.type']
 * ```
 */
export interface AudioRoutingGroup {
  /** Name of the type. Source: documented (OData JSON Format 4.0, 4.5.3). */
  '@odata.type'?: '#microsoft.graph.audioRoutingGroup'
  /** ID of the group. Source: metadata ($metadata v1.0, audioRoutingGroup.id). */
  id: string
  /** IDs of the participants that receive audio. Source: metadata ($metadata v1.0, audioRoutingGroup.receivers). */
  receivers?: string[]
  /** Audio routing mode. Source: metadata ($metadata v1.0, audioRoutingGroup.routingMode). */
  routingMode: RoutingMode
  /** IDs of the participants that send audio. Source: metadata ($metadata v1.0, audioRoutingGroup.sources). */
  sources?: string[]
}

/**
 * A content sharing session. Only with `$expand=contentSharingSessions`. Source: $metadata v1.0, contentSharingSession.
 *
 * @example
 * ```ts
 * const read = (contentSharingSession: ContentSharingSession) => contentSharingSession['@odata.type']
 * ```
 */
export interface ContentSharingSession {
  /** Name of the type. Source: documented (OData JSON Format 4.0, 4.5.3). */
  '@odata.type'?: '#microsoft.graph.contentSharingSession'
  /** ID of the session. Source: metadata ($metadata v1.0, contentSharingSession.id). */
  id: string
}

/**
 * Teams chat of a meeting. Source: $metadata v1.0, chatInfo.
 *
 * @example
 * ```ts
 * const read = (chatInfo: ChatInfo) => chatInfo['@odata.type']
 * ```
 */
export interface ChatInfo {
  /** Name of the type. Source: documented (OData JSON Format 4.0, 4.5.3). */
  '@odata.type'?: '#microsoft.graph.chatInfo'
  /** ID of the chat message that started the meeting. "0" for a scheduled meeting. Source: metadata ($metadata v1.0, chatInfo.messageId). */
  messageId?: string | null
  /** ID of the message whose reply chain contains the meeting. Source: metadata ($metadata v1.0, chatInfo.replyChainMessageId). */
  replyChainMessageId?: string | null
  /** ID of the chat thread, for example "19:meeting_...@thread.v2". Source: metadata ($metadata v1.0, chatInfo.threadId). */
  threadId?: string | null
}

/**
 * Capabilities of a meeting. Often empty. Source: beta: meetingCapability resource; the metadata does not declare it, meetingCapability.
 *
 * @example
 * ```ts
 * const read = (meetingCapability: MeetingCapability) => meetingCapability['@odata.type']
 * ```
 */
export interface MeetingCapability {
  /** Name of the type. Source: documented (OData JSON Format 4.0, 4.5.3). */
  '@odata.type'?: '#microsoft.graph.meetingCapability'
  /** True if anonymous users can call phones. Source: documented (beta: meetingCapability resource; the metadata does not declare it). */
  allowAnonymousUsersToDialOut?: boolean | null
  /** True if anonymous users can start the meeting. Source: documented (beta: meetingCapability resource; the metadata does not declare it). */
  allowAnonymousUsersToStartMeeting?: boolean | null
  /** People who skip the lobby, for example "everyoneInCompany". Source: documented (beta: meetingCapability resource; the metadata does not declare it). */
  autoAdmittedUsers?: string | null
}

/**
 * Meeting, identified by its organizer, a token or a meeting ID. Source: $metadata v1.0, meetingInfo.
 *
 * @example
 * ```ts
 * const read = (meetingInfo: MeetingInfo) => meetingInfo['@odata.type']
 * ```
 */
export type MeetingInfo = OrganizerMeetingInfo | TokenMeetingInfo | JoinMeetingIdMeetingInfo

/**
 * Meeting identified by its organizer. Source: $metadata v1.0, organizerMeetingInfo.
 *
 * @example
 * ```ts
 * const read = (organizerMeetingInfo: OrganizerMeetingInfo) => organizerMeetingInfo['@odata.type']
 * ```
 */
export interface OrganizerMeetingInfo {
  /** Name of the type. Source: documented (OData JSON Format 4.0, 4.5.3). */
  '@odata.type': '#microsoft.graph.organizerMeetingInfo'
  /** Organizer of the meeting. Source: metadata ($metadata v1.0, organizerMeetingInfo.organizer). */
  organizer: AnyIdentitySet
  /** True if participants can talk before the host joins. The sources disagree. `allowConversationWithoutHost` of a meeting: documented: in the group example (Get call, Example 2); metadata: not declared, but the type is open ($metadata v1.0, organizerMeetingInfo); reported: common (graph-comms-samples, reported bodies). This package: Both schemas accept it. Source: documented (Get call, Example 2; the metadata does not declare it). */
  allowConversationWithoutHost?: boolean | null
}

/**
 * Meeting identified by a token. Source: $metadata v1.0, tokenMeetingInfo.
 *
 * @example
 * ```ts
 * const read = (tokenMeetingInfo: TokenMeetingInfo) => tokenMeetingInfo['@odata.type']
 * ```
 */
export interface TokenMeetingInfo {
  /** Name of the type. Source: documented (OData JSON Format 4.0, 4.5.3). */
  '@odata.type': '#microsoft.graph.tokenMeetingInfo'
  /** Token of the meeting. Source: metadata ($metadata v1.0, tokenMeetingInfo.token). */
  token: string
}

/**
 * Meeting identified by the ID that people enter to join. Source: $metadata v1.0, joinMeetingIdMeetingInfo.
 *
 * @example
 * ```ts
 * const read = (joinMeetingIdMeetingInfo: JoinMeetingIdMeetingInfo) => joinMeetingIdMeetingInfo['@odata.type']
 * ```
 */
export interface JoinMeetingIdMeetingInfo {
  /** Name of the type. Source: documented (OData JSON Format 4.0, 4.5.3). */
  '@odata.type': '#microsoft.graph.joinMeetingIdMeetingInfo'
  /** Meeting ID. Source: metadata ($metadata v1.0, joinMeetingIdMeetingInfo.joinMeetingId). */
  joinMeetingId: string
  /** Passcode of the meeting. Source: metadata ($metadata v1.0, joinMeetingIdMeetingInfo.passcode). */
  passcode?: string | null
}

/**
 * Result of a call or an operation: a code like an HTTP status, and a subcode. Source: $metadata v1.0, resultInfo.
 *
 * @example
 * ```ts
 * const read = (resultInfo: ResultInfo) => resultInfo['@odata.type']
 * ```
 */
export interface ResultInfo {
  /** Name of the type. Source: documented (OData JSON Format 4.0, 4.5.3). */
  '@odata.type'?: '#microsoft.graph.resultInfo'
  /** Code, like an HTTP status code. The sources disagree. Codes of a result: documented: text on one page: "200" and "5001" (Delete call, Example); metadata: Int32, not nullable ($metadata v1.0, resultInfo.code); reported: numbers, and a missing `subcode` (graph-calling-bots, captured notifications). This package: The tolerant schema accepts digits in a string. The strict schema requires numbers. Source: metadata ($metadata v1.0, resultInfo.code). */
  code: number
  /** Message of the result. Source: metadata ($metadata v1.0, resultInfo.message). */
  message?: string | null
  /** Subcode, for example 7015 after a transfer. The sources disagree. Codes of a result: documented: text on one page: "200" and "5001" (Delete call, Example); metadata: Int32, not nullable ($metadata v1.0, resultInfo.code); reported: numbers, and a missing `subcode` (graph-calling-bots, captured notifications). This package: The tolerant schema accepts digits in a string. The strict schema requires numbers. The sources disagree. `subCode` in place of `subcode`: documented: in the examples of a failed transfer (call: transfer, Examples); metadata: `subcode`, and the type is closed ($metadata v1.0, resultInfo.subcode); reported: both spellings (graph-comms-samples, reported bodies). This package: The tolerant schema accepts both. `normalizeCall` returns `subcode`. Source: metadata ($metadata v1.0, resultInfo.subcode). */
  subcode: number
}

/**
 * An operation that the bot started in the call. Only with `$expand=operations`. Source: $metadata v1.0, commsOperation.
 *
 * @example
 * ```ts
 * const read = (commsOperation: CommsOperation) => commsOperation['@odata.type']
 * ```
 */
export interface CommsOperation {
  /** Name of the type. Source: documented (OData JSON Format 4.0, 4.5.3). */
  '@odata.type'?: '#microsoft.graph.commsOperation'
  /** ID of the operation. Source: metadata ($metadata v1.0, commsOperation.id). */
  id: string
  /** Context set by the bot to identify the operation. Any text. Source: metadata ($metadata v1.0, commsOperation.clientContext). */
  clientContext?: string | null
  /** Result of the operation. Source: metadata ($metadata v1.0, commsOperation.resultInfo). */
  resultInfo?: ResultInfo | null
  /** Status of the operation. The sources disagree. Spelling of the status of an operation: documented: camelCase, except `Running` of an invitation (commsOperation resource, status); metadata: PascalCase ($metadata v1.0, operationStatus); reported: camelCase (graph-calling-bots, captured notifications). This package: The tolerant schema accepts both. The virtual tenant sends the documented spelling. Source: metadata ($metadata v1.0, commsOperation.status). */
  status: OperationStatus
}

/**
 * An operation that the bot started in the call. Only with `$expand=operations`. Source: $metadata v1.0, commsOperation.
 *
 * @example
 * ```ts
 * const read = (commsOperation: AnyCommsOperation) => commsOperation['@odata.type']
 * ```
 */
export type AnyCommsOperation = CommsOperation | AddLargeGalleryViewOperation | CancelMediaProcessingOperation | InviteParticipantsOperation | MuteParticipantOperation | PlayPromptOperation | RecordOperation | SendDtmfTonesOperation | StartHoldMusicOperation | StopHoldMusicOperation | SubscribeToToneOperation | UnmuteParticipantOperation | UpdateRecordingStatusOperation

/**
 * Adds the large gallery view. Source: $metadata v1.0, addLargeGalleryViewOperation.
 *
 * @example
 * ```ts
 * const read = (addLargeGalleryViewOperation: AddLargeGalleryViewOperation) => addLargeGalleryViewOperation['@odata.type']
 * ```
 */
export interface AddLargeGalleryViewOperation {
  /** Name of the type. Source: documented (OData JSON Format 4.0, 4.5.3). */
  '@odata.type': '#microsoft.graph.addLargeGalleryViewOperation'
  /** ID of the operation. Source: metadata ($metadata v1.0, commsOperation.id). */
  id: string
  /** Context set by the bot to identify the operation. Any text. Source: metadata ($metadata v1.0, commsOperation.clientContext). */
  clientContext?: string | null
  /** Result of the operation. Source: metadata ($metadata v1.0, commsOperation.resultInfo). */
  resultInfo?: ResultInfo | null
  /** Status of the operation. The sources disagree. Spelling of the status of an operation: documented: camelCase, except `Running` of an invitation (commsOperation resource, status); metadata: PascalCase ($metadata v1.0, operationStatus); reported: camelCase (graph-calling-bots, captured notifications). This package: The tolerant schema accepts both. The virtual tenant sends the documented spelling. Source: metadata ($metadata v1.0, commsOperation.status). */
  status: OperationStatus
}

/**
 * Cancels queued media. Source: $metadata v1.0, cancelMediaProcessingOperation.
 *
 * @example
 * ```ts
 * const read = (cancelMediaProcessingOperation: CancelMediaProcessingOperation) => cancelMediaProcessingOperation['@odata.type']
 * ```
 */
export interface CancelMediaProcessingOperation {
  /** Name of the type. Source: documented (OData JSON Format 4.0, 4.5.3). */
  '@odata.type': '#microsoft.graph.cancelMediaProcessingOperation'
  /** ID of the operation. Source: metadata ($metadata v1.0, commsOperation.id). */
  id: string
  /** Context set by the bot to identify the operation. Any text. Source: metadata ($metadata v1.0, commsOperation.clientContext). */
  clientContext?: string | null
  /** Result of the operation. Source: metadata ($metadata v1.0, commsOperation.resultInfo). */
  resultInfo?: ResultInfo | null
  /** Status of the operation. The sources disagree. Spelling of the status of an operation: documented: camelCase, except `Running` of an invitation (commsOperation resource, status); metadata: PascalCase ($metadata v1.0, operationStatus); reported: camelCase (graph-calling-bots, captured notifications). This package: The tolerant schema accepts both. The virtual tenant sends the documented spelling. Source: metadata ($metadata v1.0, commsOperation.status). */
  status: OperationStatus
}

/**
 * Invites participants. Source: $metadata v1.0, inviteParticipantsOperation.
 *
 * @example
 * ```ts
 * const read = (inviteParticipantsOperation: InviteParticipantsOperation) => inviteParticipantsOperation['@odata.type']
 * ```
 */
export interface InviteParticipantsOperation {
  /** Name of the type. Source: documented (OData JSON Format 4.0, 4.5.3). */
  '@odata.type': '#microsoft.graph.inviteParticipantsOperation'
  /** ID of the operation. Source: metadata ($metadata v1.0, commsOperation.id). */
  id: string
  /** Context set by the bot to identify the operation. Any text. Source: metadata ($metadata v1.0, commsOperation.clientContext). */
  clientContext?: string | null
  /** Result of the operation. Source: metadata ($metadata v1.0, commsOperation.resultInfo). */
  resultInfo?: ResultInfo | null
  /** Status of the operation. The sources disagree. Spelling of the status of an operation: documented: camelCase, except `Running` of an invitation (commsOperation resource, status); metadata: PascalCase ($metadata v1.0, operationStatus); reported: camelCase (graph-calling-bots, captured notifications). This package: The tolerant schema accepts both. The virtual tenant sends the documented spelling. Source: metadata ($metadata v1.0, commsOperation.status). */
  status: OperationStatus
  /** Invited participants. Source: metadata ($metadata v1.0, inviteParticipantsOperation.participants). */
  participants: InvitationParticipantInfo[]
}

/**
 * Mutes a participant. Source: $metadata v1.0, muteParticipantOperation.
 *
 * @example
 * ```ts
 * const read = (muteParticipantOperation: MuteParticipantOperation) => muteParticipantOperation['@odata.type']
 * ```
 */
export interface MuteParticipantOperation {
  /** Name of the type. Source: documented (OData JSON Format 4.0, 4.5.3). */
  '@odata.type': '#microsoft.graph.muteParticipantOperation'
  /** ID of the operation. Source: metadata ($metadata v1.0, commsOperation.id). */
  id: string
  /** Context set by the bot to identify the operation. Any text. Source: metadata ($metadata v1.0, commsOperation.clientContext). */
  clientContext?: string | null
  /** Result of the operation. Source: metadata ($metadata v1.0, commsOperation.resultInfo). */
  resultInfo?: ResultInfo | null
  /** Status of the operation. The sources disagree. Spelling of the status of an operation: documented: camelCase, except `Running` of an invitation (commsOperation resource, status); metadata: PascalCase ($metadata v1.0, operationStatus); reported: camelCase (graph-calling-bots, captured notifications). This package: The tolerant schema accepts both. The virtual tenant sends the documented spelling. Source: metadata ($metadata v1.0, commsOperation.status). */
  status: OperationStatus
}

/**
 * Plays a prompt. Source: $metadata v1.0, playPromptOperation.
 *
 * @example
 * ```ts
 * const read = (playPromptOperation: PlayPromptOperation) => playPromptOperation['@odata.type']
 * ```
 */
export interface PlayPromptOperation {
  /** Name of the type. Source: documented (OData JSON Format 4.0, 4.5.3). */
  '@odata.type': '#microsoft.graph.playPromptOperation'
  /** ID of the operation. Source: metadata ($metadata v1.0, commsOperation.id). */
  id: string
  /** Context set by the bot to identify the operation. Any text. Source: metadata ($metadata v1.0, commsOperation.clientContext). */
  clientContext?: string | null
  /** Result of the operation. Source: metadata ($metadata v1.0, commsOperation.resultInfo). */
  resultInfo?: ResultInfo | null
  /** Status of the operation. The sources disagree. Spelling of the status of an operation: documented: camelCase, except `Running` of an invitation (commsOperation resource, status); metadata: PascalCase ($metadata v1.0, operationStatus); reported: camelCase (graph-calling-bots, captured notifications). This package: The tolerant schema accepts both. The virtual tenant sends the documented spelling. Source: metadata ($metadata v1.0, commsOperation.status). */
  status: OperationStatus
}

/**
 * Records audio. Source: $metadata v1.0, recordOperation.
 *
 * @example
 * ```ts
 * const read = (recordOperation: RecordOperation) => recordOperation['@odata.type']
 * ```
 */
export interface RecordOperation {
  /** Name of the type. Source: documented (OData JSON Format 4.0, 4.5.3). */
  '@odata.type': '#microsoft.graph.recordOperation'
  /** ID of the operation. Source: metadata ($metadata v1.0, commsOperation.id). */
  id: string
  /** Context set by the bot to identify the operation. Any text. Source: metadata ($metadata v1.0, commsOperation.clientContext). */
  clientContext?: string | null
  /** Result of the operation. Source: metadata ($metadata v1.0, commsOperation.resultInfo). */
  resultInfo?: ResultInfo | null
  /** Status of the operation. The sources disagree. Spelling of the status of an operation: documented: camelCase, except `Running` of an invitation (commsOperation resource, status); metadata: PascalCase ($metadata v1.0, operationStatus); reported: camelCase (graph-calling-bots, captured notifications). This package: The tolerant schema accepts both. The virtual tenant sends the documented spelling. Source: metadata ($metadata v1.0, commsOperation.status). */
  status: OperationStatus
  /** Access token for the recording. Source: metadata ($metadata v1.0, recordOperation.recordingAccessToken). */
  recordingAccessToken?: string | null
  /** URL of the recording. Source: metadata ($metadata v1.0, recordOperation.recordingLocation). */
  recordingLocation?: string | null
}

/**
 * Sends DTMF tones. Source: $metadata v1.0, sendDtmfTonesOperation.
 *
 * @example
 * ```ts
 * const read = (sendDtmfTonesOperation: SendDtmfTonesOperation) => sendDtmfTonesOperation['@odata.type']
 * ```
 */
export interface SendDtmfTonesOperation {
  /** Name of the type. Source: documented (OData JSON Format 4.0, 4.5.3). */
  '@odata.type': '#microsoft.graph.sendDtmfTonesOperation'
  /** ID of the operation. Source: metadata ($metadata v1.0, commsOperation.id). */
  id: string
  /** Context set by the bot to identify the operation. Any text. Source: metadata ($metadata v1.0, commsOperation.clientContext). */
  clientContext?: string | null
  /** Result of the operation. Source: metadata ($metadata v1.0, commsOperation.resultInfo). */
  resultInfo?: ResultInfo | null
  /** Status of the operation. The sources disagree. Spelling of the status of an operation: documented: camelCase, except `Running` of an invitation (commsOperation resource, status); metadata: PascalCase ($metadata v1.0, operationStatus); reported: camelCase (graph-calling-bots, captured notifications). This package: The tolerant schema accepts both. The virtual tenant sends the documented spelling. Source: metadata ($metadata v1.0, commsOperation.status). */
  status: OperationStatus
  /** Reason why the operation ended, for example "completedSuccessfully". Source: documented (call: sendDtmfTones, Response). */
  completionReason?: string | null
}

/**
 * Starts hold music. Source: $metadata v1.0, startHoldMusicOperation.
 *
 * @example
 * ```ts
 * const read = (startHoldMusicOperation: StartHoldMusicOperation) => startHoldMusicOperation['@odata.type']
 * ```
 */
export interface StartHoldMusicOperation {
  /** Name of the type. Source: documented (OData JSON Format 4.0, 4.5.3). */
  '@odata.type': '#microsoft.graph.startHoldMusicOperation'
  /** ID of the operation. Source: metadata ($metadata v1.0, commsOperation.id). */
  id: string
  /** Context set by the bot to identify the operation. Any text. Source: metadata ($metadata v1.0, commsOperation.clientContext). */
  clientContext?: string | null
  /** Result of the operation. Source: metadata ($metadata v1.0, commsOperation.resultInfo). */
  resultInfo?: ResultInfo | null
  /** Status of the operation. The sources disagree. Spelling of the status of an operation: documented: camelCase, except `Running` of an invitation (commsOperation resource, status); metadata: PascalCase ($metadata v1.0, operationStatus); reported: camelCase (graph-calling-bots, captured notifications). This package: The tolerant schema accepts both. The virtual tenant sends the documented spelling. Source: metadata ($metadata v1.0, commsOperation.status). */
  status: OperationStatus
}

/**
 * Stops hold music. Source: $metadata v1.0, stopHoldMusicOperation.
 *
 * @example
 * ```ts
 * const read = (stopHoldMusicOperation: StopHoldMusicOperation) => stopHoldMusicOperation['@odata.type']
 * ```
 */
export interface StopHoldMusicOperation {
  /** Name of the type. Source: documented (OData JSON Format 4.0, 4.5.3). */
  '@odata.type': '#microsoft.graph.stopHoldMusicOperation'
  /** ID of the operation. Source: metadata ($metadata v1.0, commsOperation.id). */
  id: string
  /** Context set by the bot to identify the operation. Any text. Source: metadata ($metadata v1.0, commsOperation.clientContext). */
  clientContext?: string | null
  /** Result of the operation. Source: metadata ($metadata v1.0, commsOperation.resultInfo). */
  resultInfo?: ResultInfo | null
  /** Status of the operation. The sources disagree. Spelling of the status of an operation: documented: camelCase, except `Running` of an invitation (commsOperation resource, status); metadata: PascalCase ($metadata v1.0, operationStatus); reported: camelCase (graph-calling-bots, captured notifications). This package: The tolerant schema accepts both. The virtual tenant sends the documented spelling. Source: metadata ($metadata v1.0, commsOperation.status). */
  status: OperationStatus
}

/**
 * Subscribes the bot to DTMF tones. Source: $metadata v1.0, subscribeToToneOperation.
 *
 * @example
 * ```ts
 * const read = (subscribeToToneOperation: SubscribeToToneOperation) => subscribeToToneOperation['@odata.type']
 * ```
 */
export interface SubscribeToToneOperation {
  /** Name of the type. Source: documented (OData JSON Format 4.0, 4.5.3). */
  '@odata.type': '#microsoft.graph.subscribeToToneOperation'
  /** ID of the operation. Source: metadata ($metadata v1.0, commsOperation.id). */
  id: string
  /** Context set by the bot to identify the operation. Any text. Source: metadata ($metadata v1.0, commsOperation.clientContext). */
  clientContext?: string | null
  /** Result of the operation. Source: metadata ($metadata v1.0, commsOperation.resultInfo). */
  resultInfo?: ResultInfo | null
  /** Status of the operation. The sources disagree. Spelling of the status of an operation: documented: camelCase, except `Running` of an invitation (commsOperation resource, status); metadata: PascalCase ($metadata v1.0, operationStatus); reported: camelCase (graph-calling-bots, captured notifications). This package: The tolerant schema accepts both. The virtual tenant sends the documented spelling. Source: metadata ($metadata v1.0, commsOperation.status). */
  status: OperationStatus
}

/**
 * Unmutes a participant. Source: $metadata v1.0, unmuteParticipantOperation.
 *
 * @example
 * ```ts
 * const read = (unmuteParticipantOperation: UnmuteParticipantOperation) => unmuteParticipantOperation['@odata.type']
 * ```
 */
export interface UnmuteParticipantOperation {
  /** Name of the type. Source: documented (OData JSON Format 4.0, 4.5.3). */
  '@odata.type': '#microsoft.graph.unmuteParticipantOperation'
  /** ID of the operation. Source: metadata ($metadata v1.0, commsOperation.id). */
  id: string
  /** Context set by the bot to identify the operation. Any text. Source: metadata ($metadata v1.0, commsOperation.clientContext). */
  clientContext?: string | null
  /** Result of the operation. Source: metadata ($metadata v1.0, commsOperation.resultInfo). */
  resultInfo?: ResultInfo | null
  /** Status of the operation. The sources disagree. Spelling of the status of an operation: documented: camelCase, except `Running` of an invitation (commsOperation resource, status); metadata: PascalCase ($metadata v1.0, operationStatus); reported: camelCase (graph-calling-bots, captured notifications). This package: The tolerant schema accepts both. The virtual tenant sends the documented spelling. Source: metadata ($metadata v1.0, commsOperation.status). */
  status: OperationStatus
}

/**
 * Updates the recording status of the bot. Source: $metadata v1.0, updateRecordingStatusOperation.
 *
 * @example
 * ```ts
 * const read = (updateRecordingStatusOperation: UpdateRecordingStatusOperation) => updateRecordingStatusOperation['@odata.type']
 * ```
 */
export interface UpdateRecordingStatusOperation {
  /** Name of the type. Source: documented (OData JSON Format 4.0, 4.5.3). */
  '@odata.type': '#microsoft.graph.updateRecordingStatusOperation'
  /** ID of the operation. Source: metadata ($metadata v1.0, commsOperation.id). */
  id: string
  /** Context set by the bot to identify the operation. Any text. Source: metadata ($metadata v1.0, commsOperation.clientContext). */
  clientContext?: string | null
  /** Result of the operation. Source: metadata ($metadata v1.0, commsOperation.resultInfo). */
  resultInfo?: ResultInfo | null
  /** Status of the operation. The sources disagree. Spelling of the status of an operation: documented: camelCase, except `Running` of an invitation (commsOperation resource, status); metadata: PascalCase ($metadata v1.0, operationStatus); reported: camelCase (graph-calling-bots, captured notifications). This package: The tolerant schema accepts both. The virtual tenant sends the documented spelling. Source: metadata ($metadata v1.0, commsOperation.status). */
  status: OperationStatus
}

/**
 * Response of a recording bot to a participantJoiningNotification. Source: $metadata v1.0, participantJoiningResponse.
 *
 * @example
 * ```ts
 * const read = (participantJoiningResponse: ParticipantJoiningResponse) => participantJoiningResponse['@odata.type']
 * ```
 */
export type ParticipantJoiningResponse = AcceptJoinResponse | RejectJoinResponse | InviteNewBotResponse

/**
 * Accepts that the participant is added to the recorded call. Source: $metadata v1.0, acceptJoinResponse.
 *
 * @example
 * ```ts
 * const read = (acceptJoinResponse: AcceptJoinResponse) => acceptJoinResponse['@odata.type']
 * ```
 */
export interface AcceptJoinResponse {
  /** Name of the type. Source: documented (OData JSON Format 4.0, 4.5.3). */
  '@odata.type': '#microsoft.graph.acceptJoinResponse'
}

/**
 * Rejects the participant. Source: $metadata v1.0, rejectJoinResponse.
 *
 * @example
 * ```ts
 * const read = (rejectJoinResponse: RejectJoinResponse) => rejectJoinResponse['@odata.type']
 * ```
 */
export interface RejectJoinResponse {
  /** Name of the type. Source: documented (OData JSON Format 4.0, 4.5.3). */
  '@odata.type': '#microsoft.graph.rejectJoinResponse'
  /** Reason for the rejection. Source: metadata ($metadata v1.0, rejectJoinResponse.reason). */
  reason: RejectReason
}

/**
 * Asks the service to invite another bot for the participant. Source: $metadata v1.0, inviteNewBotResponse.
 *
 * @example
 * ```ts
 * const read = (inviteNewBotResponse: InviteNewBotResponse) => inviteNewBotResponse['@odata.type']
 * ```
 */
export interface InviteNewBotResponse {
  /** Name of the type. Source: documented (OData JSON Format 4.0, 4.5.3). */
  '@odata.type': '#microsoft.graph.inviteNewBotResponse'
  /** HTTPS URL of the other bot. Source: metadata ($metadata v1.0, inviteNewBotResponse.inviteUri). */
  inviteUri: string
}

/**
 * Quality of a call, measured by a video teleconferencing device. Source: $metadata v1.0, teleconferenceDeviceQuality.
 *
 * @example
 * ```ts
 * const read = (teleconferenceDeviceQuality: TeleconferenceDeviceQuality) => teleconferenceDeviceQuality['@odata.type']
 * ```
 */
export interface TeleconferenceDeviceQuality {
  /** Name of the type. Source: documented (OData JSON Format 4.0, 4.5.3). */
  '@odata.type'?: '#microsoft.graph.teleconferenceDeviceQuality'
  /** ID shared by all legs of the conversation. Source: metadata ($metadata v1.0, teleconferenceDeviceQuality.callChainId). */
  callChainId: string
  /** Environment of the cloud service, for example "test". Source: metadata ($metadata v1.0, teleconferenceDeviceQuality.cloudServiceDeploymentEnvironment). */
  cloudServiceDeploymentEnvironment?: string | null
  /** ID of the deployment of the cloud service. Source: metadata ($metadata v1.0, teleconferenceDeviceQuality.cloudServiceDeploymentId). */
  cloudServiceDeploymentId?: string | null
  /** Name of the instance of the cloud service. Source: metadata ($metadata v1.0, teleconferenceDeviceQuality.cloudServiceInstanceName). */
  cloudServiceInstanceName?: string | null
  /** Name of the cloud service. Source: metadata ($metadata v1.0, teleconferenceDeviceQuality.cloudServiceName). */
  cloudServiceName?: string | null
  /** Description of the device. Source: metadata ($metadata v1.0, teleconferenceDeviceQuality.deviceDescription). */
  deviceDescription: string
  /** Name of the device. Source: metadata ($metadata v1.0, teleconferenceDeviceQuality.deviceName). */
  deviceName: string
  /** ID of the media leg. Source: metadata ($metadata v1.0, teleconferenceDeviceQuality.mediaLegId). */
  mediaLegId: string
  /** Quality of each media stream. Source: metadata ($metadata v1.0, teleconferenceDeviceQuality.mediaQualityList). */
  mediaQualityList: TeleconferenceDeviceMediaQuality[]
  /** ID of the participant. Source: metadata ($metadata v1.0, teleconferenceDeviceQuality.participantId). */
  participantId: string
}

/**
 * Quality of a media stream. Source: $metadata v1.0, teleconferenceDeviceMediaQuality.
 *
 * @example
 * ```ts
 * const read = (teleconferenceDeviceMediaQuality: TeleconferenceDeviceMediaQuality) => teleconferenceDeviceMediaQuality['@odata.type']
 * ```
 */
export type TeleconferenceDeviceMediaQuality = TeleconferenceDeviceAudioQuality | TeleconferenceDeviceVideoQuality | TeleconferenceDeviceScreenSharingQuality

/**
 * Quality of an audio stream. Source: $metadata v1.0, teleconferenceDeviceAudioQuality.
 *
 * @example
 * ```ts
 * const read = (teleconferenceDeviceAudioQuality: TeleconferenceDeviceAudioQuality) => teleconferenceDeviceAudioQuality['@odata.type']
 * ```
 */
export interface TeleconferenceDeviceAudioQuality {
  /** Name of the type. Source: documented (OData JSON Format 4.0, 4.5.3). */
  '@odata.type': '#microsoft.graph.teleconferenceDeviceAudioQuality'
  /** Average inbound jitter. Source: metadata ($metadata v1.0, teleconferenceDeviceMediaQuality.averageInboundJitter). */
  averageInboundJitter?: string | null
  /** Average inbound packet loss in percent. Source: metadata ($metadata v1.0, teleconferenceDeviceMediaQuality.averageInboundPacketLossRateInPercentage). */
  averageInboundPacketLossRateInPercentage?: number | null
  /** Average inbound round-trip delay. Source: metadata ($metadata v1.0, teleconferenceDeviceMediaQuality.averageInboundRoundTripDelay). */
  averageInboundRoundTripDelay?: string | null
  /** Average outbound jitter. Source: metadata ($metadata v1.0, teleconferenceDeviceMediaQuality.averageOutboundJitter). */
  averageOutboundJitter?: string | null
  /** Average outbound packet loss in percent. Source: metadata ($metadata v1.0, teleconferenceDeviceMediaQuality.averageOutboundPacketLossRateInPercentage). */
  averageOutboundPacketLossRateInPercentage?: number | null
  /** Average outbound round-trip delay. Source: metadata ($metadata v1.0, teleconferenceDeviceMediaQuality.averageOutboundRoundTripDelay). */
  averageOutboundRoundTripDelay?: string | null
  /** Index of the channel. Source: metadata ($metadata v1.0, teleconferenceDeviceMediaQuality.channelIndex). */
  channelIndex: number
  /** Number of inbound packets. Source: metadata ($metadata v1.0, teleconferenceDeviceMediaQuality.inboundPackets). */
  inboundPackets?: number | null
  /** Local IP address. Source: metadata ($metadata v1.0, teleconferenceDeviceMediaQuality.localIPAddress). */
  localIPAddress?: string | null
  /** Local port. Source: metadata ($metadata v1.0, teleconferenceDeviceMediaQuality.localPort). */
  localPort?: number | null
  /** Maximum inbound jitter. Source: metadata ($metadata v1.0, teleconferenceDeviceMediaQuality.maximumInboundJitter). */
  maximumInboundJitter?: string | null
  /** Maximum inbound packet loss in percent. Source: metadata ($metadata v1.0, teleconferenceDeviceMediaQuality.maximumInboundPacketLossRateInPercentage). */
  maximumInboundPacketLossRateInPercentage?: number | null
  /** Maximum inbound round-trip delay. Source: metadata ($metadata v1.0, teleconferenceDeviceMediaQuality.maximumInboundRoundTripDelay). */
  maximumInboundRoundTripDelay?: string | null
  /** Maximum outbound jitter. Source: metadata ($metadata v1.0, teleconferenceDeviceMediaQuality.maximumOutboundJitter). */
  maximumOutboundJitter?: string | null
  /** Maximum outbound packet loss in percent. Source: metadata ($metadata v1.0, teleconferenceDeviceMediaQuality.maximumOutboundPacketLossRateInPercentage). */
  maximumOutboundPacketLossRateInPercentage?: number | null
  /** Maximum outbound round-trip delay. Source: metadata ($metadata v1.0, teleconferenceDeviceMediaQuality.maximumOutboundRoundTripDelay). */
  maximumOutboundRoundTripDelay?: string | null
  /** Duration of the stream. Source: metadata ($metadata v1.0, teleconferenceDeviceMediaQuality.mediaDuration). */
  mediaDuration?: string | null
  /** Speed of the network link in bytes per second. Source: metadata ($metadata v1.0, teleconferenceDeviceMediaQuality.networkLinkSpeedInBytes). */
  networkLinkSpeedInBytes?: number | null
  /** Number of outbound packets. Source: metadata ($metadata v1.0, teleconferenceDeviceMediaQuality.outboundPackets). */
  outboundPackets?: number | null
  /** Remote IP address. Source: metadata ($metadata v1.0, teleconferenceDeviceMediaQuality.remoteIPAddress). */
  remoteIPAddress?: string | null
  /** Remote port. Source: metadata ($metadata v1.0, teleconferenceDeviceMediaQuality.remotePort). */
  remotePort?: number | null
}

/**
 * Quality of a video stream. Source: $metadata v1.0, teleconferenceDeviceVideoQuality.
 *
 * @example
 * ```ts
 * const read = (teleconferenceDeviceVideoQuality: TeleconferenceDeviceVideoQuality) => teleconferenceDeviceVideoQuality['@odata.type']
 * ```
 */
export interface TeleconferenceDeviceVideoQuality {
  /** Name of the type. Source: documented (OData JSON Format 4.0, 4.5.3). */
  '@odata.type': '#microsoft.graph.teleconferenceDeviceVideoQuality'
  /** Average inbound jitter. Source: metadata ($metadata v1.0, teleconferenceDeviceMediaQuality.averageInboundJitter). */
  averageInboundJitter?: string | null
  /** Average inbound packet loss in percent. Source: metadata ($metadata v1.0, teleconferenceDeviceMediaQuality.averageInboundPacketLossRateInPercentage). */
  averageInboundPacketLossRateInPercentage?: number | null
  /** Average inbound round-trip delay. Source: metadata ($metadata v1.0, teleconferenceDeviceMediaQuality.averageInboundRoundTripDelay). */
  averageInboundRoundTripDelay?: string | null
  /** Average outbound jitter. Source: metadata ($metadata v1.0, teleconferenceDeviceMediaQuality.averageOutboundJitter). */
  averageOutboundJitter?: string | null
  /** Average outbound packet loss in percent. Source: metadata ($metadata v1.0, teleconferenceDeviceMediaQuality.averageOutboundPacketLossRateInPercentage). */
  averageOutboundPacketLossRateInPercentage?: number | null
  /** Average outbound round-trip delay. Source: metadata ($metadata v1.0, teleconferenceDeviceMediaQuality.averageOutboundRoundTripDelay). */
  averageOutboundRoundTripDelay?: string | null
  /** Index of the channel. Source: metadata ($metadata v1.0, teleconferenceDeviceMediaQuality.channelIndex). */
  channelIndex: number
  /** Number of inbound packets. Source: metadata ($metadata v1.0, teleconferenceDeviceMediaQuality.inboundPackets). */
  inboundPackets?: number | null
  /** Local IP address. Source: metadata ($metadata v1.0, teleconferenceDeviceMediaQuality.localIPAddress). */
  localIPAddress?: string | null
  /** Local port. Source: metadata ($metadata v1.0, teleconferenceDeviceMediaQuality.localPort). */
  localPort?: number | null
  /** Maximum inbound jitter. Source: metadata ($metadata v1.0, teleconferenceDeviceMediaQuality.maximumInboundJitter). */
  maximumInboundJitter?: string | null
  /** Maximum inbound packet loss in percent. Source: metadata ($metadata v1.0, teleconferenceDeviceMediaQuality.maximumInboundPacketLossRateInPercentage). */
  maximumInboundPacketLossRateInPercentage?: number | null
  /** Maximum inbound round-trip delay. Source: metadata ($metadata v1.0, teleconferenceDeviceMediaQuality.maximumInboundRoundTripDelay). */
  maximumInboundRoundTripDelay?: string | null
  /** Maximum outbound jitter. Source: metadata ($metadata v1.0, teleconferenceDeviceMediaQuality.maximumOutboundJitter). */
  maximumOutboundJitter?: string | null
  /** Maximum outbound packet loss in percent. Source: metadata ($metadata v1.0, teleconferenceDeviceMediaQuality.maximumOutboundPacketLossRateInPercentage). */
  maximumOutboundPacketLossRateInPercentage?: number | null
  /** Maximum outbound round-trip delay. Source: metadata ($metadata v1.0, teleconferenceDeviceMediaQuality.maximumOutboundRoundTripDelay). */
  maximumOutboundRoundTripDelay?: string | null
  /** Duration of the stream. Source: metadata ($metadata v1.0, teleconferenceDeviceMediaQuality.mediaDuration). */
  mediaDuration?: string | null
  /** Speed of the network link in bytes per second. Source: metadata ($metadata v1.0, teleconferenceDeviceMediaQuality.networkLinkSpeedInBytes). */
  networkLinkSpeedInBytes?: number | null
  /** Number of outbound packets. Source: metadata ($metadata v1.0, teleconferenceDeviceMediaQuality.outboundPackets). */
  outboundPackets?: number | null
  /** Remote IP address. Source: metadata ($metadata v1.0, teleconferenceDeviceMediaQuality.remoteIPAddress). */
  remoteIPAddress?: string | null
  /** Remote port. Source: metadata ($metadata v1.0, teleconferenceDeviceMediaQuality.remotePort). */
  remotePort?: number | null
  /** Average inbound bit rate. Source: metadata ($metadata v1.0, teleconferenceDeviceVideoQuality.averageInboundBitRate). */
  averageInboundBitRate?: number | null
  /** Average inbound frame rate. Source: metadata ($metadata v1.0, teleconferenceDeviceVideoQuality.averageInboundFrameRate). */
  averageInboundFrameRate?: number | null
  /** Average outbound bit rate. Source: metadata ($metadata v1.0, teleconferenceDeviceVideoQuality.averageOutboundBitRate). */
  averageOutboundBitRate?: number | null
  /** Average outbound frame rate. Source: metadata ($metadata v1.0, teleconferenceDeviceVideoQuality.averageOutboundFrameRate). */
  averageOutboundFrameRate?: number | null
}

/**
 * Quality of a screen sharing stream. Source: $metadata v1.0, teleconferenceDeviceScreenSharingQuality.
 *
 * @example
 * ```ts
 * const read = (teleconferenceDeviceScreenSharingQuality: TeleconferenceDeviceScreenSharingQuality) => teleconferenceDeviceScreenSharingQuality['@odata.type']
 * ```
 */
export interface TeleconferenceDeviceScreenSharingQuality {
  /** Name of the type. Source: documented (OData JSON Format 4.0, 4.5.3). */
  '@odata.type': '#microsoft.graph.teleconferenceDeviceScreenSharingQuality'
  /** Average inbound jitter. Source: metadata ($metadata v1.0, teleconferenceDeviceMediaQuality.averageInboundJitter). */
  averageInboundJitter?: string | null
  /** Average inbound packet loss in percent. Source: metadata ($metadata v1.0, teleconferenceDeviceMediaQuality.averageInboundPacketLossRateInPercentage). */
  averageInboundPacketLossRateInPercentage?: number | null
  /** Average inbound round-trip delay. Source: metadata ($metadata v1.0, teleconferenceDeviceMediaQuality.averageInboundRoundTripDelay). */
  averageInboundRoundTripDelay?: string | null
  /** Average outbound jitter. Source: metadata ($metadata v1.0, teleconferenceDeviceMediaQuality.averageOutboundJitter). */
  averageOutboundJitter?: string | null
  /** Average outbound packet loss in percent. Source: metadata ($metadata v1.0, teleconferenceDeviceMediaQuality.averageOutboundPacketLossRateInPercentage). */
  averageOutboundPacketLossRateInPercentage?: number | null
  /** Average outbound round-trip delay. Source: metadata ($metadata v1.0, teleconferenceDeviceMediaQuality.averageOutboundRoundTripDelay). */
  averageOutboundRoundTripDelay?: string | null
  /** Index of the channel. Source: metadata ($metadata v1.0, teleconferenceDeviceMediaQuality.channelIndex). */
  channelIndex: number
  /** Number of inbound packets. Source: metadata ($metadata v1.0, teleconferenceDeviceMediaQuality.inboundPackets). */
  inboundPackets?: number | null
  /** Local IP address. Source: metadata ($metadata v1.0, teleconferenceDeviceMediaQuality.localIPAddress). */
  localIPAddress?: string | null
  /** Local port. Source: metadata ($metadata v1.0, teleconferenceDeviceMediaQuality.localPort). */
  localPort?: number | null
  /** Maximum inbound jitter. Source: metadata ($metadata v1.0, teleconferenceDeviceMediaQuality.maximumInboundJitter). */
  maximumInboundJitter?: string | null
  /** Maximum inbound packet loss in percent. Source: metadata ($metadata v1.0, teleconferenceDeviceMediaQuality.maximumInboundPacketLossRateInPercentage). */
  maximumInboundPacketLossRateInPercentage?: number | null
  /** Maximum inbound round-trip delay. Source: metadata ($metadata v1.0, teleconferenceDeviceMediaQuality.maximumInboundRoundTripDelay). */
  maximumInboundRoundTripDelay?: string | null
  /** Maximum outbound jitter. Source: metadata ($metadata v1.0, teleconferenceDeviceMediaQuality.maximumOutboundJitter). */
  maximumOutboundJitter?: string | null
  /** Maximum outbound packet loss in percent. Source: metadata ($metadata v1.0, teleconferenceDeviceMediaQuality.maximumOutboundPacketLossRateInPercentage). */
  maximumOutboundPacketLossRateInPercentage?: number | null
  /** Maximum outbound round-trip delay. Source: metadata ($metadata v1.0, teleconferenceDeviceMediaQuality.maximumOutboundRoundTripDelay). */
  maximumOutboundRoundTripDelay?: string | null
  /** Duration of the stream. Source: metadata ($metadata v1.0, teleconferenceDeviceMediaQuality.mediaDuration). */
  mediaDuration?: string | null
  /** Speed of the network link in bytes per second. Source: metadata ($metadata v1.0, teleconferenceDeviceMediaQuality.networkLinkSpeedInBytes). */
  networkLinkSpeedInBytes?: number | null
  /** Number of outbound packets. Source: metadata ($metadata v1.0, teleconferenceDeviceMediaQuality.outboundPackets). */
  outboundPackets?: number | null
  /** Remote IP address. Source: metadata ($metadata v1.0, teleconferenceDeviceMediaQuality.remoteIPAddress). */
  remoteIPAddress?: string | null
  /** Remote port. Source: metadata ($metadata v1.0, teleconferenceDeviceMediaQuality.remotePort). */
  remotePort?: number | null
  /** Average inbound bit rate. Source: metadata ($metadata v1.0, teleconferenceDeviceScreenSharingQuality.averageInboundBitRate). */
  averageInboundBitRate?: number | null
  /** Average inbound frame rate. Source: metadata ($metadata v1.0, teleconferenceDeviceScreenSharingQuality.averageInboundFrameRate). */
  averageInboundFrameRate?: number | null
  /** Average outbound bit rate. Source: metadata ($metadata v1.0, teleconferenceDeviceScreenSharingQuality.averageOutboundBitRate). */
  averageOutboundBitRate?: number | null
  /** Average outbound frame rate. Source: metadata ($metadata v1.0, teleconferenceDeviceScreenSharingQuality.averageOutboundFrameRate). */
  averageOutboundFrameRate?: number | null
}

/**
 * Audio levels that a participant hears. Source: beta: participant: configureMixer, participantMixerLevel.
 *
 * @example
 * ```ts
 * const read = (participantMixerLevel: ParticipantMixerLevel) => participantMixerLevel['@odata.type']
 * ```
 */
export interface ParticipantMixerLevel {
  /** Name of the type. Source: documented (OData JSON Format 4.0, 4.5.3). */
  '@odata.type'?: '#microsoft.graph.participantMixerLevel'
  /** ID of the participant. Source: documented (beta: participant: configureMixer). */
  participant?: string | null
  /** True if the participant hears only the listed sources. Source: documented (beta: participant: configureMixer). */
  exclusive?: boolean | null
  /** Lowers some sources while others speak. Source: documented (beta: participant: configureMixer). */
  ducking?: AudioDuckingConfiguration | null
  /** Level of each source. Source: documented (beta: participant: configureMixer). */
  sourceLevels?: AudioSourceLevel[]
}

/**
 * Levels of sources while others speak. Source: beta: participant: configureMixer, audioDuckingConfiguration.
 *
 * @example
 * ```ts
 * const read = (audioDuckingConfiguration: AudioDuckingConfiguration) => audioDuckingConfiguration['@odata.type']
 * ```
 */
export interface AudioDuckingConfiguration {
  /** Name of the type. Source: documented (OData JSON Format 4.0, 4.5.3). */
  '@odata.type'?: '#microsoft.graph.audioDuckingConfiguration'
  /** Time in milliseconds to lower the sources. Source: documented (beta: participant: configureMixer). */
  rampActive?: number | null
  /** Time in milliseconds to raise them again. Source: documented (beta: participant: configureMixer). */
  rampInactive?: number | null
  /** Level while others speak. Source: documented (beta: participant: configureMixer). */
  lowerLevel?: number | null
  /** Level while no other speaks. Source: documented (beta: participant: configureMixer). */
  upperLevel?: number | null
}

/**
 * Level of a source. Source: beta: participant: configureMixer, audioSourceLevel.
 *
 * @example
 * ```ts
 * const read = (audioSourceLevel: AudioSourceLevel) => audioSourceLevel['@odata.type']
 * ```
 */
export interface AudioSourceLevel {
  /** Name of the type. Source: documented (OData JSON Format 4.0, 4.5.3). */
  '@odata.type'?: '#microsoft.graph.audioSourceLevel'
  /** ID of the participant that speaks. Source: documented (beta: participant: configureMixer). */
  participant?: string | null
  /** Level of the source. Source: documented (beta: participant: configureMixer). */
  level?: number | null
  /** True if the source lowers the others. Source: documented (beta: participant: configureMixer). */
  duckOthers?: boolean | null
}

/**
 * A call, as GET /communications/calls/{id} returns it. As received from the service. Source: $metadata v1.0, call.
 *
 * @example
 * ```ts
 * const read = (call: ReceivedCall) => call['@odata.type']
 * ```
 */
export interface ReceivedCall {
  /** Name of the type. Source: documented (OData JSON Format 4.0, 4.5.3). */
  '@odata.type'?: '#microsoft.graph.call' | 'microsoft.graph.call' | null
  /** URL of the metadata that describes this response. Source: documented (Get call, Examples 1 and 2). */
  '@odata.context'?: string | null
  /** Path of the call. Only in notifications. The sources disagree. Identification of a call in notifications: documented: `@odata.id` and `@odata.etag` on one page, `id` on others (call: answer, Examples; Create call, Examples); reported: none of them: the ID is in `resourceUrl` (graph-calling-bots, captured notifications). This package: `readNotifications` finds the ID in each form. The virtual tenant sends either form. Source: documented (call: answer, Examples; not in a response to GET). */
  '@odata.id'?: string | null
  /** ETag of the call. Only in notifications. The sources disagree. Identification of a call in notifications: documented: `@odata.id` and `@odata.etag` on one page, `id` on others (call: answer, Examples; Create call, Examples); reported: none of them: the ID is in `resourceUrl` (graph-calling-bots, captured notifications). This package: `readNotifications` finds the ID in each form. The virtual tenant sends either form. Source: documented (call: answer, Examples; not in a response to GET). */
  '@odata.etag'?: string | null
  /** ID of the call, usually a GUID. The sources disagree. Format of IDs: documented: GUIDs (Get call, Examples 1 and 2); metadata: Edm.String ($metadata v1.0, call.callChainId); reported: 32 digits in URLs, other `callChainId`s, and phone numbers (graph-comms-samples, reported bodies). This package: Both schemas accept any string. Source: metadata ($metadata v1.0, call.id). */
  id?: string | null
  /** State of the call. The sources disagree. The state `ringing`: documented: listed (call resource, state); metadata: not a member ($metadata v1.0, callState); reported: never reported (graph-comms-samples, reported bodies). This package: No schema accepts it. The sources disagree. The state `hold`: documented: listed (call resource, state); metadata: a member ($metadata v1.0, callState); reported: never reported (graph-comms-samples, reported bodies). This package: Both schemas accept it. The virtual tenant never moves a call to it. Source: metadata ($metadata v1.0, call.state). */
  state?: CallState | null
  /** Direction of the call as seen by the bot. Source: metadata ($metadata v1.0, call.direction). */
  direction?: CallDirection | null
  /** HTTPS URL that receives the notifications of the call. Source: metadata ($metadata v1.0, call.callbackUri). */
  callbackUri?: string | null
  /** Caller. Source: metadata ($metadata v1.0, call.source). */
  source?: ReceivedParticipantInfo | null
  /** Participants that are called. Empty for a group call. The sources disagree. `@odata.type` of a target: documented: `#microsoft.graph.invitationParticipantInfo` (Get call, Example 1); metadata: invitationParticipantInfo ($metadata v1.0, call.targets); reported: also `#microsoft.graph.participantInfo` (graph-comms-samples, reported bodies). This package: The tolerant schema accepts both. The sources disagree. Empty collections: documented: `[]` (Get call, Example 2); reported: `[]` and absent (graph-comms-samples, reported bodies). This package: Both schemas accept both. Source: metadata ($metadata v1.0, call.targets). */
  targets?: ReceivedInvitationParticipantInfo[] | null
  /** Participant that answered the call. The sources disagree. `answeredBy` and `ringingTimeoutInSeconds` of a call: documented: null in both examples (Get call, Examples 1 and 2); metadata: not declared, but the type is open ($metadata v1.0, call); reported: common (graph-comms-samples, reported bodies). This package: Both schemas accept them. Source: documented (Get call, Examples 1 and 2; call is an open type). */
  answeredBy?: ReceivedParticipantInfo | null
  /** Modalities requested for the call. The sources disagree. The modality `unknown`: documented: listed (call resource, requestedModalities); metadata: not a member ($metadata v1.0, modality); reported: never reported in `requestedModalities` (graph-comms-samples, reported bodies). This package: No schema accepts it in `requestedModalities`. The sources disagree. Empty collections: documented: `[]` (Get call, Example 2); reported: `[]` and absent (graph-comms-samples, reported bodies). This package: Both schemas accept both. Source: metadata ($metadata v1.0, call.requestedModalities). */
  requestedModalities?: Modality[] | null
  /** Modalities in use. The sources disagree. Older properties of a call: documented: in older examples (Create call, older examples); metadata: not declared, but the type is open ($metadata v1.0, call); reported: common (graph-calling-bots, captured notifications). This package: Both schemas accept them. Modalities and policies are any text. The sources disagree. `unknown` in `activeModalities`: documented: in older examples (Create call, older examples); metadata: not declared, but the type is open ($metadata v1.0, call); reported: reported (graph-comms-samples, reported bodies). This package: Both schemas accept it, because no source closes the list. Source: documented (Create call, older examples; call is an open type). */
  activeModalities?: string[] | null
  /** Media configuration: hosted by the service or by the bot. Source: metadata ($metadata v1.0, call.mediaConfig). */
  mediaConfig?: ReceivedMediaConfig | null
  /** State of the media. Source: metadata ($metadata v1.0, call.mediaState). */
  mediaState?: ReceivedCallMediaState | null
  /** Subject of the call. Source: metadata ($metadata v1.0, call.subject). */
  subject?: string | null
  /** ID shared by all legs of a conversation. Not always a GUID. The sources disagree. Format of IDs: documented: GUIDs (Get call, Examples 1 and 2); metadata: Edm.String ($metadata v1.0, call.callChainId); reported: 32 digits in URLs, other `callChainId`s, and phone numbers (graph-comms-samples, reported bodies). This package: Both schemas accept any string. Source: metadata ($metadata v1.0, call.callChainId). */
  callChainId?: string | null
  /** Options of the call. Source: metadata ($metadata v1.0, call.callOptions). */
  callOptions?: ReceivedCallOptions | null
  /** Routes that the call took before it reached the bot. The sources disagree. Empty collections: documented: `[]` (Get call, Example 2); reported: `[]` and absent (graph-comms-samples, reported bodies). This package: Both schemas accept both. Source: metadata ($metadata v1.0, call.callRoutes). */
  callRoutes?: ReceivedCallRoute[] | null
  /** Chat of the meeting. Null for a peer-to-peer call. Source: metadata ($metadata v1.0, call.chatInfo). */
  chatInfo?: ReceivedChatInfo | null
  /** Meeting. Null for a peer-to-peer call. Source: metadata ($metadata v1.0, call.meetingInfo). */
  meetingInfo?: ReceivedMeetingInfo | null
  /** Capabilities of the meeting. The sources disagree. Older properties of a call: documented: in older examples (Create call, older examples); metadata: not declared, but the type is open ($metadata v1.0, call); reported: common (graph-calling-bots, captured notifications). This package: Both schemas accept them. Modalities and policies are any text. Source: documented (Create call, older examples; call is an open type). */
  meetingCapability?: ReceivedMeetingCapability | null
  /** Context of an incoming call: on whose behalf it is made, and who transferred it. Source: metadata ($metadata v1.0, call.incomingContext). */
  incomingContext?: ReceivedIncomingContext | null
  /** Participant ID of the bot. Source: metadata ($metadata v1.0, call.myParticipantId). */
  myParticipantId?: string | null
  /** Reason why the call ended or a transfer failed. Source: metadata ($metadata v1.0, call.resultInfo). */
  resultInfo?: ReceivedResultInfo | null
  /** Ringing timeout in seconds. The sources disagree. `answeredBy` and `ringingTimeoutInSeconds` of a call: documented: null in both examples (Get call, Examples 1 and 2); metadata: not declared, but the type is open ($metadata v1.0, call); reported: common (graph-comms-samples, reported bodies). This package: Both schemas accept them. Source: documented (Get call, Examples 1 and 2; call is an open type). */
  ringingTimeoutInSeconds?: number | null
  /** Routing policies of the call. The sources disagree. Older properties of a call: documented: in older examples (Create call, older examples); metadata: not declared, but the type is open ($metadata v1.0, call); reported: common (graph-calling-bots, captured notifications). This package: Both schemas accept them. Modalities and policies are any text. Source: documented (Create call, older examples; call is an open type). */
  routingPolicies?: string[] | null
  /** ID of the tenant that the call belongs to. Source: metadata ($metadata v1.0, call.tenantId). */
  tenantId?: string | null
  /** Reason why the call ended, as text. The sources disagree. Older properties of a call: documented: in older examples (Create call, older examples); metadata: not declared, but the type is open ($metadata v1.0, call); reported: common (graph-calling-bots, captured notifications). This package: Both schemas accept them. Modalities and policies are any text. Source: documented (call: transfer, Examples; call is an open type). */
  terminationReason?: string | null
  /** Last DTMF tone received. Source: metadata ($metadata v1.0, call.toneInfo). */
  toneInfo?: ReceivedToneInfo | null
  /** Transcription of the call. The sources disagree. Values of `@odata.type`: documented: with a leading `#`; `callTranscriptionInfo` (Get call, Example 2); metadata: callTranscriptionInfo ($metadata v1.0, callTranscriptionInfo); reported: without the `#`, `transcriptionInfo`, and bodies without any (graph-comms-samples, reported bodies). This package: The tolerant schema accepts all. The strict schema requires the documented form. Source: metadata ($metadata v1.0, call.transcription). */
  transcription?: ReceivedCallTranscriptionInfo | null
  /** Additional organizers of the meeting. Source: reported (graph-calling-bots, captured notifications; call is an open type). */
  coOrganizers?: unknown[] | null
  /** Call that this call replaces. The sources disagree. Reported properties of a call: documented: some, without a type (Create call, Examples); metadata: not declared, but the type is open ($metadata v1.0, call); reported: reported (graph-comms-samples issues 664 and 667). This package: The tolerant schema accepts any value. The strict schema rejects them. Source: reported (graph-calling-bots, captured notifications; call is an open type). */
  replacesContext?: unknown
  /** Metadata of an application. The sources disagree. Reported properties of a call: documented: some, without a type (Create call, Examples); metadata: not declared, but the type is open ($metadata v1.0, call); reported: reported (graph-comms-samples issues 664 and 667). This package: The tolerant schema accepts any value. The strict schema rejects them. Source: reported (graph-comms-samples issue 664; call is an open type). */
  applicationMetadata?: unknown
  /** Region that hosts the media. The sources disagree. Reported properties of a call: documented: some, without a type (Create call, Examples); metadata: not declared, but the type is open ($metadata v1.0, call); reported: reported (graph-comms-samples issues 664 and 667). This package: The tolerant schema accepts any value. The strict schema rejects them. Source: reported (bodies in the issues of graph-comms-samples; call is an open type). */
  mediaHostedRegion?: unknown
  /** Additional properties of the meeting. The sources disagree. Reported properties of a call: documented: some, without a type (Create call, Examples); metadata: not declared, but the type is open ($metadata v1.0, call); reported: reported (graph-comms-samples issues 664 and 667). This package: The tolerant schema accepts any value. The strict schema rejects them. Source: reported (graph-calling-bots, captured notifications; call is an open type). */
  meetingProperties?: unknown
  /** Consent of the participants to a recording. The sources disagree. Reported properties of a call: documented: some, without a type (Create call, Examples); metadata: not declared, but the type is open ($metadata v1.0, call); reported: reported (graph-comms-samples issues 664 and 667). This package: The tolerant schema accepts any value. The strict schema rejects them. Source: reported (bodies in the issues of graph-comms-samples; call is an open type). */
  recordingConsentDetails?: unknown
  /** Audio routing groups of the call. Only with `$expand=audioRoutingGroups`. Source: metadata ($metadata v1.0, call.audioRoutingGroups). */
  audioRoutingGroups?: ReceivedAudioRoutingGroup[] | null
  /** Content sharing sessions of the call. Only with `$expand=contentSharingSessions`. Source: metadata ($metadata v1.0, call.contentSharingSessions). */
  contentSharingSessions?: ReceivedContentSharingSession[] | null
  /** Operations that the bot started in the call. Only with `$expand=operations`. Source: metadata ($metadata v1.0, call.operations). */
  operations?: ReceivedCommsOperation[] | null
  /** Participants of the call. Only with `$expand=participants`. Source: metadata ($metadata v1.0, call.participants). */
  participants?: ReceivedParticipant[] | null
}

/**
 * Options of a call. As received from the service. Source: $metadata v1.0, callOptions.
 *
 * @example
 * ```ts
 * const read = (callOptions: ReceivedCallOptions) => callOptions['@odata.type']
 * ```
 */
export type ReceivedCallOptions = ReceivedIncomingCallOptions | ReceivedOutgoingCallOptions | ObjectOfUnknownType

/**
 * Options of an incoming call. As received from the service. Source: $metadata v1.0, incomingCallOptions.
 *
 * @example
 * ```ts
 * const read = (incomingCallOptions: ReceivedIncomingCallOptions) => incomingCallOptions['@odata.type']
 * ```
 */
export interface ReceivedIncomingCallOptions {
  /** Name of the type. Source: documented (OData JSON Format 4.0, 4.5.3). */
  '@odata.type': '#microsoft.graph.incomingCallOptions' | 'microsoft.graph.incomingCallOptions'
  /** True if the bot is hidden after the call becomes a group call. Source: metadata ($metadata v1.0, callOptions.hideBotAfterEscalation). */
  hideBotAfterEscalation?: boolean | null
  /** True if the bot receives content sharing notifications. Source: metadata ($metadata v1.0, callOptions.isContentSharingNotificationEnabled). */
  isContentSharingNotificationEnabled?: boolean | null
  /** True if roster notifications contain only the changes. Since 2024-11. Source: metadata ($metadata v1.0, callOptions.isDeltaRosterEnabled). */
  isDeltaRosterEnabled?: boolean | null
  /** True if the roster distinguishes interactive participants from listeners. Since 2025-09. Source: metadata ($metadata v1.0, callOptions.isInteractiveRosterEnabled). */
  isInteractiveRosterEnabled?: boolean | null
  /** True if the bot receives changes of the information about participants. The sources disagree. Options of a call in the .NET SDK: metadata: not declared ($metadata v1.0, callOptions); reported: the SDK has it (graph-comms-samples, the .NET SDK). This package: The tolerant schema accepts it. The strict schema rejects it. Source: reported (graph-comms-samples, the .NET SDK). */
  isParticipantInfoUpdatesEnabled?: boolean | null
}

/**
 * Options of an outgoing call. As received from the service. Source: $metadata v1.0, outgoingCallOptions.
 *
 * @example
 * ```ts
 * const read = (outgoingCallOptions: ReceivedOutgoingCallOptions) => outgoingCallOptions['@odata.type']
 * ```
 */
export interface ReceivedOutgoingCallOptions {
  /** Name of the type. Source: documented (OData JSON Format 4.0, 4.5.3). */
  '@odata.type': '#microsoft.graph.outgoingCallOptions' | 'microsoft.graph.outgoingCallOptions'
  /** True if the bot is hidden after the call becomes a group call. Source: metadata ($metadata v1.0, callOptions.hideBotAfterEscalation). */
  hideBotAfterEscalation?: boolean | null
  /** True if the bot receives content sharing notifications. Source: metadata ($metadata v1.0, callOptions.isContentSharingNotificationEnabled). */
  isContentSharingNotificationEnabled?: boolean | null
  /** True if roster notifications contain only the changes. Since 2024-11. Source: metadata ($metadata v1.0, callOptions.isDeltaRosterEnabled). */
  isDeltaRosterEnabled?: boolean | null
  /** True if the roster distinguishes interactive participants from listeners. Since 2025-09. Source: metadata ($metadata v1.0, callOptions.isInteractiveRosterEnabled). */
  isInteractiveRosterEnabled?: boolean | null
  /** True if the bot receives changes of the information about participants. The sources disagree. Options of a call in the .NET SDK: metadata: not declared ($metadata v1.0, callOptions); reported: the SDK has it (graph-comms-samples, the .NET SDK). This package: The tolerant schema accepts it. The strict schema rejects it. Source: reported (graph-comms-samples, the .NET SDK). */
  isParticipantInfoUpdatesEnabled?: boolean | null
}

/**
 * A user, application, device or other actor. As received from the service. Source: $metadata v1.0, identity.
 *
 * @example
 * ```ts
 * const read = (identity: ReceivedIdentity) => identity['@odata.type']
 * ```
 */
export interface ReceivedIdentity {
  /** Name of the type. Source: documented (OData JSON Format 4.0, 4.5.3). */
  '@odata.type'?: string | null
  /** Display name. Can be out of date, and is often absent or null. Source: metadata ($metadata v1.0, identity.displayName). */
  displayName?: string | null
  /** ID of the actor: a GUID for users and applications, a number such as "+15550100" for phones. The sources disagree. Format of IDs: documented: GUIDs (Get call, Examples 1 and 2); metadata: Edm.String ($metadata v1.0, call.callChainId); reported: 32 digits in URLs, other `callChainId`s, and phone numbers (graph-comms-samples, reported bodies). This package: Both schemas accept any string. Source: metadata ($metadata v1.0, identity.id). */
  id?: string | null
  /** ID of the tenant that the actor belongs to. The sources disagree. `tenantId` and `identityProvider` of an identity: documented: in examples (Create call, Examples); metadata: not declared, but the type is open ($metadata v1.0, identity); reported: in every captured roster (graph-calling-bots, captured rosters). This package: Both schemas accept them. Source: documented (Create call, Examples; identity is an open type). */
  tenantId?: string | null
  /** Identity provider, for example "AAD". The sources disagree. `tenantId` and `identityProvider` of an identity: documented: in examples (Create call, Examples); metadata: not declared, but the type is open ($metadata v1.0, identity); reported: in every captured roster (graph-calling-bots, captured rosters). This package: Both schemas accept them. Source: documented (Create call, Examples; identity is an open type). */
  identityProvider?: string | null
  /** Kind of application, for example "LargeGallery-V2" for the large gallery. Source: documented (call: addLargeGalleryView, Examples; identity is an open type). */
  ApplicationType?: string | null
  /** Kind of application. Source: metadata ($metadata v1.0, communicationsApplicationIdentity.applicationType). */
  applicationType?: string | null
  /** True if the application is hidden from the roster. Source: metadata ($metadata v1.0, communicationsApplicationIdentity.hidden). */
  hidden?: boolean | null
  /** Email address of the guest. Since 2025-11. Source: metadata ($metadata v1.0, communicationsGuestIdentity.email). */
  email?: string | null
  /** ID of the Azure Communication Services resource that the user belongs to. Source: metadata ($metadata v1.0, azureCommunicationServicesUserIdentity.azureCommunicationServicesResourceId). */
  azureCommunicationServicesResourceId?: string | null
}

/**
 * The identities of a participant, one property for each kind. Usually only one is set. As received from the service. Source: $metadata v1.0, identitySet.
 *
 * @example
 * ```ts
 * const read = (identitySet: ReceivedIdentitySet) => identitySet['@odata.type']
 * ```
 */
export interface ReceivedIdentitySet {
  /** Name of the type. Source: documented (OData JSON Format 4.0, 4.5.3). */
  '@odata.type'?: string | null
  /** Application, if the participant is one. Source: metadata ($metadata v1.0, identitySet.application). */
  application?: ReceivedIdentity | null
  /** Device, if the participant is one. Source: metadata ($metadata v1.0, identitySet.device). */
  device?: ReceivedIdentity | null
  /** User, if the participant is one. Source: metadata ($metadata v1.0, identitySet.user). */
  user?: ReceivedIdentity | null
  /** Application instance, if the participant is one. The sources disagree. Kinds of identity in a plain identity set: documented: properties of a plain identity set (identitySet resource); metadata: only on communicationsIdentitySet ($metadata v1.0, communicationsIdentitySet); reported: in plain identity sets (graph-comms-samples, reported bodies). This package: Both schemas accept them. Source: documented (identitySet resource, and $metadata v1.0, communicationsIdentitySet; identitySet is an open type). */
  applicationInstance?: ReceivedIdentity | null
  /** Encrypted identity, if the participant has one. The sources disagree. Kinds of identity in a plain identity set: documented: properties of a plain identity set (identitySet resource); metadata: only on communicationsIdentitySet ($metadata v1.0, communicationsIdentitySet); reported: in plain identity sets (graph-comms-samples, reported bodies). This package: Both schemas accept them. Source: documented (identitySet resource, and $metadata v1.0, communicationsIdentitySet; identitySet is an open type). */
  encrypted?: ReceivedIdentity | null
  /** Guest, if the participant is one. The sources disagree. Kinds of identity in a plain identity set: documented: properties of a plain identity set (identitySet resource); metadata: only on communicationsIdentitySet ($metadata v1.0, communicationsIdentitySet); reported: in plain identity sets (graph-comms-samples, reported bodies). This package: Both schemas accept them. Source: documented (identitySet resource, and $metadata v1.0, communicationsIdentitySet; identitySet is an open type). */
  guest?: ReceivedIdentity | null
  /** User of an on-premises server, if the participant is one. The sources disagree. Kinds of identity in a plain identity set: documented: properties of a plain identity set (identitySet resource); metadata: only on communicationsIdentitySet ($metadata v1.0, communicationsIdentitySet); reported: in plain identity sets (graph-comms-samples, reported bodies). This package: Both schemas accept them. Source: documented (identitySet resource, and $metadata v1.0, communicationsIdentitySet; identitySet is an open type). */
  onPremises?: ReceivedIdentity | null
  /** Phone, if the participant is one. The sources disagree. Kinds of identity in a plain identity set: documented: properties of a plain identity set (identitySet resource); metadata: only on communicationsIdentitySet ($metadata v1.0, communicationsIdentitySet); reported: in plain identity sets (graph-comms-samples, reported bodies). This package: Both schemas accept them. Source: documented (identitySet resource, and $metadata v1.0, communicationsIdentitySet; identitySet is an open type). */
  phone?: ReceivedIdentity | null
  /** Identity asserted by a phone provider. Source: metadata ($metadata v1.0, communicationsIdentitySet.assertedIdentity). */
  assertedIdentity?: ReceivedIdentity | null
  /** User of Azure Communication Services, if the participant is one. Source: metadata ($metadata v1.0, communicationsIdentitySet.azureCommunicationServicesUser). */
  azureCommunicationServicesUser?: ReceivedIdentity | null
  /** Kind of endpoint that the participant uses. Source: metadata ($metadata v1.0, communicationsIdentitySet.endpointType). */
  endpointType?: EndpointType | null
}

/**
 * Information about a participant. As received from the service. Source: $metadata v1.0, participantInfo.
 *
 * @example
 * ```ts
 * const read = (participantInfo: ReceivedParticipantInfo) => participantInfo['@odata.type']
 * ```
 */
export interface ReceivedParticipantInfo {
  /** Name of the type. Source: documented (OData JSON Format 4.0, 4.5.3). */
  '@odata.type'?: string | null
  /** ISO 3166-1 alpha-2 code of the country that the participant is in. Source: metadata ($metadata v1.0, participantInfo.countryCode). */
  countryCode?: string | null
  /** Kind of endpoint that the participant uses. Source: metadata ($metadata v1.0, participantInfo.endpointType). */
  endpointType?: EndpointType | null
  /** Identity of the participant. Source: metadata ($metadata v1.0, participantInfo.identity). */
  identity?: ReceivedIdentitySet | null
  /** Language of the participant, for example "en-US". Source: metadata ($metadata v1.0, participantInfo.languageId). */
  languageId?: string | null
  /** ID of the participant in the call. Source: metadata ($metadata v1.0, participantInfo.participantId). */
  participantId?: string | null
  /** Region of the participant, for example "amer". Source: metadata ($metadata v1.0, participantInfo.region). */
  region?: string | null
  /** Additional ID of the participant. The sources disagree. `id` of a participant: documented: in examples (List participants, Examples); metadata: not declared, and the type is closed ($metadata v1.0, participantInfo); reported: reported (graph-comms-samples issues 191 and 417). This package: Both schemas accept it. Source: documented (List participants, Examples; the metadata has a closed type without it). */
  id?: string | null
  /** Client of the participant and its version. The sources disagree. Properties of a roster: metadata: not declared, and the type is closed ($metadata v1.0, participant); reported: in every captured roster (graph-calling-bots, captured rosters). This package: The tolerant schema accepts them. The strict schema rejects them. Source: reported (graph-calling-bots, captured rosters; the metadata has a closed type without it). */
  clientVersion?: string | null
  /** ID of the endpoint that the participant uses. The sources disagree. Properties of a roster: metadata: not declared, and the type is closed ($metadata v1.0, participant); reported: in every captured roster (graph-calling-bots, captured rosters). This package: The tolerant schema accepts them. The strict schema rejects them. Source: reported (graph-calling-bots, captured rosters; the metadata has a closed type without it). */
  endpointId?: string | null
  /** ID of the platform of the client. The sources disagree. Properties of a roster: metadata: not declared, and the type is closed ($metadata v1.0, participant); reported: in every captured roster (graph-calling-bots, captured rosters). This package: The tolerant schema accepts them. The strict schema rejects them. Source: reported (graph-calling-bots, captured rosters; the metadata has a closed type without it). */
  platformId?: string | null
  /** URL that replaces the participant in the call. The sources disagree. Properties of a roster: metadata: not declared, and the type is closed ($metadata v1.0, participant); reported: in every captured roster (graph-calling-bots, captured rosters). This package: The tolerant schema accepts them. The strict schema rejects them. Source: reported (graph-calling-bots, captured rosters; the metadata has a closed type without it). */
  replacementLink?: string | null
}

/**
 * A participant that is invited to a call. As received from the service. Source: $metadata v1.0, invitationParticipantInfo.
 *
 * @example
 * ```ts
 * const read = (invitationParticipantInfo: ReceivedInvitationParticipantInfo) => invitationParticipantInfo['@odata.type']
 * ```
 */
export interface ReceivedInvitationParticipantInfo {
  /** Name of the type. Source: documented (OData JSON Format 4.0, 4.5.3). */
  '@odata.type'?: string | null
  /** True if the participant is hidden from the roster. Source: metadata ($metadata v1.0, invitationParticipantInfo.hidden). */
  hidden?: boolean | null
  /** Identity of the participant. Source: metadata ($metadata v1.0, invitationParticipantInfo.identity). */
  identity?: ReceivedIdentitySet | null
  /** ID of the participant in the call. Source: metadata ($metadata v1.0, invitationParticipantInfo.participantId). */
  participantId?: string | null
  /** True if the participant is removed from the default audio routing group. Source: metadata ($metadata v1.0, invitationParticipantInfo.removeFromDefaultAudioRoutingGroup). */
  removeFromDefaultAudioRoutingGroup?: boolean | null
  /** ID of the call that this participant is transferred from. Source: metadata ($metadata v1.0, invitationParticipantInfo.replacesCallId). */
  replacesCallId?: string | null
  /** ISO 3166-1 alpha-2 code of the country that the participant is in. Source: metadata ($metadata v1.0, participantInfo.countryCode). */
  countryCode?: string | null
  /** Kind of endpoint that the participant uses. Source: metadata ($metadata v1.0, participantInfo.endpointType). */
  endpointType?: EndpointType | null
  /** Language of the participant, for example "en-US". Source: metadata ($metadata v1.0, participantInfo.languageId). */
  languageId?: string | null
  /** Region of the participant, for example "amer". Source: metadata ($metadata v1.0, participantInfo.region). */
  region?: string | null
  /** Additional ID of the participant. The sources disagree. `id` of a participant: documented: in examples (List participants, Examples); metadata: not declared, and the type is closed ($metadata v1.0, participantInfo); reported: reported (graph-comms-samples issues 191 and 417). This package: Both schemas accept it. Source: documented (List participants, Examples; the metadata has a closed type without it). */
  id?: string | null
  /** Client of the participant and its version. The sources disagree. Properties of a roster: metadata: not declared, and the type is closed ($metadata v1.0, participant); reported: in every captured roster (graph-calling-bots, captured rosters). This package: The tolerant schema accepts them. The strict schema rejects them. Source: reported (graph-calling-bots, captured rosters; the metadata has a closed type without it). */
  clientVersion?: string | null
  /** ID of the endpoint that the participant uses. The sources disagree. Properties of a roster: metadata: not declared, and the type is closed ($metadata v1.0, participant); reported: in every captured roster (graph-calling-bots, captured rosters). This package: The tolerant schema accepts them. The strict schema rejects them. Source: reported (graph-calling-bots, captured rosters; the metadata has a closed type without it). */
  endpointId?: string | null
  /** ID of the platform of the client. The sources disagree. Properties of a roster: metadata: not declared, and the type is closed ($metadata v1.0, participant); reported: in every captured roster (graph-calling-bots, captured rosters). This package: The tolerant schema accepts them. The strict schema rejects them. Source: reported (graph-calling-bots, captured rosters; the metadata has a closed type without it). */
  platformId?: string | null
  /** URL that replaces the participant in the call. The sources disagree. Properties of a roster: metadata: not declared, and the type is closed ($metadata v1.0, participant); reported: in every captured roster (graph-calling-bots, captured rosters). This package: The tolerant schema accepts them. The strict schema rejects them. Source: reported (graph-calling-bots, captured rosters; the metadata has a closed type without it). */
  replacementLink?: string | null
}

/**
 * A route from the original callee to another one. As received from the service. Source: $metadata v1.0, callRoute.
 *
 * @example
 * ```ts
 * const read = (callRoute: ReceivedCallRoute) => callRoute['@odata.type']
 * ```
 */
export interface ReceivedCallRoute {
  /** Name of the type. Source: documented (OData JSON Format 4.0, 4.5.3). */
  '@odata.type'?: string | null
  /** Identity that received the call. Source: metadata ($metadata v1.0, callRoute.final). */
  final?: ReceivedIdentitySet | null
  /** Identity that was called originally. Source: metadata ($metadata v1.0, callRoute.original). */
  original?: ReceivedIdentitySet | null
  /** Reason why the call was routed. Source: metadata ($metadata v1.0, callRoute.routingType). */
  routingType?: RoutingType | null
}

/**
 * Context of an incoming call. As received from the service. Source: $metadata v1.0, incomingContext.
 *
 * @example
 * ```ts
 * const read = (incomingContext: ReceivedIncomingContext) => incomingContext['@odata.type']
 * ```
 */
export interface ReceivedIncomingContext {
  /** Name of the type. Source: documented (OData JSON Format 4.0, 4.5.3). */
  '@odata.type'?: string | null
  /** ID of the participant that is observed. Source: metadata ($metadata v1.0, incomingContext.observedParticipantId). */
  observedParticipantId?: string | null
  /** Identity on whose behalf the call is made. Source: metadata ($metadata v1.0, incomingContext.onBehalfOf). */
  onBehalfOf?: ReceivedIdentitySet | null
  /** ID of the participant that triggered the call. Source: metadata ($metadata v1.0, incomingContext.sourceParticipantId). */
  sourceParticipantId?: string | null
  /** Identity that transferred the call. Source: metadata ($metadata v1.0, incomingContext.transferor). */
  transferor?: ReceivedIdentitySet | null
}

/**
 * A participant in the roster of a call. Only with `$expand=participants`. As received from the service. Source: $metadata v1.0, participant.
 *
 * @example
 * ```ts
 * const read = (participant: ReceivedParticipant) => participant['@odata.type']
 * ```
 */
export interface ReceivedParticipant {
  /** Name of the type. Source: documented (OData JSON Format 4.0, 4.5.3). */
  '@odata.type'?: string | null
  /** ID of the participant. Source: metadata ($metadata v1.0, participant.id). */
  id?: string | null
  /** Information about the participant. Source: metadata ($metadata v1.0, participant.info). */
  info?: ReceivedParticipantInfo | null
  /** True if the participant is in the lobby. Source: metadata ($metadata v1.0, participant.isInLobby). */
  isInLobby?: boolean | null
  /** True if the participant or the service muted the audio. Source: metadata ($metadata v1.0, participant.isMuted). */
  isMuted?: boolean | null
  /** Media streams of the participant. Source: metadata ($metadata v1.0, participant.mediaStreams). */
  mediaStreams?: ReceivedMediaStream[] | null
  /** Metadata that the participant added to the roster. Source: metadata ($metadata v1.0, participant.metadata). */
  metadata?: string | null
  /** Recording by the participant. Source: metadata ($metadata v1.0, participant.recordingInfo). */
  recordingInfo?: ReceivedRecordingInfo | null
  /** Reason why the participant was removed from the roster. Since 2023-11. Source: metadata ($metadata v1.0, participant.removedState). */
  removedState?: ReceivedRemovedState | null
  /** Reasons why media of the participant is restricted. Source: metadata ($metadata v1.0, participant.restrictedExperience). */
  restrictedExperience?: ReceivedOnlineMeetingRestricted | null
  /** Sequence number of the last roster update that changed the participant. Since 2023-11. Source: metadata ($metadata v1.0, participant.rosterSequenceNumber). */
  rosterSequenceNumber?: number | string | null
  /** True if the identity of the participant is hidden. The sources disagree. Properties of a roster: metadata: not declared, and the type is closed ($metadata v1.0, participant); reported: in every captured roster (graph-calling-bots, captured rosters). This package: The tolerant schema accepts them. The strict schema rejects them. Source: reported (graph-calling-bots, captured rosters; the metadata has a closed type without it). */
  isIdentityAnonymized?: boolean | null
  /** Role of the participant in the meeting, for example "none". The sources disagree. Properties of a roster: metadata: not declared, and the type is closed ($metadata v1.0, participant); reported: in every captured roster (graph-calling-bots, captured rosters). This package: The tolerant schema accepts them. The strict schema rejects them. Source: reported (graph-calling-bots, captured rosters; the metadata has a closed type without it). */
  meetingRole?: string | null
  /** States that the participant published. The sources disagree. Properties of a roster: metadata: not declared, and the type is closed ($metadata v1.0, participant); reported: in every captured roster (graph-calling-bots, captured rosters). This package: The tolerant schema accepts them. The strict schema rejects them. Source: reported (graph-calling-bots, captured rosters; the metadata has a closed type without it). */
  publishedStates?: unknown[] | null
  /** URL that replaces the participant in the call. The sources disagree. Properties of a roster: metadata: not declared, and the type is closed ($metadata v1.0, participant); reported: in every captured roster (graph-calling-bots, captured rosters). This package: The tolerant schema accepts them. The strict schema rejects them. Source: reported (graph-calling-bots, captured rosters; the metadata has a closed type without it). */
  replacementLink?: string | null
}

/**
 * Recording by a participant. As received from the service. Source: $metadata v1.0, recordingInfo.
 *
 * @example
 * ```ts
 * const read = (recordingInfo: ReceivedRecordingInfo) => recordingInfo['@odata.type']
 * ```
 */
export interface ReceivedRecordingInfo {
  /** Name of the type. Source: documented (OData JSON Format 4.0, 4.5.3). */
  '@odata.type'?: string | null
  /** Identity that started the recording. Source: metadata ($metadata v1.0, recordingInfo.initiator). */
  initiator?: ReceivedIdentitySet | null
  /** Recording status. Source: metadata ($metadata v1.0, recordingInfo.recordingStatus). */
  recordingStatus?: RecordingStatus | null
}

/**
 * Reason why a participant was removed from the roster. As received from the service. Source: $metadata v1.0, removedState.
 *
 * @example
 * ```ts
 * const read = (removedState: ReceivedRemovedState) => removedState['@odata.type']
 * ```
 */
export interface ReceivedRemovedState {
  /** Name of the type. Source: documented (OData JSON Format 4.0, 4.5.3). */
  '@odata.type'?: string | null
  /** Reason for the removal. Source: metadata ($metadata v1.0, removedState.reason). */
  reason?: string | null
}

/**
 * Restrictions of a participant in a meeting. As received from the service. Source: $metadata v1.0, onlineMeetingRestricted.
 *
 * @example
 * ```ts
 * const read = (onlineMeetingRestricted: ReceivedOnlineMeetingRestricted) => onlineMeetingRestricted['@odata.type']
 * ```
 */
export interface ReceivedOnlineMeetingRestricted {
  /** Name of the type. Source: documented (OData JSON Format 4.0, 4.5.3). */
  '@odata.type'?: string | null
  /** Reason why the participant is not allowed to share content. Source: metadata ($metadata v1.0, onlineMeetingRestricted.contentSharingDisabled). */
  contentSharingDisabled?: OnlineMeetingContentSharingDisabledReason | null
  /** Reason why the video of the participant is disabled. Source: metadata ($metadata v1.0, onlineMeetingRestricted.videoDisabled). */
  videoDisabled?: OnlineMeetingVideoDisabledReason | null
}

/**
 * Media configuration of a call: hosted by the service or by the bot. As received from the service. Source: $metadata v1.0, mediaConfig.
 *
 * @example
 * ```ts
 * const read = (mediaConfig: ReceivedMediaConfig) => mediaConfig['@odata.type']
 * ```
 */
export type ReceivedMediaConfig = ReceivedServiceHostedMediaConfig | ReceivedAppHostedMediaConfig | ObjectOfUnknownType

/**
 * Media hosted by the service. The bot plays prompts and receives tones. As received from the service. Source: $metadata v1.0, serviceHostedMediaConfig.
 *
 * @example
 * ```ts
 * const read = (serviceHostedMediaConfig: ReceivedServiceHostedMediaConfig) => serviceHostedMediaConfig['@odata.type']
 * ```
 */
export interface ReceivedServiceHostedMediaConfig {
  /** Name of the type. Source: documented (OData JSON Format 4.0, 4.5.3). */
  '@odata.type': '#microsoft.graph.serviceHostedMediaConfig' | 'microsoft.graph.serviceHostedMediaConfig'
  /** True if the bot is removed from the default audio group. The sources disagree. `removeFromDefaultAudioGroup` of a media configuration: documented: in examples (Create call, Examples); metadata: not declared, and the type is closed ($metadata v1.0, mediaConfig); reported: reported (graph-comms-samples, reported bodies). This package: Both schemas accept it. Source: documented (Create call, Examples; the metadata has a closed type without it). */
  removeFromDefaultAudioGroup?: boolean | null
  /** Prompts to fetch before they are played. Source: metadata ($metadata v1.0, serviceHostedMediaConfig.preFetchMedia). */
  preFetchMedia?: ReceivedMediaInfo[] | null
}

/**
 * Media hosted by the bot. As received from the service. Source: $metadata v1.0, appHostedMediaConfig.
 *
 * @example
 * ```ts
 * const read = (appHostedMediaConfig: ReceivedAppHostedMediaConfig) => appHostedMediaConfig['@odata.type']
 * ```
 */
export interface ReceivedAppHostedMediaConfig {
  /** Name of the type. Source: documented (OData JSON Format 4.0, 4.5.3). */
  '@odata.type': '#microsoft.graph.appHostedMediaConfig' | 'microsoft.graph.appHostedMediaConfig'
  /** True if the bot is removed from the default audio group. The sources disagree. `removeFromDefaultAudioGroup` of a media configuration: documented: in examples (Create call, Examples); metadata: not declared, and the type is closed ($metadata v1.0, mediaConfig); reported: reported (graph-comms-samples, reported bodies). This package: Both schemas accept it. Source: documented (Create call, Examples; the metadata has a closed type without it). */
  removeFromDefaultAudioGroup?: boolean | null
  /** Media configuration created by the media library of the bot. Source: metadata ($metadata v1.0, appHostedMediaConfig.blob). */
  blob?: string | null
}

/**
 * A prompt that is played in a call. As received from the service. Source: $metadata v1.0, prompt.
 *
 * @example
 * ```ts
 * const read = (prompt: ReceivedPrompt) => prompt['@odata.type']
 * ```
 */
export type ReceivedPrompt = ReceivedMediaPrompt | ObjectOfUnknownType

/**
 * A prompt from an audio file. As received from the service. Source: $metadata v1.0, mediaPrompt.
 *
 * @example
 * ```ts
 * const read = (mediaPrompt: ReceivedMediaPrompt) => mediaPrompt['@odata.type']
 * ```
 */
export interface ReceivedMediaPrompt {
  /** Name of the type. Source: documented (OData JSON Format 4.0, 4.5.3). */
  '@odata.type': '#microsoft.graph.mediaPrompt' | 'microsoft.graph.mediaPrompt'
  /** Audio file. Source: metadata ($metadata v1.0, mediaPrompt.mediaInfo). */
  mediaInfo?: ReceivedMediaInfo | null
  /** Number of times that the prompt is played. Source: documented (beta: mediaPrompt resource; the metadata has a closed type without it). */
  loop?: number | null
}

/**
 * An audio file: a prompt. As received from the service. Source: $metadata v1.0, mediaInfo.
 *
 * @example
 * ```ts
 * const read = (mediaInfo: ReceivedMediaInfo) => mediaInfo['@odata.type']
 * ```
 */
export interface ReceivedMediaInfo {
  /** Name of the type. Source: documented (OData JSON Format 4.0, 4.5.3). */
  '@odata.type'?: string | null
  /** ID of the prompt in the cache. Source: metadata ($metadata v1.0, mediaInfo.resourceId). */
  resourceId?: string | null
  /** URI of the prompt, a .wav file. Source: metadata ($metadata v1.0, mediaInfo.uri). */
  uri?: string | null
}

/**
 * State of the media in a call. As received from the service. Source: $metadata v1.0, callMediaState.
 *
 * @example
 * ```ts
 * const read = (callMediaState: ReceivedCallMediaState) => callMediaState['@odata.type']
 * ```
 */
export interface ReceivedCallMediaState {
  /** Name of the type. Source: documented (OData JSON Format 4.0, 4.5.3). */
  '@odata.type'?: string | null
  /** State of the audio. Source: metadata ($metadata v1.0, callMediaState.audio). */
  audio?: MediaState | null
}

/**
 * A DTMF tone received in the call. As received from the service. Source: $metadata v1.0, toneInfo.
 *
 * @example
 * ```ts
 * const read = (toneInfo: ReceivedToneInfo) => toneInfo['@odata.type']
 * ```
 */
export interface ReceivedToneInfo {
  /** Name of the type. Source: documented (OData JSON Format 4.0, 4.5.3). */
  '@odata.type'?: string | null
  /** Sequence number for ordering tones. The sources disagree. Type of `sequenceId`: documented: a number (call: subscribeToTone, Examples); metadata: Int64, a string if a client requests IEEE754Compatible ($metadata v1.0, toneInfo.sequenceId); reported: a number (graph-calling-bots, captured notifications). This package: The tolerant schema accepts both. The strict schema requires a number. Source: metadata ($metadata v1.0, toneInfo.sequenceId). */
  sequenceId?: number | string | null
  /** Tone. Source: metadata ($metadata v1.0, toneInfo.tone). */
  tone?: Tone | null
}

/**
 * Transcription of a call. As received from the service. Source: $metadata v1.0, callTranscriptionInfo.
 *
 * @example
 * ```ts
 * const read = (callTranscriptionInfo: ReceivedCallTranscriptionInfo) => callTranscriptionInfo['@odata.type']
 * ```
 */
export interface ReceivedCallTranscriptionInfo {
  /** Name of the type. Source: documented (OData JSON Format 4.0, 4.5.3). */
  '@odata.type'?: string | null
  /** Time of the last change, in UTC. Source: metadata ($metadata v1.0, callTranscriptionInfo.lastModifiedDateTime). */
  lastModifiedDateTime?: string | null
  /** State of the transcription. Source: metadata ($metadata v1.0, callTranscriptionInfo.state). */
  state?: CallTranscriptionState | null
}

/**
 * A media stream of a participant. As received from the service. Source: $metadata v1.0, mediaStream.
 *
 * @example
 * ```ts
 * const read = (mediaStream: ReceivedMediaStream) => mediaStream['@odata.type']
 * ```
 */
export interface ReceivedMediaStream {
  /** Name of the type. Source: documented (OData JSON Format 4.0, 4.5.3). */
  '@odata.type'?: string | null
  /** Direction of the stream. Source: metadata ($metadata v1.0, mediaStream.direction). */
  direction?: MediaDirection | null
  /** Label of the stream, for example "main-audio". Source: metadata ($metadata v1.0, mediaStream.label). */
  label?: string | null
  /** Kind of media. Source: metadata ($metadata v1.0, mediaStream.mediaType). */
  mediaType?: Modality | null
  /** True if the service muted the stream. Source: metadata ($metadata v1.0, mediaStream.serverMuted). */
  serverMuted?: boolean | null
  /** ID of the source. Source: metadata ($metadata v1.0, mediaStream.sourceId). */
  sourceId?: string | null
}

/**
 * A private audio route between participants. Only with `$expand=audioRoutingGroups`. As received from the service. Source: $metadata v1.0, audioRoutingGroup.
 *
 * @example
 * ```ts
 * const read = (audioRoutingGroup: ReceivedAudioRoutingGroup) => audioRoutingGroup['@odata.type']
 * ```
 */
export interface ReceivedAudioRoutingGroup {
  /** Name of the type. Source: documented (OData JSON Format 4.0, 4.5.3). */
  '@odata.type'?: string | null
  /** ID of the group. Source: metadata ($metadata v1.0, audioRoutingGroup.id). */
  id?: string | null
  /** IDs of the participants that receive audio. Source: metadata ($metadata v1.0, audioRoutingGroup.receivers). */
  receivers?: string[] | null
  /** Audio routing mode. Source: metadata ($metadata v1.0, audioRoutingGroup.routingMode). */
  routingMode?: RoutingMode | null
  /** IDs of the participants that send audio. Source: metadata ($metadata v1.0, audioRoutingGroup.sources). */
  sources?: string[] | null
}

/**
 * A content sharing session. Only with `$expand=contentSharingSessions`. As received from the service. Source: $metadata v1.0, contentSharingSession.
 *
 * @example
 * ```ts
 * const read = (contentSharingSession: ReceivedContentSharingSession) => contentSharingSession['@odata.type']
 * ```
 */
export interface ReceivedContentSharingSession {
  /** Name of the type. Source: documented (OData JSON Format 4.0, 4.5.3). */
  '@odata.type'?: string | null
  /** ID of the session. Source: metadata ($metadata v1.0, contentSharingSession.id). */
  id?: string | null
}

/**
 * Teams chat of a meeting. As received from the service. Source: $metadata v1.0, chatInfo.
 *
 * @example
 * ```ts
 * const read = (chatInfo: ReceivedChatInfo) => chatInfo['@odata.type']
 * ```
 */
export interface ReceivedChatInfo {
  /** Name of the type. Source: documented (OData JSON Format 4.0, 4.5.3). */
  '@odata.type'?: string | null
  /** ID of the chat message that started the meeting. "0" for a scheduled meeting. Source: metadata ($metadata v1.0, chatInfo.messageId). */
  messageId?: string | null
  /** ID of the message whose reply chain contains the meeting. Source: metadata ($metadata v1.0, chatInfo.replyChainMessageId). */
  replyChainMessageId?: string | null
  /** ID of the chat thread, for example "19:meeting_...@thread.v2". Source: metadata ($metadata v1.0, chatInfo.threadId). */
  threadId?: string | null
}

/**
 * Capabilities of a meeting. Often empty. As received from the service. Source: beta: meetingCapability resource; the metadata does not declare it, meetingCapability.
 *
 * @example
 * ```ts
 * const read = (meetingCapability: ReceivedMeetingCapability) => meetingCapability['@odata.type']
 * ```
 */
export interface ReceivedMeetingCapability {
  /** Name of the type. Source: documented (OData JSON Format 4.0, 4.5.3). */
  '@odata.type'?: string | null
  /** True if anonymous users can call phones. Source: documented (beta: meetingCapability resource; the metadata does not declare it). */
  allowAnonymousUsersToDialOut?: boolean | null
  /** True if anonymous users can start the meeting. Source: documented (beta: meetingCapability resource; the metadata does not declare it). */
  allowAnonymousUsersToStartMeeting?: boolean | null
  /** People who skip the lobby, for example "everyoneInCompany". Source: documented (beta: meetingCapability resource; the metadata does not declare it). */
  autoAdmittedUsers?: string | null
}

/**
 * Meeting, identified by its organizer, a token or a meeting ID. As received from the service. Source: $metadata v1.0, meetingInfo.
 *
 * @example
 * ```ts
 * const read = (meetingInfo: ReceivedMeetingInfo) => meetingInfo['@odata.type']
 * ```
 */
export type ReceivedMeetingInfo = ReceivedOrganizerMeetingInfo | ReceivedTokenMeetingInfo | ReceivedJoinMeetingIdMeetingInfo | ObjectOfUnknownType

/**
 * Meeting identified by its organizer. As received from the service. Source: $metadata v1.0, organizerMeetingInfo.
 *
 * @example
 * ```ts
 * const read = (organizerMeetingInfo: ReceivedOrganizerMeetingInfo) => organizerMeetingInfo['@odata.type']
 * ```
 */
export interface ReceivedOrganizerMeetingInfo {
  /** Name of the type. Source: documented (OData JSON Format 4.0, 4.5.3). */
  '@odata.type': '#microsoft.graph.organizerMeetingInfo' | 'microsoft.graph.organizerMeetingInfo'
  /** Organizer of the meeting. Source: metadata ($metadata v1.0, organizerMeetingInfo.organizer). */
  organizer?: ReceivedIdentitySet | null
  /** True if participants can talk before the host joins. The sources disagree. `allowConversationWithoutHost` of a meeting: documented: in the group example (Get call, Example 2); metadata: not declared, but the type is open ($metadata v1.0, organizerMeetingInfo); reported: common (graph-comms-samples, reported bodies). This package: Both schemas accept it. Source: documented (Get call, Example 2; the metadata does not declare it). */
  allowConversationWithoutHost?: boolean | null
}

/**
 * Meeting identified by a token. As received from the service. Source: $metadata v1.0, tokenMeetingInfo.
 *
 * @example
 * ```ts
 * const read = (tokenMeetingInfo: ReceivedTokenMeetingInfo) => tokenMeetingInfo['@odata.type']
 * ```
 */
export interface ReceivedTokenMeetingInfo {
  /** Name of the type. Source: documented (OData JSON Format 4.0, 4.5.3). */
  '@odata.type': '#microsoft.graph.tokenMeetingInfo' | 'microsoft.graph.tokenMeetingInfo'
  /** Token of the meeting. Source: metadata ($metadata v1.0, tokenMeetingInfo.token). */
  token?: string | null
}

/**
 * Meeting identified by the ID that people enter to join. As received from the service. Source: $metadata v1.0, joinMeetingIdMeetingInfo.
 *
 * @example
 * ```ts
 * const read = (joinMeetingIdMeetingInfo: ReceivedJoinMeetingIdMeetingInfo) => joinMeetingIdMeetingInfo['@odata.type']
 * ```
 */
export interface ReceivedJoinMeetingIdMeetingInfo {
  /** Name of the type. Source: documented (OData JSON Format 4.0, 4.5.3). */
  '@odata.type': '#microsoft.graph.joinMeetingIdMeetingInfo' | 'microsoft.graph.joinMeetingIdMeetingInfo'
  /** Meeting ID. Source: metadata ($metadata v1.0, joinMeetingIdMeetingInfo.joinMeetingId). */
  joinMeetingId?: string | null
  /** Passcode of the meeting. Source: metadata ($metadata v1.0, joinMeetingIdMeetingInfo.passcode). */
  passcode?: string | null
}

/**
 * Result of a call or an operation: a code like an HTTP status, and a subcode. As received from the service. Source: $metadata v1.0, resultInfo.
 *
 * @example
 * ```ts
 * const read = (resultInfo: ReceivedResultInfo) => resultInfo['@odata.type']
 * ```
 */
export interface ReceivedResultInfo {
  /** Name of the type. Source: documented (OData JSON Format 4.0, 4.5.3). */
  '@odata.type'?: string | null
  /** Code, like an HTTP status code. The sources disagree. Codes of a result: documented: text on one page: "200" and "5001" (Delete call, Example); metadata: Int32, not nullable ($metadata v1.0, resultInfo.code); reported: numbers, and a missing `subcode` (graph-calling-bots, captured notifications). This package: The tolerant schema accepts digits in a string. The strict schema requires numbers. Source: metadata ($metadata v1.0, resultInfo.code). */
  code?: number | string | null
  /** Message of the result. Source: metadata ($metadata v1.0, resultInfo.message). */
  message?: string | null
  /** Subcode, for example 7015 after a transfer. The sources disagree. Codes of a result: documented: text on one page: "200" and "5001" (Delete call, Example); metadata: Int32, not nullable ($metadata v1.0, resultInfo.code); reported: numbers, and a missing `subcode` (graph-calling-bots, captured notifications). This package: The tolerant schema accepts digits in a string. The strict schema requires numbers. The sources disagree. `subCode` in place of `subcode`: documented: in the examples of a failed transfer (call: transfer, Examples); metadata: `subcode`, and the type is closed ($metadata v1.0, resultInfo.subcode); reported: both spellings (graph-comms-samples, reported bodies). This package: The tolerant schema accepts both. `normalizeCall` returns `subcode`. Source: metadata ($metadata v1.0, resultInfo.subcode). */
  subcode?: number | string | null
  /** Alternative spelling of `subcode`. The sources disagree. `subCode` in place of `subcode`: documented: in the examples of a failed transfer (call: transfer, Examples); metadata: `subcode`, and the type is closed ($metadata v1.0, resultInfo.subcode); reported: both spellings (graph-comms-samples, reported bodies). This package: The tolerant schema accepts both. `normalizeCall` returns `subcode`. Source: documented (call: transfer, Examples; graph-comms-samples, reported bodies). */
  subCode?: number | string | null
}

/**
 * An operation that the bot started in the call. Only with `$expand=operations`. As received from the service. Source: $metadata v1.0, commsOperation.
 *
 * @example
 * ```ts
 * const read = (commsOperation: ReceivedCommsOperation) => commsOperation['@odata.type']
 * ```
 */
export interface ReceivedCommsOperation {
  /** Name of the type. Source: documented (OData JSON Format 4.0, 4.5.3). */
  '@odata.type'?: string | null
  /** ID of the operation. Source: metadata ($metadata v1.0, commsOperation.id). */
  id?: string | null
  /** URL of the metadata that describes this response. Source: documented (call: mute, Examples; not in a call). */
  '@odata.context'?: string | null
  /** Path of the operation. Only in notifications. Source: documented (call: playPrompt, Examples; not in a call). */
  '@odata.id'?: string | null
  /** ETag of the operation. Only in notifications. Source: documented (call: playPrompt, Examples; not in a call). */
  '@odata.etag'?: string | null
  /** Context set by the bot to identify the operation. Any text. Source: metadata ($metadata v1.0, commsOperation.clientContext). */
  clientContext?: string | null
  /** Result of the operation. Source: metadata ($metadata v1.0, commsOperation.resultInfo). */
  resultInfo?: ReceivedResultInfo | null
  /** Status of the operation. The sources disagree. Spelling of the status of an operation: documented: camelCase, except `Running` of an invitation (commsOperation resource, status); metadata: PascalCase ($metadata v1.0, operationStatus); reported: camelCase (graph-calling-bots, captured notifications). This package: The tolerant schema accepts both. The virtual tenant sends the documented spelling. Source: metadata ($metadata v1.0, commsOperation.status). */
  status?: OperationStatus | 'notStarted' | 'running' | 'completed' | 'failed' | null
  /** Invited participants. Source: metadata ($metadata v1.0, inviteParticipantsOperation.participants). */
  participants?: ReceivedInvitationParticipantInfo[] | null
  /** Reason why the operation ended. The sources disagree. Properties of a prompt operation: documented: `completionReason` only in beta (playPromptOperation resource (beta)); metadata: no property of its own ($metadata v1.0, playPromptOperation); reported: `prompts` and `completionReason` (graph-calling-bots, captured notifications). This package: The tolerant schema accepts them, and the virtual tenant sends them. Source: reported (graph-calling-bots, captured notifications; commsOperation is an open type). */
  completionReason?: string | null
  /** Prompts that were played. The sources disagree. Properties of a prompt operation: documented: `completionReason` only in beta (playPromptOperation resource (beta)); metadata: no property of its own ($metadata v1.0, playPromptOperation); reported: `prompts` and `completionReason` (graph-calling-bots, captured notifications). This package: The tolerant schema accepts them, and the virtual tenant sends them. Source: reported (graph-calling-bots, captured notifications; commsOperation is an open type). */
  prompts?: ReceivedPrompt[] | null
  /** Access token for the recording. Source: metadata ($metadata v1.0, recordOperation.recordingAccessToken). */
  recordingAccessToken?: string | null
  /** URL of the recording. Source: metadata ($metadata v1.0, recordOperation.recordingLocation). */
  recordingLocation?: string | null
}

/**
 * Body of an error response. Source: Graph error responses; graph-comms-samples, reported errors, callError.
 *
 * @example
 * ```ts
 * const read = (callError: CallError) => callError.error
 * ```
 */
export interface CallError {
  /** Error. Source: documented (Graph error responses). */
  error: CallErrorDetail
}

/**
 * Error. Source: Graph error responses; graph-comms-samples, reported errors, callErrorDetail.
 *
 * @example
 * ```ts
 * const read = (callErrorDetail: CallErrorDetail) => callErrorDetail.code
 * ```
 */
export interface CallErrorDetail {
  /** Error code: always a string, often of digits, for example "8522". Source: documented (Graph error responses). */
  code: string
  /** Message. Can be empty, and can itself be JSON. Source: documented (Graph error responses; graph-comms-samples, reported errors). */
  message?: string | null
  /** Target of the error, for example a property. Source: documented (OData JSON Format 4.01, 19). */
  target?: string | null
  /** Additional errors. Source: documented (OData JSON Format 4.01, 19). */
  details?: CallErrorDetailItem[] | null
  /** Details for a support request. Can be absent or incomplete. The sources disagree. Details of an error: documented: always present (Graph error responses); reported: absent or with few properties (graph-comms-samples, reported errors). This package: The schema accepts all forms. Source: documented (Graph error responses; graph-comms-samples, reported errors). */
  innerError?: CallInnerError | null
  /** Spelling of `innerError` in the OData standard. Source: documented (OData JSON Format 4.01, 19). */
  innererror?: CallInnerError | null
}

/**
 * Additional error. Source: OData JSON Format 4.01, 19, callErrorDetailItem.
 *
 * @example
 * ```ts
 * const read = (callErrorDetailItem: CallErrorDetailItem) => callErrorDetailItem.code
 * ```
 */
export interface CallErrorDetailItem {
  /** Error code. Source: documented (OData JSON Format 4.01, 19). */
  code?: string | null
  /** Message. Source: documented (OData JSON Format 4.01, 19). */
  message?: string | null
  /** Target of the error, for example a property. Source: documented (OData JSON Format 4.01, 19). */
  target?: string | null
}

/**
 * Details of an error for a support request. Source: Graph error responses; graph-comms-samples, reported errors, callInnerError.
 *
 * @example
 * ```ts
 * const read = (callInnerError: CallInnerError) => callInnerError.date
 * ```
 */
export interface CallInnerError {
  /** Time of the error in UTC, without a time zone ("2021-05-13T08:12:19"). Source: documented (Graph error responses; graph-comms-samples, reported errors). */
  date?: string | null
  /** Request ID set by the service. Source: documented (Graph error responses). */
  'request-id'?: string | null
  /** Request ID set by the client. Source: documented (Graph error responses). */
  'client-request-id'?: string | null
}

/**
 * Body that the service posts to the callback URI of a call. Source: $metadata v1.0, commsNotifications.
 *
 * @example
 * ```ts
 * const read = (commsNotifications: CommsNotifications) => commsNotifications['@odata.type']
 * ```
 */
export interface CommsNotifications {
  /** Name of the type. Source: documented (OData JSON Format 4.0, 4.5.3). */
  '@odata.type'?: '#microsoft.graph.commsNotifications' | 'microsoft.graph.commsNotifications' | null
  /** Changes, one or more. Source: metadata ($metadata v1.0, commsNotifications.value). */
  value: CommsNotification[]
}

/**
 * A change of a call, or of a resource in it. Source: $metadata v1.0, commsNotification.
 *
 * @example
 * ```ts
 * const read = (commsNotification: CommsNotification) => commsNotification['@odata.type']
 * ```
 */
export interface CommsNotification {
  /** Name of the type. Source: documented (OData JSON Format 4.0, 4.5.3). */
  '@odata.type'?: string | null
  /** Kind of change: the resource was created, updated or deleted. Source: metadata ($metadata v1.0, commsNotification.changeType). */
  changeType: ChangeType
  /** Older path of the resource, which starts with "/app/calls/". The sources disagree. `resource` and `resourceUrl` of a notification: documented: `resourceUrl` only (Create call, Examples); metadata: `resourceUrl`, not nullable ($metadata v1.0, commsNotification.resourceUrl); reported: both, or only `resource` (graph-comms-samples issue 95; graph-calling-bots, captured notifications). This package: The schemas require neither. The virtual tenant sends both. Source: reported (graph-calling-bots, captured notifications; commsNotification is an open type). */
  resource?: string | null
  /** Path of the resource, without the API version: the call, or its participants, operations or content sharing sessions. The sources disagree. `resource` and `resourceUrl` of a notification: documented: `resourceUrl` only (Create call, Examples); metadata: `resourceUrl`, not nullable ($metadata v1.0, commsNotification.resourceUrl); reported: both, or only `resource` (graph-comms-samples issue 95; graph-calling-bots, captured notifications). This package: The schemas require neither. The virtual tenant sends both. Source: metadata ($metadata v1.0, commsNotification.resourceUrl). */
  resourceUrl?: string | null
  /** Resource, or its changed properties: an object for a call or an operation, a list for participants and content sharing sessions. The sources disagree. Identification of a call in notifications: documented: `@odata.id` and `@odata.etag` on one page, `id` on others (call: answer, Examples; Create call, Examples); reported: none of them: the ID is in `resourceUrl` (graph-calling-bots, captured notifications). This package: `readNotifications` finds the ID in each form. The virtual tenant sends either form. Source: reported (graph-calling-bots, captured notifications; commsNotification is an open type). */
  resourceData?: NotifiedResource | NotifiedItem[] | null
}

/**
 * A resource in a notification: a call, an operation, the changes of a roster, or a participant who joins or leaves. Source: graph-calling-bots, captured notifications; commsNotification is an open type, notifiedResource.
 *
 * @example
 * ```ts
 * const read = (notifiedResource: NotifiedResource) => notifiedResource['@odata.type']
 * ```
 */
export type NotifiedResource = ReceivedCall | ReceivedCommsOperation | DeltaParticipants | ParticipantJoiningNotification | ParticipantLeftNotification | ObjectOfUnknownType

/**
 * A participant, or an invited one, in a resource whose type is unknown. Source: graph-calling-bots, captured notifications; commsNotification is an open type, notifiedParticipant.
 *
 * @example
 * ```ts
 * const read = (notifiedParticipant: NotifiedParticipant) => notifiedParticipant['@odata.type']
 * ```
 */
export type NotifiedParticipant = ReceivedParticipant | ReceivedInvitationParticipantInfo | ObjectOfUnknownType

/**
 * An item of a list in a notification: a participant or a content sharing session. Source: graph-calling-bots, captured notifications; commsNotification is an open type, notifiedItem.
 *
 * @example
 * ```ts
 * const read = (notifiedItem: NotifiedItem) => notifiedItem['@odata.type']
 * ```
 */
export type NotifiedItem = ReceivedParticipant | ReceivedContentSharingSession | ObjectOfUnknownType

/**
 * Changes of a roster. Sent instead of the full roster if `callOptions.isDeltaRosterEnabled` is true. Source: beta: deltaParticipants resource, deltaParticipants.
 *
 * @example
 * ```ts
 * const read = (deltaParticipants: DeltaParticipants) => deltaParticipants['@odata.type']
 * ```
 */
export interface DeltaParticipants {
  /** Name of the type. Source: documented (OData JSON Format 4.0, 4.5.3). */
  '@odata.type'?: string | null
  /** Participants that changed. Source: documented (beta: deltaParticipants resource). */
  participants?: ReceivedParticipant[] | null
  /** Sequence number for ordering the changes. Source: documented (beta: deltaParticipants resource). */
  sequenceNumber?: number | string | null
}

/**
 * Notification that a participant is about to join the call. Source: participantJoiningNotification resource, participantJoiningNotification.
 *
 * @example
 * ```ts
 * const read = (participantJoiningNotification: ParticipantJoiningNotification) => participantJoiningNotification['@odata.type']
 * ```
 */
export interface ParticipantJoiningNotification {
  /** Name of the type. Source: documented (OData JSON Format 4.0, 4.5.3). */
  '@odata.type'?: string | null
  /** Call that the participant joins. Source: documented (participantJoiningNotification resource). */
  call?: ReceivedCall | null
}

/**
 * Notification that a participant has left the call. Source: participantLeftNotification resource, participantLeftNotification.
 *
 * @example
 * ```ts
 * const read = (participantLeftNotification: ParticipantLeftNotification) => participantLeftNotification['@odata.type']
 * ```
 */
export interface ParticipantLeftNotification {
  /** Name of the type. Source: documented (OData JSON Format 4.0, 4.5.3). */
  '@odata.type'?: string | null
  /** Call that the participant left. Source: documented (participantLeftNotification resource). */
  call?: ReceivedCall | null
  /** ID of the participant. Source: documented (participantLeftNotification resource). */
  participantId?: string | null
}

/**
 * Incoming call in the older format of Skype. The bot responds with status 204, and receives the call again in the format of Graph. Source: graph-docs issue 8310, an incoming call in the older format of Skype, skypeIncomingCall.
 *
 * @example
 * ```ts
 * const read = (skypeIncomingCall: SkypeIncomingCall) => skypeIncomingCall['@odata.type']
 * ```
 */
export interface SkypeIncomingCall {
  /** Name of the type. Source: documented (OData JSON Format 4.0, 4.5.3). */
  '@odata.type'?: string | null
  /** ID of the call. Source: reported (graph-docs issue 8310, an incoming call in the older format of Skype). */
  id?: string | null
  /** Caller and callee. Source: reported (graph-docs issue 8310, an incoming call in the older format of Skype). */
  participants?: SkypeParticipant[] | null
  /** True for a group call. Source: reported (graph-docs issue 8310, an incoming call in the older format of Skype). */
  isMultiparty?: boolean | null
  /** Modalities that the caller offers. Source: reported (graph-docs issue 8310, an incoming call in the older format of Skype). */
  presentedModalityTypes?: string[] | null
  /** State of the call: "incoming". Source: reported (graph-docs issue 8310, an incoming call in the older format of Skype). */
  callState?: string | null
  /** ID of the tenant that the call belongs to. Source: reported (graph-docs issue 8310, an incoming call in the older format of Skype). */
  tenantId?: string | null
}

/**
 * A participant in the older format of Skype. Source: graph-docs issue 8310, an incoming call in the older format of Skype, skypeParticipant.
 *
 * @example
 * ```ts
 * const read = (skypeParticipant: SkypeParticipant) => skypeParticipant['@odata.type']
 * ```
 */
export interface SkypeParticipant {
  /** Name of the type. Source: documented (OData JSON Format 4.0, 4.5.3). */
  '@odata.type'?: string | null
  /** Identity, such as "8:orgid:{user ID}" or "28:{app ID}". Source: reported (graph-docs issue 8310, an incoming call in the older format of Skype). */
  identity?: string | null
  /** ID of the participant in the call. Source: reported (graph-docs issue 8310, an incoming call in the older format of Skype). */
  participantId?: string | null
  /** ID of the endpoint that the participant uses. Source: reported (graph-docs issue 8310, an incoming call in the older format of Skype). */
  endpointId?: string | null
  /** Language of the participant, for example "en-US". Source: reported (graph-docs issue 8310, an incoming call in the older format of Skype). */
  languageId?: string | null
  /** ID of the tenant of the participant. Source: reported (graph-docs issue 8310, an incoming call in the older format of Skype). */
  tenantId?: string | null
  /** Region of the participant, for example "amer". Source: reported (graph-docs issue 8310, an incoming call in the older format of Skype). */
  region?: string | null
  /** True for the caller. Source: reported (graph-docs issue 8310, an incoming call in the older format of Skype). */
  originator?: boolean | null
  /** True if the participant is hidden from the roster. Source: reported (graph-docs issue 8310, an incoming call in the older format of Skype). */
  isHidden?: boolean | null
  /** Kind of endpoint that the participant uses. Source: reported (graph-docs issue 8310, an incoming call in the older format of Skype). */
  endPointType?: string | null
  /** True if the participant is removed from the default audio routing group. Source: reported (graph-docs issue 8310, an incoming call in the older format of Skype). */
  removeFromDefaultAudioRoutingGroup?: boolean | null
}
