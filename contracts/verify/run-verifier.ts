import { loadPact } from '../pact.ts'
import { bodyOf } from '../pact-file/body.ts'
import type { PactFile, PactInteraction } from '../pact-file/pact-file.ts'
import { LocalResponses, type Responder } from './local-responses.ts'
import { type SetUpState, StateSetup } from './state-setup.ts'
import { withPactFile } from './temporary-pact.ts'
import type { Finding, Verification } from './verification.ts'
import { VerificationError } from './verification-error.ts'
import { findingsFor, reportOf } from './verifier-report.ts'

/** Provider that a pact is verified against. */
export interface Provider {
  /** Responds to a request for a path with its query. */
  readonly respond: Responder
  /** Sets up a provider state and returns the values for the generators of the request. */
  readonly setUp: SetUpState
}

/** Address that the Verifier is given. Nothing is sent there. */
const address = 'http://127.0.0.1'

/**
 * Verifies a pact against a provider with Pact's own Verifier.
 *
 * Pact's native library always prints its report to the standard output of the process.
 *
 * @throws a {@link PactUnavailableError} if Pact cannot be loaded
 * @throws a {@link VerificationError} if a variable makes the Verifier skip interactions
 */
export async function runVerifier(pact: PactFile, provider: Provider): Promise<Verification['interactions']> {
  rejectFilters(process.env)
  const { Verifier } = await loadPact()
  const states = new StateSetup(provider.setUp)
  const { filter } = new LocalResponses((path, headers) => {
    // Pact's Verifier sends the request even if the state was not set up.
    if (states.takeFailure()) return Promise.resolve(new Response(null, { status: 503 }))
    return provider.respond(path, headers)
  })
  // The Verifier reports interactions by their description, which two of them may share.
  const numbered = pact.interactions.map((interaction, index) => ({
    ...interaction,
    description: `${interaction.description} #${index}`,
    response: withJsonBody(interaction.response),
  }))
  const report = await withPactFile({ ...pact, interactions: numbered }, (file) => {
    // Without a provider: with one, the Verifier also verifies the pacts of the broker in PACT_BROKER_BASE_URL.
    const verifier = new Verifier({
      providerBaseUrl: address,
      proxyHost: '127.0.0.1',
      pactUrls: [file],
      stateHandlers: handlersFor(pact, states),
      requestFilter: filter,
      logLevel: 'error',
    })
    return reportOf(verifier.verifyProvider())
  })
  return pact.interactions.map(({ description, providerStates }, index) => {
    const ofStates = states.findingsFor(providerStates)
    const findings: Finding[] =
      ofStates.length > 0 ? ofStates : findingsFor(`${description} #${index}`, report)
    return { description, passed: findings.length === 0, findings }
  })
}

/** Returns the Verifier's `stateHandlers`: a handler for each state in a pact. */
function handlersFor(pact: PactFile, states: StateSetup) {
  const names = pact.interactions.flatMap(({ providerStates }) => providerStates.map(({ name }) => name))
  return Object.fromEntries(
    names.map((name) => [name, (parameters?: unknown) => states.setUp(name, parameters)]),
  )
}

/** Writes JSON that is text as JSON: the Verifier compares a body that is marked as not encoded with the text itself. */
function withJsonBody(response: PactInteraction['response']): PactInteraction['response'] {
  const { body } = response
  if (typeof body?.content !== 'string' || body.encoded) return response
  const decoded = bodyOf(response)
  return decoded.kind === 'json' ? { ...response, body: { ...body, content: decoded.value } } : response
}

/** Variables with which the Verifier skips interactions. It reports no result for these. */
const filters = ['PACT_DESCRIPTION', 'PACT_PROVIDER_STATE', 'PACT_PROVIDER_NO_STATE']

/** @throws a {@link VerificationError} if a variable makes the Verifier skip interactions */
export function rejectFilters(env: { readonly [name: string]: string | undefined }): void {
  const set = filters.filter((name) => env[name])
  if (set.length === 0) return
  throw new VerificationError(
    `Pact would skip interactions, because ${set.join(' and ')} is set. Unset it, and choose interactions with --interaction.`,
  )
}
