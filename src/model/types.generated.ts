// Written by `npm run generate` from src/model. Change the model, not this file.

import type { ObjectOfUnknownType } from './unknown-type.ts'

/** Where a call is in its life. Source: metadata ($metadata v1.0, callState). */
export type CallState = 'incoming' | 'establishing' | 'established' | 'hold' | 'transferring' | 'transferAccepted' | 'redirecting' | 'terminating' | 'terminated' | 'unknownFutureValue'

/** Who started the call, seen from the bot. Source: metadata ($metadata v1.0, callDirection). */
export type CallDirection = 'incoming' | 'outgoing'

/** A kind of media. Source: metadata ($metadata v1.0, modality). */
export type Modality = 'audio' | 'video' | 'videoBasedScreenSharing' | 'data' | 'unknownFutureValue'

/** The kind of endpoint that a participant uses. Source: metadata ($metadata v1.0, endpointType). */
export type EndpointType = 'default' | 'voicemail' | 'skypeForBusiness' | 'skypeForBusinessVoipPhone' | 'unknownFutureValue'

/** Whether media flows. Source: metadata ($metadata v1.0, mediaState). */
export type MediaState = 'active' | 'inactive' | 'unknownFutureValue'

/** How a call came to be routed on. Source: metadata ($metadata v1.0, routingType). */
export type RoutingType = 'forwarded' | 'lookup' | 'selfFork' | 'unknownFutureValue'

/** Whether the call is being transcribed. Source: metadata ($metadata v1.0, callTranscriptionState). */
export type CallTranscriptionState = 'notStarted' | 'active' | 'inactive' | 'unknownFutureValue'

/** A key that was pressed (DTMF). Source: metadata ($metadata v1.0, tone). */
export type Tone = 'tone0' | 'tone1' | 'tone2' | 'tone3' | 'tone4' | 'tone5' | 'tone6' | 'tone7' | 'tone8' | 'tone9' | 'star' | 'pound' | 'a' | 'b' | 'c' | 'd' | 'flash'

/** Which way a media stream flows. Source: metadata ($metadata v1.0, mediaDirection). */
export type MediaDirection = 'inactive' | 'sendOnly' | 'receiveOnly' | 'sendReceive'

/** Whether a participant records. Source: metadata ($metadata v1.0, recordingStatus). */
export type RecordingStatus = 'unknown' | 'notRecording' | 'recording' | 'failed' | 'unknownFutureValue'

/** Why a participant may not share content. Source: metadata ($metadata v1.0, onlineMeetingContentSharingDisabledReason). */
export type OnlineMeetingContentSharingDisabledReason = 'watermarkProtection' | 'unknownFutureValue'

/** Why a participant has no video. Source: metadata ($metadata v1.0, onlineMeetingVideoDisabledReason). */
export type OnlineMeetingVideoDisabledReason = 'watermarkProtection' | 'unknownFutureValue'

/** How audio is routed in a group of participants. Source: metadata ($metadata v1.0, routingMode). */
export type RoutingMode = 'oneToOne' | 'multicast' | 'unknownFutureValue'

/** How far an operation has come. Source: metadata ($metadata v1.0, operationStatus). */
export type OperationStatus = 'NotStarted' | 'Running' | 'Completed' | 'Failed'

/** What has happened to what a notification tells of. Source: metadata ($metadata v1.0, changeType). */
export type ChangeType = 'created' | 'updated' | 'deleted'

/** A call, as GET /communications/calls/{id} answers it. Source: $metadata v1.0, call. */
export interface Call {
  /** The name of the type. Source: documented (OData JSON Format 4.0, 4.5.3). */
  '@odata.type'?: '#microsoft.graph.call'
  /** Where the metadata of this answer is. Source: documented (Get call, Examples 1 and 2). */
  '@odata.context'?: string | null
  /** The id of the call; mostly a GUID. Source: metadata ($metadata v1.0, call.id). */
  id: string
  /** Where the call is in its life. Source: metadata ($metadata v1.0, call.state). */
  state: CallState
  /** Who started the call, seen from the bot. Source: metadata ($metadata v1.0, call.direction). */
  direction: CallDirection
  /** Where the notifications of the call are sent; HTTPS. Source: metadata ($metadata v1.0, call.callbackUri). */
  callbackUri: string
  /** Who calls. Source: metadata ($metadata v1.0, call.source). */
  source: ParticipantInfo
  /** Who is called; empty for a group call. Source: metadata ($metadata v1.0, call.targets). */
  targets?: InvitationParticipantInfo[]
  /** Who answered. Source: documented (Get call, Examples 1 and 2; call is an open type). */
  answeredBy?: ParticipantInfo | null
  /** The kinds of media that were asked for. Source: metadata ($metadata v1.0, call.requestedModalities). */
  requestedModalities?: Modality[]
  /** The kinds of media that flow. Source: documented (older examples of the call pages; call is an open type). */
  activeModalities?: string[]
  /** Who handles the media: the service or the bot. Source: metadata ($metadata v1.0, call.mediaConfig). */
  mediaConfig?: MediaConfig | null
  /** Whether media flows. Source: metadata ($metadata v1.0, call.mediaState). */
  mediaState?: CallMediaState | null
  /** What the call is about. Source: metadata ($metadata v1.0, call.subject). */
  subject?: string | null
  /** The id that all legs of one conversation share; not always a GUID. Source: metadata ($metadata v1.0, call.callChainId). */
  callChainId?: string | null
  /** The options that the call was made with. Source: metadata ($metadata v1.0, call.callOptions). */
  callOptions?: CallOptions | null
  /** How the call was sent on before it came here. Source: metadata ($metadata v1.0, call.callRoutes). */
  callRoutes?: CallRoute[]
  /** The chat of the meeting; null for a peer-to-peer call. Source: metadata ($metadata v1.0, call.chatInfo). */
  chatInfo?: ChatInfo | null
  /** The meeting; null for a peer-to-peer call. Source: metadata ($metadata v1.0, call.meetingInfo). */
  meetingInfo?: MeetingInfo | null
  /** What the meeting allows. Source: documented (older examples of the call pages; call is an open type). */
  meetingCapability?: unknown
  /** What is known of an incoming call beyond its source. Source: metadata ($metadata v1.0, call.incomingContext). */
  incomingContext?: IncomingContext | null
  /** The id of the bot among the participants. Source: metadata ($metadata v1.0, call.myParticipantId). */
  myParticipantId?: string | null
  /** Why the call ended, or why a transfer failed. Source: metadata ($metadata v1.0, call.resultInfo). */
  resultInfo?: ResultInfo | null
  /** How long to let it ring, in seconds. Source: documented (Get call, Examples 1 and 2; call is an open type). */
  ringingTimeoutInSeconds?: number | null
  /** How the call may be routed. Source: documented (older examples of the call pages; call is an open type). */
  routingPolicies?: string[]
  /** The tenant of the call. Source: metadata ($metadata v1.0, call.tenantId). */
  tenantId?: string | null
  /** Why the call ended, in words. Source: documented (older examples of the call pages; call is an open type). */
  terminationReason?: string | null
  /** The last key that somebody pressed. Source: metadata ($metadata v1.0, call.toneInfo). */
  toneInfo?: ToneInfo | null
  /** Whether the call is transcribed. Source: metadata ($metadata v1.0, call.transcription). */
  transcription?: CallTranscriptionInfo | null
  /** The private audio routes; only with `$expand=audioRoutingGroups`. Source: metadata ($metadata v1.0, call.audioRoutingGroups). */
  audioRoutingGroups?: AudioRoutingGroup[]
  /** The sessions of content sharing; only with `$expand=contentSharingSessions`. Source: metadata ($metadata v1.0, call.contentSharingSessions). */
  contentSharingSessions?: ContentSharingSession[]
  /** What the bot did in the call; only with `$expand=operations`. Source: metadata ($metadata v1.0, call.operations). */
  operations?: AnyCommsOperation[]
  /** The roster of the call; only with `$expand=participants`. Source: metadata ($metadata v1.0, call.participants). */
  participants?: Participant[]
}

/** The options that a call was made with. Source: $metadata v1.0, callOptions. */
export type CallOptions = IncomingCallOptions | OutgoingCallOptions

/** The options of an incoming call. Source: $metadata v1.0, incomingCallOptions. */
export interface IncomingCallOptions {
  /** The name of the type. Source: documented (OData JSON Format 4.0, 4.5.3). */
  '@odata.type': '#microsoft.graph.incomingCallOptions'
  /** Whether the bot is hidden once the call becomes a group call. Source: metadata ($metadata v1.0, callOptions.hideBotAfterEscalation). */
  hideBotAfterEscalation?: boolean | null
  /** Whether the bot is told of content sharing. Source: metadata ($metadata v1.0, callOptions.isContentSharingNotificationEnabled). */
  isContentSharingNotificationEnabled?: boolean | null
  /** Whether the bot is told only what changes in the roster. Source: metadata ($metadata v1.0, callOptions.isDeltaRosterEnabled). */
  isDeltaRosterEnabled?: boolean | null
  /** Whether the roster tells who may interact from who only listens. Source: metadata ($metadata v1.0, callOptions.isInteractiveRosterEnabled). */
  isInteractiveRosterEnabled?: boolean | null
}

/** The options of an outgoing call. Source: $metadata v1.0, outgoingCallOptions. */
export interface OutgoingCallOptions {
  /** The name of the type. Source: documented (OData JSON Format 4.0, 4.5.3). */
  '@odata.type': '#microsoft.graph.outgoingCallOptions'
  /** Whether the bot is hidden once the call becomes a group call. Source: metadata ($metadata v1.0, callOptions.hideBotAfterEscalation). */
  hideBotAfterEscalation?: boolean | null
  /** Whether the bot is told of content sharing. Source: metadata ($metadata v1.0, callOptions.isContentSharingNotificationEnabled). */
  isContentSharingNotificationEnabled?: boolean | null
  /** Whether the bot is told only what changes in the roster. Source: metadata ($metadata v1.0, callOptions.isDeltaRosterEnabled). */
  isDeltaRosterEnabled?: boolean | null
  /** Whether the roster tells who may interact from who only listens. Source: metadata ($metadata v1.0, callOptions.isInteractiveRosterEnabled). */
  isInteractiveRosterEnabled?: boolean | null
}

