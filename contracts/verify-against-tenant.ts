import { readFile } from 'node:fs/promises'
import * as z from 'zod'
import { createTenant, type Tenant } from '../src/tenant/index.ts'
import { loadPact } from './pact.ts'
import { type PactInteraction, parsePact } from './pact-file.ts'
import { stateHandlers } from './state-handlers.ts'
import type { Finding, Verification } from './verification.ts'

/**
 * Lets Pact's own Verifier hold a pact file against a virtual tenant that listens on loopback, with the provider states
 * set up for real. It shows that this package agrees with itself, and nothing of Microsoft's service.
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
  const server = await tenant.listen()
  try {
    const verifier = new Verifier({
      provider: pact.provider.name,
      providerBaseUrl: server.url,
      proxyHost: '127.0.0.1',
      pactUrls: [file],
      stateHandlers: states.handlers,
      logLevel: 'error',
    })
    const report = await reportOf(verifier.verifyProvider())
    const interactions = pact.interactions.map((interaction) => {
      const findings = [...states.findingsFor(interaction), ...findingsFor(interaction, report)]
      return { description: interaction.description, passed: findings.length === 0, findings }
    })
    const passed = report.result && interactions.every((interaction) => interaction.passed)
    return { against: 'virtual tenant', shows: 'self-consistency', passed, interactions }
  } finally {
    await server.close()
  }
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

const mismatch = z.looseObject({
  type: z.string(),
  path: z.string().optional(),
  key: z.string().optional(),
  expected: z.unknown(),
  actual: z.unknown(),
  mismatch: z.string().optional(),
})
const verifierReport = z.looseObject({
  result: z.boolean(),
  interactionResults: z.array(z.looseObject({ description: z.string(), result: z.string() })),
  errors: z.array(
    z.looseObject({
      interaction: z.string(),
      mismatch: z.looseObject({ mismatches: z.array(mismatch).optional(), message: z.string().optional() }),
    }),
  ),
})
type VerifierReport = z.infer<typeof verifierReport>
type Mismatch = z.infer<typeof mismatch>

/** The Verifier gives its report as JSON: back where all is well, in the message of an error where something is not. */
async function reportOf(verified: Promise<string>): Promise<VerifierReport> {
  const text = await verified.catch((error: unknown) => {
    if (error instanceof Error && error.message.startsWith('{')) return error.message
    throw error
  })
  return verifierReport.parse(JSON.parse(text))
}

function findingsFor({ description }: PactInteraction, report: VerifierReport): Finding[] {
  const results = report.interactionResults.filter((result) => result.description === description)
  if (results.length > 0 && results.every(({ result }) => result === 'OK')) return []
  const errors = report.errors.filter(({ interaction }) => interaction.endsWith(` - ${description}`))
  const findings = errors.flatMap(({ mismatch: { mismatches = [], message } }) =>
    mismatches.length > 0 ? mismatches.map(findingOf) : [unanswered(message)],
  )
  return findings.length > 0 ? findings : [unanswered()]
}

function findingOf({ type, path, key, expected, actual, mismatch = '' }: Mismatch): Finding {
  return {
    where: 'response',
    path: type === 'StatusMismatch' ? 'status' : (key ?? path?.replace(/^\$\.?/, '') ?? ''),
    expected: String(expected ?? ''),
    actual: String(actual ?? ''),
    message: mismatch,
  }
}

function unanswered(message = 'Pact does not say why'): Finding {
  return { where: 'request', path: '', expected: 'an answer', actual: 'none', message }
}
