import { createTenant } from '../../src/tenant/index.ts'
import { stateHandlers } from '../interaction/state-handlers.ts'
import type { PactFile } from '../pact-file/pact-file.ts'
import { runVerifier } from './run-verifier.ts'
import type { Verification } from './verification.ts'

/** Address of the requests. Nothing is sent there. */
const graph = 'https://graph.microsoft.com'

/**
 * Verifies a pact against a virtual tenant with Pact's own Verifier, and sets up the provider states in it. This shows
 * that the package agrees with itself. It shows nothing about Microsoft's service.
 *
 * @throws a {@link PactUnavailableError} if Pact cannot be loaded
 */
export async function verifyAgainstTenant(pact: PactFile): Promise<Verification> {
  const tenant = createTenant()
  const handlers = new Map(Object.entries(stateHandlers(tenant)))
  const interactions = await runVerifier(pact, {
    respond: (path, headers) => tenant.fetch(new Request(graph + path, { headers })),
    async setUp(name, parameters) {
      const handler = handlers.get(name)
      if (handler) return handler(parameters)
      throw new Error(
        `Unknown provider state "${name}". Expected one of: ${[...handlers.keys()].join(', ')}.`,
      )
    },
  })
  const passed = interactions.every((interaction) => interaction.passed)
  return { against: 'virtual tenant', shows: 'self-consistency', passed, interactions }
}
