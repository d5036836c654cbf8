export type { Afterwards, CallOutcome } from '../src/lifecycle/courses.ts'
export type { CallKind } from './build/call.ts'
export type { ErrorResponse, ErrorStatus } from './build/error.ts'
export type { Fault, FaultyCall } from './build/faulty-call.ts'
export type { FaultyResponse, ResponseFault, ResponseFaultKind } from './build/faulty-response.ts'
export type { IdentityKind } from './build/identity.ts'
export type { CallLifecycle } from './build/lifecycle.ts'
export type { MediaKind } from './build/media.ts'
export type { MeetingKind } from './build/meeting.ts'
export type { CallNotifications } from './build/notifications.ts'
export type { CallRequest, CallRequestHeaders } from './build/request.ts'
export {
  anyCall,
  anyGroupCall,
  anyPeerToPeerCall,
  type GroupCallOptions,
  type PeerToPeerCallOptions,
} from './call.ts'
export type { AnyCallOptions } from './call-options.ts'
export type { Nulls } from './choices/choices.ts'
export { anyCallError, type CallErrorOptions } from './error.ts'
export type { FaultRule } from './fault/catalogue.ts'
export { anyFaultyCall, type FaultyCallOptions } from './faulty-call.ts'
export {
  anyFaultyResponse,
  type FaultyResponseOptions,
  responseOf,
} from './faulty-response.ts'
export { anyFutureCall, type FutureCallOptions } from './future-call.ts'
export { anyIdentitySet, type IdentityOptions } from './identity.ts'
export { anyCallLifecycle, type CallLifecycleOptions } from './lifecycle.ts'
export { anyMediaConfig, type MediaOptions } from './media.ts'
export { anyMeetingInfo, type MeetingOptions } from './meeting.ts'
export type { CallOf } from './narrowed-call.ts'
export { anyCallNotifications, type CallNotificationsOptions } from './notifications.ts'
export { GeneratorOptionError } from './options/option-error.ts'
export type { DocumentOptions, OneOrMore } from './options/options.ts'
export { anyInvitationParticipantInfo, anyParticipant, anyParticipantInfo } from './participant.ts'
export { anyCallRequest } from './request.ts'
export {
  CallNotHandledError,
  type CallOrigin,
  type MishandledBy,
} from './robustness/call-not-handled-error.ts'
export { assertHandlesAnyCall, type RobustnessOptions } from './robustness.ts'