/** A user, application, device or other actor. Source: $metadata v1.0, identity. */
export interface Identity {
  /** The name of the type. Source: documented (OData JSON Format 4.0, 4.5.3). */
  '@odata.type'?: '#microsoft.graph.identity'
  /** The name to show; not kept up to date, and often absent or null. Source: metadata ($metadata v1.0, identity.displayName). */
  displayName?: string | null
  /** The id of the actor: a GUID for users and applications, a number such as "+15550100" for phones. Source: metadata ($metadata v1.0, identity.id). */
  id?: string | null
  /** The tenant that the actor belongs to. Source: documented (documented examples; identity is an open type). */
  tenantId?: string | null
  /** Who vouches for the identity, e.g. "AAD". Source: documented (documented examples; identity is an open type). */
  identityProvider?: string | null
}

/** A user, application, device or other actor. Source: $metadata v1.0, identity. */
export type AnyIdentity = Identity | CommunicationsApplicationIdentity | CommunicationsApplicationInstanceIdentity | CommunicationsEncryptedIdentity | CommunicationsGuestIdentity | CommunicationsPhoneIdentity | CommunicationsUserIdentity | AzureCommunicationServicesUserIdentity

/** An application that takes part in a call. Source: $metadata v1.0, communicationsApplicationIdentity. */
export interface CommunicationsApplicationIdentity {
  /** The name of the type. Source: documented (OData JSON Format 4.0, 4.5.3). */
  '@odata.type': '#microsoft.graph.communicationsApplicationIdentity'
  /** The name to show; not kept up to date, and often absent or null. Source: metadata ($metadata v1.0, identity.displayName). */
  displayName?: string | null
  /** The id of the actor: a GUID for users and applications, a number such as "+15550100" for phones. Source: metadata ($metadata v1.0, identity.id). */
  id?: string | null
  /** The tenant that the actor belongs to. Source: documented (documented examples; identity is an open type). */
  tenantId?: string | null
  /** Who vouches for the identity, e.g. "AAD". Source: documented (documented examples; identity is an open type). */
  identityProvider?: string | null
  /** The kind of application. Source: metadata ($metadata v1.0, communicationsApplicationIdentity.applicationType). */
  applicationType?: string | null
  /** Whether the application is left out of the roster. Source: metadata ($metadata v1.0, communicationsApplicationIdentity.hidden). */
  hidden?: boolean | null
}

/** An application instance (a resource account) that takes part in a call. Source: $metadata v1.0, communicationsApplicationInstanceIdentity. */
export interface CommunicationsApplicationInstanceIdentity {
  /** The name of the type. Source: documented (OData JSON Format 4.0, 4.5.3). */
  '@odata.type': '#microsoft.graph.communicationsApplicationInstanceIdentity'
  /** The name to show; not kept up to date, and often absent or null. Source: metadata ($metadata v1.0, identity.displayName). */
  displayName?: string | null
  /** The id of the actor: a GUID for users and applications, a number such as "+15550100" for phones. Source: metadata ($metadata v1.0, identity.id). */
  id?: string | null
  /** The tenant that the application instance belongs to. Source: metadata ($metadata v1.0, communicationsApplicationInstanceIdentity.tenantId). */
  tenantId?: string | null
  /** Who vouches for the identity, e.g. "AAD". Source: documented (documented examples; identity is an open type). */
  identityProvider?: string | null
  /** Whether the application instance is left out of the roster. Source: metadata ($metadata v1.0, communicationsApplicationInstanceIdentity.hidden). */
  hidden?: boolean | null
}

/** A participant whose identity is kept encrypted. Source: $metadata v1.0, communicationsEncryptedIdentity. */
export interface CommunicationsEncryptedIdentity {
  /** The name of the type. Source: documented (OData JSON Format 4.0, 4.5.3). */
  '@odata.type': '#microsoft.graph.communicationsEncryptedIdentity'
  /** The name to show; not kept up to date, and often absent or null. Source: metadata ($metadata v1.0, identity.displayName). */
  displayName?: string | null
  /** The id of the actor: a GUID for users and applications, a number such as "+15550100" for phones. Source: metadata ($metadata v1.0, identity.id). */
  id?: string | null
  /** The tenant that the actor belongs to. Source: documented (documented examples; identity is an open type). */
  tenantId?: string | null
  /** Who vouches for the identity, e.g. "AAD". Source: documented (documented examples; identity is an open type). */
  identityProvider?: string | null
}

/** A guest. Source: $metadata v1.0, communicationsGuestIdentity. */
export interface CommunicationsGuestIdentity {
  /** The name of the type. Source: documented (OData JSON Format 4.0, 4.5.3). */
  '@odata.type': '#microsoft.graph.communicationsGuestIdentity'
  /** The name to show; not kept up to date, and often absent or null. Source: metadata ($metadata v1.0, identity.displayName). */
  displayName?: string | null
  /** The id of the actor: a GUID for users and applications, a number such as "+15550100" for phones. Source: metadata ($metadata v1.0, identity.id). */
  id?: string | null
  /** The tenant that the actor belongs to. Source: documented (documented examples; identity is an open type). */
  tenantId?: string | null
  /** Who vouches for the identity, e.g. "AAD". Source: documented (documented examples; identity is an open type). */
  identityProvider?: string | null
  /** The e-mail address of the guest. Source: metadata ($metadata v1.0, communicationsGuestIdentity.email). */
  email?: string | null
}

/** Somebody on a phone. Source: $metadata v1.0, communicationsPhoneIdentity. */
export interface CommunicationsPhoneIdentity {
  /** The name of the type. Source: documented (OData JSON Format 4.0, 4.5.3). */
  '@odata.type': '#microsoft.graph.communicationsPhoneIdentity'
  /** The name to show; not kept up to date, and often absent or null. Source: metadata ($metadata v1.0, identity.displayName). */
  displayName?: string | null
  /** The id of the actor: a GUID for users and applications, a number such as "+15550100" for phones. Source: metadata ($metadata v1.0, identity.id). */
  id?: string | null
  /** The tenant that the actor belongs to. Source: documented (documented examples; identity is an open type). */
  tenantId?: string | null
  /** Who vouches for the identity, e.g. "AAD". Source: documented (documented examples; identity is an open type). */
  identityProvider?: string | null
}

/** A user of a tenant. Source: $metadata v1.0, communicationsUserIdentity. */
export interface CommunicationsUserIdentity {
  /** The name of the type. Source: documented (OData JSON Format 4.0, 4.5.3). */
  '@odata.type': '#microsoft.graph.communicationsUserIdentity'
  /** The name to show; not kept up to date, and often absent or null. Source: metadata ($metadata v1.0, identity.displayName). */
  displayName?: string | null
  /** The id of the actor: a GUID for users and applications, a number such as "+15550100" for phones. Source: metadata ($metadata v1.0, identity.id). */
  id?: string | null
  /** The tenant that the user belongs to. Source: metadata ($metadata v1.0, communicationsUserIdentity.tenantId). */
  tenantId?: string | null
  /** Who vouches for the identity, e.g. "AAD". Source: documented (documented examples; identity is an open type). */
  identityProvider?: string | null
}

/** A user of Azure Communication Services. Source: $metadata v1.0, azureCommunicationServicesUserIdentity. */
export interface AzureCommunicationServicesUserIdentity {
  /** The name of the type. Source: documented (OData JSON Format 4.0, 4.5.3). */
  '@odata.type': '#microsoft.graph.azureCommunicationServicesUserIdentity'
  /** The name to show; not kept up to date, and often absent or null. Source: metadata ($metadata v1.0, identity.displayName). */
  displayName?: string | null
  /** The id of the actor: a GUID for users and applications, a number such as "+15550100" for phones. Source: metadata ($metadata v1.0, identity.id). */
  id?: string | null
  /** The tenant that the actor belongs to. Source: documented (documented examples; identity is an open type). */
  tenantId?: string | null
  /** Who vouches for the identity, e.g. "AAD". Source: documented (documented examples; identity is an open type). */
  identityProvider?: string | null
  /** The Azure Communication Services resource that the user belongs to. Source: metadata ($metadata v1.0, azureCommunicationServicesUserIdentity.azureCommunicationServicesResourceId). */
  azureCommunicationServicesResourceId?: string | null
}

/** The identities of one participant; each kind is a property, and seldom more than one is there. Source: $metadata v1.0, identitySet. */
export interface IdentitySet {
  /** The name of the type. Source: documented (OData JSON Format 4.0, 4.5.3). */
  '@odata.type'?: '#microsoft.graph.identitySet'
  /** The application, where it is one. Source: metadata ($metadata v1.0, identitySet.application). */
  application?: AnyIdentity | null
  /** The device, where it is one. Source: metadata ($metadata v1.0, identitySet.device). */
  device?: AnyIdentity | null
  /** The user, where it is one. Source: metadata ($metadata v1.0, identitySet.user). */
  user?: AnyIdentity | null
  /** The application instance, where it is one. Source: documented (documented as an open property of a plain identitySet; $metadata has it on communicationsIdentitySet). */
  applicationInstance?: AnyIdentity | null
  /** The encrypted identity, where it is one. Source: documented (documented as an open property of a plain identitySet; $metadata has it on communicationsIdentitySet). */
  encrypted?: AnyIdentity | null
  /** The guest, where it is one. Source: documented (documented as an open property of a plain identitySet; $metadata has it on communicationsIdentitySet). */
  guest?: AnyIdentity | null
  /** The user of an on-premises server, where it is one. Source: documented (documented as an open property of a plain identitySet; $metadata has it on communicationsIdentitySet). */
  onPremises?: AnyIdentity | null
  /** The phone, where it is one. Source: documented (documented as an open property of a plain identitySet; $metadata has it on communicationsIdentitySet). */
  phone?: AnyIdentity | null
}

/** The identities of one participant; each kind is a property, and seldom more than one is there. Source: $metadata v1.0, identitySet. */
export type AnyIdentitySet = IdentitySet | CommunicationsIdentitySet

