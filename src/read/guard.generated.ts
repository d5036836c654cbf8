// Written by `npm run generate` from src/model. Change the model, not this file.

import { isReceivedTag } from '../model/index.ts'
import { withoutNumberSign } from '../model/json.ts'
import type { Call, CallError, CommsNotifications, ReceivedCall } from '../model/types.generated.ts'
import type { WithUnknownEnumMembers } from '../model/unknown-enum-members.ts'
import { isContextOfCall } from './context-of-call.ts'
import { otherBody } from './other-bodies.ts'
import { isInt32, isIntegerText, isListOf, isMember, isObject, isReceivedMember, isUnknownTag } from './value-checks.ts'

const httpsUriPattern = new RegExp("^[hH][tT][tT][pP][sS]://[^\\s/?#]+[^\\s]*$")

const dateTimePattern = new RegExp("^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])T([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\\.[0-9]{1,12})?)?(Z|[+-]([01][0-9]|2[0-3]):[0-5][0-9])$")

/** Returns true if a value is a call in the tolerant mode. */
export function isCall(value: unknown): value is ReceivedCall {
  return tolerantCallBody(value, true)
}

/** Returns true if a value is a call in the strict mode. */
export function isStrictCall(value: unknown): value is Call {
  return otherBody('call', value) === undefined && strictCall(value)
}

/** Returns true if a value is a call in the tolerant mode, with any enum members. */
export function isCallWithUnknownEnumMembers(value: unknown): value is WithUnknownEnumMembers<ReceivedCall> {
  return tolerantCallBody(value, false)
}

/** Returns true if a value is the body of an error. */
export function isCallError(value: unknown): value is CallError {
  return envelopeCallError(value, true)
}

/** Returns true if a value is a post of notifications. */
export function isNotifications(value: unknown): value is CommsNotifications {
  return otherBody('commsNotifications', value) === undefined && envelopeCommsNotifications(value, true)
}

function tolerantCallBody(value: unknown, closed: boolean): boolean {
  if (!isObject(value)) return false
  let isNamed = false
  let hasState = false
  let hasError = false
  for (const key in value) {
    const item = value[key]
    if (item === undefined || item === null) continue
    switch (key) {
      case '@odata.type':
        if (item !== '#microsoft.graph.call' && !isReceivedTag(item, 'call')) return false
        isNamed = true
        break
      case '@odata.context':
        if (typeof item !== 'string') return false
        if (!isContextOfCall(item)) return false
        break
      case '@odata.id':
      case '@odata.etag':
      case 'id':
      case 'callbackUri':
      case 'subject':
      case 'callChainId':
      case 'myParticipantId':
      case 'tenantId':
      case 'terminationReason':
        if (typeof item !== 'string') return false
        break
      case 'state':
        if (!isReceivedMember(item, 'callState', closed)) return false
        hasState = true
        break
      case 'direction':
        if (!isReceivedMember(item, 'callDirection', closed)) return false
        break
      case 'source':
      case 'answeredBy':
        if (!tolerantParticipantInfo(item, closed)) return false
        break
      case 'targets':
        if (!isListOf(item, tolerantInvitationParticipantInfo, closed)) return false
        break
      case 'requestedModalities':
        if (!isListOf(item, (item, closed) => !(!isReceivedMember(item, 'modality', closed)), closed)) return false
        break
      case 'activeModalities':
      case 'routingPolicies':
        if (!isListOf(item, (item) => !(typeof item !== 'string'), closed)) return false
        break
      case 'mediaConfig':
        if (!tolerantMediaConfig(item, closed)) return false
        break
      case 'mediaState':
        if (!tolerantCallMediaState(item, closed)) return false
        break
      case 'callOptions':
        if (!tolerantCallOptions(item, closed)) return false
        break
      case 'callRoutes':
        if (!isListOf(item, tolerantCallRoute, closed)) return false
        break
      case 'chatInfo':
        if (!tolerantChatInfo(item, closed)) return false
        break
      case 'meetingInfo':
        if (!tolerantMeetingInfo(item, closed)) return false
        break
      case 'meetingCapability':
        if (!tolerantMeetingCapability(item, closed)) return false
        break
      case 'incomingContext':
        if (!tolerantIncomingContext(item, closed)) return false
        break
      case 'resultInfo':
        if (!tolerantResultInfo(item, closed)) return false
        break
      case 'ringingTimeoutInSeconds':
        if (!isInt32(item)) return false
        break
      case 'toneInfo':
        if (!tolerantToneInfo(item, closed)) return false
        break
      case 'transcription':
        if (!tolerantCallTranscriptionInfo(item, closed)) return false
        break
      case 'coOrganizers':
        if (!isListOf(item, () => true, closed)) return false
        break
      case 'audioRoutingGroups':
        if (!isListOf(item, tolerantAudioRoutingGroup, closed)) return false
        break
      case 'contentSharingSessions':
        if (!isListOf(item, tolerantContentSharingSession, closed)) return false
        break
      case 'operations':
        if (!isListOf(item, tolerantCommsOperation, closed)) return false
        break
      case 'participants':
        if (!isListOf(item, tolerantParticipant, closed)) return false
        break
      case 'error':
        hasError = true
        break
    }
  }
  return (hasState && (isNamed || !hasError)) || otherBody('call', value) === undefined
}

function tolerantParticipantInfo(value: unknown, closed: boolean): boolean {
  if (!isObject(value)) return false
  for (const key in value) {
    const item = value[key]
    if (item === undefined || item === null) continue
    switch (key) {
      case '@odata.type':
        if (item !== '#microsoft.graph.participantInfo' && !isReceivedTag(item, 'participantInfo')) return false
        break
      case 'countryCode':
      case 'languageId':
      case 'participantId':
      case 'region':
      case 'id':
      case 'clientVersion':
      case 'endpointId':
      case 'platformId':
      case 'replacementLink':
        if (typeof item !== 'string') return false
        break
      case 'endpointType':
        if (!isReceivedMember(item, 'endpointType', closed)) return false
        break
      case 'identity':
        if (!tolerantIdentitySet(item, closed)) return false
        break
    }
  }
  return true
}

function tolerantIdentitySet(value: unknown, closed: boolean): boolean {
  if (!isObject(value)) return false
  for (const key in value) {
    const item = value[key]
    if (item === undefined || item === null) continue
    switch (key) {
      case '@odata.type':
        if (item !== '#microsoft.graph.identitySet' && !isReceivedTag(item, 'identitySet')) return false
        break
      case 'application':
      case 'device':
      case 'user':
      case 'applicationInstance':
      case 'encrypted':
      case 'guest':
      case 'onPremises':
      case 'phone':
      case 'assertedIdentity':
      case 'azureCommunicationServicesUser':
        if (!tolerantIdentity(item, closed)) return false
        break
      case 'endpointType':
        if (!isReceivedMember(item, 'endpointType', closed)) return false
        break
    }
  }
  return true
}

function tolerantIdentity(value: unknown, _closed: boolean): boolean {
  if (!isObject(value)) return false
  for (const key in value) {
    const item = value[key]
    if (item === undefined || item === null) continue
    switch (key) {
      case '@odata.type':
        if (item !== '#microsoft.graph.identity' && !isReceivedTag(item, 'identity')) return false
        break
      case 'displayName':
      case 'id':
      case 'tenantId':
      case 'identityProvider':
      case 'ApplicationType':
      case 'applicationType':
      case 'email':
      case 'azureCommunicationServicesResourceId':
        if (typeof item !== 'string') return false
        break
      case 'hidden':
        if (typeof item !== 'boolean') return false
        break
    }
  }
  return true
}

function tolerantInvitationParticipantInfo(value: unknown, closed: boolean): boolean {
  if (!isObject(value)) return false
  for (const key in value) {
    const item = value[key]
    if (item === undefined || item === null) continue
    switch (key) {
      case '@odata.type':
        if (item !== '#microsoft.graph.invitationParticipantInfo' && !isReceivedTag(item, 'invitationParticipantInfo')) return false
        break
      case 'hidden':
      case 'removeFromDefaultAudioRoutingGroup':
        if (typeof item !== 'boolean') return false
        break
      case 'identity':
        if (!tolerantIdentitySet(item, closed)) return false
        break
      case 'participantId':
      case 'replacesCallId':
      case 'countryCode':
      case 'languageId':
      case 'region':
      case 'id':
      case 'clientVersion':
      case 'endpointId':
      case 'platformId':
      case 'replacementLink':
        if (typeof item !== 'string') return false
        break
      case 'endpointType':
        if (!isReceivedMember(item, 'endpointType', closed)) return false
        break
    }
  }
  return true
}

function tolerantMediaConfig(value: unknown, closed: boolean): boolean {
  if (!isObject(value)) return false
  for (const key in value) {
    const item = value[key]
    if (item === undefined || item === null) continue
    switch (key) {
      case '@odata.type':
        if (item !== '#microsoft.graph.mediaConfig' && !isReceivedTag(item, 'mediaConfig')) return false
        break
      case 'removeFromDefaultAudioGroup':
        if (typeof item !== 'boolean') return false
        break
      case 'preFetchMedia':
        if (!isListOf(item, tolerantMediaInfo, closed)) return false
        break
      case 'blob':
        if (typeof item !== 'string') return false
        break
    }
  }
  return true
}

