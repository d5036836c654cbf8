export type {
  BotAct,
  Conversation,
  ConversationKind,
  PersonAct,
} from '../builder/conversation/conversation-acts.ts'
export { GeneratorOptionError } from '../builder/options/option-error.ts'
export type { CallOutcome } from '../lifecycle/paths.ts'
export type { Cloud } from '../model/changes.ts'
export type { ErrorStatus } from '../model/error.ts'
export type { CallRole, NotificationIssuer } from '../model/sign-in.ts'
export type { CallEndReason } from './call-end-reason.ts'
export { CallConditionError } from './calls/call-condition-error.ts'
export { CallExistsError } from './calls/call-exists-error.ts'
export type { TenantCall, UntilOptions } from './calls/call-handle.ts'
export type { CallPathOptions } from './calls/call-path-options.ts'
export { CallTransitionError } from './calls/call-transition-error.ts'
export type { Interval } from './calls/interval.ts'
export type { LifecycleInput } from './calls/lifecycle-input.ts'
export type { AddCallOptions, CallInput } from './calls/stored-call.ts'
export type { SyntheticOptions } from './calls/synthetic-calls.ts'
export { type SyntheticIdOptions, type SyntheticResponse, syntheticId } from './calls/synthetic-id.ts'
export type { TimelineEntry } from './calls/timeline-entry.ts'
export { UnknownCallError } from './calls/unknown-call-error.ts'
export type { TenantClock } from './clock/clock.ts'
export { ConversationError } from './conversation/conversation-error.ts'
export { playConversation } from './conversation/play-conversation.ts'
export type { PlayOptions } from './conversation/play-options.ts'
export type {
  Transcript,
  TranscriptEntry,
  TranscriptNotification,
  TranscriptResponse,
} from './conversation/transcript.ts'
export { createTenant } from './create-tenant.ts'
export type { Failure, FailureOptions, ProxyStatus, RetryAfter } from './faults/failure.ts'
export type { ForbiddenCode } from './faults/faults.ts'
export type { Latency } from './faults/latency.ts'
export type { TenantFailures } from './faults/tenant-failures.ts'
export type { ThrottleOptions } from './faults/throttle.ts'
export { CertificateError } from './hosts/certificate-error.ts'
export { type GraphFetchOptions, type GraphTarget, graphFetch } from './hosts/graph-fetch.ts'
export {
  type GraphMiddleware,
  type GraphMiddlewareContext,
  graphMiddleware,
} from './hosts/graph-middleware.ts'
export type { ListenOptions, TenantServer } from './hosts/listen.ts'
export { ListenError } from './hosts/listen-error.ts'
export type { TlsOptions } from './hosts/node-server.ts'
export type { Sleep } from './hosts/sleep.ts'
export type { AcceptedTokens } from './http/authorization.ts'
export type { CallResponse } from './http/history.ts'
export type { TenantRequest } from './http/logged-request.ts'
export type { UnmatchedRequest } from './http/unmatched.ts'
export type { TokenFault } from './identity/notification-token.ts'
export type { RegisteredApp } from './identity/registered-apps.ts'
export type { TenantLimits } from './limits.ts'
export type { PromptOptions } from './media/prompt-options.ts'
export type { DeliveryFailureReason, DeliveryResult } from './notifications/callback.ts'
export type {
  NotificationDelivery,
  NotificationSender,
  NotifyOptions,
} from './notifications/notification-sender.ts'
export type { Bot, BotOptions } from './people/bots.ts'
export type { CallBotOptions } from './people/call-bot.ts'
export type { Delay } from './people/delay.ts'
export type { Person } from './people/person.ts'
export { PersonError } from './people/person-error.ts'
export type { PersonOptions } from './people/person-options.ts'
export type { PersonStep, ScenarioStep, StepEvent, StepTime } from './people/script-steps.ts'
export type { TenantPeople } from './people/tenant-people.ts'
export type { TenantSnapshot } from './snapshot.ts'
export { SnapshotError, type SnapshotProblem } from './snapshot-error.ts'
export type { Tenant } from './tenant.ts'
export type { TenantOptions, TransferOptions } from './tenant-options.ts'
