export type { CallKind } from '../src/builder/call.ts'
export type { Nulls } from '../src/builder/choices/choices.ts'
export type { ErrorResponse } from '../src/builder/error.ts'
export type { FaultRule } from '../src/builder/fault/fault-kinds.ts'
export type { Fault, FaultyCall } from '../src/builder/faulty-call.ts'
export type { FaultyResponse, ResponseFault, ResponseFaultKind } from '../src/builder/faulty-response.ts'
export type { IdentityKind } from '../src/builder/identity.ts'
export type { CallLifecycle } from '../src/builder/lifecycle.ts'
export type { MediaKind } from '../src/builder/media.ts'
export type { MeetingKind } from '../src/builder/meeting.ts'
export type { CallNotifications } from '../src/builder/notifications.ts'
export { GeneratorOptionError } from '../src/builder/options/option-error.ts'
export type { DocumentOptions, OneOrMore } from '../src/builder/options/options.ts'
export type { CallRequest, CallRequestHeaders } from '../src/builder/request.ts'
export type { Afterwards, CallOutcome } from '../src/lifecycle/paths.ts'
export type { ErrorStatus } from '../src/model/error.ts'
export { assertHandlesAnyCall, type RobustnessOptions } from './assert-handles-any-call.ts'
export {
  anyCall,
  anyGroupCall,
  anyPeerToPeerCall,
  type GroupCallOptions,
  type PeerToPeerCallOptions,
} from './call.ts'
export type { AnyCallOptions } from './call-options.ts'
export { anyCallError, type CallErrorOptions } from './error.ts'
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
export { anyInvitationParticipantInfo, anyParticipant, anyParticipantInfo } from './participant.ts'
export { anyCallRequest } from './request.ts'
export {
  CallNotHandledError,
  type CallOrigin,
  type MishandledBy,
} from './robustness/call-not-handled-error.ts'