/** The identities of one participant of a call, with the kinds that only calls have. Source: $metadata v1.0, communicationsIdentitySet. */
export interface CommunicationsIdentitySet {
  /** The name of the type. Source: documented (OData JSON Format 4.0, 4.5.3). */
  '@odata.type': '#microsoft.graph.communicationsIdentitySet'
  /** The application, where it is one. Source: metadata ($metadata v1.0, identitySet.application). */
  application?: AnyIdentity | null
  /** The device, where it is one. Source: metadata ($metadata v1.0, identitySet.device). */
  device?: AnyIdentity | null
  /** The user, where it is one. Source: metadata ($metadata v1.0, identitySet.user). */
  user?: AnyIdentity | null
  /** The application instance, where it is one. Source: metadata ($metadata v1.0, communicationsIdentitySet.applicationInstance). */
  applicationInstance?: AnyIdentity | null
  /** The encrypted identity, where it is one. Source: metadata ($metadata v1.0, communicationsIdentitySet.encrypted). */
  encrypted?: AnyIdentity | null
  /** The guest, where it is one. Source: metadata ($metadata v1.0, communicationsIdentitySet.guest). */
  guest?: AnyIdentity | null
  /** The user of an on-premises server, where it is one. Source: metadata ($metadata v1.0, communicationsIdentitySet.onPremises). */
  onPremises?: AnyIdentity | null
  /** The phone, where it is one. Source: metadata ($metadata v1.0, communicationsIdentitySet.phone). */
  phone?: AnyIdentity | null
  /** The identity that a phone provider asserts. Source: metadata ($metadata v1.0, communicationsIdentitySet.assertedIdentity). */
  assertedIdentity?: AnyIdentity | null
  /** The user of Azure Communication Services, where it is one. Source: metadata ($metadata v1.0, communicationsIdentitySet.azureCommunicationServicesUser). */
  azureCommunicationServicesUser?: AnyIdentity | null
  /** The kind of endpoint that the participant uses. Source: metadata ($metadata v1.0, communicationsIdentitySet.endpointType). */
  endpointType?: EndpointType | null
}

/** A participant as the call knows them. Source: $metadata v1.0, participantInfo. */
export interface ParticipantInfo {
  /** The name of the type. Source: documented (OData JSON Format 4.0, 4.5.3). */
  '@odata.type'?: '#microsoft.graph.participantInfo'
  /** The ISO 3166-1 alpha-2 code of the country where the participant was found. Source: metadata ($metadata v1.0, participantInfo.countryCode). */
  countryCode?: string | null
  /** The kind of endpoint that the participant uses. Source: metadata ($metadata v1.0, participantInfo.endpointType). */
  endpointType?: EndpointType | null
  /** Who the participant is. Source: metadata ($metadata v1.0, participantInfo.identity). */
  identity: AnyIdentitySet
  /** The language of the participant, e.g. "en-US". Source: metadata ($metadata v1.0, participantInfo.languageId). */
  languageId?: string | null
  /** The id of the participant within the call. Source: metadata ($metadata v1.0, participantInfo.participantId). */
  participantId?: string | null
  /** The region of the participant, e.g. "amer". Source: metadata ($metadata v1.0, participantInfo.region). */
  region?: string | null
  /** Another id of the participant. Source: documented (examples of the call pages; the metadata has a closed type without it). */
  id?: string | null
}

/** A participant who is called. Source: $metadata v1.0, invitationParticipantInfo. */
export interface InvitationParticipantInfo {
  /** The name of the type. Source: documented (OData JSON Format 4.0, 4.5.3). */
  '@odata.type'?: '#microsoft.graph.invitationParticipantInfo'
  /** Whether the participant is left out of the roster. Source: metadata ($metadata v1.0, invitationParticipantInfo.hidden). */
  hidden?: boolean | null
  /** Who is called. Source: metadata ($metadata v1.0, invitationParticipantInfo.identity). */
  identity: AnyIdentitySet
  /** The id that the participant gets within the call. Source: metadata ($metadata v1.0, invitationParticipantInfo.participantId). */
  participantId?: string | null
  /** Whether the participant is taken out of the main audio mix. Source: metadata ($metadata v1.0, invitationParticipantInfo.removeFromDefaultAudioRoutingGroup). */
  removeFromDefaultAudioRoutingGroup?: boolean | null
  /** The id of the call that this participant is taken over from. Source: metadata ($metadata v1.0, invitationParticipantInfo.replacesCallId). */
  replacesCallId?: string | null
}

/** One step by which a call was sent on to somebody else. Source: $metadata v1.0, callRoute. */
export interface CallRoute {
  /** The name of the type. Source: documented (OData JSON Format 4.0, 4.5.3). */
  '@odata.type'?: '#microsoft.graph.callRoute'
  /** Who the call was sent on to. Source: metadata ($metadata v1.0, callRoute.final). */
  final: AnyIdentitySet
  /** Who was called in the first place. Source: metadata ($metadata v1.0, callRoute.original). */
  original: AnyIdentitySet
  /** Why the call was sent on. Source: metadata ($metadata v1.0, callRoute.routingType). */
  routingType: RoutingType
}

/** What the bot is told about a call that comes in on behalf of somebody. Source: $metadata v1.0, incomingContext. */
export interface IncomingContext {
  /** The name of the type. Source: documented (OData JSON Format 4.0, 4.5.3). */
  '@odata.type'?: '#microsoft.graph.incomingContext'
  /** The id of the participant who is observed. Source: metadata ($metadata v1.0, incomingContext.observedParticipantId). */
  observedParticipantId?: string | null
  /** On whose behalf the call comes in. Source: metadata ($metadata v1.0, incomingContext.onBehalfOf). */
  onBehalfOf?: AnyIdentitySet | null
  /** The id of the participant who triggered the call. Source: metadata ($metadata v1.0, incomingContext.sourceParticipantId). */
  sourceParticipantId?: string | null
  /** Who transferred the call. Source: metadata ($metadata v1.0, incomingContext.transferor). */
  transferor?: AnyIdentitySet | null
}

/** A participant in the roster of a call; with `$expand=participants`. Source: $metadata v1.0, participant. */
export interface Participant {
  /** The name of the type. Source: documented (OData JSON Format 4.0, 4.5.3). */
  '@odata.type'?: '#microsoft.graph.participant'
  /** The id of the participant. Source: metadata ($metadata v1.0, participant.id). */
  id: string
  /** Who the participant is, and where. Source: metadata ($metadata v1.0, participant.info). */
  info: ParticipantInfo
  /** Whether the participant still waits in the lobby. Source: metadata ($metadata v1.0, participant.isInLobby). */
  isInLobby: boolean
  /** Whether the participant is muted, by themselves or by the service. Source: metadata ($metadata v1.0, participant.isMuted). */
  isMuted: boolean
  /** The media that the participant sends or gets. Source: metadata ($metadata v1.0, participant.mediaStreams). */
  mediaStreams?: MediaStream[]
  /** Data that the participant put into the roster. Source: metadata ($metadata v1.0, participant.metadata). */
  metadata?: string | null
  /** Whether the participant records. Source: metadata ($metadata v1.0, participant.recordingInfo). */
  recordingInfo?: RecordingInfo | null
  /** Why the participant was taken out of the roster. Source: metadata ($metadata v1.0, participant.removedState). */
  removedState?: RemovedState | null
  /** Why media of the participant is held back. Source: metadata ($metadata v1.0, participant.restrictedExperience). */
  restrictedExperience?: OnlineMeetingRestricted | null
  /** The roster update that last touched the participant. Source: metadata ($metadata v1.0, participant.rosterSequenceNumber). */
  rosterSequenceNumber?: number | null
}

/** Whether a participant records, and who started it. Source: $metadata v1.0, recordingInfo. */
export interface RecordingInfo {
  /** The name of the type. Source: documented (OData JSON Format 4.0, 4.5.3). */
  '@odata.type'?: '#microsoft.graph.recordingInfo'
  /** Who started the recording. Source: metadata ($metadata v1.0, recordingInfo.initiator). */
  initiator?: AnyIdentitySet | null
  /** Whether it is recorded. Source: metadata ($metadata v1.0, recordingInfo.recordingStatus). */
  recordingStatus: RecordingStatus
}

/** Why a participant was taken out of the roster. Source: $metadata v1.0, removedState. */
export interface RemovedState {
  /** The name of the type. Source: documented (OData JSON Format 4.0, 4.5.3). */
  '@odata.type'?: '#microsoft.graph.removedState'
  /** The reason. Source: metadata ($metadata v1.0, removedState.reason). */
  reason?: string | null
}

/** What a participant may not do in the meeting. Source: $metadata v1.0, onlineMeetingRestricted. */
export interface OnlineMeetingRestricted {
  /** The name of the type. Source: documented (OData JSON Format 4.0, 4.5.3). */
  '@odata.type'?: '#microsoft.graph.onlineMeetingRestricted'
  /** Why the participant may not share content. Source: metadata ($metadata v1.0, onlineMeetingRestricted.contentSharingDisabled). */
  contentSharingDisabled?: OnlineMeetingContentSharingDisabledReason | null
  /** Why the participant has no video. Source: metadata ($metadata v1.0, onlineMeetingRestricted.videoDisabled). */
  videoDisabled?: OnlineMeetingVideoDisabledReason | null
}

/** Who handles the media of the call: the service or the bot. Source: $metadata v1.0, mediaConfig. */
export type MediaConfig = ServiceHostedMediaConfig | AppHostedMediaConfig

/** The service handles the media; the bot plays prompts and hears tones. Source: $metadata v1.0, serviceHostedMediaConfig. */
export interface ServiceHostedMediaConfig {
  /** The name of the type. Source: documented (OData JSON Format 4.0, 4.5.3). */
  '@odata.type': '#microsoft.graph.serviceHostedMediaConfig'
  /** Whether the bot is taken out of the main audio mix. Source: documented (examples of the call pages; the metadata has a closed type without it). */
  removeFromDefaultAudioGroup?: boolean | null
  /** The prompts to fetch before they are played. Source: metadata ($metadata v1.0, serviceHostedMediaConfig.preFetchMedia). */
  preFetchMedia?: MediaInfo[]
}

