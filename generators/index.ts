export type { ActionRequest } from '../src/builder/action-request.ts'
export type { CallKind } from '../src/builder/call.ts'
export type { CallJson, JsonFeature } from '../src/builder/call-json.ts'
export type { CallSequenceOptions } from '../src/builder/call-sequence.ts'
export type { Nulls } from '../src/builder/choices/choices.ts'
export type { Distribution } from '../src/builder/choices/distribution.ts'
export type { Size, SizeOption } from '../src/builder/choices/size.ts'
export type {
  BotAct,
  Conversation,
  ConversationKind,
  PersonAct,
} from '../src/builder/conversation/conversation-acts.ts'
export type { ErrorResponse } from '../src/builder/error.ts'
export type { FaultRule } from '../src/builder/fault/fault-kinds.ts'
export type { Fault, FaultyCall } from '../src/builder/faulty-call.ts'
export type { FaultyResponse, ResponseFault, ResponseFaultKind } from '../src/builder/faulty-response.ts'
export type { IdentityKind } from '../src/builder/identity.ts'
export type { CallLifecycle } from '../src/builder/lifecycle.ts'
export type { MediaKind } from '../src/builder/media.ts'
export type { MeetingKind } from '../src/builder/meeting.ts'
export type { NotifiedResourceKind } from '../src/builder/notification.ts'
export type { CallNotifications } from '../src/builder/notifications.ts'
export { GeneratorOptionError } from '../src/builder/options/option-error.ts'
export type {
  DocumentOptions,
  OneOrMore,
  ValuesOf,
  WithNulls,
  WithoutNulls,
} from '../src/builder/options/options.ts'
export type { CallRequest, CallRequestHeaders } from '../src/builder/request.ts'
export type { FailureKind } from '../src/builder/service-faults.ts'
export type { Afterwards, CallOutcome } from '../src/lifecycle/paths.ts'
export type { ActionName } from '../src/model/actions/index.ts'
export type { ErrorStatus } from '../src/model/error.ts'
export { type ActionRequestOptions, anyActionRequest } from './action-request.ts'
export { assertHandlesAnyCall, type RobustnessOptions } from './assert-handles-any-call.ts'
export { anyCall } from './call.ts'
export { type CallCommand, CallModelError, callCommands } from './call-commands.ts'
export { anyCallJson, type CallJsonOptions } from './call-json.ts'
export { type CallModel, callModel, type ModeledCall } from './call-model.ts'
export type { AnyCallOptions } from './call-options.ts'
export { callSequence } from './call-sequence.ts'
export { anyCalls, type CallsOptions } from './calls.ts'
export { anyConversation, type ConversationOptions } from './conversation.ts'
export { anyCallError, type CallErrorOptions } from './error.ts'
export { anyFaultyCall, type FaultyCallOptions } from './faulty-call.ts'
export { anyFaultyResponse, type FaultyResponseOptions } from './faulty-response.ts'
export { anyFutureCall, type FutureCallOptions } from './future-call.ts'
export { anyGroupCall, type GroupCallOptions } from './group-call.ts'
export { anyIdentitySet, type IdentityOf, type IdentityOptions } from './identity.ts'
export { anyInvitationParticipantInfo } from './invitation-participant-info.ts'
export { anyCallLifecycle, type CallLifecycleOptions } from './lifecycle.ts'
export { anyMediaConfig, type MediaConfigs, type MediaOptions } from './media.ts'
export { anyMeetingInfo, type MeetingInfos, type MeetingOptions } from './meeting.ts'
export type { CallOf } from './narrowed-call.ts'
export { anyNotifications, type NotificationsOptions } from './notification.ts'
export { anyCallNotifications, type CallNotificationsOptions } from './notifications.ts'
export { anyParticipant } from './participant.ts'
export { anyParticipantInfo } from './participant-info.ts'
export { anyPeerToPeerCall, type PeerToPeerCallOptions } from './peer-to-peer-call.ts'
export { anyCallRequest } from './request.ts'
export { responseOf } from './response-of.ts'
export {
  CallNotHandledError,
  type CallOrigin,
  type MishandledBy,
} from './robustness/call-not-handled-error.ts'
export { type AnyFailureOptions, anyFailure } from './tenant-failure.ts'
export { type AnyLatencyOptions, anyLatency } from './tenant-latency.ts'
export { anyThrottle } from './tenant-throttle.ts'
