import { loadPact } from '../pact.ts'
import { asksForCall } from '../pact-file/call-request.ts'
import type { PactFile, PactInteraction } from '../pact-file/pact-file.ts'
import { LocalResponses } from './local-responses.ts'
import type { Checkable } from './some-of.ts'
import { withPactFile } from './temporary-pact.ts'
import { VerificationError } from './verification-error.ts'
import { findingsFor, reportOf } from './verifier-report.ts'

/** A service that is asked: Microsoft's, or a stub of a team's own. */
export interface Service {
  /** Its root, without a version: `https://graph.microsoft.com`. */
  readonly baseUrl: string
  readonly token: string
  /** The id of a call that is there. */
  readonly callId: string
}

/**
 * What of a contract a service can be asked, by GET and nothing else. Where the contract wants a call to exist, the real
 * one's id takes the place of the example's. What would need an expired token, a refusal or a failure is left out: nobody brings that about in a
 * service of others.
 */
export function askable(interaction: PactInteraction, callId: string): Checkable {
  const { providerStates, request } = interaction
  if (!asksForCall(interaction)) return { not: 'it is no GET of a call' }
  const state = providerStates.map(({ name }) => name).join(', ')
  if (state !== 'a call exists' && state !== 'no call exists') {
    return { not: `nobody can set up "${state}" in a service of others` }
  }
  const path =
    state === 'a call exists' ? request.path.replace(/[^/]+\/?$/, encodeURIComponent(callId)) : request.path
  const { generators: _, ...asked } = request
  return { as: { ...interaction, providerStates: [], request: { ...asked, path } } }
}

/**
 * Lets Pact's Verifier ask a service. The token is put in on the way, so that the Verifier never has it.
 *
 * @throws CannotVerifyError where the service cannot be reached
 */
export async function verifyAgainstService(pact: PactFile, { baseUrl, token }: Service) {
  const { Verifier } = await loadPact()
  const service = new LocalResponses((path, headers) => {
    headers.set('authorization', `Bearer ${token}`)
    return fetch(baseUrl + path, { headers, redirect: 'manual' })
  })
  return withPactFile(pact, async (file) => {
    const verifier = new Verifier({
      provider: pact.provider.name,
      providerBaseUrl: baseUrl,
      proxyHost: '127.0.0.1',
      pactUrls: [file],
      requestFilter: service.filter,
      logLevel: 'error',
    })
    const report = await reportOf(verifier.verifyProvider())
    if (service.failure) throw unreachable(baseUrl, service.failure)
    return {
      interactions: pact.interactions.map((interaction) => {
        const findings = findingsFor(interaction, report)
        return { description: interaction.description, passed: findings.length === 0, findings }
      }),
    }
  })
}

/** `fetch` says only that it failed; the reason is in the cause. */
function unreachable(baseUrl: string, failure: unknown): VerificationError {
  const { cause = failure } = Object(failure)
  const { code, message } = Object(cause)
  return new VerificationError(
    `${baseUrl} cannot be reached (${code ?? message}): check the address, the proxy (NODE_USE_ENV_PROXY=1, from Node 24 on) and the certificates (NODE_EXTRA_CA_CERTS).`,
    { cause: failure },
  )
}