/** The bot handles the media itself. Source: $metadata v1.0, appHostedMediaConfig. */
export interface AppHostedMediaConfig {
  /** The name of the type. Source: documented (OData JSON Format 4.0, 4.5.3). */
  '@odata.type': '#microsoft.graph.appHostedMediaConfig'
  /** Whether the bot is taken out of the main audio mix. Source: documented (examples of the call pages; the metadata has a closed type without it). */
  removeFromDefaultAudioGroup?: boolean | null
  /** The media configuration that the media library of the bot made. Source: metadata ($metadata v1.0, appHostedMediaConfig.blob). */
  blob?: string | null
}

/** A prompt. Source: $metadata v1.0, mediaInfo. */
export interface MediaInfo {
  /** The name of the type. Source: documented (OData JSON Format 4.0, 4.5.3). */
  '@odata.type'?: '#microsoft.graph.mediaInfo'
  /** The id under which the prompt is kept. Source: metadata ($metadata v1.0, mediaInfo.resourceId). */
  resourceId?: string | null
  /** Where the service gets the prompt, a .wav file. Source: metadata ($metadata v1.0, mediaInfo.uri). */
  uri: string
}

/** Whether media flows in the call. Source: $metadata v1.0, callMediaState. */
export interface CallMediaState {
  /** The name of the type. Source: documented (OData JSON Format 4.0, 4.5.3). */
  '@odata.type'?: '#microsoft.graph.callMediaState'
  /** Whether audio flows. Source: metadata ($metadata v1.0, callMediaState.audio). */
  audio?: MediaState | null
}

/** The last key that somebody pressed. Source: $metadata v1.0, toneInfo. */
export interface ToneInfo {
  /** The name of the type. Source: documented (OData JSON Format 4.0, 4.5.3). */
  '@odata.type'?: '#microsoft.graph.toneInfo'
  /** Counts the keys of the call, to put them in order. Source: metadata ($metadata v1.0, toneInfo.sequenceId). */
  sequenceId: number
  /** The key. Source: metadata ($metadata v1.0, toneInfo.tone). */
  tone: Tone
}

/** Whether the call is transcribed. Source: $metadata v1.0, callTranscriptionInfo. */
export interface CallTranscriptionInfo {
  /** The name of the type. Source: documented (OData JSON Format 4.0, 4.5.3). */
  '@odata.type'?: '#microsoft.graph.callTranscriptionInfo'
  /** When that last changed, UTC. Source: metadata ($metadata v1.0, callTranscriptionInfo.lastModifiedDateTime). */
  lastModifiedDateTime?: string | null
  /** Whether the call is transcribed. Source: metadata ($metadata v1.0, callTranscriptionInfo.state). */
  state: CallTranscriptionState
}

/** One stream of media of a participant. Source: $metadata v1.0, mediaStream. */
export interface MediaStream {
  /** The name of the type. Source: documented (OData JSON Format 4.0, 4.5.3). */
  '@odata.type'?: '#microsoft.graph.mediaStream'
  /** Which way it flows. Source: metadata ($metadata v1.0, mediaStream.direction). */
  direction: MediaDirection
  /** What the stream is for, e.g. "main-audio". Source: metadata ($metadata v1.0, mediaStream.label). */
  label?: string | null
  /** The kind of media. Source: metadata ($metadata v1.0, mediaStream.mediaType). */
  mediaType: Modality
  /** Whether the service muted it. Source: metadata ($metadata v1.0, mediaStream.serverMuted). */
  serverMuted: boolean
  /** The id of the source. Source: metadata ($metadata v1.0, mediaStream.sourceId). */
  sourceId: string
}

/** A private audio route among participants; with `$expand=audioRoutingGroups`. Source: $metadata v1.0, audioRoutingGroup. */
export interface AudioRoutingGroup {
  /** The name of the type. Source: documented (OData JSON Format 4.0, 4.5.3). */
  '@odata.type'?: '#microsoft.graph.audioRoutingGroup'
  /** The id of the group. Source: metadata ($metadata v1.0, audioRoutingGroup.id). */
  id: string
  /** The ids of the participants who hear. Source: metadata ($metadata v1.0, audioRoutingGroup.receivers). */
  receivers?: string[]
  /** How the audio is routed. Source: metadata ($metadata v1.0, audioRoutingGroup.routingMode). */
  routingMode: RoutingMode
  /** The ids of the participants who speak. Source: metadata ($metadata v1.0, audioRoutingGroup.sources). */
  sources?: string[]
}

/** A session of content sharing; with `$expand=contentSharingSessions`. Source: $metadata v1.0, contentSharingSession. */
export interface ContentSharingSession {
  /** The name of the type. Source: documented (OData JSON Format 4.0, 4.5.3). */
  '@odata.type'?: '#microsoft.graph.contentSharingSession'
  /** The id of the session. Source: metadata ($metadata v1.0, contentSharingSession.id). */
  id: string
}

/** The Teams chat that belongs to the meeting. Source: $metadata v1.0, chatInfo. */
export interface ChatInfo {
  /** The name of the type. Source: documented (OData JSON Format 4.0, 4.5.3). */
  '@odata.type'?: '#microsoft.graph.chatInfo'
  /** The message in the chat that started the meeting; "0" for a scheduled one. Source: metadata ($metadata v1.0, chatInfo.messageId). */
  messageId?: string | null
  /** The message whose replies the meeting is in. Source: metadata ($metadata v1.0, chatInfo.replyChainMessageId). */
  replyChainMessageId?: string | null
  /** The thread of the chat, e.g. "19:meeting_...@thread.v2". Source: metadata ($metadata v1.0, chatInfo.threadId). */
  threadId?: string | null
}

/** How the meeting is found: by its organiser, a token or a meeting id. Source: $metadata v1.0, meetingInfo. */
export type MeetingInfo = OrganizerMeetingInfo | TokenMeetingInfo | JoinMeetingIdMeetingInfo

/** A meeting that is found by its organiser. Source: $metadata v1.0, organizerMeetingInfo. */
export interface OrganizerMeetingInfo {
  /** The name of the type. Source: documented (OData JSON Format 4.0, 4.5.3). */
  '@odata.type': '#microsoft.graph.organizerMeetingInfo'
  /** Who organises the meeting. Source: metadata ($metadata v1.0, organizerMeetingInfo.organizer). */
  organizer: AnyIdentitySet
  /** Whether the others may talk before the host is there. Source: documented (Get call, Example 2; the metadata does not declare it). */
  allowConversationWithoutHost?: boolean | null
}

/** A meeting that is found by a token. Source: $metadata v1.0, tokenMeetingInfo. */
export interface TokenMeetingInfo {
  /** The name of the type. Source: documented (OData JSON Format 4.0, 4.5.3). */
  '@odata.type': '#microsoft.graph.tokenMeetingInfo'
  /** The token. Source: metadata ($metadata v1.0, tokenMeetingInfo.token). */
  token: string
}

/** A meeting that is found by the id that people type in to join. Source: $metadata v1.0, joinMeetingIdMeetingInfo. */
export interface JoinMeetingIdMeetingInfo {
  /** The name of the type. Source: documented (OData JSON Format 4.0, 4.5.3). */
  '@odata.type': '#microsoft.graph.joinMeetingIdMeetingInfo'
  /** The id. Source: metadata ($metadata v1.0, joinMeetingIdMeetingInfo.joinMeetingId). */
  joinMeetingId: string
  /** The passcode that goes with it. Source: metadata ($metadata v1.0, joinMeetingIdMeetingInfo.passcode). */
  passcode?: string | null
}

/** What came of it: a code in the manner of HTTP, and a finer one. Source: $metadata v1.0, resultInfo. */
export interface ResultInfo {
  /** The name of the type. Source: documented (OData JSON Format 4.0, 4.5.3). */
  '@odata.type'?: '#microsoft.graph.resultInfo'
  /** The code, in the manner of an HTTP status. Source: metadata ($metadata v1.0, resultInfo.code). */
  code: number
  /** The words that go with it. Source: metadata ($metadata v1.0, resultInfo.message). */
  message?: string | null
  /** The finer code, e.g. 7015 after a transfer. Source: metadata ($metadata v1.0, resultInfo.subcode). */
  subcode: number
}

/** Something that the bot did in the call; with `$expand=operations`. Source: $metadata v1.0, commsOperation. */
export interface CommsOperation {
  /** The name of the type. Source: documented (OData JSON Format 4.0, 4.5.3). */
  '@odata.type'?: '#microsoft.graph.commsOperation'
  /** The id of the operation. Source: metadata ($metadata v1.0, commsOperation.id). */
  id: string
  /** The text by which the bot knows the operation again. Source: metadata ($metadata v1.0, commsOperation.clientContext). */
  clientContext?: string | null
  /** What came of it. Source: metadata ($metadata v1.0, commsOperation.resultInfo). */
  resultInfo?: ResultInfo | null
  /** How far it has come. Source: metadata ($metadata v1.0, commsOperation.status). */
  status: OperationStatus
}

/** Something that the bot did in the call; with `$expand=operations`. Source: $metadata v1.0, commsOperation. */
export type AnyCommsOperation = CommsOperation | CancelMediaProcessingOperation | InviteParticipantsOperation | MuteParticipantOperation | PlayPromptOperation | RecordOperation | StartHoldMusicOperation | StopHoldMusicOperation | SubscribeToToneOperation | UnmuteParticipantOperation | UpdateRecordingStatusOperation

/** The media that waited to be played was cancelled. Source: $metadata v1.0, cancelMediaProcessingOperation. */
export interface CancelMediaProcessingOperation {
  /** The name of the type. Source: documented (OData JSON Format 4.0, 4.5.3). */
  '@odata.type': '#microsoft.graph.cancelMediaProcessingOperation'
  /** The id of the operation. Source: metadata ($metadata v1.0, commsOperation.id). */
  id: string
  /** The text by which the bot knows the operation again. Source: metadata ($metadata v1.0, commsOperation.clientContext). */
  clientContext?: string | null
  /** What came of it. Source: metadata ($metadata v1.0, commsOperation.resultInfo). */
  resultInfo?: ResultInfo | null
  /** How far it has come. Source: metadata ($metadata v1.0, commsOperation.status). */
  status: OperationStatus
}

