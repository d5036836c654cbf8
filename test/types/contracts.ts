import type { VerifierOptions } from '@pact-foundation/pact'
import { type ProviderStateName, type StateHandler, stateHandlers } from 'graph-call-testkit/contracts'
import { createTenant } from 'graph-call-testkit/tenant'

const handlers = stateHandlers(createTenant())

// They go where Pact's Verifier takes them.
export const options: VerifierOptions['stateHandlers'] = handlers
export const handler: StateHandler = handlers['a call exists']
export const name: ProviderStateName = 'requests are throttled'

// @ts-expect-error a slip in the name of a state is an error
handlers['a call exist']
