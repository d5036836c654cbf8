import { createTenant, type Tenant } from '../../src/tenant/index.ts'
import { stateHandlers } from '../interaction/state-handlers.ts'
import { loadPact } from '../pact.ts'
import type { PactFile, PactInteraction } from '../pact-file/pact-file.ts'
import { LocalResponses } from './local-responses.ts'
import { withPactFile } from './temporary-pact.ts'
import type { Finding, Verification } from './verification.ts'
import { findingsFor, reportOf } from './verifier-report.ts'

/** Address that the Verifier is given. Nothing is sent there. */
const graph = 'https://graph.microsoft.com'

/**
 * Verifies a pact against a virtual tenant with Pact's own Verifier, and sets up the provider states in it. This shows
 * that the package agrees with itself. It shows nothing about Microsoft's service.
 *
 * Pact's native library always prints its report to the standard output of the process.
 *
 * @throws {@link PactUnavailableError} if Pact cannot be loaded
 */
export async function verifyAgainstTenant(pact: PactFile): Promise<Verification> {
  const { Verifier } = await loadPact()
  const tenant = createTenant()
  const states = recordFailures(tenant)
  const { filter } = new LocalResponses((path, headers) =>
    tenant.fetch(new Request(graph + path, { headers })),
  )
  const report = await withPactFile(pact, (file) => {
    const verifier = new Verifier({
      provider: pact.provider.name,
      providerBaseUrl: graph,
      proxyHost: '127.0.0.1',
      pactUrls: [file],
      stateHandlers: states.handlers,
      requestFilter: filter,
      logLevel: 'error',
    })
    return reportOf(verifier.verifyProvider())
  })
  const interactions = pact.interactions.map((interaction) => {
    const findings = [...states.findingsFor(interaction), ...findingsFor(interaction, report)]
    return { description: interaction.description, passed: findings.length === 0, findings }
  })
  const passed = report.result && interactions.every((interaction) => interaction.passed)
  return { against: 'virtual tenant', shows: 'self-consistency', passed, interactions }
}

/** Wraps the state handlers to record failures, because Pact's Verifier only prints them and continues. */
function recordFailures(tenant: Tenant) {
  const failures = new Map<string, string>()
  const handlers = Object.entries(stateHandlers(tenant)).map(([name, handler]) => {
    const recording = async (parameters?: unknown) => {
      try {
        return await handler(parameters)
      } catch (error) {
        failures.set(keyOf(name, parameters), error instanceof Error ? error.message : String(error))
        throw error
      }
    }
    return [name, recording] as const
  })
  const known = handlers.map(([name]) => name)
  return {
    handlers: Object.fromEntries(handlers),
    findingsFor({ providerStates }: PactInteraction): Finding[] {
      return providerStates.flatMap(({ name, params = {} }) => {
        const reason = failures.get(keyOf(name, params))
        if (known.includes(name) && reason === undefined) return []
        return [
          {
            where: 'provider state' as const,
            path: name,
            expected: 'a state that can be set up',
            actual: JSON.stringify(params),
            message: reason ?? `Unknown provider state "${name}". Expected one of: ${known.join(', ')}.`,
          },
        ]
      })
    },
  }
}

function keyOf(name: string, parameters: unknown): string {
  return JSON.stringify([name, Object.entries(Object(parameters)).toSorted()])
}