function tolerantMediaInfo(value: unknown, _closed: boolean): boolean {
  if (!isObject(value)) return false
  for (const key in value) {
    const item = value[key]
    if (item === undefined || item === null) continue
    switch (key) {
      case '@odata.type':
        if (item !== '#microsoft.graph.mediaInfo' && !isReceivedTag(item, 'mediaInfo')) return false
        break
      case 'resourceId':
      case 'uri':
        if (typeof item !== 'string') return false
        break
    }
  }
  return true
}

function tolerantCallMediaState(value: unknown, closed: boolean): boolean {
  if (!isObject(value)) return false
  for (const key in value) {
    const item = value[key]
    if (item === undefined || item === null) continue
    switch (key) {
      case '@odata.type':
        if (item !== '#microsoft.graph.callMediaState' && !isReceivedTag(item, 'callMediaState')) return false
        break
      case 'audio':
        if (!isReceivedMember(item, 'mediaState', closed)) return false
        break
    }
  }
  return true
}

function tolerantCallOptions(value: unknown, _closed: boolean): boolean {
  if (!isObject(value)) return false
  for (const key in value) {
    const item = value[key]
    if (item === undefined || item === null) continue
    switch (key) {
      case '@odata.type':
        if (item !== '#microsoft.graph.callOptions' && !isReceivedTag(item, 'callOptions')) return false
        break
      case 'hideBotAfterEscalation':
      case 'isContentSharingNotificationEnabled':
      case 'isDeltaRosterEnabled':
      case 'isInteractiveRosterEnabled':
      case 'isParticipantInfoUpdatesEnabled':
        if (typeof item !== 'boolean') return false
        break
    }
  }
  return true
}

function tolerantCallRoute(value: unknown, closed: boolean): boolean {
  if (!isObject(value)) return false
  for (const key in value) {
    const item = value[key]
    if (item === undefined || item === null) continue
    switch (key) {
      case '@odata.type':
        if (item !== '#microsoft.graph.callRoute' && !isReceivedTag(item, 'callRoute')) return false
        break
      case 'final':
      case 'original':
        if (!tolerantIdentitySet(item, closed)) return false
        break
      case 'routingType':
        if (!isReceivedMember(item, 'routingType', closed)) return false
        break
    }
  }
  return true
}

function tolerantChatInfo(value: unknown, _closed: boolean): boolean {
  if (!isObject(value)) return false
  for (const key in value) {
    const item = value[key]
    if (item === undefined || item === null) continue
    switch (key) {
      case '@odata.type':
        if (item !== '#microsoft.graph.chatInfo' && !isReceivedTag(item, 'chatInfo')) return false
        break
      case 'messageId':
      case 'replyChainMessageId':
      case 'threadId':
        if (typeof item !== 'string') return false
        break
    }
  }
  return true
}

function tolerantMeetingInfo(value: unknown, closed: boolean): boolean {
  if (!isObject(value)) return false
  for (const key in value) {
    const item = value[key]
    if (item === undefined || item === null) continue
    switch (key) {
      case '@odata.type':
        if (item !== '#microsoft.graph.meetingInfo' && !isReceivedTag(item, 'meetingInfo')) return false
        break
      case 'organizer':
        if (!tolerantIdentitySet(item, closed)) return false
        break
      case 'allowConversationWithoutHost':
        if (typeof item !== 'boolean') return false
        break
      case 'token':
      case 'joinMeetingId':
      case 'passcode':
        if (typeof item !== 'string') return false
        break
    }
  }
  return true
}

function tolerantMeetingCapability(value: unknown, _closed: boolean): boolean {
  if (!isObject(value)) return false
  for (const key in value) {
    const item = value[key]
    if (item === undefined || item === null) continue
    switch (key) {
      case '@odata.type':
        if (item !== '#microsoft.graph.meetingCapability' && !isReceivedTag(item, 'meetingCapability')) return false
        break
      case 'allowAnonymousUsersToDialOut':
      case 'allowAnonymousUsersToStartMeeting':
        if (typeof item !== 'boolean') return false
        break
      case 'autoAdmittedUsers':
        if (typeof item !== 'string') return false
        break
    }
  }
  return true
}

function tolerantIncomingContext(value: unknown, closed: boolean): boolean {
  if (!isObject(value)) return false
  for (const key in value) {
    const item = value[key]
    if (item === undefined || item === null) continue
    switch (key) {
      case '@odata.type':
        if (item !== '#microsoft.graph.incomingContext' && !isReceivedTag(item, 'incomingContext')) return false
        break
      case 'observedParticipantId':
      case 'sourceParticipantId':
        if (typeof item !== 'string') return false
        break
      case 'onBehalfOf':
      case 'transferor':
        if (!tolerantIdentitySet(item, closed)) return false
        break
    }
  }
  return true
}

function tolerantResultInfo(value: unknown, _closed: boolean): boolean {
  if (!isObject(value)) return false
  for (const key in value) {
    const item = value[key]
    if (item === undefined || item === null) continue
    switch (key) {
      case '@odata.type':
        if (item !== '#microsoft.graph.resultInfo' && !isReceivedTag(item, 'resultInfo')) return false
        break
      case 'code':
      case 'subcode':
      case 'subCode':
        if (!isInt32(item) && !isIntegerText(item)) return false
        break
      case 'message':
        if (typeof item !== 'string') return false
        break
    }
  }
  return true
}

function tolerantToneInfo(value: unknown, closed: boolean): boolean {
  if (!isObject(value)) return false
  for (const key in value) {
    const item = value[key]
    if (item === undefined || item === null) continue
    switch (key) {
      case '@odata.type':
        if (item !== '#microsoft.graph.toneInfo' && !isReceivedTag(item, 'toneInfo')) return false
        break
      case 'sequenceId':
        if (!Number.isInteger(item) && !isIntegerText(item)) return false
        break
      case 'tone':
        if (!isReceivedMember(item, 'tone', closed)) return false
        break
    }
  }
  return true
}

function tolerantCallTranscriptionInfo(value: unknown, closed: boolean): boolean {
  if (!isObject(value)) return false
  for (const key in value) {
    const item = value[key]
    if (item === undefined || item === null) continue
    switch (key) {
      case '@odata.type':
        if (item !== '#microsoft.graph.callTranscriptionInfo' && !isReceivedTag(item, 'callTranscriptionInfo')) return false
        break
      case 'lastModifiedDateTime':
        if (typeof item !== 'string') return false
        break
      case 'state':
        if (!isReceivedMember(item, 'callTranscriptionState', closed)) return false
        break
    }
  }
  return true
}

function tolerantAudioRoutingGroup(value: unknown, closed: boolean): boolean {
  if (!isObject(value)) return false
  for (const key in value) {
    const item = value[key]
    if (item === undefined || item === null) continue
    switch (key) {
      case '@odata.type':
        if (item !== '#microsoft.graph.audioRoutingGroup' && !isReceivedTag(item, 'audioRoutingGroup')) return false
        break
      case 'id':
        if (typeof item !== 'string') return false
        break
      case 'receivers':
      case 'sources':
        if (!isListOf(item, (item) => !(typeof item !== 'string'), closed)) return false
        break
      case 'routingMode':
        if (!isReceivedMember(item, 'routingMode', closed)) return false
        break
    }
  }
  return true
}

function tolerantContentSharingSession(value: unknown, _closed: boolean): boolean {
  if (!isObject(value)) return false
  for (const key in value) {
    const item = value[key]
    if (item === undefined || item === null) continue
    switch (key) {
      case '@odata.type':
        if (item !== '#microsoft.graph.contentSharingSession' && !isReceivedTag(item, 'contentSharingSession')) return false
        break
      case 'id':
        if (typeof item !== 'string') return false
        break
    }
  }
  return true
}

function tolerantCommsOperation(value: unknown, closed: boolean): boolean {
  if (!isObject(value)) return false
  for (const key in value) {
    const item = value[key]
    if (item === undefined || item === null) continue
    switch (key) {
      case '@odata.type':
        if (item !== '#microsoft.graph.commsOperation' && !isReceivedTag(item, 'commsOperation')) return false
        break
      case 'id':
      case '@odata.context':
      case '@odata.id':
      case '@odata.etag':
      case 'clientContext':
      case 'completionReason':
      case 'recordingAccessToken':
      case 'recordingLocation':
        if (typeof item !== 'string') return false
        break
      case 'resultInfo':
        if (!tolerantResultInfo(item, closed)) return false
        break
      case 'status':
        if (!isReceivedMember(item, 'operationStatus', closed)) return false
        break
      case 'participants':
        if (!isListOf(item, tolerantInvitationParticipantInfo, closed)) return false
        break
      case 'prompts':
        if (!isListOf(item, tolerantPrompt, closed)) return false
        break
    }
  }
  return true
}

function tolerantPrompt(value: unknown, closed: boolean): boolean {
  if (!isObject(value)) return false
  for (const key in value) {
    const item = value[key]
    if (item === undefined || item === null) continue
    switch (key) {
      case '@odata.type':
        if (item !== '#microsoft.graph.prompt' && !isReceivedTag(item, 'prompt')) return false
        break
      case 'mediaInfo':
        if (!tolerantMediaInfo(item, closed)) return false
        break
      case 'loop':
        if (!isInt32(item)) return false
        break
    }
  }
  return true
}