/** Participants were invited. Source: $metadata v1.0, inviteParticipantsOperation. */
export interface InviteParticipantsOperation {
  /** The name of the type. Source: documented (OData JSON Format 4.0, 4.5.3). */
  '@odata.type': '#microsoft.graph.inviteParticipantsOperation'
  /** The id of the operation. Source: metadata ($metadata v1.0, commsOperation.id). */
  id: string
  /** The text by which the bot knows the operation again. Source: metadata ($metadata v1.0, commsOperation.clientContext). */
  clientContext?: string | null
  /** What came of it. Source: metadata ($metadata v1.0, commsOperation.resultInfo). */
  resultInfo?: ResultInfo | null
  /** How far it has come. Source: metadata ($metadata v1.0, commsOperation.status). */
  status: OperationStatus
  /** Who was invited. Source: metadata ($metadata v1.0, inviteParticipantsOperation.participants). */
  participants: InvitationParticipantInfo[]
}

/** A participant was muted. Source: $metadata v1.0, muteParticipantOperation. */
export interface MuteParticipantOperation {
  /** The name of the type. Source: documented (OData JSON Format 4.0, 4.5.3). */
  '@odata.type': '#microsoft.graph.muteParticipantOperation'
  /** The id of the operation. Source: metadata ($metadata v1.0, commsOperation.id). */
  id: string
  /** The text by which the bot knows the operation again. Source: metadata ($metadata v1.0, commsOperation.clientContext). */
  clientContext?: string | null
  /** What came of it. Source: metadata ($metadata v1.0, commsOperation.resultInfo). */
  resultInfo?: ResultInfo | null
  /** How far it has come. Source: metadata ($metadata v1.0, commsOperation.status). */
  status: OperationStatus
}

/** A prompt was played. Source: $metadata v1.0, playPromptOperation. */
export interface PlayPromptOperation {
  /** The name of the type. Source: documented (OData JSON Format 4.0, 4.5.3). */
  '@odata.type': '#microsoft.graph.playPromptOperation'
  /** The id of the operation. Source: metadata ($metadata v1.0, commsOperation.id). */
  id: string
  /** The text by which the bot knows the operation again. Source: metadata ($metadata v1.0, commsOperation.clientContext). */
  clientContext?: string | null
  /** What came of it. Source: metadata ($metadata v1.0, commsOperation.resultInfo). */
  resultInfo?: ResultInfo | null
  /** How far it has come. Source: metadata ($metadata v1.0, commsOperation.status). */
  status: OperationStatus
}

/** A recording was made. Source: $metadata v1.0, recordOperation. */
export interface RecordOperation {
  /** The name of the type. Source: documented (OData JSON Format 4.0, 4.5.3). */
  '@odata.type': '#microsoft.graph.recordOperation'
  /** The id of the operation. Source: metadata ($metadata v1.0, commsOperation.id). */
  id: string
  /** The text by which the bot knows the operation again. Source: metadata ($metadata v1.0, commsOperation.clientContext). */
  clientContext?: string | null
  /** What came of it. Source: metadata ($metadata v1.0, commsOperation.resultInfo). */
  resultInfo?: ResultInfo | null
  /** How far it has come. Source: metadata ($metadata v1.0, commsOperation.status). */
  status: OperationStatus
  /** The token that opens the recording. Source: metadata ($metadata v1.0, recordOperation.recordingAccessToken). */
  recordingAccessToken?: string | null
  /** Where the recording is. Source: metadata ($metadata v1.0, recordOperation.recordingLocation). */
  recordingLocation?: string | null
}

/** Hold music was started. Source: $metadata v1.0, startHoldMusicOperation. */
export interface StartHoldMusicOperation {
  /** The name of the type. Source: documented (OData JSON Format 4.0, 4.5.3). */
  '@odata.type': '#microsoft.graph.startHoldMusicOperation'
  /** The id of the operation. Source: metadata ($metadata v1.0, commsOperation.id). */
  id: string
  /** The text by which the bot knows the operation again. Source: metadata ($metadata v1.0, commsOperation.clientContext). */
  clientContext?: string | null
  /** What came of it. Source: metadata ($metadata v1.0, commsOperation.resultInfo). */
  resultInfo?: ResultInfo | null
  /** How far it has come. Source: metadata ($metadata v1.0, commsOperation.status). */
  status: OperationStatus
}

/** Hold music was stopped. Source: $metadata v1.0, stopHoldMusicOperation. */
export interface StopHoldMusicOperation {
  /** The name of the type. Source: documented (OData JSON Format 4.0, 4.5.3). */
  '@odata.type': '#microsoft.graph.stopHoldMusicOperation'
  /** The id of the operation. Source: metadata ($metadata v1.0, commsOperation.id). */
  id: string
  /** The text by which the bot knows the operation again. Source: metadata ($metadata v1.0, commsOperation.clientContext). */
  clientContext?: string | null
  /** What came of it. Source: metadata ($metadata v1.0, commsOperation.resultInfo). */
  resultInfo?: ResultInfo | null
  /** How far it has come. Source: metadata ($metadata v1.0, commsOperation.status). */
  status: OperationStatus
}

/** The bot asked to be told of the keys that are pressed. Source: $metadata v1.0, subscribeToToneOperation. */
export interface SubscribeToToneOperation {
  /** The name of the type. Source: documented (OData JSON Format 4.0, 4.5.3). */
  '@odata.type': '#microsoft.graph.subscribeToToneOperation'
  /** The id of the operation. Source: metadata ($metadata v1.0, commsOperation.id). */
  id: string
  /** The text by which the bot knows the operation again. Source: metadata ($metadata v1.0, commsOperation.clientContext). */
  clientContext?: string | null
  /** What came of it. Source: metadata ($metadata v1.0, commsOperation.resultInfo). */
  resultInfo?: ResultInfo | null
  /** How far it has come. Source: metadata ($metadata v1.0, commsOperation.status). */
  status: OperationStatus
}

/** A participant was unmuted. Source: $metadata v1.0, unmuteParticipantOperation. */
export interface UnmuteParticipantOperation {
  /** The name of the type. Source: documented (OData JSON Format 4.0, 4.5.3). */
  '@odata.type': '#microsoft.graph.unmuteParticipantOperation'
  /** The id of the operation. Source: metadata ($metadata v1.0, commsOperation.id). */
  id: string
  /** The text by which the bot knows the operation again. Source: metadata ($metadata v1.0, commsOperation.clientContext). */
  clientContext?: string | null
  /** What came of it. Source: metadata ($metadata v1.0, commsOperation.resultInfo). */
  resultInfo?: ResultInfo | null
  /** How far it has come. Source: metadata ($metadata v1.0, commsOperation.status). */
  status: OperationStatus
}

/** The bot said whether it records. Source: $metadata v1.0, updateRecordingStatusOperation. */
export interface UpdateRecordingStatusOperation {
  /** The name of the type. Source: documented (OData JSON Format 4.0, 4.5.3). */
  '@odata.type': '#microsoft.graph.updateRecordingStatusOperation'
  /** The id of the operation. Source: metadata ($metadata v1.0, commsOperation.id). */
  id: string
  /** The text by which the bot knows the operation again. Source: metadata ($metadata v1.0, commsOperation.clientContext). */
  clientContext?: string | null
  /** What came of it. Source: metadata ($metadata v1.0, commsOperation.resultInfo). */
  resultInfo?: ResultInfo | null
  /** How far it has come. Source: metadata ($metadata v1.0, commsOperation.status). */
  status: OperationStatus
}

