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
export { PactMergeError } from './merge.ts'
export { type MergedPact, mergePacts } from './merge-pacts.ts'
export { PactUnavailableError } from './pact.ts'
export type { ProviderStateName } from './provider-states.ts'
export type { CallQuery } from './query.ts'
export type { CallReads, ReadPath } from './read-paths.ts'
export { ReadsError, type ReadsOptions, readsOf } from './reads.ts'
export { RequestMismatchError } from './run-interaction.ts'
export { ProviderStateError, type StateHandler, stateHandlers } from './state-handlers.ts'
export type { Warn } from './warn.ts'
export { UnwritableFileError } from './write-whole.ts'