function tolerantParticipant(value: unknown, closed: boolean): boolean {
  if (!isObject(value)) return false
  for (const key in value) {
    const item = value[key]
    if (item === undefined || item === null) continue
    switch (key) {
      case '@odata.type':
        if (item !== '#microsoft.graph.participant' && !isReceivedTag(item, 'participant')) return false
        break
      case 'id':
      case 'metadata':
      case 'meetingRole':
      case 'replacementLink':
        if (typeof item !== 'string') return false
        break
      case 'info':
        if (!tolerantParticipantInfo(item, closed)) return false
        break
      case 'isInLobby':
      case 'isMuted':
      case 'isIdentityAnonymized':
        if (typeof item !== 'boolean') return false
        break
      case 'mediaStreams':
        if (!isListOf(item, tolerantMediaStream, closed)) return false
        break
      case 'recordingInfo':
        if (!tolerantRecordingInfo(item, closed)) return false
        break
      case 'removedState':
        if (!tolerantRemovedState(item, closed)) return false
        break
      case 'restrictedExperience':
        if (!tolerantOnlineMeetingRestricted(item, closed)) return false
        break
      case 'rosterSequenceNumber':
        if (!Number.isInteger(item) && !isIntegerText(item)) return false
        break
      case 'publishedStates':
        if (!isListOf(item, () => true, closed)) return false
        break
    }
  }
  return true
}

function tolerantMediaStream(value: unknown, closed: boolean): boolean {
  if (!isObject(value)) return false
  for (const key in value) {
    const item = value[key]
    if (item === undefined || item === null) continue
    switch (key) {
      case '@odata.type':
        if (item !== '#microsoft.graph.mediaStream' && !isReceivedTag(item, 'mediaStream')) return false
        break
      case 'direction':
        if (!isReceivedMember(item, 'mediaDirection', closed)) return false
        break
      case 'label':
      case 'sourceId':
        if (typeof item !== 'string') return false
        break
      case 'mediaType':
        if (!isReceivedMember(item, 'modality', closed)) return false
        break
      case 'serverMuted':
        if (typeof item !== 'boolean') return false
        break
    }
  }
  return true
}

function tolerantRecordingInfo(value: unknown, closed: boolean): boolean {
  if (!isObject(value)) return false
  for (const key in value) {
    const item = value[key]
    if (item === undefined || item === null) continue
    switch (key) {
      case '@odata.type':
        if (item !== '#microsoft.graph.recordingInfo' && !isReceivedTag(item, 'recordingInfo')) return false
        break
      case 'initiator':
        if (!tolerantIdentitySet(item, closed)) return false
        break
      case 'recordingStatus':
        if (!isReceivedMember(item, 'recordingStatus', closed)) return false
        break
    }
  }
  return true
}

function tolerantRemovedState(value: unknown, _closed: boolean): boolean {
  if (!isObject(value)) return false
  for (const key in value) {
    const item = value[key]
    if (item === undefined || item === null) continue
    switch (key) {
      case '@odata.type':
        if (item !== '#microsoft.graph.removedState' && !isReceivedTag(item, 'removedState')) return false
        break
      case 'reason':
        if (typeof item !== 'string') return false
        break
    }
  }
  return true
}

function tolerantOnlineMeetingRestricted(value: unknown, closed: boolean): boolean {
  if (!isObject(value)) return false
  for (const key in value) {
    const item = value[key]
    if (item === undefined || item === null) continue
    switch (key) {
      case '@odata.type':
        if (item !== '#microsoft.graph.onlineMeetingRestricted' && !isReceivedTag(item, 'onlineMeetingRestricted')) return false
        break
      case 'contentSharingDisabled':
        if (!isReceivedMember(item, 'onlineMeetingContentSharingDisabledReason', closed)) return false
        break
      case 'videoDisabled':
        if (!isReceivedMember(item, 'onlineMeetingVideoDisabledReason', closed)) return false
        break
    }
  }
  return true
}

function strictCall(value: unknown): boolean {
  if (!isObject(value)) return false
  switch (value['@odata.type']) {
    case undefined:
    case '#microsoft.graph.call':
      return strictCallAsCall(value)
    default:
      return false
  }
}

function strictParticipantInfo(value: unknown): boolean {
  if (!isObject(value)) return false
  switch (value['@odata.type']) {
    case undefined:
    case '#microsoft.graph.participantInfo':
      return strictParticipantInfoAsParticipantInfo(value)
    default:
      return false
  }
}

function strictIdentitySet(value: unknown): boolean {
  if (!isObject(value)) return false
  switch (value['@odata.type']) {
    case undefined:
    case '#microsoft.graph.identitySet':
      return strictIdentitySetAsIdentitySet(value)
    case '#microsoft.graph.communicationsIdentitySet':
      return strictIdentitySetAsCommunicationsIdentitySet(value)
    default:
      return false
  }
}

function strictIdentity(value: unknown): boolean {
  if (!isObject(value)) return false
  switch (value['@odata.type']) {
    case undefined:
    case '#microsoft.graph.identity':
      return strictIdentityAsIdentity(value)
    case '#microsoft.graph.communicationsApplicationIdentity':
      return strictIdentityAsCommunicationsApplicationIdentity(value)
    case '#microsoft.graph.communicationsApplicationInstanceIdentity':
      return strictIdentityAsCommunicationsApplicationInstanceIdentity(value)
    case '#microsoft.graph.communicationsEncryptedIdentity':
      return strictIdentityAsIdentity(value)
    case '#microsoft.graph.communicationsGuestIdentity':
      return strictIdentityAsCommunicationsGuestIdentity(value)
    case '#microsoft.graph.communicationsPhoneIdentity':
      return strictIdentityAsIdentity(value)
    case '#microsoft.graph.communicationsUserIdentity':
      return strictIdentityAsIdentity(value)
    case '#microsoft.graph.azureCommunicationServicesUserIdentity':
      return strictIdentityAsAzureCommunicationServicesUserIdentity(value)
    default:
      return false
  }
}

function strictIdentityAsIdentity(value: unknown): boolean {
  if (!isObject(value)) return false
  for (const key in value) {
    const item = value[key]
    switch (key) {
      case '@odata.type':
        break
      case 'displayName':
      case 'id':
      case 'tenantId':
      case 'identityProvider':
        if (item !== undefined && item !== null && typeof item !== 'string') return false
        break
      default:
        return false
    }
  }
  return true
}

function strictIdentityAsCommunicationsApplicationIdentity(value: unknown): boolean {
  if (!isObject(value)) return false
  for (const key in value) {
    const item = value[key]
    switch (key) {
      case '@odata.type':
        break
      case 'displayName':
      case 'id':
      case 'tenantId':
      case 'identityProvider':
      case 'applicationType':
        if (item !== undefined && item !== null && typeof item !== 'string') return false
        break
      case 'hidden':
        if (item !== undefined && item !== null && typeof item !== 'boolean') return false
        break
      default:
        return false
    }
  }
  return true
}

function strictIdentityAsCommunicationsApplicationInstanceIdentity(value: unknown): boolean {
  if (!isObject(value)) return false
  for (const key in value) {
    const item = value[key]
    switch (key) {
      case '@odata.type':
        break
      case 'displayName':
      case 'id':
      case 'tenantId':
      case 'identityProvider':
        if (item !== undefined && item !== null && typeof item !== 'string') return false
        break
      case 'hidden':
        if (item !== undefined && item !== null && typeof item !== 'boolean') return false
        break
      default:
        return false
    }
  }
  return true
}

function strictIdentityAsCommunicationsGuestIdentity(value: unknown): boolean {
  if (!isObject(value)) return false
  for (const key in value) {
    const item = value[key]
    switch (key) {
      case '@odata.type':
        break
      case 'displayName':
      case 'id':
      case 'tenantId':
      case 'identityProvider':
      case 'email':
        if (item !== undefined && item !== null && typeof item !== 'string') return false
        break
      default:
        return false
    }
  }
  return true
}

function strictIdentityAsAzureCommunicationServicesUserIdentity(value: unknown): boolean {
  if (!isObject(value)) return false
  for (const key in value) {
    const item = value[key]
    switch (key) {
      case '@odata.type':
        break
      case 'displayName':
      case 'id':
      case 'tenantId':
      case 'identityProvider':
      case 'azureCommunicationServicesResourceId':
        if (item !== undefined && item !== null && typeof item !== 'string') return false
        break
      default:
        return false
    }
  }
  return true
}

function strictIdentitySetAsIdentitySet(value: unknown): boolean {
  if (!isObject(value)) return false
  for (const key in value) {
    const item = value[key]
    switch (key) {
      case '@odata.type':
        break
      case 'application':
      case 'device':
      case 'user':
      case 'applicationInstance':
      case 'encrypted':
      case 'guest':
      case 'onPremises':
      case 'phone':
        if (item !== undefined && item !== null && !strictIdentity(item)) return false
        break
      default:
        return false
    }
  }
  return true
}