/** A call, as GET /communications/calls/{id} answers it. As received. Source: $metadata v1.0, call. */
export interface ReceivedCall {
  /** The name of the type. Source: documented (OData JSON Format 4.0, 4.5.3). */
  '@odata.type'?: string | null
  /** Where the metadata of this answer is. Source: documented (Get call, Examples 1 and 2). */
  '@odata.context'?: string | null
  /** The id of the call; mostly a GUID. Source: metadata ($metadata v1.0, call.id). */
  id?: string | null
  /** Where the call is in its life. Source: metadata ($metadata v1.0, call.state). */
  state?: CallState | null
  /** Who started the call, seen from the bot. Source: metadata ($metadata v1.0, call.direction). */
  direction?: CallDirection | null
  /** Where the notifications of the call are sent; HTTPS. Source: metadata ($metadata v1.0, call.callbackUri). */
  callbackUri?: string | null
  /** Who calls. Source: metadata ($metadata v1.0, call.source). */
  source?: ReceivedParticipantInfo | null
  /** Who is called; empty for a group call. Source: metadata ($metadata v1.0, call.targets). */
  targets?: ReceivedInvitationParticipantInfo[] | null
  /** Who answered. Source: documented (Get call, Examples 1 and 2; call is an open type). */
  answeredBy?: ReceivedParticipantInfo | null
  /** The kinds of media that were asked for. Source: metadata ($metadata v1.0, call.requestedModalities). */
  requestedModalities?: Modality[] | null
  /** The kinds of media that flow. Source: documented (older examples of the call pages; call is an open type). */
  activeModalities?: string[] | null
  /** Who handles the media: the service or the bot. Source: metadata ($metadata v1.0, call.mediaConfig). */
  mediaConfig?: ReceivedMediaConfig | null
  /** Whether media flows. Source: metadata ($metadata v1.0, call.mediaState). */
  mediaState?: ReceivedCallMediaState | null
  /** What the call is about. Source: metadata ($metadata v1.0, call.subject). */
  subject?: string | null
  /** The id that all legs of one conversation share; not always a GUID. Source: metadata ($metadata v1.0, call.callChainId). */
  callChainId?: string | null
  /** The options that the call was made with. Source: metadata ($metadata v1.0, call.callOptions). */
  callOptions?: ReceivedCallOptions | null
  /** How the call was sent on before it came here. Source: metadata ($metadata v1.0, call.callRoutes). */
  callRoutes?: ReceivedCallRoute[] | null
  /** The chat of the meeting; null for a peer-to-peer call. Source: metadata ($metadata v1.0, call.chatInfo). */
  chatInfo?: ReceivedChatInfo | null
  /** The meeting; null for a peer-to-peer call. Source: metadata ($metadata v1.0, call.meetingInfo). */
  meetingInfo?: ReceivedMeetingInfo | null
  /** What the meeting allows. Source: documented (older examples of the call pages; call is an open type). */
  meetingCapability?: unknown
  /** What is known of an incoming call beyond its source. Source: metadata ($metadata v1.0, call.incomingContext). */
  incomingContext?: ReceivedIncomingContext | null
  /** The id of the bot among the participants. Source: metadata ($metadata v1.0, call.myParticipantId). */
  myParticipantId?: string | null
  /** Why the call ended, or why a transfer failed. Source: metadata ($metadata v1.0, call.resultInfo). */
  resultInfo?: ReceivedResultInfo | null
  /** How long to let it ring, in seconds. Source: documented (Get call, Examples 1 and 2; call is an open type). */
  ringingTimeoutInSeconds?: number | null
  /** How the call may be routed. Source: documented (older examples of the call pages; call is an open type). */
  routingPolicies?: string[] | null
  /** The tenant of the call. Source: metadata ($metadata v1.0, call.tenantId). */
  tenantId?: string | null
  /** Why the call ended, in words. Source: documented (older examples of the call pages; call is an open type). */
  terminationReason?: string | null
  /** The last key that somebody pressed. Source: metadata ($metadata v1.0, call.toneInfo). */
  toneInfo?: ReceivedToneInfo | null
  /** Whether the call is transcribed. Source: metadata ($metadata v1.0, call.transcription). */
  transcription?: ReceivedCallTranscriptionInfo | null
  /** The call that this one replaces. Source: reported (bodies observed in real traffic; call is an open type). */
  replacesContext?: unknown
  /** Data of an application. Source: reported (bodies observed in real traffic; call is an open type). */
  applicationMetadata?: unknown
  /** The region that hosts the media. Source: reported (bodies observed in real traffic; call is an open type). */
  mediaHostedRegion?: unknown
  /** Further properties of the meeting. Source: reported (bodies observed in real traffic; call is an open type). */
  meetingProperties?: unknown
  /** Who consented to a recording. Source: reported (bodies observed in real traffic; call is an open type). */
  recordingConsentDetails?: unknown
  /** The private audio routes; only with `$expand=audioRoutingGroups`. Source: metadata ($metadata v1.0, call.audioRoutingGroups). */
  audioRoutingGroups?: ReceivedAudioRoutingGroup[] | null
  /** The sessions of content sharing; only with `$expand=contentSharingSessions`. Source: metadata ($metadata v1.0, call.contentSharingSessions). */
  contentSharingSessions?: ReceivedContentSharingSession[] | null
  /** What the bot did in the call; only with `$expand=operations`. Source: metadata ($metadata v1.0, call.operations). */
  operations?: ReceivedCommsOperation[] | null
  /** The roster of the call; only with `$expand=participants`. Source: metadata ($metadata v1.0, call.participants). */
  participants?: ReceivedParticipant[] | null
}

/** The options that a call was made with. As received. Source: $metadata v1.0, callOptions. */
export type ReceivedCallOptions = ReceivedIncomingCallOptions | ReceivedOutgoingCallOptions | ObjectOfUnknownType

/** The options of an incoming call. As received. Source: $metadata v1.0, incomingCallOptions. */
export interface ReceivedIncomingCallOptions {
  /** The name of the type. Source: documented (OData JSON Format 4.0, 4.5.3). */
  '@odata.type': '#microsoft.graph.incomingCallOptions' | 'microsoft.graph.incomingCallOptions'
  /** Whether the bot is hidden once the call becomes a group call. Source: metadata ($metadata v1.0, callOptions.hideBotAfterEscalation). */
  hideBotAfterEscalation?: boolean | null
  /** Whether the bot is told of content sharing. Source: metadata ($metadata v1.0, callOptions.isContentSharingNotificationEnabled). */
  isContentSharingNotificationEnabled?: boolean | null
  /** Whether the bot is told only what changes in the roster. Source: metadata ($metadata v1.0, callOptions.isDeltaRosterEnabled). */
  isDeltaRosterEnabled?: boolean | null
  /** Whether the roster tells who may interact from who only listens. Source: metadata ($metadata v1.0, callOptions.isInteractiveRosterEnabled). */
  isInteractiveRosterEnabled?: boolean | null
}

/** The options of an outgoing call. As received. Source: $metadata v1.0, outgoingCallOptions. */
export interface ReceivedOutgoingCallOptions {
  /** The name of the type. Source: documented (OData JSON Format 4.0, 4.5.3). */
  '@odata.type': '#microsoft.graph.outgoingCallOptions' | 'microsoft.graph.outgoingCallOptions'
  /** Whether the bot is hidden once the call becomes a group call. Source: metadata ($metadata v1.0, callOptions.hideBotAfterEscalation). */
  hideBotAfterEscalation?: boolean | null
  /** Whether the bot is told of content sharing. Source: metadata ($metadata v1.0, callOptions.isContentSharingNotificationEnabled). */
  isContentSharingNotificationEnabled?: boolean | null
  /** Whether the bot is told only what changes in the roster. Source: metadata ($metadata v1.0, callOptions.isDeltaRosterEnabled). */
  isDeltaRosterEnabled?: boolean | null
  /** Whether the roster tells who may interact from who only listens. Source: metadata ($metadata v1.0, callOptions.isInteractiveRosterEnabled). */
  isInteractiveRosterEnabled?: boolean | null
}

/** A user, application, device or other actor. As received. Source: $metadata v1.0, identity. */
export interface ReceivedIdentity {
  /** The name of the type. Source: documented (OData JSON Format 4.0, 4.5.3). */
  '@odata.type'?: string | null
  /** The name to show; not kept up to date, and often absent or null. Source: metadata ($metadata v1.0, identity.displayName). */
  displayName?: string | null
  /** The id of the actor: a GUID for users and applications, a number such as "+15550100" for phones. Source: metadata ($metadata v1.0, identity.id). */
  id?: string | null
  /** The tenant that the actor belongs to. Source: documented (documented examples; identity is an open type). */
  tenantId?: string | null
  /** Who vouches for the identity, e.g. "AAD". Source: documented (documented examples; identity is an open type). */
  identityProvider?: string | null
  /** The kind of application. Source: metadata ($metadata v1.0, communicationsApplicationIdentity.applicationType). */
  applicationType?: string | null
  /** Whether the application instance is left out of the roster. Source: metadata ($metadata v1.0, communicationsApplicationIdentity.hidden). */
  hidden?: boolean | null
  /** The e-mail address of the guest. Source: metadata ($metadata v1.0, communicationsGuestIdentity.email). */
  email?: string | null
  /** The Azure Communication Services resource that the user belongs to. Source: metadata ($metadata v1.0, azureCommunicationServicesUserIdentity.azureCommunicationServicesResourceId). */
  azureCommunicationServicesResourceId?: string | null
}

/** The identities of one participant; each kind is a property, and seldom more than one is there. As received. Source: $metadata v1.0, identitySet. */
export interface ReceivedIdentitySet {
  /** The name of the type. Source: documented (OData JSON Format 4.0, 4.5.3). */
  '@odata.type'?: string | null
  /** The application, where it is one. Source: metadata ($metadata v1.0, identitySet.application). */
  application?: ReceivedIdentity | null
  /** The device, where it is one. Source: metadata ($metadata v1.0, identitySet.device). */
  device?: ReceivedIdentity | null
  /** The user, where it is one. Source: metadata ($metadata v1.0, identitySet.user). */
  user?: ReceivedIdentity | null
  /** The application instance, where it is one. Source: documented (documented as an open property of a plain identitySet; $metadata has it on communicationsIdentitySet). */
  applicationInstance?: ReceivedIdentity | null
  /** The encrypted identity, where it is one. Source: documented (documented as an open property of a plain identitySet; $metadata has it on communicationsIdentitySet). */
  encrypted?: ReceivedIdentity | null
  /** The guest, where it is one. Source: documented (documented as an open property of a plain identitySet; $metadata has it on communicationsIdentitySet). */
  guest?: ReceivedIdentity | null
  /** The user of an on-premises server, where it is one. Source: documented (documented as an open property of a plain identitySet; $metadata has it on communicationsIdentitySet). */
  onPremises?: ReceivedIdentity | null
  /** The phone, where it is one. Source: documented (documented as an open property of a plain identitySet; $metadata has it on communicationsIdentitySet). */
  phone?: ReceivedIdentity | null
  /** The identity that a phone provider asserts. Source: metadata ($metadata v1.0, communicationsIdentitySet.assertedIdentity). */
  assertedIdentity?: ReceivedIdentity | null
  /** The user of Azure Communication Services, where it is one. Source: metadata ($metadata v1.0, communicationsIdentitySet.azureCommunicationServicesUser). */
  azureCommunicationServicesUser?: ReceivedIdentity | null
  /** The kind of endpoint that the participant uses. Source: metadata ($metadata v1.0, communicationsIdentitySet.endpointType). */
  endpointType?: EndpointType | null
}

/** A participant as the call knows them. As received. Source: $metadata v1.0, participantInfo. */
export interface ReceivedParticipantInfo {
  /** The name of the type. Source: documented (OData JSON Format 4.0, 4.5.3). */
  '@odata.type'?: string | null
  /** The ISO 3166-1 alpha-2 code of the country where the participant was found. Source: metadata ($metadata v1.0, participantInfo.countryCode). */
  countryCode?: string | null
  /** The kind of endpoint that the participant uses. Source: metadata ($metadata v1.0, participantInfo.endpointType). */
  endpointType?: EndpointType | null
  /** Who the participant is. Source: metadata ($metadata v1.0, participantInfo.identity). */
  identity?: ReceivedIdentitySet | null
  /** The language of the participant, e.g. "en-US". Source: metadata ($metadata v1.0, participantInfo.languageId). */
  languageId?: string | null
  /** The id of the participant within the call. Source: metadata ($metadata v1.0, participantInfo.participantId). */
  participantId?: string | null
  /** The region of the participant, e.g. "amer". Source: metadata ($metadata v1.0, participantInfo.region). */
  region?: string | null
  /** Another id of the participant. Source: documented (examples of the call pages; the metadata has a closed type without it). */
  id?: string | null
}

