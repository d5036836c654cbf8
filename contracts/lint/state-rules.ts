import { createTenant } from '../../src/tenant/index.ts'
import { type StateHandler, stateHandlers } from '../interaction/state-handlers.ts'
import { requestsCall } from '../pact-file/call-request.ts'
import type { PactInteraction } from '../pact-file/pact-file.ts'
import type { InteractionRule, Problem } from './rule.ts'

/** Rules for the provider states of an interaction. */
export const stateRules = {
  'unknown-state': {
    why: 'The virtual tenant cannot set up this provider state, so it cannot verify the interaction.',
    fix: 'Use a provider state of `stateHandlers`, with its parameters. docs/publishing.md lists them.',
    scope: 'provider',
    check: (interaction) => (requestsCall(interaction) ? stateProblems(interaction) : []),
  },
} satisfies Record<string, InteractionRule>

/** State handlers of one tenant. Each of them resets it. */
let handlers: ReadonlyMap<string, StateHandler> | undefined

async function stateProblems({ providerStates, response }: PactInteraction): Promise<Problem[]> {
  // Without a token, Graph responds with 401 in every state.
  if (providerStates.length === 0 && response.status !== 401)
    return [{ path: 'providerStates', found: 'no provider state' }]
  handlers ??= new Map(Object.entries(stateHandlers(createTenant())))
  const known = handlers
  const problems = providerStates.map(async ({ name, params }) => {
    const handler = known.get(name)
    if (!handler) return `"${name}", expected one of ${[...known.keys()].join(', ')}`
    return handler(params).then(
      () => undefined,
      (error: Error) => `"${name}": ${error.message.replace(/\.$/, '')}`,
    )
  })
  return (await Promise.all(problems)).flatMap((found) =>
    found === undefined ? [] : [{ path: 'providerStates', found }],
  )
}