function strictIdentitySetAsCommunicationsIdentitySet(value: unknown): boolean {
  if (!isObject(value)) return false
  for (const key in value) {
    const item = value[key]
    switch (key) {
      case '@odata.type':
        break
      case 'application':
      case 'device':
      case 'user':
      case 'applicationInstance':
      case 'encrypted':
      case 'guest':
      case 'onPremises':
      case 'phone':
      case 'assertedIdentity':
      case 'azureCommunicationServicesUser':
        if (item !== undefined && item !== null && !strictIdentity(item)) return false
        break
      case 'endpointType':
        if (item !== undefined && item !== null && !isMember(item, 'endpointType')) return false
        break
      default:
        return false
    }
  }
  return true
}

function strictParticipantInfoAsParticipantInfo(value: unknown): boolean {
  if (!isObject(value)) return false
  if (value['identity'] === undefined) return false
  for (const key in value) {
    const item = value[key]
    switch (key) {
      case '@odata.type':
        break
      case 'countryCode':
      case 'languageId':
      case 'participantId':
      case 'region':
      case 'id':
        if (item !== undefined && item !== null && typeof item !== 'string') return false
        break
      case 'endpointType':
        if (item !== undefined && item !== null && !isMember(item, 'endpointType')) return false
        break
      case 'identity':
        if (!strictIdentitySet(item)) return false
        break
      default:
        return false
    }
  }
  return true
}

function strictInvitationParticipantInfo(value: unknown): boolean {
  if (!isObject(value)) return false
  switch (value['@odata.type']) {
    case undefined:
    case '#microsoft.graph.invitationParticipantInfo':
      return strictInvitationParticipantInfoAsInvitationParticipantInfo(value)
    default:
      return false
  }
}

function strictInvitationParticipantInfoAsInvitationParticipantInfo(value: unknown): boolean {
  if (!isObject(value)) return false
  if (value['identity'] === undefined) return false
  for (const key in value) {
    const item = value[key]
    switch (key) {
      case '@odata.type':
        break
      case 'hidden':
      case 'removeFromDefaultAudioRoutingGroup':
        if (item !== undefined && item !== null && typeof item !== 'boolean') return false
        break
      case 'identity':
        if (!strictIdentitySet(item)) return false
        break
      case 'participantId':
      case 'replacesCallId':
        if (item !== undefined && item !== null && typeof item !== 'string') return false
        break
      default:
        return false
    }
  }
  return true
}

function strictMediaConfig(value: unknown): boolean {
  if (!isObject(value)) return false
  switch (value['@odata.type']) {
    case '#microsoft.graph.serviceHostedMediaConfig':
      return strictMediaConfigAsServiceHostedMediaConfig(value)
    case '#microsoft.graph.appHostedMediaConfig':
      return strictMediaConfigAsAppHostedMediaConfig(value)
    default:
      return false
  }
}

function strictMediaInfo(value: unknown): boolean {
  if (!isObject(value)) return false
  switch (value['@odata.type']) {
    case undefined:
    case '#microsoft.graph.mediaInfo':
      return strictMediaInfoAsMediaInfo(value)
    default:
      return false
  }
}

function strictMediaInfoAsMediaInfo(value: unknown): boolean {
  if (!isObject(value)) return false
  if (value['uri'] === undefined) return false
  for (const key in value) {
    const item = value[key]
    switch (key) {
      case '@odata.type':
        break
      case 'resourceId':
        if (item !== undefined && item !== null && typeof item !== 'string') return false
        break
      case 'uri':
        if (typeof item !== 'string') return false
        break
      default:
        return false
    }
  }
  return true
}

function strictMediaConfigAsServiceHostedMediaConfig(value: unknown): boolean {
  if (!isObject(value)) return false
  for (const key in value) {
    const item = value[key]
    switch (key) {
      case '@odata.type':
        break
      case 'removeFromDefaultAudioGroup':
        if (item !== undefined && item !== null && typeof item !== 'boolean') return false
        break
      case 'preFetchMedia':
        if (item !== undefined && !isListOf(item, strictMediaInfo, true)) return false
        break
      default:
        return false
    }
  }
  return true
}

function strictMediaConfigAsAppHostedMediaConfig(value: unknown): boolean {
  if (!isObject(value)) return false
  for (const key in value) {
    const item = value[key]
    switch (key) {
      case '@odata.type':
        break
      case 'removeFromDefaultAudioGroup':
        if (item !== undefined && item !== null && typeof item !== 'boolean') return false
        break
      case 'blob':
        if (item !== undefined && item !== null && typeof item !== 'string') return false
        break
      default:
        return false
    }
  }
  return true
}

function strictCallMediaState(value: unknown): boolean {
  if (!isObject(value)) return false
  switch (value['@odata.type']) {
    case undefined:
    case '#microsoft.graph.callMediaState':
      return strictCallMediaStateAsCallMediaState(value)
    default:
      return false
  }
}

function strictCallMediaStateAsCallMediaState(value: unknown): boolean {
  if (!isObject(value)) return false
  for (const key in value) {
    const item = value[key]
    switch (key) {
      case '@odata.type':
        break
      case 'audio':
        if (item !== undefined && item !== null && !isMember(item, 'mediaState')) return false
        break
      default:
        return false
    }
  }
  return true
}

function strictCallOptions(value: unknown): boolean {
  if (!isObject(value)) return false
  switch (value['@odata.type']) {
    case '#microsoft.graph.incomingCallOptions':
      return strictCallOptionsAsIncomingCallOptions(value)
    case '#microsoft.graph.outgoingCallOptions':
      return strictCallOptionsAsIncomingCallOptions(value)
    default:
      return false
  }
}

function strictCallOptionsAsIncomingCallOptions(value: unknown): boolean {
  if (!isObject(value)) return false
  for (const key in value) {
    const item = value[key]
    switch (key) {
      case '@odata.type':
        break
      case 'hideBotAfterEscalation':
      case 'isContentSharingNotificationEnabled':
      case 'isDeltaRosterEnabled':
      case 'isInteractiveRosterEnabled':
        if (item !== undefined && item !== null && typeof item !== 'boolean') return false
        break
      default:
        return false
    }
  }
  return true
}

function strictCallRoute(value: unknown): boolean {
  if (!isObject(value)) return false
  switch (value['@odata.type']) {
    case undefined:
    case '#microsoft.graph.callRoute':
      return strictCallRouteAsCallRoute(value)
    default:
      return false
  }
}

function strictCallRouteAsCallRoute(value: unknown): boolean {
  if (!isObject(value)) return false
  if (value['final'] === undefined) return false
  if (value['original'] === undefined) return false
  if (value['routingType'] === undefined) return false
  for (const key in value) {
    const item = value[key]
    switch (key) {
      case '@odata.type':
        break
      case 'final':
      case 'original':
        if (!strictIdentitySet(item)) return false
        break
      case 'routingType':
        if (!isMember(item, 'routingType')) return false
        break
      default:
        return false
    }
  }
  return true
}

function strictChatInfo(value: unknown): boolean {
  if (!isObject(value)) return false
  switch (value['@odata.type']) {
    case undefined:
    case '#microsoft.graph.chatInfo':
      return strictChatInfoAsChatInfo(value)
    default:
      return false
  }
}

function strictChatInfoAsChatInfo(value: unknown): boolean {
  if (!isObject(value)) return false
  for (const key in value) {
    const item = value[key]
    switch (key) {
      case '@odata.type':
        break
      case 'messageId':
      case 'replyChainMessageId':
      case 'threadId':
        if (item !== undefined && item !== null && typeof item !== 'string') return false
        break
      default:
        return false
    }
  }
  return true
}

function strictMeetingInfo(value: unknown): boolean {
  if (!isObject(value)) return false
  switch (value['@odata.type']) {
    case '#microsoft.graph.organizerMeetingInfo':
      return strictMeetingInfoAsOrganizerMeetingInfo(value)
    case '#microsoft.graph.tokenMeetingInfo':
      return strictMeetingInfoAsTokenMeetingInfo(value)
    case '#microsoft.graph.joinMeetingIdMeetingInfo':
      return strictMeetingInfoAsJoinMeetingIdMeetingInfo(value)
    default:
      return false
  }
}

function strictMeetingInfoAsOrganizerMeetingInfo(value: unknown): boolean {
  if (!isObject(value)) return false
  if (value['organizer'] === undefined) return false
  for (const key in value) {
    const item = value[key]
    switch (key) {
      case '@odata.type':
        break
      case 'organizer':
        if (!strictIdentitySet(item)) return false
        break
      case 'allowConversationWithoutHost':
        if (item !== undefined && item !== null && typeof item !== 'boolean') return false
        break
      default:
        return false
    }
  }
  return true
}

function strictMeetingInfoAsTokenMeetingInfo(value: unknown): boolean {
  if (!isObject(value)) return false
  if (value['token'] === undefined) return false
  for (const key in value) {
    const item = value[key]
    switch (key) {
      case '@odata.type':
        break
      case 'token':
        if (typeof item !== 'string') return false
        break
      default:
        return false
    }
  }
  return true
}

