export type { ProviderStateName } from './provider-states.ts'
export { ProviderStateError, type StateHandler, stateHandlers } from './state-handlers.ts'
