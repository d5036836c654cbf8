import { createTenant } from '../../src/tenant/index.ts'
import { type StateHandler, stateHandlers } from '../interaction/state-handlers.ts'
import { requestsCall } from '../pact-file/call-request.ts'
import type { PactInteraction } from '../pact-file/pact-file.ts'
import { forInteractions, type Problem } from './rule.ts'

/** Rules for the provider states of an interaction. */
export const stateRules = /* @__PURE__ */ forInteractions({
  'unknown-state': {
    why: 'The virtual tenant cannot set up this provider state, so it cannot verify the interaction.',
    fix: 'Use a provider state of `stateHandlers`, with its parameters. docs/publishing.md lists them.',
    scope: 'provider',
    check: (interaction) => (requestsCall(interaction) ? stateProblems(interaction) : []),
  },
})

/** State handlers of one tenant. Each of them resets it. */
let handlers: Readonly<Record<string, StateHandler>> | undefined

async function stateProblems({ providerStates, response }: PactInteraction): Promise<Problem[]> {
  // Without a token, Graph responds with 401 in every state.
  if (providerStates.length === 0 && response.status !== 401)
    return [{ path: 'providerStates', found: 'no provider state' }]
  const problems: Problem[] = []
  for (const { name, params } of providerStates) {
    const found = await problemOf(name, params)
    if (found !== undefined) problems.push({ path: 'providerStates', found })
  }
  return problems
}

/** Returns the problem with a provider state: the error of its handler, or its name if it has no handler. */
async function problemOf(name: string, params: unknown): Promise<string | undefined> {
  handlers ??= stateHandlers(createTenant())
  const handler = Object.hasOwn(handlers, name) ? handlers[name] : undefined
  if (!handler) return `"${name}", expected one of ${Object.keys(handlers).join(', ')}`
  return handler(params).then(
    () => undefined,
    (error: Error) => `"${name}": ${error.message.replace(/\.$/, '')}`,
  )
}