function strictMeetingInfoAsJoinMeetingIdMeetingInfo(value: unknown): boolean {
  if (!isObject(value)) return false
  if (value['joinMeetingId'] === undefined) return false
  for (const key in value) {
    const item = value[key]
    switch (key) {
      case '@odata.type':
        break
      case 'joinMeetingId':
        if (typeof item !== 'string') return false
        break
      case 'passcode':
        if (item !== undefined && item !== null && typeof item !== 'string') return false
        break
      default:
        return false
    }
  }
  return true
}

function strictMeetingCapability(value: unknown): boolean {
  if (!isObject(value)) return false
  switch (value['@odata.type']) {
    case undefined:
    case '#microsoft.graph.meetingCapability':
      return strictMeetingCapabilityAsMeetingCapability(value)
    default:
      return false
  }
}

function strictMeetingCapabilityAsMeetingCapability(value: unknown): boolean {
  if (!isObject(value)) return false
  for (const key in value) {
    const item = value[key]
    switch (key) {
      case '@odata.type':
        break
      case 'allowAnonymousUsersToDialOut':
      case 'allowAnonymousUsersToStartMeeting':
        if (item !== undefined && item !== null && typeof item !== 'boolean') return false
        break
      case 'autoAdmittedUsers':
        if (item !== undefined && item !== null && typeof item !== 'string') return false
        break
      default:
        return false
    }
  }
  return true
}

function strictIncomingContext(value: unknown): boolean {
  if (!isObject(value)) return false
  switch (value['@odata.type']) {
    case undefined:
    case '#microsoft.graph.incomingContext':
      return strictIncomingContextAsIncomingContext(value)
    default:
      return false
  }
}

function strictIncomingContextAsIncomingContext(value: unknown): boolean {
  if (!isObject(value)) return false
  for (const key in value) {
    const item = value[key]
    switch (key) {
      case '@odata.type':
        break
      case 'observedParticipantId':
      case 'sourceParticipantId':
        if (item !== undefined && item !== null && typeof item !== 'string') return false
        break
      case 'onBehalfOf':
      case 'transferor':
        if (item !== undefined && item !== null && !strictIdentitySet(item)) return false
        break
      default:
        return false
    }
  }
  return true
}

function strictResultInfo(value: unknown): boolean {
  if (!isObject(value)) return false
  switch (value['@odata.type']) {
    case undefined:
    case '#microsoft.graph.resultInfo':
      return strictResultInfoAsResultInfo(value)
    default:
      return false
  }
}

function strictResultInfoAsResultInfo(value: unknown): boolean {
  if (!isObject(value)) return false
  if (value['code'] === undefined) return false
  if (value['subcode'] === undefined) return false
  for (const key in value) {
    const item = value[key]
    switch (key) {
      case '@odata.type':
        break
      case 'code':
      case 'subcode':
        if (!isInt32(item)) return false
        break
      case 'message':
        if (item !== undefined && item !== null && typeof item !== 'string') return false
        break
      default:
        return false
    }
  }
  return true
}

function strictToneInfo(value: unknown): boolean {
  if (!isObject(value)) return false
  switch (value['@odata.type']) {
    case undefined:
    case '#microsoft.graph.toneInfo':
      return strictToneInfoAsToneInfo(value)
    default:
      return false
  }
}

function strictToneInfoAsToneInfo(value: unknown): boolean {
  if (!isObject(value)) return false
  if (value['sequenceId'] === undefined) return false
  if (value['tone'] === undefined) return false
  for (const key in value) {
    const item = value[key]
    switch (key) {
      case '@odata.type':
        break
      case 'sequenceId':
        if (!Number.isSafeInteger(item)) return false
        break
      case 'tone':
        if (!isMember(item, 'tone')) return false
        break
      default:
        return false
    }
  }
  return true
}

function strictCallTranscriptionInfo(value: unknown): boolean {
  if (!isObject(value)) return false
  switch (value['@odata.type']) {
    case undefined:
    case '#microsoft.graph.callTranscriptionInfo':
      return strictCallTranscriptionInfoAsCallTranscriptionInfo(value)
    default:
      return false
  }
}

function strictCallTranscriptionInfoAsCallTranscriptionInfo(value: unknown): boolean {
  if (!isObject(value)) return false
  if (value['state'] === undefined) return false
  for (const key in value) {
    const item = value[key]
    switch (key) {
      case '@odata.type':
        break
      case 'lastModifiedDateTime':
        if (item !== undefined && item !== null && (typeof item !== 'string' || !dateTimePattern.test(item))) return false
        break
      case 'state':
        if (!isMember(item, 'callTranscriptionState')) return false
        break
      default:
        return false
    }
  }
  return true
}

function strictAudioRoutingGroup(value: unknown): boolean {
  if (!isObject(value)) return false
  switch (value['@odata.type']) {
    case undefined:
    case '#microsoft.graph.audioRoutingGroup':
      return strictAudioRoutingGroupAsAudioRoutingGroup(value)
    default:
      return false
  }
}

function strictAudioRoutingGroupAsAudioRoutingGroup(value: unknown): boolean {
  if (!isObject(value)) return false
  if (value['id'] === undefined) return false
  if (value['routingMode'] === undefined) return false
  for (const key in value) {
    const item = value[key]
    switch (key) {
      case '@odata.type':
        break
      case 'id':
        if (typeof item !== 'string') return false
        break
      case 'receivers':
      case 'sources':
        if (item !== undefined && !isListOf(item, (item) => !(typeof item !== 'string'), true)) return false
        break
      case 'routingMode':
        if (!isMember(item, 'routingMode')) return false
        break
      default:
        return false
    }
  }
  return true
}

function strictContentSharingSession(value: unknown): boolean {
  if (!isObject(value)) return false
  switch (value['@odata.type']) {
    case undefined:
    case '#microsoft.graph.contentSharingSession':
      return strictContentSharingSessionAsContentSharingSession(value)
    default:
      return false
  }
}

function strictContentSharingSessionAsContentSharingSession(value: unknown): boolean {
  if (!isObject(value)) return false
  if (value['id'] === undefined) return false
  for (const key in value) {
    const item = value[key]
    switch (key) {
      case '@odata.type':
        break
      case 'id':
        if (typeof item !== 'string') return false
        break
      default:
        return false
    }
  }
  return true
}

function strictCommsOperation(value: unknown): boolean {
  if (!isObject(value)) return false
  switch (value['@odata.type']) {
    case undefined:
    case '#microsoft.graph.commsOperation':
      return strictCommsOperationAsCommsOperation(value)
    case '#microsoft.graph.addLargeGalleryViewOperation':
      return strictCommsOperationAsCommsOperation(value)
    case '#microsoft.graph.cancelMediaProcessingOperation':
      return strictCommsOperationAsCommsOperation(value)
    case '#microsoft.graph.inviteParticipantsOperation':
      return strictCommsOperationAsInviteParticipantsOperation(value)
    case '#microsoft.graph.muteParticipantOperation':
      return strictCommsOperationAsCommsOperation(value)
    case '#microsoft.graph.playPromptOperation':
      return strictCommsOperationAsCommsOperation(value)
    case '#microsoft.graph.recordOperation':
      return strictCommsOperationAsRecordOperation(value)
    case '#microsoft.graph.sendDtmfTonesOperation':
      return strictCommsOperationAsSendDtmfTonesOperation(value)
    case '#microsoft.graph.startHoldMusicOperation':
      return strictCommsOperationAsCommsOperation(value)
    case '#microsoft.graph.stopHoldMusicOperation':
      return strictCommsOperationAsCommsOperation(value)
    case '#microsoft.graph.subscribeToToneOperation':
      return strictCommsOperationAsCommsOperation(value)
    case '#microsoft.graph.unmuteParticipantOperation':
      return strictCommsOperationAsCommsOperation(value)
    case '#microsoft.graph.updateRecordingStatusOperation':
      return strictCommsOperationAsCommsOperation(value)
    default:
      return false
  }
}

function strictCommsOperationAsCommsOperation(value: unknown): boolean {
  if (!isObject(value)) return false
  if (value['id'] === undefined) return false
  if (value['status'] === undefined) return false
  for (const key in value) {
    const item = value[key]
    switch (key) {
      case '@odata.type':
        break
      case 'id':
        if (typeof item !== 'string') return false
        break
      case 'clientContext':
        if (item !== undefined && item !== null && typeof item !== 'string') return false
        break
      case 'resultInfo':
        if (item !== undefined && item !== null && !strictResultInfo(item)) return false
        break
      case 'status':
        if (!isMember(item, 'operationStatus')) return false
        break
      default:
        return false
    }
  }
  return true
}

function strictCommsOperationAsInviteParticipantsOperation(value: unknown): boolean {
  if (!isObject(value)) return false
  if (value['id'] === undefined) return false
  if (value['status'] === undefined) return false
  if (value['participants'] === undefined) return false
  for (const key in value) {
    const item = value[key]
    switch (key) {
      case '@odata.type':
        break
      case 'id':
        if (typeof item !== 'string') return false
        break
      case 'clientContext':
        if (item !== undefined && item !== null && typeof item !== 'string') return false
        break
      case 'resultInfo':
        if (item !== undefined && item !== null && !strictResultInfo(item)) return false
        break
      case 'status':
        if (!isMember(item, 'operationStatus')) return false
        break
      case 'participants':
        if (!isListOf(item, strictInvitationParticipantInfo, true)) return false
        break
      default:
        return false
    }
  }
  return true
}

