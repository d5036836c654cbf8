export type {
  CallContract,
  CallContractDefinition,
  CallExercise,
  CallInteraction,
  Expected,
  ExpectedCall,
  ExpectedError,
  OwnInteraction,
} from './call-contract.ts'
export { ContractDefinitionError } from './contract-definition-error.ts'
export { defineCallContract } from './define-call-contract.ts'
export { type LintFinding, type LintOptions, type LintReport, lintPacts } from './lint/lint-pacts.ts'
export type { ContractDefinition, LintRule } from './lint/rule.ts'
export { type LintRuleName, lintRules } from './lint/rules.ts'
export { PactMergeError } from './merge.ts'
export { type MergedPact, mergePacts } from './merge-pacts.ts'
export { PactUnavailableError } from './pact.ts'
export { PactFormatError } from './pact-file.ts'
export { NoPactsError } from './pact-files.ts'
export type { ProviderStateName } from './provider-states.ts'
export type { BrokerClient, ClientResult } from './publish/client.ts'
export type { BuildFacts, Environment } from './publish/environments.ts'
export { PublishError, type PublishFailure } from './publish/publish-error.ts'
export { type PublishOptions, type PublishReport, publishPacts } from './publish/publish-pacts.ts'
export type { ConsumerVersion } from './publish/version.ts'
export type { CallQuery } from './query.ts'
export type { CallReads, ReadPath } from './read-paths.ts'
export { ReadsError, type ReadsOptions, readsOf } from './reads.ts'
export { RequestMismatchError } from './run-interaction.ts'
export { ProviderStateError, type StateHandler, stateHandlers } from './state-handlers.ts'
export type { Finding } from './verification.ts'
export { CannotVerifyError } from './verify/cannot-verify-error.ts'
export type { LevelResult, VerificationLevel } from './verify/levels.ts'
export {
  type VerifiedInteraction,
  type VerifiedPact,
  type VerifyOptions,
  type VerifyReport,
  verifyPacts,
} from './verify/verify-pacts.ts'
export type { Warn } from './warn.ts'
export { UnwritableFileError } from './write-whole.ts'
