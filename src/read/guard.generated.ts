// Written by `npm run generate` from src/model. Change the model, not this file.

import { receivedTagsOf } from '../model/index.ts'
import type { Call, CallError, CommsNotifications, ReceivedCall } from '../model/types.generated.ts'
import type { WithUnknownEnumMembers } from '../model/unknown-enum-members.ts'
import { isContextOfCall } from './context-of-call.ts'
import { otherBody } from './other-bodies.ts'
import { isInt32, isIntegerText, isObject, isUnknownTag } from './value-checks.ts'

const onlineMeetingContentSharingDisabledReasonPattern = new RegExp("^(?:watermarkProtection|unknownFutureValue)(?:, ?(?:watermarkProtection|unknownFutureValue))*$")

const httpsUriPattern = new RegExp("^[hH][tT][tT][pP][sS]://[^\\s/?#]+[^\\s]*$")

const dateTimePattern = new RegExp("^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])T([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\\.[0-9]{1,12})?)?(Z|[+-]([01][0-9]|2[0-3]):[0-5][0-9])$")

const isCallTagSet: ReadonlySet<unknown> = /* @__PURE__ */ new Set(/* @__PURE__ */ receivedTagsOf('call'))

const isParticipantInfoTagSet: ReadonlySet<unknown> = /* @__PURE__ */ new Set(/* @__PURE__ */ receivedTagsOf('participantInfo'))

const isIdentitySetTagSet: ReadonlySet<unknown> = /* @__PURE__ */ new Set(/* @__PURE__ */ receivedTagsOf('identitySet'))

const isIdentityTagSet: ReadonlySet<unknown> = /* @__PURE__ */ new Set(/* @__PURE__ */ receivedTagsOf('identity'))

const isInvitationParticipantInfoTagSet: ReadonlySet<unknown> = /* @__PURE__ */ new Set(/* @__PURE__ */ receivedTagsOf('invitationParticipantInfo'))

const isMediaConfigTagSet: ReadonlySet<unknown> = /* @__PURE__ */ new Set(/* @__PURE__ */ receivedTagsOf('mediaConfig'))

const isMediaInfoTagSet: ReadonlySet<unknown> = /* @__PURE__ */ new Set(/* @__PURE__ */ receivedTagsOf('mediaInfo'))

const isCallMediaStateTagSet: ReadonlySet<unknown> = /* @__PURE__ */ new Set(/* @__PURE__ */ receivedTagsOf('callMediaState'))

const isCallOptionsTagSet: ReadonlySet<unknown> = /* @__PURE__ */ new Set(/* @__PURE__ */ receivedTagsOf('callOptions'))

const isCallRouteTagSet: ReadonlySet<unknown> = /* @__PURE__ */ new Set(/* @__PURE__ */ receivedTagsOf('callRoute'))

const isChatInfoTagSet: ReadonlySet<unknown> = /* @__PURE__ */ new Set(/* @__PURE__ */ receivedTagsOf('chatInfo'))

const isMeetingInfoTagSet: ReadonlySet<unknown> = /* @__PURE__ */ new Set(/* @__PURE__ */ receivedTagsOf('meetingInfo'))

const isMeetingCapabilityTagSet: ReadonlySet<unknown> = /* @__PURE__ */ new Set(/* @__PURE__ */ receivedTagsOf('meetingCapability'))

const isIncomingContextTagSet: ReadonlySet<unknown> = /* @__PURE__ */ new Set(/* @__PURE__ */ receivedTagsOf('incomingContext'))

const isResultInfoTagSet: ReadonlySet<unknown> = /* @__PURE__ */ new Set(/* @__PURE__ */ receivedTagsOf('resultInfo'))

const isToneInfoTagSet: ReadonlySet<unknown> = /* @__PURE__ */ new Set(/* @__PURE__ */ receivedTagsOf('toneInfo'))

const isCallTranscriptionInfoTagSet: ReadonlySet<unknown> = /* @__PURE__ */ new Set(/* @__PURE__ */ receivedTagsOf('callTranscriptionInfo'))

const isAudioRoutingGroupTagSet: ReadonlySet<unknown> = /* @__PURE__ */ new Set(/* @__PURE__ */ receivedTagsOf('audioRoutingGroup'))

const isContentSharingSessionTagSet: ReadonlySet<unknown> = /* @__PURE__ */ new Set(/* @__PURE__ */ receivedTagsOf('contentSharingSession'))

const isCommsOperationTagSet: ReadonlySet<unknown> = /* @__PURE__ */ new Set(/* @__PURE__ */ receivedTagsOf('commsOperation'))

const isPromptTagSet: ReadonlySet<unknown> = /* @__PURE__ */ new Set(/* @__PURE__ */ receivedTagsOf('prompt'))

const isParticipantTagSet: ReadonlySet<unknown> = /* @__PURE__ */ new Set(/* @__PURE__ */ receivedTagsOf('participant'))

const isMediaStreamTagSet: ReadonlySet<unknown> = /* @__PURE__ */ new Set(/* @__PURE__ */ receivedTagsOf('mediaStream'))

const isRecordingInfoTagSet: ReadonlySet<unknown> = /* @__PURE__ */ new Set(/* @__PURE__ */ receivedTagsOf('recordingInfo'))

const isRemovedStateTagSet: ReadonlySet<unknown> = /* @__PURE__ */ new Set(/* @__PURE__ */ receivedTagsOf('removedState'))

const isOnlineMeetingRestrictedTagSet: ReadonlySet<unknown> = /* @__PURE__ */ new Set(/* @__PURE__ */ receivedTagsOf('onlineMeetingRestricted'))

const isCallErrorTagSet: ReadonlySet<unknown> = /* @__PURE__ */ new Set(/* @__PURE__ */ receivedTagsOf('callError'))

const isCallErrorDetailTagSet: ReadonlySet<unknown> = /* @__PURE__ */ new Set(/* @__PURE__ */ receivedTagsOf('callErrorDetail'))