function strictCommsOperationAsRecordOperation(value: unknown): boolean {
  if (!isObject(value)) return false
  if (value['id'] === undefined) return false
  if (value['status'] === undefined) return false
  for (const key in value) {
    const item = value[key]
    switch (key) {
      case '@odata.type':
        break
      case 'id':
        if (typeof item !== 'string') return false
        break
      case 'clientContext':
      case 'recordingAccessToken':
      case 'recordingLocation':
        if (item !== undefined && item !== null && typeof item !== 'string') return false
        break
      case 'resultInfo':
        if (item !== undefined && item !== null && !strictResultInfo(item)) return false
        break
      case 'status':
        if (!isMember(item, 'operationStatus')) return false
        break
      default:
        return false
    }
  }
  return true
}

function strictCommsOperationAsSendDtmfTonesOperation(value: unknown): boolean {
  if (!isObject(value)) return false
  if (value['id'] === undefined) return false
  if (value['status'] === undefined) return false
  for (const key in value) {
    const item = value[key]
    switch (key) {
      case '@odata.type':
        break
      case 'id':
        if (typeof item !== 'string') return false
        break
      case 'clientContext':
      case 'completionReason':
        if (item !== undefined && item !== null && typeof item !== 'string') return false
        break
      case 'resultInfo':
        if (item !== undefined && item !== null && !strictResultInfo(item)) return false
        break
      case 'status':
        if (!isMember(item, 'operationStatus')) return false
        break
      default:
        return false
    }
  }
  return true
}

function strictParticipant(value: unknown): boolean {
  if (!isObject(value)) return false
  switch (value['@odata.type']) {
    case undefined:
    case '#microsoft.graph.participant':
      return strictParticipantAsParticipant(value)
    default:
      return false
  }
}

function strictMediaStream(value: unknown): boolean {
  if (!isObject(value)) return false
  switch (value['@odata.type']) {
    case undefined:
    case '#microsoft.graph.mediaStream':
      return strictMediaStreamAsMediaStream(value)
    default:
      return false
  }
}

function strictMediaStreamAsMediaStream(value: unknown): boolean {
  if (!isObject(value)) return false
  if (value['direction'] === undefined) return false
  if (value['mediaType'] === undefined) return false
  if (value['serverMuted'] === undefined) return false
  if (value['sourceId'] === undefined) return false
  for (const key in value) {
    const item = value[key]
    switch (key) {
      case '@odata.type':
        break
      case 'direction':
        if (!isMember(item, 'mediaDirection')) return false
        break
      case 'label':
        if (item !== undefined && item !== null && typeof item !== 'string') return false
        break
      case 'mediaType':
        if (!isMember(item, 'modality')) return false
        break
      case 'serverMuted':
        if (typeof item !== 'boolean') return false
        break
      case 'sourceId':
        if (typeof item !== 'string') return false
        break
      default:
        return false
    }
  }
  return true
}

function strictRecordingInfo(value: unknown): boolean {
  if (!isObject(value)) return false
  switch (value['@odata.type']) {
    case undefined:
    case '#microsoft.graph.recordingInfo':
      return strictRecordingInfoAsRecordingInfo(value)
    default:
      return false
  }
}

function strictRecordingInfoAsRecordingInfo(value: unknown): boolean {
  if (!isObject(value)) return false
  if (value['recordingStatus'] === undefined) return false
  for (const key in value) {
    const item = value[key]
    switch (key) {
      case '@odata.type':
        break
      case 'initiator':
        if (item !== undefined && item !== null && !strictIdentitySet(item)) return false
        break
      case 'recordingStatus':
        if (!isMember(item, 'recordingStatus')) return false
        break
      default:
        return false
    }
  }
  return true
}

function strictRemovedState(value: unknown): boolean {
  if (!isObject(value)) return false
  switch (value['@odata.type']) {
    case undefined:
    case '#microsoft.graph.removedState':
      return strictRemovedStateAsRemovedState(value)
    default:
      return false
  }
}

function strictRemovedStateAsRemovedState(value: unknown): boolean {
  if (!isObject(value)) return false
  for (const key in value) {
    const item = value[key]
    switch (key) {
      case '@odata.type':
        break
      case 'reason':
        if (item !== undefined && item !== null && typeof item !== 'string') return false
        break
      default:
        return false
    }
  }
  return true
}

function strictOnlineMeetingRestricted(value: unknown): boolean {
  if (!isObject(value)) return false
  switch (value['@odata.type']) {
    case undefined:
    case '#microsoft.graph.onlineMeetingRestricted':
      return strictOnlineMeetingRestrictedAsOnlineMeetingRestricted(value)
    default:
      return false
  }
}

function strictOnlineMeetingRestrictedAsOnlineMeetingRestricted(value: unknown): boolean {
  if (!isObject(value)) return false
  for (const key in value) {
    const item = value[key]
    switch (key) {
      case '@odata.type':
        break
      case 'contentSharingDisabled':
        if (item !== undefined && item !== null && !isMember(item, 'onlineMeetingContentSharingDisabledReason')) return false
        break
      case 'videoDisabled':
        if (item !== undefined && item !== null && !isMember(item, 'onlineMeetingVideoDisabledReason')) return false
        break
      default:
        return false
    }
  }
  return true
}

function strictParticipantAsParticipant(value: unknown): boolean {
  if (!isObject(value)) return false
  if (value['id'] === undefined) return false
  if (value['info'] === undefined) return false
  if (value['isInLobby'] === undefined) return false
  if (value['isMuted'] === undefined) return false
  for (const key in value) {
    const item = value[key]
    switch (key) {
      case '@odata.type':
        break
      case 'id':
        if (typeof item !== 'string') return false
        break
      case 'info':
        if (!strictParticipantInfo(item)) return false
        break
      case 'isInLobby':
      case 'isMuted':
        if (typeof item !== 'boolean') return false
        break
      case 'mediaStreams':
        if (item !== undefined && !isListOf(item, strictMediaStream, true)) return false
        break
      case 'metadata':
        if (item !== undefined && item !== null && typeof item !== 'string') return false
        break
      case 'recordingInfo':
        if (item !== undefined && item !== null && !strictRecordingInfo(item)) return false
        break
      case 'removedState':
        if (item !== undefined && item !== null && !strictRemovedState(item)) return false
        break
      case 'restrictedExperience':
        if (item !== undefined && item !== null && !strictOnlineMeetingRestricted(item)) return false
        break
      case 'rosterSequenceNumber':
        if (item !== undefined && item !== null && !Number.isSafeInteger(item)) return false
        break
      default:
        return false
    }
  }
  return true
}

function strictCallAsCall(value: unknown): boolean {
  if (!isObject(value)) return false
  if (value['id'] === undefined) return false
  if (value['state'] === undefined) return false
  if (value['direction'] === undefined) return false
  if (value['callbackUri'] === undefined) return false
  if (value['source'] === undefined) return false
  for (const key in value) {
    const item = value[key]
    switch (key) {
      case '@odata.type':
        break
      case '@odata.context':
      case 'subject':
      case 'callChainId':
      case 'myParticipantId':
      case 'tenantId':
      case 'terminationReason':
        if (item !== undefined && item !== null && typeof item !== 'string') return false
        break
      case 'id':
        if (typeof item !== 'string') return false
        break
      case 'state':
        if (!isMember(item, 'callState')) return false
        break
      case 'direction':
        if (!isMember(item, 'callDirection')) return false
        break
      case 'callbackUri':
        if ((typeof item !== 'string' || !httpsUriPattern.test(item))) return false
        break
      case 'source':
        if (!strictParticipantInfo(item)) return false
        break
      case 'targets':
        if (item !== undefined && !isListOf(item, strictInvitationParticipantInfo, true)) return false
        break
      case 'answeredBy':
        if (item !== undefined && item !== null && !strictParticipantInfo(item)) return false
        break
      case 'requestedModalities':
        if (item !== undefined && !isListOf(item, (item) => !(!isMember(item, 'modality')), true)) return false
        break
      case 'activeModalities':
      case 'routingPolicies':
        if (item !== undefined && !isListOf(item, (item) => !(typeof item !== 'string'), true)) return false
        break
      case 'mediaConfig':
        if (item !== undefined && item !== null && !strictMediaConfig(item)) return false
        break
      case 'mediaState':
        if (item !== undefined && item !== null && !strictCallMediaState(item)) return false
        break
      case 'callOptions':
        if (item !== undefined && item !== null && !strictCallOptions(item)) return false
        break
      case 'callRoutes':
        if (item !== undefined && !isListOf(item, strictCallRoute, true)) return false
        break
      case 'chatInfo':
        if (item !== undefined && item !== null && !strictChatInfo(item)) return false
        break
      case 'meetingInfo':
        if (item !== undefined && item !== null && !strictMeetingInfo(item)) return false
        break
      case 'meetingCapability':
        if (item !== undefined && item !== null && !strictMeetingCapability(item)) return false
        break
      case 'incomingContext':
        if (item !== undefined && item !== null && !strictIncomingContext(item)) return false
        break
      case 'resultInfo':
        if (item !== undefined && item !== null && !strictResultInfo(item)) return false
        break
      case 'ringingTimeoutInSeconds':
        if (item !== undefined && item !== null && !isInt32(item)) return false
        break
      case 'toneInfo':
        if (item !== undefined && item !== null && !strictToneInfo(item)) return false
        break
      case 'transcription':
        if (item !== undefined && item !== null && !strictCallTranscriptionInfo(item)) return false
        break
      case 'audioRoutingGroups':
        if (item !== undefined && !isListOf(item, strictAudioRoutingGroup, true)) return false
        break
      case 'contentSharingSessions':
        if (item !== undefined && !isListOf(item, strictContentSharingSession, true)) return false
        break
      case 'operations':
        if (item !== undefined && !isListOf(item, strictCommsOperation, true)) return false
        break
      case 'participants':
        if (item !== undefined && !isListOf(item, strictParticipant, true)) return false
        break
      default:
        return false
    }
  }
  return true
}

