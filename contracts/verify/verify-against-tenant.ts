import { readFile } from 'node:fs/promises'
import { createTenant, type Tenant } from '../../src/tenant/index.ts'
import { stateHandlers } from '../interaction/state-handlers.ts'
import { loadPact } from '../pact.ts'
import { type PactInteraction, parsePact } from '../pact-file/pact-file.ts'
import { LocalResponses } from './local-responses.ts'
import type { Finding, Verification } from './verification.ts'
import { findingsFor, reportOf } from './verifier-report.ts'

/** Where the Verifier means to ask; nothing is sent there. */
const graph = 'https://graph.microsoft.com'

/**
 * Lets Pact's own Verifier hold a pact file against a virtual tenant, with the provider states set up for real. It shows
 * that this package agrees with itself, and nothing of Microsoft's service.
 *
 * Pact's native library prints its report on the standard output of the process, and takes no other place for it.
 *
 * @throws PactFormatError where the file is no pact; PactUnavailableError where Pact cannot be loaded
 */
export async function verifyAgainstTenant(file: string): Promise<Verification> {
  const pact = parsePact(await readFile(file, 'utf8'), file)
  const { Verifier } = await loadPact()
  const tenant = createTenant()
  const states = watched(tenant)
  const { filter } = new LocalResponses((path, headers) =>
    tenant.fetch(new Request(graph + path, { headers })),
  )
  const verifier = new Verifier({
    provider: pact.provider.name,
    providerBaseUrl: graph,
    proxyHost: '127.0.0.1',
    pactUrls: [file],
    stateHandlers: states.handlers,
    requestFilter: filter,
    logLevel: 'error',
  })
  const report = await reportOf(verifier.verifyProvider())
  const interactions = pact.interactions.map((interaction) => {
    const findings = [...states.findingsFor(interaction), ...findingsFor(interaction, report)]
    return { description: interaction.description, passed: findings.length === 0, findings }
  })
  const passed = report.result && interactions.every((interaction) => interaction.passed)
  return { against: 'virtual tenant', shows: 'self-consistency', passed, interactions }
}

/** Handlers that remember what they could not set up: Pact's Verifier prints that, and goes on. */
function watched(tenant: Tenant) {
  const failed = new Map<string, string>()
  const handlers = Object.entries(stateHandlers(tenant)).map(([name, handler]) => {
    const watchedHandler = async (parameters?: unknown) => {
      try {
        return await handler(parameters)
      } catch (error) {
        failed.set(keyOf(name, parameters), error instanceof Error ? error.message : String(error))
        throw error
      }
    }
    return [name, watchedHandler] as const
  })
  const known = handlers.map(([name]) => name)
  return {
    handlers: Object.fromEntries(handlers),
    findingsFor({ providerStates }: PactInteraction): Finding[] {
      return providerStates.flatMap(({ name, params = {} }) => {
        const reason = failed.get(keyOf(name, params))
        if (known.includes(name) && reason === undefined) return []
        return [
          {
            where: 'provider state' as const,
            path: name,
            expected: 'a state that can be set up',
            actual: JSON.stringify(params),
            message: reason ?? `There is no such state. Known: ${known.join(', ')}.`,
          },
        ]
      })
    },
  }
}

function keyOf(name: string, parameters: unknown): string {
  return JSON.stringify([name, Object.entries(Object(parameters)).toSorted()])
}