/** A participant who is called. As received. Source: $metadata v1.0, invitationParticipantInfo. */
export interface ReceivedInvitationParticipantInfo {
  /** The name of the type. Source: documented (OData JSON Format 4.0, 4.5.3). */
  '@odata.type'?: string | null
  /** Whether the participant is left out of the roster. Source: metadata ($metadata v1.0, invitationParticipantInfo.hidden). */
  hidden?: boolean | null
  /** Who is called. Source: metadata ($metadata v1.0, invitationParticipantInfo.identity). */
  identity?: ReceivedIdentitySet | null
  /** The id that the participant gets within the call. Source: metadata ($metadata v1.0, invitationParticipantInfo.participantId). */
  participantId?: string | null
  /** Whether the participant is taken out of the main audio mix. Source: metadata ($metadata v1.0, invitationParticipantInfo.removeFromDefaultAudioRoutingGroup). */
  removeFromDefaultAudioRoutingGroup?: boolean | null
  /** The id of the call that this participant is taken over from. Source: metadata ($metadata v1.0, invitationParticipantInfo.replacesCallId). */
  replacesCallId?: string | null
}

/** One step by which a call was sent on to somebody else. As received. Source: $metadata v1.0, callRoute. */
export interface ReceivedCallRoute {
  /** The name of the type. Source: documented (OData JSON Format 4.0, 4.5.3). */
  '@odata.type'?: string | null
  /** Who the call was sent on to. Source: metadata ($metadata v1.0, callRoute.final). */
  final?: ReceivedIdentitySet | null
  /** Who was called in the first place. Source: metadata ($metadata v1.0, callRoute.original). */
  original?: ReceivedIdentitySet | null
  /** Why the call was sent on. Source: metadata ($metadata v1.0, callRoute.routingType). */
  routingType?: RoutingType | null
}

/** What the bot is told about a call that comes in on behalf of somebody. As received. Source: $metadata v1.0, incomingContext. */
export interface ReceivedIncomingContext {
  /** The name of the type. Source: documented (OData JSON Format 4.0, 4.5.3). */
  '@odata.type'?: string | null
  /** The id of the participant who is observed. Source: metadata ($metadata v1.0, incomingContext.observedParticipantId). */
  observedParticipantId?: string | null
  /** On whose behalf the call comes in. Source: metadata ($metadata v1.0, incomingContext.onBehalfOf). */
  onBehalfOf?: ReceivedIdentitySet | null
  /** The id of the participant who triggered the call. Source: metadata ($metadata v1.0, incomingContext.sourceParticipantId). */
  sourceParticipantId?: string | null
  /** Who transferred the call. Source: metadata ($metadata v1.0, incomingContext.transferor). */
  transferor?: ReceivedIdentitySet | null
}

/** A participant in the roster of a call; with `$expand=participants`. As received. Source: $metadata v1.0, participant. */
export interface ReceivedParticipant {
  /** The name of the type. Source: documented (OData JSON Format 4.0, 4.5.3). */
  '@odata.type'?: string | null
  /** The id of the participant. Source: metadata ($metadata v1.0, participant.id). */
  id?: string | null
  /** Who the participant is, and where. Source: metadata ($metadata v1.0, participant.info). */
  info?: ReceivedParticipantInfo | null
  /** Whether the participant still waits in the lobby. Source: metadata ($metadata v1.0, participant.isInLobby). */
  isInLobby?: boolean | null
  /** Whether the participant is muted, by themselves or by the service. Source: metadata ($metadata v1.0, participant.isMuted). */
  isMuted?: boolean | null
  /** The media that the participant sends or gets. Source: metadata ($metadata v1.0, participant.mediaStreams). */
  mediaStreams?: ReceivedMediaStream[] | null
  /** Data that the participant put into the roster. Source: metadata ($metadata v1.0, participant.metadata). */
  metadata?: string | null
  /** Whether the participant records. Source: metadata ($metadata v1.0, participant.recordingInfo). */
  recordingInfo?: ReceivedRecordingInfo | null
  /** Why the participant was taken out of the roster. Source: metadata ($metadata v1.0, participant.removedState). */
  removedState?: ReceivedRemovedState | null
  /** Why media of the participant is held back. Source: metadata ($metadata v1.0, participant.restrictedExperience). */
  restrictedExperience?: ReceivedOnlineMeetingRestricted | null
  /** The roster update that last touched the participant. Source: metadata ($metadata v1.0, participant.rosterSequenceNumber). */
  rosterSequenceNumber?: number | string | null
}

/** Whether a participant records, and who started it. As received. Source: $metadata v1.0, recordingInfo. */
export interface ReceivedRecordingInfo {
  /** The name of the type. Source: documented (OData JSON Format 4.0, 4.5.3). */
  '@odata.type'?: string | null
  /** Who started the recording. Source: metadata ($metadata v1.0, recordingInfo.initiator). */
  initiator?: ReceivedIdentitySet | null
  /** Whether it is recorded. Source: metadata ($metadata v1.0, recordingInfo.recordingStatus). */
  recordingStatus?: RecordingStatus | null
}

/** Why a participant was taken out of the roster. As received. Source: $metadata v1.0, removedState. */
export interface ReceivedRemovedState {
  /** The name of the type. Source: documented (OData JSON Format 4.0, 4.5.3). */
  '@odata.type'?: string | null
  /** The reason. Source: metadata ($metadata v1.0, removedState.reason). */
  reason?: string | null
}

/** What a participant may not do in the meeting. As received. Source: $metadata v1.0, onlineMeetingRestricted. */
export interface ReceivedOnlineMeetingRestricted {
  /** The name of the type. Source: documented (OData JSON Format 4.0, 4.5.3). */
  '@odata.type'?: string | null
  /** Why the participant may not share content. Source: metadata ($metadata v1.0, onlineMeetingRestricted.contentSharingDisabled). */
  contentSharingDisabled?: OnlineMeetingContentSharingDisabledReason | null
  /** Why the participant has no video. Source: metadata ($metadata v1.0, onlineMeetingRestricted.videoDisabled). */
  videoDisabled?: OnlineMeetingVideoDisabledReason | null
}

/** Who handles the media of the call: the service or the bot. As received. Source: $metadata v1.0, mediaConfig. */
export type ReceivedMediaConfig = ReceivedServiceHostedMediaConfig | ReceivedAppHostedMediaConfig | ObjectOfUnknownType

/** The service handles the media; the bot plays prompts and hears tones. As received. Source: $metadata v1.0, serviceHostedMediaConfig. */
export interface ReceivedServiceHostedMediaConfig {
  /** The name of the type. Source: documented (OData JSON Format 4.0, 4.5.3). */
  '@odata.type': '#microsoft.graph.serviceHostedMediaConfig' | 'microsoft.graph.serviceHostedMediaConfig'
  /** Whether the bot is taken out of the main audio mix. Source: documented (examples of the call pages; the metadata has a closed type without it). */
  removeFromDefaultAudioGroup?: boolean | null
  /** The prompts to fetch before they are played. Source: metadata ($metadata v1.0, serviceHostedMediaConfig.preFetchMedia). */
  preFetchMedia?: ReceivedMediaInfo[] | null
}

/** The bot handles the media itself. As received. Source: $metadata v1.0, appHostedMediaConfig. */
export interface ReceivedAppHostedMediaConfig {
  /** The name of the type. Source: documented (OData JSON Format 4.0, 4.5.3). */
  '@odata.type': '#microsoft.graph.appHostedMediaConfig' | 'microsoft.graph.appHostedMediaConfig'
  /** Whether the bot is taken out of the main audio mix. Source: documented (examples of the call pages; the metadata has a closed type without it). */
  removeFromDefaultAudioGroup?: boolean | null
  /** The media configuration that the media library of the bot made. Source: metadata ($metadata v1.0, appHostedMediaConfig.blob). */
  blob?: string | null
}

/** A prompt. As received. Source: $metadata v1.0, mediaInfo. */
export interface ReceivedMediaInfo {
  /** The name of the type. Source: documented (OData JSON Format 4.0, 4.5.3). */
  '@odata.type'?: string | null
  /** The id under which the prompt is kept. Source: metadata ($metadata v1.0, mediaInfo.resourceId). */
  resourceId?: string | null
  /** Where the service gets the prompt, a .wav file. Source: metadata ($metadata v1.0, mediaInfo.uri). */
  uri?: string | null
}

/** Whether media flows in the call. As received. Source: $metadata v1.0, callMediaState. */
export interface ReceivedCallMediaState {
  /** The name of the type. Source: documented (OData JSON Format 4.0, 4.5.3). */
  '@odata.type'?: string | null
  /** Whether audio flows. Source: metadata ($metadata v1.0, callMediaState.audio). */
  audio?: MediaState | null
}

/** The last key that somebody pressed. As received. Source: $metadata v1.0, toneInfo. */
export interface ReceivedToneInfo {
  /** The name of the type. Source: documented (OData JSON Format 4.0, 4.5.3). */
  '@odata.type'?: string | null
  /** Counts the keys of the call, to put them in order. Source: metadata ($metadata v1.0, toneInfo.sequenceId). */
  sequenceId?: number | string | null
  /** The key. Source: metadata ($metadata v1.0, toneInfo.tone). */
  tone?: Tone | null
}

/** Whether the call is transcribed. As received. Source: $metadata v1.0, callTranscriptionInfo. */
export interface ReceivedCallTranscriptionInfo {
  /** The name of the type. Source: documented (OData JSON Format 4.0, 4.5.3). */
  '@odata.type'?: string | null
  /** When that last changed, UTC. Source: metadata ($metadata v1.0, callTranscriptionInfo.lastModifiedDateTime). */
  lastModifiedDateTime?: string | null
  /** Whether the call is transcribed. Source: metadata ($metadata v1.0, callTranscriptionInfo.state). */
  state?: CallTranscriptionState | null
}