function envelopeCallError(value: unknown, closed: boolean): boolean {
  if (!isObject(value)) return false
  if (value['error'] === undefined) return false
  for (const key in value) {
    const item = value[key]
    switch (key) {
      case '@odata.type':
        if (item !== undefined && item !== null && item !== '#microsoft.graph.callError' && !isReceivedTag(item, 'callError')) return false
        break
      case 'error':
        if (!envelopeCallErrorDetail(item, closed)) return false
        break
    }
  }
  return true
}

function envelopeCallErrorDetail(value: unknown, closed: boolean): boolean {
  if (!isObject(value)) return false
  if (value['code'] === undefined) return false
  for (const key in value) {
    const item = value[key]
    switch (key) {
      case '@odata.type':
        if (item !== undefined && item !== null && item !== '#microsoft.graph.callErrorDetail' && !isReceivedTag(item, 'callErrorDetail')) return false
        break
      case 'code':
        if (typeof item !== 'string') return false
        break
      case 'message':
      case 'target':
        if (item !== undefined && item !== null && typeof item !== 'string') return false
        break
      case 'details':
        if (item !== undefined && !isListOf(item, envelopeCallErrorDetailItem, closed)) return false
        break
      case 'innerError':
      case 'innererror':
        if (item !== undefined && item !== null && !envelopeCallInnerError(item, closed)) return false
        break
    }
  }
  return true
}

function envelopeCallErrorDetailItem(value: unknown, _closed: boolean): boolean {
  if (!isObject(value)) return false
  for (const key in value) {
    const item = value[key]
    switch (key) {
      case '@odata.type':
        if (item !== undefined && item !== null && item !== '#microsoft.graph.callErrorDetailItem' && !isReceivedTag(item, 'callErrorDetailItem')) return false
        break
      case 'code':
      case 'message':
      case 'target':
        if (item !== undefined && item !== null && typeof item !== 'string') return false
        break
    }
  }
  return true
}

function envelopeCallInnerError(value: unknown, _closed: boolean): boolean {
  if (!isObject(value)) return false
  for (const key in value) {
    const item = value[key]
    switch (key) {
      case '@odata.type':
        if (item !== undefined && item !== null && item !== '#microsoft.graph.callInnerError' && !isReceivedTag(item, 'callInnerError')) return false
        break
      case 'date':
      case 'request-id':
      case 'client-request-id':
        if (item !== undefined && item !== null && typeof item !== 'string') return false
        break
    }
  }
  return true
}

function envelopeCommsNotifications(value: unknown, closed: boolean): boolean {
  if (!isObject(value)) return false
  if (value['value'] === undefined) return false
  for (const key in value) {
    const item = value[key]
    switch (key) {
      case '@odata.type':
        if (item !== undefined && item !== null && item !== '#microsoft.graph.commsNotifications' && !isReceivedTag(item, 'commsNotifications')) return false
        break
      case 'value':
        if (!isListOf(item, envelopeCommsNotification, closed)) return false
        break
    }
  }
  return true
}

function envelopeCommsNotification(value: unknown, closed: boolean): boolean {
  if (!isObject(value)) return false
  if (value['changeType'] === undefined) return false
  for (const key in value) {
    const item = value[key]
    switch (key) {
      case '@odata.type':
        if (item !== undefined && item !== null && item !== '#microsoft.graph.commsNotification' && !isReceivedTag(item, 'commsNotification')) return false
        break
      case 'changeType':
        if (!isReceivedMember(item, 'changeType', closed)) return false
        break
      case 'resource':
      case 'resourceUrl':
        if (item !== undefined && item !== null && typeof item !== 'string') return false
        break
      case 'resourceData':
        if (item !== undefined && item !== null && (Array.isArray(item) ? !isListOf(item, envelopeNotifiedItem, closed) : !envelopeNotifiedResource(item, closed))) return false
        break
    }
  }
  return true
}

function envelopeNotifiedItem(value: unknown, closed: boolean): boolean {
  if (!isObject(value)) return false
  switch (withoutNumberSign(value['@odata.type'])) {
    case 'microsoft.graph.participant':
      return tolerantParticipant(value, closed)
    case 'microsoft.graph.contentSharingSession':
      return tolerantContentSharingSession(value, closed)
    default:
      return envelopeNotifiedItemOfUnknownType(value, closed)
  }
}

function envelopeNotifiedItemOfUnknownType(value: unknown, closed: boolean): boolean {
  if (!isObject(value)) return false
  for (const key in value) {
    const item = value[key]
    if (item === undefined || item === null) continue
    switch (key) {
      case '@odata.type':
        if (!isUnknownTag(item)) return false
        break
      case 'id':
      case 'metadata':
      case 'meetingRole':
      case 'replacementLink':
        if (typeof item !== 'string') return false
        break
      case 'info':
        if (!tolerantParticipantInfo(item, closed)) return false
        break
      case 'isInLobby':
      case 'isMuted':
      case 'isIdentityAnonymized':
        if (typeof item !== 'boolean') return false
        break
      case 'mediaStreams':
        if (!isListOf(item, tolerantMediaStream, closed)) return false
        break
      case 'recordingInfo':
        if (!tolerantRecordingInfo(item, closed)) return false
        break
      case 'removedState':
        if (!tolerantRemovedState(item, closed)) return false
        break
      case 'restrictedExperience':
        if (!tolerantOnlineMeetingRestricted(item, closed)) return false
        break
      case 'rosterSequenceNumber':
        if (!Number.isInteger(item) && !isIntegerText(item)) return false
        break
      case 'publishedStates':
        if (!isListOf(item, () => true, closed)) return false
        break
    }
  }
  return true
}

function envelopeNotifiedResource(value: unknown, closed: boolean): boolean {
  if (!isObject(value)) return false
  switch (withoutNumberSign(value['@odata.type'])) {
    case 'microsoft.graph.call':
      return tolerantCall(value, closed)
    case 'microsoft.graph.commsOperation':
    case 'microsoft.graph.addLargeGalleryViewOperation':
    case 'microsoft.graph.cancelMediaProcessingOperation':
    case 'microsoft.graph.inviteParticipantsOperation':
    case 'microsoft.graph.muteParticipantOperation':
    case 'microsoft.graph.playPromptOperation':
    case 'microsoft.graph.recordOperation':
    case 'microsoft.graph.sendDtmfTonesOperation':
    case 'microsoft.graph.startHoldMusicOperation':
    case 'microsoft.graph.stopHoldMusicOperation':
    case 'microsoft.graph.subscribeToToneOperation':
    case 'microsoft.graph.unmuteParticipantOperation':
    case 'microsoft.graph.updateRecordingStatusOperation':
      return tolerantCommsOperation(value, closed)
    case 'microsoft.graph.deltaParticipants':
      return envelopeDeltaParticipants(value, closed)
    case 'microsoft.graph.participantJoiningNotification':
      return envelopeParticipantJoiningNotification(value, closed)
    case 'microsoft.graph.participantLeftNotification':
      return envelopeParticipantLeftNotification(value, closed)
    default:
      return envelopeNotifiedResourceOfUnknownType(value, closed)
  }
}

