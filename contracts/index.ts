export { UnreadableFileError } from '../src/files/unreadable-file-error.ts'
export type {
  CallContract,
  CallContractDefinition,
  CallInteraction,
  Expected,
  ExpectedCall,
  ExpectedError,
  InteractionContext,
} from './define/call-contract.ts'
export { ContractDefinitionError } from './define/contract-definition-error.ts'
export {
  type ContractStatus,
  type ContractStatusReport,
  contractStatus,
  type InteractionDifference,
} from './define/contract-status.ts'
export { defineCallContract } from './define/define-call-contract.ts'
export { defineNotificationContract } from './define/define-notification-contract.ts'
export type { CustomInteraction, FixtureInteraction, InteractionOptions } from './define/interaction-input.ts'
export { type MergedPact, mergePacts } from './define/merge-pacts.ts'
export type {
  CustomMessage,
  FixtureMessage,
  MessageContext,
  MessageOptions,
  NotificationContract,
  NotificationContractDefinition,
  NotificationMessage,
} from './define/notification-contract.ts'
export { NoResultsError } from './define/staged-definitions.ts'
export type { InteractionAnnotations } from './interaction/annotations.ts'
export type { CallQuery } from './interaction/call-query.ts'
export { providerStateHandler } from './interaction/provider-state-handler.ts'
export type { ProviderStateName } from './interaction/provider-states.ts'
export { RequestMismatchError } from './interaction/request-mismatch-error.ts'
export { ProviderStateError, type StateHandler, stateHandlers } from './interaction/state-handlers.ts'
export { type LintFinding, type LintOptions, type LintReport, lintPacts } from './lint/lint-pacts.ts'
export { type LintRuleName, lintRules } from './lint/lint-rules.ts'
export type { LintRule } from './lint/rule.ts'
export { UnreadMessageError } from './message/unread-message-error.ts'
export { PactUnavailableError } from './pact.ts'
export { UnwritableFileError } from './pact-file/atomic-write.ts'
export { PactMergeError } from './pact-file/merge-interactions.ts'
export { PactFormatError } from './pact-file/pact-file.ts'
export { NoPactsError } from './pact-file/pact-files.ts'
export type { ConsumerVersion } from './publish/consumer-version.ts'
export {
  PublishError,
  type PublishedPact,
  type PublishFailure,
  type UnpublishedPact,
} from './publish/publish-error.ts'
export type { PublishOptions, PublishReport } from './publish/publish-options.ts'
export { publishPacts } from './publish/publish-pacts.ts'
export { notificationReadsOf } from './reads/notification-reads.ts'
export type { CallReads, NotificationReads, ReadPath } from './reads/read-paths.ts'
export { type ReadsOptions, readsOf } from './reads/reads.ts'
export { ReadsError } from './reads/reads-error.ts'
export type { LevelResult, ShapeResult, VerificationLevel } from './verify/levels.ts'
export type {
  ConsumerVersionSelector,
  ProviderFailure,
  ProviderReport,
  VerifyProviderOptions,
} from './verify/provider-options.ts'
export type { Finding } from './verify/verification.ts'
export { VerificationError } from './verify/verification-error.ts'
export type {
  VerifiedInteraction,
  VerifiedPact,
  VerifyOptions,
  VerifyReport,
} from './verify/verify-options.ts'
export { verifyPacts } from './verify/verify-pacts.ts'
export { verifyProvider } from './verify/verify-provider.ts'
export type { Warn } from './warn.ts'