const isCallErrorDetailItemTagSet: ReadonlySet<unknown> = /* @__PURE__ */ new Set(/* @__PURE__ */ receivedTagsOf('callErrorDetailItem'))

const isCallInnerErrorTagSet: ReadonlySet<unknown> = /* @__PURE__ */ new Set(/* @__PURE__ */ receivedTagsOf('callInnerError'))

const isCommsNotificationsTagSet: ReadonlySet<unknown> = /* @__PURE__ */ new Set(/* @__PURE__ */ receivedTagsOf('commsNotifications'))

const isCommsNotificationTagSet: ReadonlySet<unknown> = /* @__PURE__ */ new Set(/* @__PURE__ */ receivedTagsOf('commsNotification'))

const isDeltaParticipantsTagSet: ReadonlySet<unknown> = /* @__PURE__ */ new Set(/* @__PURE__ */ receivedTagsOf('deltaParticipants'))

const isParticipantJoiningNotificationTagSet: ReadonlySet<unknown> = /* @__PURE__ */ new Set(/* @__PURE__ */ receivedTagsOf('participantJoiningNotification'))

const isParticipantLeftNotificationTagSet: ReadonlySet<unknown> = /* @__PURE__ */ new Set(/* @__PURE__ */ receivedTagsOf('participantLeftNotification'))

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
        if (item !== '#microsoft.graph.call' && !isCallTag(item)) return false
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
        if ((closed ? !isCallState(item) : typeof item !== 'string')) return false
        hasState = true
        break
      case 'direction':
        if ((closed ? !isCallDirection(item) : typeof item !== 'string')) return false
        break
      case 'source':
      case 'answeredBy':
        if (!tolerantParticipantInfo(item, closed)) return false
        break
      case 'targets':
        if (!tolerantInvitationParticipantInfoList(item, closed)) return false
        break
      case 'requestedModalities':
        if (!tolerantModalityList(item, closed)) return false
        break
      case 'activeModalities':
      case 'routingPolicies':
        if (!tolerantStringList(item, closed)) return false
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
        if (!tolerantCallRouteList(item, closed)) return false
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
        if (!tolerantAnyList(item, closed)) return false
        break
      case 'audioRoutingGroups':
        if (!tolerantAudioRoutingGroupList(item, closed)) return false
        break
      case 'contentSharingSessions':
        if (!tolerantContentSharingSessionList(item, closed)) return false
        break
      case 'operations':
        if (!tolerantCommsOperationList(item, closed)) return false
        break
      case 'participants':
        if (!tolerantParticipantList(item, closed)) return false
        break
      case 'error':
        hasError = true
        break
    }
  }
  return isNamed || (hasState && !hasError) || otherBody('call', value) === undefined
}

function isCallTag(value: unknown): boolean {
  return isCallTagSet.has(value)
}

function isCallState(value: unknown): boolean {
  switch (value) {
    case 'incoming':
    case 'establishing':
    case 'established':
    case 'hold':
    case 'transferring':
    case 'transferAccepted':
    case 'redirecting':
    case 'terminating':
    case 'terminated':
    case 'unknownFutureValue':
      return true
    default:
      return false
  }
}

function isCallDirection(value: unknown): boolean {
  switch (value) {
    case 'incoming':
    case 'outgoing':
      return true
    default:
      return false
  }
}

function tolerantParticipantInfo(value: unknown, closed: boolean): boolean {
  if (!isObject(value)) return false
  for (const key in value) {
    const item = value[key]
    if (item === undefined || item === null) continue
    switch (key) {
      case '@odata.type':
        if (item !== '#microsoft.graph.participantInfo' && !isParticipantInfoTag(item)) return false
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
        if ((closed ? !isEndpointType(item) : typeof item !== 'string')) return false
        break
      case 'identity':
        if (!tolerantIdentitySet(item, closed)) return false
        break
    }
  }
  return true
}

function isParticipantInfoTag(value: unknown): boolean {
  return isParticipantInfoTagSet.has(value) || isUnknownTag(value)
}

function isEndpointType(value: unknown): boolean {
  switch (value) {
    case 'default':
    case 'voicemail':
    case 'skypeForBusiness':
    case 'skypeForBusinessVoipPhone':
    case 'unknownFutureValue':
      return true
    default:
      return false
  }
}

function tolerantIdentitySet(value: unknown, closed: boolean): boolean {
  if (!isObject(value)) return false
  for (const key in value) {
    const item = value[key]
    if (item === undefined || item === null) continue
    switch (key) {
      case '@odata.type':
        if (item !== '#microsoft.graph.identitySet' && !isIdentitySetTag(item)) return false
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
        if ((closed ? !isEndpointType(item) : typeof item !== 'string')) return false
        break
    }
  }
  return true
}

function isIdentitySetTag(value: unknown): boolean {
  return isIdentitySetTagSet.has(value) || isUnknownTag(value)
}