function tolerantCall(value: unknown, closed: boolean): boolean {
  if (!isObject(value)) return false
  for (const key in value) {
    const item = value[key]
    if (item === undefined || item === null) continue
    switch (key) {
      case '@odata.type':
        if (item !== '#microsoft.graph.call' && !isReceivedTag(item, 'call')) return false
        break
      case '@odata.context':
      case '@odata.id':
      case '@odata.etag':
      case 'id':
      case 'callbackUri':
      case 'subject':
      case 'callChainId':
      case 'myParticipantId':
      case 'tenantId':
      case 'terminationReason':
        if (typeof item !== 'string') return false
        break
      case 'state':
        if (!isReceivedMember(item, 'callState', closed)) return false
        break
      case 'direction':
        if (!isReceivedMember(item, 'callDirection', closed)) return false
        break
      case 'source':
      case 'answeredBy':
        if (!tolerantParticipantInfo(item, closed)) return false
        break
      case 'targets':
        if (!isListOf(item, tolerantInvitationParticipantInfo, closed)) return false
        break
      case 'requestedModalities':
        if (!isListOf(item, (item, closed) => !(!isReceivedMember(item, 'modality', closed)), closed)) return false
        break
      case 'activeModalities':
      case 'routingPolicies':
        if (!isListOf(item, (item) => !(typeof item !== 'string'), closed)) return false
        break
      case 'mediaConfig':
        if (!tolerantMediaConfig(item, closed)) return false
        break
      case 'mediaState':
        if (!tolerantCallMediaState(item, closed)) return false
        break
      case 'callOptions':
        if (!tolerantCallOptions(item, closed)) return false
        break
      case 'callRoutes':
        if (!isListOf(item, tolerantCallRoute, closed)) return false
        break
      case 'chatInfo':
        if (!tolerantChatInfo(item, closed)) return false
        break
      case 'meetingInfo':
        if (!tolerantMeetingInfo(item, closed)) return false
        break
      case 'meetingCapability':
        if (!tolerantMeetingCapability(item, closed)) return false
        break
      case 'incomingContext':
        if (!tolerantIncomingContext(item, closed)) return false
        break
      case 'resultInfo':
        if (!tolerantResultInfo(item, closed)) return false
        break
      case 'ringingTimeoutInSeconds':
        if (!isInt32(item)) return false
        break
      case 'toneInfo':
        if (!tolerantToneInfo(item, closed)) return false
        break
      case 'transcription':
        if (!tolerantCallTranscriptionInfo(item, closed)) return false
        break
      case 'coOrganizers':
        if (!isListOf(item, () => true, closed)) return false
        break
      case 'audioRoutingGroups':
        if (!isListOf(item, tolerantAudioRoutingGroup, closed)) return false
        break
      case 'contentSharingSessions':
        if (!isListOf(item, tolerantContentSharingSession, closed)) return false
        break
      case 'operations':
        if (!isListOf(item, tolerantCommsOperation, closed)) return false
        break
      case 'participants':
        if (!isListOf(item, tolerantParticipant, closed)) return false
        break
    }
  }
  return true
}

function envelopeDeltaParticipants(value: unknown, closed: boolean): boolean {
  if (!isObject(value)) return false
  for (const key in value) {
    const item = value[key]
    switch (key) {
      case '@odata.type':
        if (item !== undefined && item !== null && item !== '#microsoft.graph.deltaParticipants' && !isReceivedTag(item, 'deltaParticipants')) return false
        break
      case 'participants':
        if (item !== undefined && !isListOf(item, tolerantParticipant, closed)) return false
        break
      case 'sequenceNumber':
        if (item !== undefined && item !== null && !Number.isInteger(item) && !isIntegerText(item)) return false
        break
    }
  }
  return true
}

function envelopeParticipantJoiningNotification(value: unknown, closed: boolean): boolean {
  if (!isObject(value)) return false
  for (const key in value) {
    const item = value[key]
    switch (key) {
      case '@odata.type':
        if (item !== undefined && item !== null && item !== '#microsoft.graph.participantJoiningNotification' && !isReceivedTag(item, 'participantJoiningNotification')) return false
        break
      case 'call':
        if (item !== undefined && item !== null && !tolerantCall(item, closed)) return false
        break
    }
  }
  return true
}

function envelopeParticipantLeftNotification(value: unknown, closed: boolean): boolean {
  if (!isObject(value)) return false
  for (const key in value) {
    const item = value[key]
    switch (key) {
      case '@odata.type':
        if (item !== undefined && item !== null && item !== '#microsoft.graph.participantLeftNotification' && !isReceivedTag(item, 'participantLeftNotification')) return false
        break
      case 'call':
        if (item !== undefined && item !== null && !tolerantCall(item, closed)) return false
        break
      case 'participantId':
        if (item !== undefined && item !== null && typeof item !== 'string') return false
        break
    }
  }
  return true
}

function envelopeNotifiedParticipant(value: unknown, closed: boolean): boolean {
  if (!isObject(value)) return false
  switch (withoutNumberSign(value['@odata.type'])) {
    case 'microsoft.graph.participant':
      return tolerantParticipant(value, closed)
    case 'microsoft.graph.invitationParticipantInfo':
    case 'microsoft.graph.participantInfo':
      return tolerantInvitationParticipantInfo(value, closed)
    default:
      return envelopeNotifiedParticipantOfUnknownType(value, closed)
  }
}

function envelopeNotifiedParticipantOfUnknownType(value: unknown, closed: boolean): boolean {
  if (!isObject(value)) return false
  for (const key in value) {
    const item = value[key]
    if (item === undefined || item === null) continue
    switch (key) {
      case '@odata.type':
        if (!isUnknownTag(item)) return false
        break
      case 'id':
      case 'metadata':
      case 'meetingRole':
      case 'replacementLink':
      case 'participantId':
      case 'replacesCallId':
        if (typeof item !== 'string') return false
        break
      case 'info':
        if (!tolerantParticipantInfo(item, closed)) return false
        break
      case 'isInLobby':
      case 'isMuted':
      case 'isIdentityAnonymized':
      case 'hidden':
      case 'removeFromDefaultAudioRoutingGroup':
        if (typeof item !== 'boolean') return false
        break
      case 'mediaStreams':
        if (!isListOf(item, tolerantMediaStream, closed)) return false
        break
      case 'recordingInfo':
        if (!tolerantRecordingInfo(item, closed)) return false
        break
      case 'removedState':
        if (!tolerantRemovedState(item, closed)) return false
        break
      case 'restrictedExperience':
        if (!tolerantOnlineMeetingRestricted(item, closed)) return false
        break
      case 'rosterSequenceNumber':
        if (!Number.isInteger(item) && !isIntegerText(item)) return false
        break
      case 'publishedStates':
        if (!isListOf(item, () => true, closed)) return false
        break
      case 'identity':
        if (!tolerantIdentitySet(item, closed)) return false
        break
    }
  }
  return true
}

function envelopeNotifiedResourceOfUnknownType(value: unknown, closed: boolean): boolean {
  if (!isObject(value)) return false
  for (const key in value) {
    const item = value[key]
    if (item === undefined || item === null) continue
    switch (key) {
      case '@odata.type':
        if (!isUnknownTag(item)) return false
        break
      case '@odata.context':
      case '@odata.id':
      case '@odata.etag':
      case 'id':
      case 'callbackUri':
      case 'subject':
      case 'callChainId':
      case 'myParticipantId':
      case 'tenantId':
      case 'terminationReason':
      case 'clientContext':
      case 'completionReason':
      case 'recordingAccessToken':
      case 'recordingLocation':
      case 'participantId':
        if (typeof item !== 'string') return false
        break
      case 'state':
        if (!isReceivedMember(item, 'callState', closed)) return false
        break
      case 'direction':
        if (!isReceivedMember(item, 'callDirection', closed)) return false
        break
      case 'source':
      case 'answeredBy':
        if (!tolerantParticipantInfo(item, closed)) return false
        break
      case 'targets':
        if (!isListOf(item, tolerantInvitationParticipantInfo, closed)) return false
        break
      case 'requestedModalities':
        if (!isListOf(item, (item, closed) => !(!isReceivedMember(item, 'modality', closed)), closed)) return false
        break
      case 'activeModalities':
      case 'routingPolicies':
        if (!isListOf(item, (item) => !(typeof item !== 'string'), closed)) return false
        break
      case 'mediaConfig':
        if (!tolerantMediaConfig(item, closed)) return false
        break
      case 'mediaState':
        if (!tolerantCallMediaState(item, closed)) return false
        break
      case 'callOptions':
        if (!tolerantCallOptions(item, closed)) return false
        break
      case 'callRoutes':
        if (!isListOf(item, tolerantCallRoute, closed)) return false
        break
      case 'chatInfo':
        if (!tolerantChatInfo(item, closed)) return false
        break
      case 'meetingInfo':
        if (!tolerantMeetingInfo(item, closed)) return false
        break
      case 'meetingCapability':
        if (!tolerantMeetingCapability(item, closed)) return false
        break
      case 'incomingContext':
        if (!tolerantIncomingContext(item, closed)) return false
        break
      case 'resultInfo':
        if (!tolerantResultInfo(item, closed)) return false
        break
      case 'ringingTimeoutInSeconds':
        if (!isInt32(item)) return false
        break
      case 'toneInfo':
        if (!tolerantToneInfo(item, closed)) return false
        break
      case 'transcription':
        if (!tolerantCallTranscriptionInfo(item, closed)) return false
        break
      case 'coOrganizers':
        if (!isListOf(item, () => true, closed)) return false
        break
      case 'audioRoutingGroups':
        if (!isListOf(item, tolerantAudioRoutingGroup, closed)) return false
        break
      case 'contentSharingSessions':
        if (!isListOf(item, tolerantContentSharingSession, closed)) return false
        break
      case 'operations':
        if (!isListOf(item, tolerantCommsOperation, closed)) return false
        break
      case 'participants':
        if (!isListOf(item, envelopeNotifiedParticipant, closed)) return false
        break
      case 'status':
        if (!isReceivedMember(item, 'operationStatus', closed)) return false
        break
      case 'prompts':
        if (!isListOf(item, tolerantPrompt, closed)) return false
        break
      case 'sequenceNumber':
        if (!Number.isInteger(item) && !isIntegerText(item)) return false
        break
      case 'call':
        if (!tolerantCall(item, closed)) return false
        break
    }
  }
  return true
}
