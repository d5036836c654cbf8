// Written by `npm run generate` from src/model. Change the model, not this file.

export const descriptions: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "call": {
    "": "A call, as GET /communications/calls/{id} returns it.",
    "@odata.context": "URL of the metadata that describes this response.",
    "@odata.id": "Path of the call. Only in notifications.",
    "@odata.etag": "ETag of the call. Only in notifications.",
    "id": "ID of the call, usually a GUID.",
    "state": "State of the call.",
    "direction": "Direction of the call as seen by the bot.",
    "callbackUri": "HTTPS URL that receives the notifications of the call.",
    "source": "Caller.",
    "targets": "Participants that are called. Empty for a group call.",
    "answeredBy": "Participant that answered the call.",
    "requestedModalities": "Modalities requested for the call.",
    "activeModalities": "Modalities in use.",
    "mediaConfig": "Media configuration: hosted by the service or by the bot.",
    "mediaState": "State of the media.",
    "subject": "Subject of the call.",
    "callChainId": "ID shared by all legs of a conversation. Not always a GUID.",
    "callOptions": "Options of the call.",
    "callRoutes": "Routes that the call took before it reached the bot.",
    "chatInfo": "Chat of the meeting. Null for a peer-to-peer call.",
    "meetingInfo": "Meeting. Null for a peer-to-peer call.",
    "meetingCapability": "Capabilities of the meeting.",
    "incomingContext": "Context of an incoming call: on whose behalf it is made, and who transferred it.",
    "myParticipantId": "Participant ID of the bot.",
    "resultInfo": "Reason why the call ended or a transfer failed.",
    "ringingTimeoutInSeconds": "Ringing timeout in seconds.",
    "routingPolicies": "Routing policies of the call.",
    "tenantId": "ID of the tenant that the call belongs to.",
    "terminationReason": "Reason why the call ended, as text.",
    "toneInfo": "Last DTMF tone received.",
    "transcription": "Transcription of the call.",
    "coOrganizers": "Additional organizers of the meeting.",
    "replacesContext": "Call that this call replaces.",
    "applicationMetadata": "Metadata of an application.",
    "mediaHostedRegion": "Region that hosts the media.",
    "meetingProperties": "Additional properties of the meeting.",
    "recordingConsentDetails": "Consent of the participants to a recording.",
    "audioRoutingGroups": "Audio routing groups of the call. Only with `$expand=audioRoutingGroups`.",
    "contentSharingSessions": "Content sharing sessions of the call. Only with `$expand=contentSharingSessions`.",
    "operations": "Operations that the bot started in the call. Only with `$expand=operations`.",
    "participants": "Participants of the call. Only with `$expand=participants`."
  },
  "callOptions": {
    "": "Options of a call.",
    "hideBotAfterEscalation": "True if the bot is hidden after the call becomes a group call.",
    "isContentSharingNotificationEnabled": "True if the bot receives content sharing notifications.",
    "isDeltaRosterEnabled": "True if roster notifications contain only the changes.",
    "isInteractiveRosterEnabled": "True if the roster distinguishes interactive participants from listeners.",
    "isParticipantInfoUpdatesEnabled": "True if the bot receives changes of the information about participants."
  },
  "incomingCallOptions": {
    "": "Options of an incoming call."
  },
  "outgoingCallOptions": {
    "": "Options of an outgoing call."
  },
  "identity": {
    "": "A user, application, device or other actor.",
    "displayName": "Display name. Can be out of date, and is often absent or null.",
    "id": "ID of the actor: a GUID for users and applications, a number such as \"+15550100\" for phones.",
    "tenantId": "ID of the tenant that the actor belongs to.",
    "identityProvider": "Identity provider, for example \"AAD\".",
    "ApplicationType": "Kind of application, for example \"LargeGallery-V2\" for the large gallery."
  },
  "communicationsApplicationIdentity": {
    "": "An application in a call.",
    "applicationType": "Kind of application.",
    "hidden": "True if the application is hidden from the roster."
  },
  "communicationsApplicationInstanceIdentity": {
    "": "An application instance (a resource account) in a call.",
    "hidden": "True if the application instance is hidden from the roster.",
    "tenantId": "ID of the tenant that the application instance belongs to."
  },
  "communicationsEncryptedIdentity": {
    "": "A participant with an encrypted identity."
  },
  "communicationsGuestIdentity": {
    "": "A guest.",
    "email": "Email address of the guest."
  },
  "communicationsPhoneIdentity": {
    "": "A phone user."
  },
  "communicationsUserIdentity": {
    "": "A user of a tenant.",
    "tenantId": "ID of the tenant that the user belongs to."
  },
  "azureCommunicationServicesUserIdentity": {
    "": "A user of Azure Communication Services.",
    "azureCommunicationServicesResourceId": "ID of the Azure Communication Services resource that the user belongs to."
  },
  "identitySet": {
    "": "The identities of a participant, one property for each kind. Usually only one is set.",
    "application": "Application, if the participant is one.",
    "device": "Device, if the participant is one.",
    "user": "User, if the participant is one.",
    "applicationInstance": "Application instance, if the participant is one.",
    "encrypted": "Encrypted identity, if the participant has one.",
    "guest": "Guest, if the participant is one.",
    "onPremises": "User of an on-premises server, if the participant is one.",
    "phone": "Phone, if the participant is one."
  },
  "communicationsIdentitySet": {
    "": "The identities of a participant in a call, including the kinds that only calls have.",
    "applicationInstance": "Application instance, if the participant is one.",
    "assertedIdentity": "Identity asserted by a phone provider.",
    "azureCommunicationServicesUser": "User of Azure Communication Services, if the participant is one.",
    "encrypted": "Encrypted identity, if the participant has one.",
    "endpointType": "Kind of endpoint that the participant uses.",
    "guest": "Guest, if the participant is one.",
    "onPremises": "User of an on-premises server, if the participant is one.",
    "phone": "Phone, if the participant is one."
  },
  "participantInfo": {
    "": "Information about a participant.",
    "countryCode": "ISO 3166-1 alpha-2 code of the country that the participant is in.",
    "endpointType": "Kind of endpoint that the participant uses.",
    "identity": "Identity of the participant.",
    "languageId": "Language of the participant, for example \"en-US\".",
    "participantId": "ID of the participant in the call.",
    "region": "Region of the participant, for example \"amer\".",
    "id": "Additional ID of the participant.",
    "clientVersion": "Client of the participant and its version.",
    "endpointId": "ID of the endpoint that the participant uses.",
    "platformId": "ID of the platform of the client.",
    "replacementLink": "URL that replaces the participant in the call."
  },
  "invitationParticipantInfo": {
    "": "A participant that is invited to a call.",
    "hidden": "True if the participant is hidden from the roster.",
    "identity": "Identity of the participant.",
    "participantId": "ID of the participant in the call.",
    "removeFromDefaultAudioRoutingGroup": "True if the participant is removed from the default audio routing group.",
    "replacesCallId": "ID of the call that this participant is transferred from."
  },
  "callRoute": {
    "": "A route from the original callee to another one.",
    "final": "Identity that received the call.",
    "original": "Identity that was called originally.",
    "routingType": "Reason why the call was routed."
  },
  "incomingContext": {
    "": "Context of an incoming call.",
    "observedParticipantId": "ID of the participant that is observed.",
    "onBehalfOf": "Identity on whose behalf the call is made.",
    "sourceParticipantId": "ID of the participant that triggered the call.",
    "transferor": "Identity that transferred the call."
  },
  "participant": {
    "": "A participant in the roster of a call. Only with `$expand=participants`.",
    "id": "ID of the participant.",
    "info": "Information about the participant.",
    "isInLobby": "True if the participant is in the lobby.",
    "isMuted": "True if the participant or the service muted the audio.",
    "mediaStreams": "Media streams of the participant.",
    "metadata": "Metadata that the participant added to the roster.",
    "recordingInfo": "Recording by the participant.",
    "removedState": "Reason why the participant was removed from the roster.",
    "restrictedExperience": "Reasons why media of the participant is restricted.",
    "rosterSequenceNumber": "Sequence number of the last roster update that changed the participant.",
    "isIdentityAnonymized": "True if the identity of the participant is hidden.",
    "meetingRole": "Role of the participant in the meeting, for example \"none\".",
    "publishedStates": "States that the participant published.",
    "replacementLink": "URL that replaces the participant in the call."
  },
  "recordingInfo": {
    "": "Recording by a participant.",
    "initiator": "Identity that started the recording.",
    "recordingStatus": "Recording status."
  },
  "removedState": {
    "": "Reason why a participant was removed from the roster.",
    "reason": "Reason for the removal."
  },
  "onlineMeetingRestricted": {
    "": "Restrictions of a participant in a meeting.",
    "contentSharingDisabled": "Reason why the participant is not allowed to share content.",
    "videoDisabled": "Reason why the video of the participant is disabled."
  },
  "mediaConfig": {
    "": "Media configuration of a call: hosted by the service or by the bot.",
    "removeFromDefaultAudioGroup": "True if the bot is removed from the default audio group."
  },
  "serviceHostedMediaConfig": {
    "": "Media hosted by the service. The bot plays prompts and receives tones.",
    "preFetchMedia": "Prompts to fetch before they are played."
  },
  "appHostedMediaConfig": {
    "": "Media hosted by the bot.",
    "blob": "Media configuration created by the media library of the bot."
  },
  "prompt": {
    "": "A prompt that is played in a call."
  },
  "mediaPrompt": {
    "": "A prompt from an audio file.",
    "mediaInfo": "Audio file.",
    "loop": "Number of times that the prompt is played."
  },
  "mediaInfo": {
    "": "An audio file: a prompt.",
    "resourceId": "ID of the prompt in the cache.",
    "uri": "URI of the prompt, a .wav file."
  },
  "callMediaState": {
    "": "State of the media in a call.",
    "audio": "State of the audio."
  },
  "toneInfo": {
    "": "A DTMF tone received in the call.",
    "sequenceId": "Sequence number for ordering tones.",
    "tone": "Tone."
  },
  "callTranscriptionInfo": {
    "": "Transcription of a call.",
    "lastModifiedDateTime": "Time of the last change, in UTC.",
    "state": "State of the transcription."
  },
  "mediaStream": {
    "": "A media stream of a participant.",
    "direction": "Direction of the stream.",
    "label": "Label of the stream, for example \"main-audio\".",
    "mediaType": "Kind of media.",
    "serverMuted": "True if the service muted the stream.",
    "sourceId": "ID of the source."
  },
  "audioRoutingGroup": {
    "": "A private audio route between participants. Only with `$expand=audioRoutingGroups`.",
    "id": "ID of the group.",
    "receivers": "IDs of the participants that receive audio.",
    "routingMode": "Audio routing mode.",
    "sources": "IDs of the participants that send audio."
  },
  "contentSharingSession": {
    "": "A content sharing session. Only with `$expand=contentSharingSessions`.",
    "id": "ID of the session."
  },
  "chatInfo": {
    "": "Teams chat of a meeting.",
    "messageId": "ID of the chat message that started the meeting. \"0\" for a scheduled meeting.",
    "replyChainMessageId": "ID of the message whose reply chain contains the meeting.",
    "threadId": "ID of the chat thread, for example \"19:meeting_...@thread.v2\"."
  },
  "meetingCapability": {
    "": "Capabilities of a meeting. Often empty.",
    "allowAnonymousUsersToDialOut": "True if anonymous users can call phones.",
    "allowAnonymousUsersToStartMeeting": "True if anonymous users can start the meeting.",
    "autoAdmittedUsers": "People who skip the lobby, for example \"everyoneInCompany\"."
  },
  "meetingInfo": {
    "": "Meeting, identified by its organizer, a token or a meeting ID."
  },
  "organizerMeetingInfo": {
    "": "Meeting identified by its organizer.",
    "organizer": "Organizer of the meeting.",
    "allowConversationWithoutHost": "True if participants can talk before the host joins."
  },
  "tokenMeetingInfo": {
    "": "Meeting identified by a token.",
    "token": "Token of the meeting."
  },
  "joinMeetingIdMeetingInfo": {
    "": "Meeting identified by the ID that people enter to join.",
    "joinMeetingId": "Meeting ID.",
    "passcode": "Passcode of the meeting."
  },
  "resultInfo": {
    "": "Result of a call or an operation: a code like an HTTP status, and a subcode.",
    "code": "Code, like an HTTP status code.",
    "message": "Message of the result.",
    "subcode": "Subcode, for example 7015 after a transfer.",
    "subCode": "Alternative spelling of `subcode`."
  },
  "commsOperation": {
    "": "An operation that the bot started in the call. Only with `$expand=operations`.",
    "id": "ID of the operation.",
    "@odata.context": "URL of the metadata that describes this response.",
    "@odata.id": "Path of the operation. Only in notifications.",
    "@odata.etag": "ETag of the operation. Only in notifications.",
    "clientContext": "Context set by the bot to identify the operation. Any text.",
    "resultInfo": "Result of the operation.",
    "status": "Status of the operation."
  },
  "addLargeGalleryViewOperation": {
    "": "Adds the large gallery view."
  },
  "cancelMediaProcessingOperation": {
    "": "Cancels queued media."
  },
  "inviteParticipantsOperation": {
    "": "Invites participants.",
    "participants": "Invited participants."
  },
  "muteParticipantOperation": {
    "": "Mutes a participant."
  },
  "playPromptOperation": {
    "": "Plays a prompt.",
    "completionReason": "Reason why the operation ended.",
    "prompts": "Prompts that were played."
  },
  "recordOperation": {
    "": "Records audio.",
    "recordingAccessToken": "Access token for the recording.",
    "recordingLocation": "URL of the recording.",
    "completionReason": "Reason why the operation ended."
  },
  "sendDtmfTonesOperation": {
    "": "Sends DTMF tones.",
    "completionReason": "Reason why the operation ended, for example \"completedSuccessfully\"."
  },
  "startHoldMusicOperation": {
    "": "Starts hold music."
  },
  "stopHoldMusicOperation": {
    "": "Stops hold music."
  },
  "subscribeToToneOperation": {
    "": "Subscribes the bot to DTMF tones."
  },
  "unmuteParticipantOperation": {
    "": "Unmutes a participant."
  },
  "updateRecordingStatusOperation": {
    "": "Updates the recording status of the bot."
  },
  "participantJoiningResponse": {
    "": "Response of a recording bot to a participantJoiningNotification."
  },
  "acceptJoinResponse": {
    "": "Accepts that the participant is added to the recorded call."
  },
  "rejectJoinResponse": {
    "": "Rejects the participant.",
    "reason": "Reason for the rejection."
  },
  "inviteNewBotResponse": {
    "": "Asks the service to invite another bot for the participant.",
    "inviteUri": "HTTPS URL of the other bot."
  },
  "teleconferenceDeviceQuality": {
    "": "Quality of a call, measured by a video teleconferencing device.",
    "callChainId": "ID shared by all legs of the conversation.",
    "cloudServiceDeploymentEnvironment": "Environment of the cloud service, for example \"test\".",
    "cloudServiceDeploymentId": "ID of the deployment of the cloud service.",
    "cloudServiceInstanceName": "Name of the instance of the cloud service.",
    "cloudServiceName": "Name of the cloud service.",
    "deviceDescription": "Description of the device.",
    "deviceName": "Name of the device.",
    "mediaLegId": "ID of the media leg.",
    "mediaQualityList": "Quality of each media stream.",
    "participantId": "ID of the participant."
  },
  "teleconferenceDeviceMediaQuality": {
    "": "Quality of a media stream.",
    "averageInboundJitter": "Average inbound jitter.",
    "averageInboundPacketLossRateInPercentage": "Average inbound packet loss in percent.",
    "averageInboundRoundTripDelay": "Average inbound round-trip delay.",
    "averageOutboundJitter": "Average outbound jitter.",
    "averageOutboundPacketLossRateInPercentage": "Average outbound packet loss in percent.",
    "averageOutboundRoundTripDelay": "Average outbound round-trip delay.",
    "channelIndex": "Index of the channel.",
    "inboundPackets": "Number of inbound packets.",
    "localIPAddress": "Local IP address.",
    "localPort": "Local port.",
    "maximumInboundJitter": "Maximum inbound jitter.",
    "maximumInboundPacketLossRateInPercentage": "Maximum inbound packet loss in percent.",
    "maximumInboundRoundTripDelay": "Maximum inbound round-trip delay.",
    "maximumOutboundJitter": "Maximum outbound jitter.",
    "maximumOutboundPacketLossRateInPercentage": "Maximum outbound packet loss in percent.",
    "maximumOutboundRoundTripDelay": "Maximum outbound round-trip delay.",
    "mediaDuration": "Duration of the stream.",
    "networkLinkSpeedInBytes": "Speed of the network link in bytes per second.",
    "outboundPackets": "Number of outbound packets.",
    "remoteIPAddress": "Remote IP address.",
    "remotePort": "Remote port."
  },
  "teleconferenceDeviceAudioQuality": {
    "": "Quality of an audio stream."
  },
  "teleconferenceDeviceVideoQuality": {
    "": "Quality of a video stream.",
    "averageInboundBitRate": "Average inbound bit rate.",
    "averageInboundFrameRate": "Average inbound frame rate.",
    "averageOutboundBitRate": "Average outbound bit rate.",
    "averageOutboundFrameRate": "Average outbound frame rate."
  },
  "teleconferenceDeviceScreenSharingQuality": {
    "": "Quality of a screen sharing stream.",
    "averageInboundBitRate": "Average inbound bit rate.",
    "averageInboundFrameRate": "Average inbound frame rate.",
    "averageOutboundBitRate": "Average outbound bit rate.",
    "averageOutboundFrameRate": "Average outbound frame rate."
  },
  "participantMixerLevel": {
    "": "Audio levels that a participant hears.",
    "participant": "ID of the participant.",
    "exclusive": "True if the participant hears only the listed sources.",
    "ducking": "Lowers some sources while others speak.",
    "sourceLevels": "Level of each source."
  },
  "audioDuckingConfiguration": {
    "": "Levels of sources while others speak.",
    "rampActive": "Time in milliseconds to lower the sources.",
    "rampInactive": "Time in milliseconds to raise them again.",
    "lowerLevel": "Level while others speak.",
    "upperLevel": "Level while no other speaks."
  },
  "audioSourceLevel": {
    "": "Level of a source.",
    "participant": "ID of the participant that speaks.",
    "level": "Level of the source.",
    "duckOthers": "True if the source lowers the others."
  },
  "callError": {
    "": "Body of an error response.",
    "error": "Error."
  },
  "callErrorDetail": {
    "": "Error.",
    "code": "Error code: always a string, often of digits, for example \"8522\".",
    "message": "Message. Can be empty, and can itself be JSON.",
    "target": "Target of the error, for example a property.",
    "details": "Additional errors.",
    "innerError": "Details for a support request. Can be absent or incomplete.",
    "innererror": "Spelling of `innerError` in the OData standard."
  },
  "callErrorDetailItem": {
    "": "Additional error.",
    "code": "Error code.",
    "message": "Message.",
    "target": "Target of the error, for example a property."
  },
  "callInnerError": {
    "": "Details of an error for a support request.",
    "date": "Time of the error in UTC, without a time zone (\"2021-05-13T08:12:19\").",
    "request-id": "Request ID set by the service.",
    "client-request-id": "Request ID set by the client."
  },
  "commsNotifications": {
    "": "Body that the service posts to the callback URI of a call.",
    "value": "Changes, one or more."
  },
  "commsNotification": {
    "": "A change of a call, or of a resource in it.",
    "changeType": "Kind of change: the resource was created, updated or deleted.",
    "resource": "Older path of the resource, which starts with \"/app/calls/\".",
    "resourceUrl": "Path of the resource, without the API version: the call, or its participants, operations or content sharing sessions.",
    "resourceData": "Resource, or its changed properties: an object for a call or an operation, a list for participants and content sharing sessions."
  },
  "notifiedResource": {
    "": "A resource in a notification: a call, an operation, the changes of a roster, or a participant who joins or leaves.",
    "participants": "Participants, or invited ones."
  },
  "notifiedParticipant": {
    "": "A participant, or an invited one, in a resource whose type is unknown."
  },
  "notifiedItem": {
    "": "An item of a list in a notification: a participant or a content sharing session."
  },
  "deltaParticipants": {
    "": "Changes of a roster. Sent instead of the full roster if `callOptions.isDeltaRosterEnabled` is true.",
    "participants": "Participants that changed.",
    "sequenceNumber": "Sequence number for ordering the changes."
  },
  "participantJoiningNotification": {
    "": "Notification that a participant is about to join the call.",
    "call": "Call that the participant joins."
  },
  "participantLeftNotification": {
    "": "Notification that a participant has left the call.",
    "call": "Call that the participant left.",
    "participantId": "ID of the participant."
  },
  "skypeIncomingCall": {
    "": "Incoming call in the older format of Skype. The bot responds with status 204, and receives the call again in the format of Graph.",
    "id": "ID of the call.",
    "participants": "Caller and callee.",
    "isMultiparty": "True for a group call.",
    "presentedModalityTypes": "Modalities that the caller offers.",
    "callState": "State of the call: \"incoming\".",
    "tenantId": "ID of the tenant that the call belongs to."
  },
  "skypeParticipant": {
    "": "A participant in the older format of Skype.",
    "identity": "Identity, such as \"8:orgid:{user ID}\" or \"28:{app ID}\".",
    "participantId": "ID of the participant in the call.",
    "endpointId": "ID of the endpoint that the participant uses.",
    "languageId": "Language of the participant, for example \"en-US\".",
    "tenantId": "ID of the tenant of the participant.",
    "region": "Region of the participant, for example \"amer\".",
    "originator": "True for the caller.",
    "isHidden": "True if the participant is hidden from the roster.",
    "endPointType": "Kind of endpoint that the participant uses.",
    "removeFromDefaultAudioRoutingGroup": "True if the participant is removed from the default audio routing group."
  },
  "callState": {
    "": "State of a call."
  },
  "callDirection": {
    "": "Direction of a call as seen by the bot."
  },
  "modality": {
    "": "Kind of media."
  },
  "endpointType": {
    "": "Kind of endpoint that a participant uses."
  },
  "mediaState": {
    "": "State of a media stream."
  },
  "routingType": {
    "": "Reason why a call was routed to another participant."
  },
  "callTranscriptionState": {
    "": "State of a transcription."
  },
  "tone": {
    "": "DTMF tone."
  },
  "mediaDirection": {
    "": "Direction of a media stream."
  },
  "recordingStatus": {
    "": "Recording status of a participant."
  },
  "onlineMeetingContentSharingDisabledReason": {
    "": "Reason why a participant is not allowed to share content."
  },
  "onlineMeetingVideoDisabledReason": {
    "": "Reason why the video of a participant is disabled."
  },
  "routingMode": {
    "": "Audio routing mode of a group of participants."
  },
  "rejectReason": {
    "": "Reason why the bot rejects a call, or the participant of a call that it records."
  },
  "screenSharingRole": {
    "": "Role of the bot in screen sharing."
  },
  "operationStatus": {
    "": "Status of an operation."
  },
  "changeType": {
    "": "Kind of change that a notification reports."
  }
}