function tolerantIdentity(value: unknown, _closed: boolean): boolean {
  if (!isObject(value)) return false
  for (const key in value) {
    const item = value[key]
    if (item === undefined || item === null) continue
    switch (key) {
      case '@odata.type':
        if (item !== '#microsoft.graph.identity' && !isIdentityTag(item)) return false
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

function isIdentityTag(value: unknown): boolean {
  return isIdentityTagSet.has(value) || isUnknownTag(value)
}

function tolerantInvitationParticipantInfo(value: unknown, closed: boolean): boolean {
  if (!isObject(value)) return false
  for (const key in value) {
    const item = value[key]
    if (item === undefined || item === null) continue
    switch (key) {
      case '@odata.type':
        if (item !== '#microsoft.graph.invitationParticipantInfo' && !isInvitationParticipantInfoTag(item)) return false
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
        if ((closed ? !isEndpointType(item) : typeof item !== 'string')) return false
        break
    }
  }
  return true
}

function isInvitationParticipantInfoTag(value: unknown): boolean {
  return isInvitationParticipantInfoTagSet.has(value) || isUnknownTag(value)
}

function tolerantInvitationParticipantInfoList(value: unknown, closed: boolean): boolean {
  if (!Array.isArray(value)) return false
  for (let i = 0; i < value.length; i++) {
    const item: unknown = value[i]
    if (!tolerantInvitationParticipantInfo(item, closed)) return false
  }
  return true
}

function isModality(value: unknown): boolean {
  switch (value) {
    case 'audio':
    case 'video':
    case 'videoBasedScreenSharing':
    case 'data':
    case 'unknownFutureValue':
      return true
    default:
      return false
  }
}

function tolerantModalityList(value: unknown, closed: boolean): boolean {
  if (!Array.isArray(value)) return false
  for (let i = 0; i < value.length; i++) {
    const item: unknown = value[i]
    if ((closed ? !isModality(item) : typeof item !== 'string')) return false
  }
  return true
}

function tolerantStringList(value: unknown, _closed: boolean): boolean {
  if (!Array.isArray(value)) return false
  for (let i = 0; i < value.length; i++) {
    const item: unknown = value[i]
    if (typeof item !== 'string') return false
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
        if (item !== '#microsoft.graph.mediaConfig' && !isMediaConfigTag(item)) return false
        break
      case 'removeFromDefaultAudioGroup':
        if (typeof item !== 'boolean') return false
        break
      case 'preFetchMedia':
        if (!tolerantMediaInfoList(item, closed)) return false
        break
      case 'blob':
        if (typeof item !== 'string') return false
        break
    }
  }
  return true
}

function isMediaConfigTag(value: unknown): boolean {
  return isMediaConfigTagSet.has(value) || isUnknownTag(value)
}

function tolerantMediaInfo(value: unknown, _closed: boolean): boolean {
  if (!isObject(value)) return false
  for (const key in value) {
    const item = value[key]
    if (item === undefined || item === null) continue
    switch (key) {
      case '@odata.type':
        if (item !== '#microsoft.graph.mediaInfo' && !isMediaInfoTag(item)) return false
        break
      case 'resourceId':
      case 'uri':
        if (typeof item !== 'string') return false
        break
    }
  }
  return true
}

function isMediaInfoTag(value: unknown): boolean {
  return isMediaInfoTagSet.has(value) || isUnknownTag(value)
}

function tolerantMediaInfoList(value: unknown, closed: boolean): boolean {
  if (!Array.isArray(value)) return false
  for (let i = 0; i < value.length; i++) {
    const item: unknown = value[i]
    if (!tolerantMediaInfo(item, closed)) return false
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
        if (item !== '#microsoft.graph.callMediaState' && !isCallMediaStateTag(item)) return false
        break
      case 'audio':
        if ((closed ? !isMediaState(item) : typeof item !== 'string')) return false
        break
    }
  }
  return true
}

function isCallMediaStateTag(value: unknown): boolean {
  return isCallMediaStateTagSet.has(value) || isUnknownTag(value)
}

function isMediaState(value: unknown): boolean {
  switch (value) {
    case 'active':
    case 'inactive':
    case 'unknownFutureValue':
      return true
    default:
      return false
  }
}

function tolerantCallOptions(value: unknown, _closed: boolean): boolean {
  if (!isObject(value)) return false
  for (const key in value) {
    const item = value[key]
    if (item === undefined || item === null) continue
    switch (key) {
      case '@odata.type':
        if (item !== '#microsoft.graph.callOptions' && !isCallOptionsTag(item)) return false
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

function isCallOptionsTag(value: unknown): boolean {
  return isCallOptionsTagSet.has(value) || isUnknownTag(value)
}

function tolerantCallRoute(value: unknown, closed: boolean): boolean {
  if (!isObject(value)) return false
  for (const key in value) {
    const item = value[key]
    if (item === undefined || item === null) continue
    switch (key) {
      case '@odata.type':
        if (item !== '#microsoft.graph.callRoute' && !isCallRouteTag(item)) return false
        break
      case 'final':
      case 'original':
        if (!tolerantIdentitySet(item, closed)) return false
        break
      case 'routingType':
        if ((closed ? !isRoutingType(item) : typeof item !== 'string')) return false
        break
    }
  }
  return true
}

function isCallRouteTag(value: unknown): boolean {
  return isCallRouteTagSet.has(value) || isUnknownTag(value)
}

function isRoutingType(value: unknown): boolean {
  switch (value) {
    case 'forwarded':
    case 'lookup':
    case 'selfFork':
    case 'unknownFutureValue':
      return true
    default:
      return false
  }
}

function tolerantCallRouteList(value: unknown, closed: boolean): boolean {
  if (!Array.isArray(value)) return false
  for (let i = 0; i < value.length; i++) {
    const item: unknown = value[i]
    if (!tolerantCallRoute(item, closed)) return false
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
        if (item !== '#microsoft.graph.chatInfo' && !isChatInfoTag(item)) return false
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

function isChatInfoTag(value: unknown): boolean {
  return isChatInfoTagSet.has(value) || isUnknownTag(value)
}

function tolerantMeetingInfo(value: unknown, closed: boolean): boolean {
  if (!isObject(value)) return false
  for (const key in value) {
    const item = value[key]
    if (item === undefined || item === null) continue
    switch (key) {
      case '@odata.type':
        if (item !== '#microsoft.graph.meetingInfo' && !isMeetingInfoTag(item)) return false
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

function isMeetingInfoTag(value: unknown): boolean {
  return isMeetingInfoTagSet.has(value) || isUnknownTag(value)
}

function tolerantMeetingCapability(value: unknown, _closed: boolean): boolean {
  if (!isObject(value)) return false
  for (const key in value) {
    const item = value[key]
    if (item === undefined || item === null) continue
    switch (key) {
      case '@odata.type':
        if (item !== '#microsoft.graph.meetingCapability' && !isMeetingCapabilityTag(item)) return false
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

function isMeetingCapabilityTag(value: unknown): boolean {
  return isMeetingCapabilityTagSet.has(value) || isUnknownTag(value)
}

function tolerantIncomingContext(value: unknown, closed: boolean): boolean {
  if (!isObject(value)) return false
  for (const key in value) {
    const item = value[key]
    if (item === undefined || item === null) continue
    switch (key) {
      case '@odata.type':
        if (item !== '#microsoft.graph.incomingContext' && !isIncomingContextTag(item)) return false
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

function isIncomingContextTag(value: unknown): boolean {
  return isIncomingContextTagSet.has(value) || isUnknownTag(value)
}

function tolerantResultInfo(value: unknown, _closed: boolean): boolean {
  if (!isObject(value)) return false
  for (const key in value) {
    const item = value[key]
    if (item === undefined || item === null) continue
    switch (key) {
      case '@odata.type':
        if (item !== '#microsoft.graph.resultInfo' && !isResultInfoTag(item)) return false
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

function isResultInfoTag(value: unknown): boolean {
  return isResultInfoTagSet.has(value) || isUnknownTag(value)
}

function tolerantToneInfo(value: unknown, closed: boolean): boolean {
  if (!isObject(value)) return false
  for (const key in value) {
    const item = value[key]
    if (item === undefined || item === null) continue
    switch (key) {
      case '@odata.type':
        if (item !== '#microsoft.graph.toneInfo' && !isToneInfoTag(item)) return false
        break
      case 'sequenceId':
        if (!Number.isInteger(item) && !isIntegerText(item)) return false
        break
      case 'tone':
        if ((closed ? !isTone(item) : typeof item !== 'string')) return false
        break
    }
  }
  return true
}

function isToneInfoTag(value: unknown): boolean {
  return isToneInfoTagSet.has(value) || isUnknownTag(value)
}

function isTone(value: unknown): boolean {
  switch (value) {
    case 'tone0':
    case 'tone1':
    case 'tone2':
    case 'tone3':
    case 'tone4':
    case 'tone5':
    case 'tone6':
    case 'tone7':
    case 'tone8':
    case 'tone9':
    case 'star':
    case 'pound':
    case 'a':
    case 'b':
    case 'c':
    case 'd':
    case 'flash':
      return true
    default:
      return false
  }
}

function tolerantCallTranscriptionInfo(value: unknown, closed: boolean): boolean {
  if (!isObject(value)) return false
  for (const key in value) {
    const item = value[key]
    if (item === undefined || item === null) continue
    switch (key) {
      case '@odata.type':
        if (item !== '#microsoft.graph.callTranscriptionInfo' && !isCallTranscriptionInfoTag(item)) return false
        break
      case 'lastModifiedDateTime':
        if (typeof item !== 'string') return false
        break
      case 'state':
        if ((closed ? !isCallTranscriptionState(item) : typeof item !== 'string')) return false
        break
    }
  }
  return true
}

function isCallTranscriptionInfoTag(value: unknown): boolean {
  return isCallTranscriptionInfoTagSet.has(value) || isUnknownTag(value)
}

function isCallTranscriptionState(value: unknown): boolean {
  switch (value) {
    case 'notStarted':
    case 'active':
    case 'inactive':
    case 'unknownFutureValue':
      return true
    default:
      return false
  }
}

function tolerantAnyList(value: unknown, _closed: boolean): boolean {
  if (!Array.isArray(value)) return false
  return true
}

function tolerantAudioRoutingGroup(value: unknown, closed: boolean): boolean {
  if (!isObject(value)) return false
  for (const key in value) {
    const item = value[key]
    if (item === undefined || item === null) continue
    switch (key) {
      case '@odata.type':
        if (item !== '#microsoft.graph.audioRoutingGroup' && !isAudioRoutingGroupTag(item)) return false
        break
      case 'id':
        if (typeof item !== 'string') return false
        break
      case 'receivers':
      case 'sources':
        if (!tolerantStringList(item, closed)) return false
        break
      case 'routingMode':
        if ((closed ? !isRoutingMode(item) : typeof item !== 'string')) return false
        break
    }
  }
  return true
}

function isAudioRoutingGroupTag(value: unknown): boolean {
  return isAudioRoutingGroupTagSet.has(value) || isUnknownTag(value)
}

function isRoutingMode(value: unknown): boolean {
  switch (value) {
    case 'oneToOne':
    case 'multicast':
    case 'unknownFutureValue':
      return true
    default:
      return false
  }
}

function tolerantAudioRoutingGroupList(value: unknown, closed: boolean): boolean {
  if (!Array.isArray(value)) return false
  for (let i = 0; i < value.length; i++) {
    const item: unknown = value[i]
    if (!tolerantAudioRoutingGroup(item, closed)) return false
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
        if (item !== '#microsoft.graph.contentSharingSession' && !isContentSharingSessionTag(item)) return false
        break
      case 'id':
        if (typeof item !== 'string') return false
        break
    }
  }
  return true
}

function isContentSharingSessionTag(value: unknown): boolean {
  return isContentSharingSessionTagSet.has(value) || isUnknownTag(value)
}

function tolerantContentSharingSessionList(value: unknown, closed: boolean): boolean {
  if (!Array.isArray(value)) return false
  for (let i = 0; i < value.length; i++) {
    const item: unknown = value[i]
    if (!tolerantContentSharingSession(item, closed)) return false
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
        if (item !== '#microsoft.graph.commsOperation' && !isCommsOperationTag(item)) return false
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
        if ((closed ? !isReceivedOperationStatus(item) : typeof item !== 'string')) return false
        break
      case 'participants':
        if (!tolerantInvitationParticipantInfoList(item, closed)) return false
        break
      case 'prompts':
        if (!tolerantPromptList(item, closed)) return false
        break
    }
  }
  return true
}

function isCommsOperationTag(value: unknown): boolean {
  return isCommsOperationTagSet.has(value) || isUnknownTag(value)
}

function isReceivedOperationStatus(value: unknown): boolean {
  switch (value) {
    case 'NotStarted':
    case 'Running':
    case 'Completed':
    case 'Failed':
    case 'notStarted':
    case 'running':
    case 'completed':
    case 'failed':
      return true
    default:
      return false
  }
}

function tolerantPrompt(value: unknown, closed: boolean): boolean {
  if (!isObject(value)) return false
  for (const key in value) {
    const item = value[key]
    if (item === undefined || item === null) continue
    switch (key) {
      case '@odata.type':
        if (item !== '#microsoft.graph.prompt' && !isPromptTag(item)) return false
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

function isPromptTag(value: unknown): boolean {
  return isPromptTagSet.has(value) || isUnknownTag(value)
}

function tolerantPromptList(value: unknown, closed: boolean): boolean {
  if (!Array.isArray(value)) return false
  for (let i = 0; i < value.length; i++) {
    const item: unknown = value[i]
    if (!tolerantPrompt(item, closed)) return false
  }
  return true
}

function tolerantCommsOperationList(value: unknown, closed: boolean): boolean {
  if (!Array.isArray(value)) return false
  for (let i = 0; i < value.length; i++) {
    const item: unknown = value[i]
    if (!tolerantCommsOperation(item, closed)) return false
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
        if (item !== '#microsoft.graph.participant' && !isParticipantTag(item)) return false
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
        if (!tolerantMediaStreamList(item, closed)) return false
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
        if (!tolerantAnyList(item, closed)) return false
        break
    }
  }
  return true
}

function isParticipantTag(value: unknown): boolean {
  return isParticipantTagSet.has(value) || isUnknownTag(value)
}

function tolerantMediaStream(value: unknown, closed: boolean): boolean {
  if (!isObject(value)) return false
  for (const key in value) {
    const item = value[key]
    if (item === undefined || item === null) continue
    switch (key) {
      case '@odata.type':
        if (item !== '#microsoft.graph.mediaStream' && !isMediaStreamTag(item)) return false
        break
      case 'direction':
        if ((closed ? !isMediaDirection(item) : typeof item !== 'string')) return false
        break
      case 'label':
      case 'sourceId':
        if (typeof item !== 'string') return false
        break
      case 'mediaType':
        if ((closed ? !isModality(item) : typeof item !== 'string')) return false
        break
      case 'serverMuted':
        if (typeof item !== 'boolean') return false
        break
    }
  }
  return true
}

function isMediaStreamTag(value: unknown): boolean {
  return isMediaStreamTagSet.has(value) || isUnknownTag(value)
}

function isMediaDirection(value: unknown): boolean {
  switch (value) {
    case 'inactive':
    case 'sendOnly':
    case 'receiveOnly':
    case 'sendReceive':
      return true
    default:
      return false
  }
}

function tolerantMediaStreamList(value: unknown, closed: boolean): boolean {
  if (!Array.isArray(value)) return false
  for (let i = 0; i < value.length; i++) {
    const item: unknown = value[i]
    if (!tolerantMediaStream(item, closed)) return false
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
        if (item !== '#microsoft.graph.recordingInfo' && !isRecordingInfoTag(item)) return false
        break
      case 'initiator':
        if (!tolerantIdentitySet(item, closed)) return false
        break
      case 'recordingStatus':
        if ((closed ? !isRecordingStatus(item) : typeof item !== 'string')) return false
        break
    }
  }
  return true
}

function isRecordingInfoTag(value: unknown): boolean {
  return isRecordingInfoTagSet.has(value) || isUnknownTag(value)
}

function isRecordingStatus(value: unknown): boolean {
  switch (value) {
    case 'unknown':
    case 'notRecording':
    case 'recording':
    case 'failed':
    case 'unknownFutureValue':
      return true
    default:
      return false
  }
}

function tolerantRemovedState(value: unknown, _closed: boolean): boolean {
  if (!isObject(value)) return false
  for (const key in value) {
    const item = value[key]
    if (item === undefined || item === null) continue
    switch (key) {
      case '@odata.type':
        if (item !== '#microsoft.graph.removedState' && !isRemovedStateTag(item)) return false
        break
      case 'reason':
        if (typeof item !== 'string') return false
        break
    }
  }
  return true
}

function isRemovedStateTag(value: unknown): boolean {
  return isRemovedStateTagSet.has(value) || isUnknownTag(value)
}

function tolerantOnlineMeetingRestricted(value: unknown, closed: boolean): boolean {
  if (!isObject(value)) return false
  for (const key in value) {
    const item = value[key]
    if (item === undefined || item === null) continue
    switch (key) {
      case '@odata.type':
        if (item !== '#microsoft.graph.onlineMeetingRestricted' && !isOnlineMeetingRestrictedTag(item)) return false
        break
      case 'contentSharingDisabled':
        if ((closed ? !isReceivedOnlineMeetingContentSharingDisabledReason(item) : typeof item !== 'string')) return false
        break
      case 'videoDisabled':
        if ((closed ? !isReceivedOnlineMeetingVideoDisabledReason(item) : typeof item !== 'string')) return false
        break
    }
  }
  return true
}

function isOnlineMeetingRestrictedTag(value: unknown): boolean {
  return isOnlineMeetingRestrictedTagSet.has(value) || isUnknownTag(value)
}

function isReceivedOnlineMeetingContentSharingDisabledReason(value: unknown): boolean {
  return typeof value === 'string' && onlineMeetingContentSharingDisabledReasonPattern.test(value)
}

function isReceivedOnlineMeetingVideoDisabledReason(value: unknown): boolean {
  return typeof value === 'string' && onlineMeetingContentSharingDisabledReasonPattern.test(value)
}

function tolerantParticipantList(value: unknown, closed: boolean): boolean {
  if (!Array.isArray(value)) return false
  for (let i = 0; i < value.length; i++) {
    const item: unknown = value[i]
    if (!tolerantParticipant(item, closed)) return false
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
        if (item !== undefined && item !== null && !isEndpointType(item)) return false
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
        if (item !== undefined && item !== null && !isEndpointType(item)) return false
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

function strictInvitationParticipantInfoList(value: unknown): boolean {
  if (!Array.isArray(value)) return false
  for (let i = 0; i < value.length; i++) {
    const item: unknown = value[i]
    if (!strictInvitationParticipantInfo(item)) return false
  }
  return true
}

function strictModalityList(value: unknown): boolean {
  if (!Array.isArray(value)) return false
  for (let i = 0; i < value.length; i++) {
    const item: unknown = value[i]
    if (!isModality(item)) return false
  }
  return true
}

function strictStringList(value: unknown): boolean {
  if (!Array.isArray(value)) return false
  for (let i = 0; i < value.length; i++) {
    const item: unknown = value[i]
    if (typeof item !== 'string') return false
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

function strictMediaInfoList(value: unknown): boolean {
  if (!Array.isArray(value)) return false
  for (let i = 0; i < value.length; i++) {
    const item: unknown = value[i]
    if (!strictMediaInfo(item)) return false
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
        if (item !== undefined && !strictMediaInfoList(item)) return false
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
        if (item !== undefined && item !== null && !isMediaState(item)) return false
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
        if (!isRoutingType(item)) return false
        break
      default:
        return false
    }
  }
  return true
}

function strictCallRouteList(value: unknown): boolean {
  if (!Array.isArray(value)) return false
  for (let i = 0; i < value.length; i++) {
    const item: unknown = value[i]
    if (!strictCallRoute(item)) return false
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
        if (!isTone(item)) return false
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
        if (!isCallTranscriptionState(item)) return false
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
        if (item !== undefined && !strictStringList(item)) return false
        break
      case 'routingMode':
        if (!isRoutingMode(item)) return false
        break
      default:
        return false
    }
  }
  return true
}

function strictAudioRoutingGroupList(value: unknown): boolean {
  if (!Array.isArray(value)) return false
  for (let i = 0; i < value.length; i++) {
    const item: unknown = value[i]
    if (!strictAudioRoutingGroup(item)) return false
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

function strictContentSharingSessionList(value: unknown): boolean {
  if (!Array.isArray(value)) return false
  for (let i = 0; i < value.length; i++) {
    const item: unknown = value[i]
    if (!strictContentSharingSession(item)) return false
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

function isOperationStatus(value: unknown): boolean {
  switch (value) {
    case 'NotStarted':
    case 'Running':
    case 'Completed':
    case 'Failed':
      return true
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
        if (!isOperationStatus(item)) return false
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
        if (!isOperationStatus(item)) return false
        break
      case 'participants':
        if (!strictInvitationParticipantInfoList(item)) return false
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
        if (!isOperationStatus(item)) return false
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
        if (!isOperationStatus(item)) return false
        break
      default:
        return false
    }
  }
  return true
}

function strictCommsOperationList(value: unknown): boolean {
  if (!Array.isArray(value)) return false
  for (let i = 0; i < value.length; i++) {
    const item: unknown = value[i]
    if (!strictCommsOperation(item)) return false
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
        if (!isMediaDirection(item)) return false
        break
      case 'label':
        if (item !== undefined && item !== null && typeof item !== 'string') return false
        break
      case 'mediaType':
        if (!isModality(item)) return false
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

function strictMediaStreamList(value: unknown): boolean {
  if (!Array.isArray(value)) return false
  for (let i = 0; i < value.length; i++) {
    const item: unknown = value[i]
    if (!strictMediaStream(item)) return false
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
        if (!isRecordingStatus(item)) return false
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

function isOnlineMeetingContentSharingDisabledReason(value: unknown): boolean {
  switch (value) {
    case 'watermarkProtection':
    case 'unknownFutureValue':
      return true
    default:
      return false
  }
}

function isOnlineMeetingVideoDisabledReason(value: unknown): boolean {
  switch (value) {
    case 'watermarkProtection':
    case 'unknownFutureValue':
      return true
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
        if (item !== undefined && item !== null && !isOnlineMeetingContentSharingDisabledReason(item)) return false
        break
      case 'videoDisabled':
        if (item !== undefined && item !== null && !isOnlineMeetingVideoDisabledReason(item)) return false
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
        if (item !== undefined && !strictMediaStreamList(item)) return false
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

function strictParticipantList(value: unknown): boolean {
  if (!Array.isArray(value)) return false
  for (let i = 0; i < value.length; i++) {
    const item: unknown = value[i]
    if (!strictParticipant(item)) return false
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
        if (!isCallState(item)) return false
        break
      case 'direction':
        if (!isCallDirection(item)) return false
        break
      case 'callbackUri':
        if ((typeof item !== 'string' || !httpsUriPattern.test(item))) return false
        break
      case 'source':
        if (!strictParticipantInfo(item)) return false
        break
      case 'targets':
        if (item !== undefined && !strictInvitationParticipantInfoList(item)) return false
        break
      case 'answeredBy':
        if (item !== undefined && item !== null && !strictParticipantInfo(item)) return false
        break
      case 'requestedModalities':
        if (item !== undefined && !strictModalityList(item)) return false
        break
      case 'activeModalities':
      case 'routingPolicies':
        if (item !== undefined && !strictStringList(item)) return false
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
        if (item !== undefined && !strictCallRouteList(item)) return false
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
        if (item !== undefined && !strictAudioRoutingGroupList(item)) return false
        break
      case 'contentSharingSessions':
        if (item !== undefined && !strictContentSharingSessionList(item)) return false
        break
      case 'operations':
        if (item !== undefined && !strictCommsOperationList(item)) return false
        break
      case 'participants':
        if (item !== undefined && !strictParticipantList(item)) return false
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
        if (item !== undefined && item !== null && item !== '#microsoft.graph.callError' && !isCallErrorTag(item)) return false
        break
      case 'error':
        if (!envelopeCallErrorDetail(item, closed)) return false
        break
    }
  }
  return true
}

function isCallErrorTag(value: unknown): boolean {
  return isCallErrorTagSet.has(value) || isUnknownTag(value)
}

function envelopeCallErrorDetail(value: unknown, closed: boolean): boolean {
  if (!isObject(value)) return false
  if (value['code'] === undefined) return false
  for (const key in value) {
    const item = value[key]
    switch (key) {
      case '@odata.type':
        if (item !== undefined && item !== null && item !== '#microsoft.graph.callErrorDetail' && !isCallErrorDetailTag(item)) return false
        break
      case 'code':
        if (typeof item !== 'string') return false
        break
      case 'message':
      case 'target':
        if (item !== undefined && item !== null && typeof item !== 'string') return false
        break
      case 'details':
        if (item !== undefined && !envelopeCallErrorDetailItemList(item, closed)) return false
        break
      case 'innerError':
      case 'innererror':
        if (item !== undefined && item !== null && !envelopeCallInnerError(item, closed)) return false
        break
    }
  }
  return true
}

function isCallErrorDetailTag(value: unknown): boolean {
  return isCallErrorDetailTagSet.has(value) || isUnknownTag(value)
}

function envelopeCallErrorDetailItem(value: unknown, _closed: boolean): boolean {
  if (!isObject(value)) return false
  for (const key in value) {
    const item = value[key]
    switch (key) {
      case '@odata.type':
        if (item !== undefined && item !== null && item !== '#microsoft.graph.callErrorDetailItem' && !isCallErrorDetailItemTag(item)) return false
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

function isCallErrorDetailItemTag(value: unknown): boolean {
  return isCallErrorDetailItemTagSet.has(value) || isUnknownTag(value)
}

function envelopeCallErrorDetailItemList(value: unknown, closed: boolean): boolean {
  if (!Array.isArray(value)) return false
  for (let i = 0; i < value.length; i++) {
    const item: unknown = value[i]
    if (!envelopeCallErrorDetailItem(item, closed)) return false
  }
  return true
}

function envelopeCallInnerError(value: unknown, _closed: boolean): boolean {
  if (!isObject(value)) return false
  for (const key in value) {
    const item = value[key]
    switch (key) {
      case '@odata.type':
        if (item !== undefined && item !== null && item !== '#microsoft.graph.callInnerError' && !isCallInnerErrorTag(item)) return false
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

function isCallInnerErrorTag(value: unknown): boolean {
  return isCallInnerErrorTagSet.has(value) || isUnknownTag(value)
}

function envelopeCommsNotifications(value: unknown, closed: boolean): boolean {
  if (!isObject(value)) return false
  if (value['value'] === undefined) return false
  for (const key in value) {
    const item = value[key]
    switch (key) {
      case '@odata.type':
        if (item !== undefined && item !== null && item !== '#microsoft.graph.commsNotifications' && !isCommsNotificationsTag(item)) return false
        break
      case 'value':
        if (!envelopeCommsNotificationList(item, closed)) return false
        break
    }
  }
  return true
}

function isCommsNotificationsTag(value: unknown): boolean {
  return isCommsNotificationsTagSet.has(value)
}

function envelopeCommsNotification(value: unknown, closed: boolean): boolean {
  if (!isObject(value)) return false
  if (value['changeType'] === undefined) return false
  for (const key in value) {
    const item = value[key]
    switch (key) {
      case '@odata.type':
        if (item !== undefined && item !== null && item !== '#microsoft.graph.commsNotification' && !isCommsNotificationTag(item)) return false
        break
      case 'changeType':
        if ((closed ? !isChangeType(item) : typeof item !== 'string')) return false
        break
      case 'resource':
      case 'resourceUrl':
        if (item !== undefined && item !== null && typeof item !== 'string') return false
        break
      case 'resourceData':
        if (item !== undefined && item !== null && (Array.isArray(item) ? !envelopeNotifiedItemList(item, closed) : !envelopeNotifiedResource(item, closed))) return false
        break
    }
  }
  return true
}

function isCommsNotificationTag(value: unknown): boolean {
  return isCommsNotificationTagSet.has(value) || isUnknownTag(value)
}

function isChangeType(value: unknown): boolean {
  switch (value) {
    case 'created':
    case 'updated':
    case 'deleted':
      return true
    default:
      return false
  }
}

function envelopeNotifiedItem(value: unknown, closed: boolean): boolean {
  if (!isObject(value)) return false
  switch (value['@odata.type']) {
    case '#microsoft.graph.participant':
    case 'microsoft.graph.participant':
      return tolerantParticipant(value, closed)
    case '#microsoft.graph.contentSharingSession':
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
        if (!tolerantMediaStreamList(item, closed)) return false
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
        if (!tolerantAnyList(item, closed)) return false
        break
    }
  }
  return true
}

function envelopeNotifiedItemList(value: unknown, closed: boolean): boolean {
  if (!Array.isArray(value)) return false
  for (let i = 0; i < value.length; i++) {
    const item: unknown = value[i]
    if (!envelopeNotifiedItem(item, closed)) return false
  }
  return true
}

function envelopeNotifiedResource(value: unknown, closed: boolean): boolean {
  if (!isObject(value)) return false
  switch (value['@odata.type']) {
    case '#microsoft.graph.call':
    case 'microsoft.graph.call':
      return tolerantCall(value, closed)
    case '#microsoft.graph.commsOperation':
    case 'microsoft.graph.commsOperation':
    case '#microsoft.graph.addLargeGalleryViewOperation':
    case 'microsoft.graph.addLargeGalleryViewOperation':
    case '#microsoft.graph.cancelMediaProcessingOperation':
    case 'microsoft.graph.cancelMediaProcessingOperation':
    case '#microsoft.graph.inviteParticipantsOperation':
    case 'microsoft.graph.inviteParticipantsOperation':
    case '#microsoft.graph.muteParticipantOperation':
    case 'microsoft.graph.muteParticipantOperation':
    case '#microsoft.graph.playPromptOperation':
    case 'microsoft.graph.playPromptOperation':
    case '#microsoft.graph.recordOperation':
    case 'microsoft.graph.recordOperation':
    case '#microsoft.graph.sendDtmfTonesOperation':
    case 'microsoft.graph.sendDtmfTonesOperation':
    case '#microsoft.graph.startHoldMusicOperation':
    case 'microsoft.graph.startHoldMusicOperation':
    case '#microsoft.graph.stopHoldMusicOperation':
    case 'microsoft.graph.stopHoldMusicOperation':
    case '#microsoft.graph.subscribeToToneOperation':
    case 'microsoft.graph.subscribeToToneOperation':
    case '#microsoft.graph.unmuteParticipantOperation':
    case 'microsoft.graph.unmuteParticipantOperation':
    case '#microsoft.graph.updateRecordingStatusOperation':
    case 'microsoft.graph.updateRecordingStatusOperation':
      return tolerantCommsOperation(value, closed)
    case '#microsoft.graph.deltaParticipants':
    case 'microsoft.graph.deltaParticipants':
      return envelopeDeltaParticipants(value, closed)
    case '#microsoft.graph.participantJoiningNotification':
    case 'microsoft.graph.participantJoiningNotification':
      return envelopeParticipantJoiningNotification(value, closed)
    case '#microsoft.graph.participantLeftNotification':
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
        if (item !== '#microsoft.graph.call' && !isCallTag(item)) return false
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
        if ((closed ? !isCallState(item) : typeof item !== 'string')) return false
        break
      case 'direction':
        if ((closed ? !isCallDirection(item) : typeof item !== 'string')) return false
        break
      case 'source':
      case 'answeredBy':
        if (!tolerantParticipantInfo(item, closed)) return false
        break
      case 'targets':
        if (!tolerantInvitationParticipantInfoList(item, closed)) return false
        break
      case 'requestedModalities':
        if (!tolerantModalityList(item, closed)) return false
        break
      case 'activeModalities':
      case 'routingPolicies':
        if (!tolerantStringList(item, closed)) return false
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
        if (!tolerantCallRouteList(item, closed)) return false
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
        if (!tolerantAnyList(item, closed)) return false
        break
      case 'audioRoutingGroups':
        if (!tolerantAudioRoutingGroupList(item, closed)) return false
        break
      case 'contentSharingSessions':
        if (!tolerantContentSharingSessionList(item, closed)) return false
        break
      case 'operations':
        if (!tolerantCommsOperationList(item, closed)) return false
        break
      case 'participants':
        if (!tolerantParticipantList(item, closed)) return false
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
        if (item !== undefined && item !== null && item !== '#microsoft.graph.deltaParticipants' && !isDeltaParticipantsTag(item)) return false
        break
      case 'participants':
        if (item !== undefined && !tolerantParticipantList(item, closed)) return false
        break
      case 'sequenceNumber':
        if (item !== undefined && item !== null && !Number.isInteger(item) && !isIntegerText(item)) return false
        break
    }
  }
  return true
}

function isDeltaParticipantsTag(value: unknown): boolean {
  return isDeltaParticipantsTagSet.has(value) || isUnknownTag(value)
}

function envelopeParticipantJoiningNotification(value: unknown, closed: boolean): boolean {
  if (!isObject(value)) return false
  for (const key in value) {
    const item = value[key]
    switch (key) {
      case '@odata.type':
        if (item !== undefined && item !== null && item !== '#microsoft.graph.participantJoiningNotification' && !isParticipantJoiningNotificationTag(item)) return false
        break
      case 'call':
        if (item !== undefined && item !== null && !tolerantCall(item, closed)) return false
        break
    }
  }
  return true
}

function isParticipantJoiningNotificationTag(value: unknown): boolean {
  return isParticipantJoiningNotificationTagSet.has(value) || isUnknownTag(value)
}

function envelopeParticipantLeftNotification(value: unknown, closed: boolean): boolean {
  if (!isObject(value)) return false
  for (const key in value) {
    const item = value[key]
    switch (key) {
      case '@odata.type':
        if (item !== undefined && item !== null && item !== '#microsoft.graph.participantLeftNotification' && !isParticipantLeftNotificationTag(item)) return false
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

function isParticipantLeftNotificationTag(value: unknown): boolean {
  return isParticipantLeftNotificationTagSet.has(value) || isUnknownTag(value)
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
        if ((closed ? !isCallState(item) : typeof item !== 'string')) return false
        break
      case 'direction':
        if ((closed ? !isCallDirection(item) : typeof item !== 'string')) return false
        break
      case 'source':
      case 'answeredBy':
        if (!tolerantParticipantInfo(item, closed)) return false
        break
      case 'targets':
        if (!tolerantInvitationParticipantInfoList(item, closed)) return false
        break
      case 'requestedModalities':
        if (!tolerantModalityList(item, closed)) return false
        break
      case 'activeModalities':
      case 'routingPolicies':
        if (!tolerantStringList(item, closed)) return false
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
        if (!tolerantCallRouteList(item, closed)) return false
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
        if (!tolerantAnyList(item, closed)) return false
        break
      case 'audioRoutingGroups':
        if (!tolerantAudioRoutingGroupList(item, closed)) return false
        break
      case 'contentSharingSessions':
        if (!tolerantContentSharingSessionList(item, closed)) return false
        break
      case 'operations':
        if (!tolerantCommsOperationList(item, closed)) return false
        break
      case 'participants':
        if (!tolerantParticipantList(item, closed)) return false
        break
      case 'status':
        if ((closed ? !isReceivedOperationStatus(item) : typeof item !== 'string')) return false
        break
      case 'prompts':
        if (!tolerantPromptList(item, closed)) return false
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

function envelopeCommsNotificationList(value: unknown, closed: boolean): boolean {
  if (!Array.isArray(value)) return false
  for (let i = 0; i < value.length; i++) {
    const item: unknown = value[i]
    if (!envelopeCommsNotification(item, closed)) return false
  }
  return true
}