/** One stream of media of a participant. As received. Source: $metadata v1.0, mediaStream. */
export interface ReceivedMediaStream {
  /** The name of the type. Source: documented (OData JSON Format 4.0, 4.5.3). */
  '@odata.type'?: string | null
  /** Which way it flows. Source: metadata ($metadata v1.0, mediaStream.direction). */
  direction?: MediaDirection | null
  /** What the stream is for, e.g. "main-audio". Source: metadata ($metadata v1.0, mediaStream.label). */
  label?: string | null
  /** The kind of media. Source: metadata ($metadata v1.0, mediaStream.mediaType). */
  mediaType?: Modality | null
  /** Whether the service muted it. Source: metadata ($metadata v1.0, mediaStream.serverMuted). */
  serverMuted?: boolean | null
  /** The id of the source. Source: metadata ($metadata v1.0, mediaStream.sourceId). */
  sourceId?: string | null
}

/** A private audio route among participants; with `$expand=audioRoutingGroups`. As received. Source: $metadata v1.0, audioRoutingGroup. */
export interface ReceivedAudioRoutingGroup {
  /** The name of the type. Source: documented (OData JSON Format 4.0, 4.5.3). */
  '@odata.type'?: string | null
  /** The id of the group. Source: metadata ($metadata v1.0, audioRoutingGroup.id). */
  id?: string | null
  /** The ids of the participants who hear. Source: metadata ($metadata v1.0, audioRoutingGroup.receivers). */
  receivers?: string[] | null
  /** How the audio is routed. Source: metadata ($metadata v1.0, audioRoutingGroup.routingMode). */
  routingMode?: RoutingMode | null
  /** The ids of the participants who speak. Source: metadata ($metadata v1.0, audioRoutingGroup.sources). */
  sources?: string[] | null
}

/** A session of content sharing; with `$expand=contentSharingSessions`. As received. Source: $metadata v1.0, contentSharingSession. */
export interface ReceivedContentSharingSession {
  /** The name of the type. Source: documented (OData JSON Format 4.0, 4.5.3). */
  '@odata.type'?: string | null
  /** The id of the session. Source: metadata ($metadata v1.0, contentSharingSession.id). */
  id?: string | null
}

/** The Teams chat that belongs to the meeting. As received. Source: $metadata v1.0, chatInfo. */
export interface ReceivedChatInfo {
  /** The name of the type. Source: documented (OData JSON Format 4.0, 4.5.3). */
  '@odata.type'?: string | null
  /** The message in the chat that started the meeting; "0" for a scheduled one. Source: metadata ($metadata v1.0, chatInfo.messageId). */
  messageId?: string | null
  /** The message whose replies the meeting is in. Source: metadata ($metadata v1.0, chatInfo.replyChainMessageId). */
  replyChainMessageId?: string | null
  /** The thread of the chat, e.g. "19:meeting_...@thread.v2". Source: metadata ($metadata v1.0, chatInfo.threadId). */
  threadId?: string | null
}

/** How the meeting is found: by its organiser, a token or a meeting id. As received. Source: $metadata v1.0, meetingInfo. */
export type ReceivedMeetingInfo = ReceivedOrganizerMeetingInfo | ReceivedTokenMeetingInfo | ReceivedJoinMeetingIdMeetingInfo | ObjectOfUnknownType

/** A meeting that is found by its organiser. As received. Source: $metadata v1.0, organizerMeetingInfo. */
export interface ReceivedOrganizerMeetingInfo {
  /** The name of the type. Source: documented (OData JSON Format 4.0, 4.5.3). */
  '@odata.type': '#microsoft.graph.organizerMeetingInfo' | 'microsoft.graph.organizerMeetingInfo'
  /** Who organises the meeting. Source: metadata ($metadata v1.0, organizerMeetingInfo.organizer). */
  organizer?: ReceivedIdentitySet | null
  /** Whether the others may talk before the host is there. Source: documented (Get call, Example 2; the metadata does not declare it). */
  allowConversationWithoutHost?: boolean | null
}

/** A meeting that is found by a token. As received. Source: $metadata v1.0, tokenMeetingInfo. */
export interface ReceivedTokenMeetingInfo {
  /** The name of the type. Source: documented (OData JSON Format 4.0, 4.5.3). */
  '@odata.type': '#microsoft.graph.tokenMeetingInfo' | 'microsoft.graph.tokenMeetingInfo'
  /** The token. Source: metadata ($metadata v1.0, tokenMeetingInfo.token). */
  token?: string | null
}

/** A meeting that is found by the id that people type in to join. As received. Source: $metadata v1.0, joinMeetingIdMeetingInfo. */
export interface ReceivedJoinMeetingIdMeetingInfo {
  /** The name of the type. Source: documented (OData JSON Format 4.0, 4.5.3). */
  '@odata.type': '#microsoft.graph.joinMeetingIdMeetingInfo' | 'microsoft.graph.joinMeetingIdMeetingInfo'
  /** The id. Source: metadata ($metadata v1.0, joinMeetingIdMeetingInfo.joinMeetingId). */
  joinMeetingId?: string | null
  /** The passcode that goes with it. Source: metadata ($metadata v1.0, joinMeetingIdMeetingInfo.passcode). */
  passcode?: string | null
}

/** What came of it: a code in the manner of HTTP, and a finer one. As received. Source: $metadata v1.0, resultInfo. */
export interface ReceivedResultInfo {
  /** The name of the type. Source: documented (OData JSON Format 4.0, 4.5.3). */
  '@odata.type'?: string | null
  /** The code, in the manner of an HTTP status. Source: metadata ($metadata v1.0, resultInfo.code). */
  code?: number | string | null
  /** The words that go with it. Source: metadata ($metadata v1.0, resultInfo.message). */
  message?: string | null
  /** The finer code, e.g. 7015 after a transfer. Source: metadata ($metadata v1.0, resultInfo.subcode). */
  subcode?: number | string | null
  /** Another spelling of `subcode`. Source: reported (bodies observed in real traffic). */
  subCode?: number | string | null
}

/** Something that the bot did in the call; with `$expand=operations`. As received. Source: $metadata v1.0, commsOperation. */
export interface ReceivedCommsOperation {
  /** The name of the type. Source: documented (OData JSON Format 4.0, 4.5.3). */
  '@odata.type'?: string | null
  /** The id of the operation. Source: metadata ($metadata v1.0, commsOperation.id). */
  id?: string | null
  /** The text by which the bot knows the operation again. Source: metadata ($metadata v1.0, commsOperation.clientContext). */
  clientContext?: string | null
  /** What came of it. Source: metadata ($metadata v1.0, commsOperation.resultInfo). */
  resultInfo?: ReceivedResultInfo | null
  /** How far it has come. Source: metadata ($metadata v1.0, commsOperation.status). */
  status?: OperationStatus | 'notStarted' | 'running' | 'completed' | 'failed' | null
  /** Who was invited. Source: metadata ($metadata v1.0, inviteParticipantsOperation.participants). */
  participants?: ReceivedInvitationParticipantInfo[] | null
  /** The token that opens the recording. Source: metadata ($metadata v1.0, recordOperation.recordingAccessToken). */
  recordingAccessToken?: string | null
  /** Where the recording is. Source: metadata ($metadata v1.0, recordOperation.recordingLocation). */
  recordingLocation?: string | null
}

/** The body of an answer that is no success. Source: Graph error responses; seen on the calls endpoints, callError. */
export interface CallError {
  /** What went wrong. Source: metadata ($metadata v1.0, callError.error). */
  error: CallErrorDetail
}

/** What went wrong. Source: Graph error responses; seen on the calls endpoints, callErrorDetail. */
export interface CallErrorDetail {
  /** The code: always a string, often of digits, e.g. "8522". Source: metadata ($metadata v1.0, callErrorDetail.code). */
  code: string
  /** The words; may be empty, and may itself be JSON. Source: metadata ($metadata v1.0, callErrorDetail.message). */
  message?: string | null
  /** What the error is about. Source: documented (OData JSON Format 4.01, 19). */
  target?: string | null
  /** Further errors. Source: documented (OData JSON Format 4.01, 19). */
  details?: unknown[] | null
  /** What to quote to support; may be absent or sparse. Source: metadata ($metadata v1.0, callErrorDetail.innerError). */
  innerError?: CallInnerError | null
}

/** What to quote to support. Source: Graph error responses; seen on the calls endpoints, callInnerError. */
export interface CallInnerError {
  /** When it happened: UTC, though no time zone stands there ("2021-05-13T08:12:19"). Source: metadata ($metadata v1.0, callInnerError.date). */
  date?: string | null
  /** The id that the service gave the request. Source: metadata ($metadata v1.0, callInnerError.request-id). */
  'request-id'?: string | null
  /** The id that the client gave the request. Source: metadata ($metadata v1.0, callInnerError.client-request-id). */
  'client-request-id'?: string | null
}

/** What the service posts to the callback URI of a call. Source: $metadata v1.0, commsNotifications. */
export interface CommsNotifications {
  /** The name of the type. Source: documented (OData JSON Format 4.0, 4.5.3). */
  '@odata.type'?: string | null
  /** What has changed; may be several things. Source: metadata ($metadata v1.0, commsNotifications.value). */
  value: CommsNotification[]
}

/** One change of a call. Source: $metadata v1.0, commsNotification. */
export interface CommsNotification {
  /** The name of the type. Source: documented (OData JSON Format 4.0, 4.5.3). */
  '@odata.type'?: string | null
  /** Whether the call is new, another, or over. Source: metadata ($metadata v1.0, commsNotification.changeType). */
  changeType: ChangeType
  /** The path of the call, without the version. Source: metadata ($metadata v1.0, commsNotification.resourceUrl). */
  resourceUrl: string
  /** The call, or what has changed of it: mostly sparse. Source: reported (notifications observed in real traffic; commsNotification is an open type). */
  resourceData?: ReceivedCall | null
}
