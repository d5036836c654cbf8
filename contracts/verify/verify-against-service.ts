import { loadPact } from '../pact.ts'
import type { PactFile, PactInteraction } from '../pact-file/pact-file.ts'
import { LocalResponses } from './local-responses.ts'
import { withPactFile } from './temporary-pact.ts'
import { VerificationError } from './verification-error.ts'
import { findingsFor, reportOf } from './verifier-report.ts'
import { type Checkable, checkableCall } from './verify-checkable.ts'

/** Service to send requests to: Microsoft's, or a stub of your own. */
export interface Service {
  /** Root URL without a version, for example `https://graph.microsoft.com`. */
  readonly baseUrl: string
  readonly token: string
  /** ID of a call that exists in the service. */
  readonly callId: string
}

/**
 * Prepares an interaction for a service. If its provider state is `a call exists`, the ID of a real call replaces the
 * one in the path. Expired tokens, error responses and failures cannot be set up in a service you do not control, so
 * such interactions are not checked.
 */
export function checkableByService(interaction: PactInteraction, callId: string): Checkable {
  const checkable = checkableCall(interaction)
  if ('not' in checkable) return checkable
  const { providerStates, request } = interaction
  const state = providerStates.map(({ name }) => name).join(', ')
  if (state !== 'a call exists' && state !== 'no call exists') {
    return { not: `the provider state "${state}" cannot be set up in a real service` }
  }
  const path =
    state === 'a call exists' ? request.path.replace(/[^/]+\/?$/, encodeURIComponent(callId)) : request.path
  const { generators: _, ...sent } = request
  return { as: { ...interaction, providerStates: [], request: { ...sent, path } } }
}

/**
 * Verifies a pact against a service with Pact's Verifier. The token is added to each request here, so the Verifier never
 * gets it.
 *
 * @throws {@link VerificationError} if the service cannot be reached
 */
export async function verifyAgainstService(pact: PactFile, { baseUrl, token }: Service) {
  const { Verifier } = await loadPact()
  const service = new LocalResponses((path, headers) => {
    headers.set('authorization', `Bearer ${token}`)
    return fetch(baseUrl + path, { headers, redirect: 'manual' })
  })
  const report = await withPactFile(pact, (file) => {
    const verifier = new Verifier({
      provider: pact.provider.name,
      providerBaseUrl: baseUrl,
      proxyHost: '127.0.0.1',
      pactUrls: [file],
      requestFilter: service.filter,
      logLevel: 'error',
    })
    return reportOf(verifier.verifyProvider())
  })
  if (service.failure) throw unreachable(baseUrl, service.failure)
  return {
    interactions: pact.interactions.map((interaction) => {
      const findings = findingsFor(interaction, report)
      return { description: interaction.description, passed: findings.length === 0, findings }
    }),
  }
}

/** Explains a failed `fetch`, which has the reason in its cause. */
function unreachable(baseUrl: string, failure: unknown): VerificationError {
  const { cause = failure } = Object(failure)
  const { code, message } = Object(cause)
  return new VerificationError(
    `${baseUrl} cannot be reached (${code ?? message}). Check the URL, the proxy (NODE_USE_ENV_PROXY=1, Node 24 or newer) and the certificates (NODE_EXTRA_CA_CERTS).`,
    { cause: failure },
  )
}
