import { printable } from '../../src/output/printable.ts'
import type { Redact } from '../../src/output/redactor.ts'
import { hasNullBody, loopbackFetch } from '../../src/tenant/hosts/loopback-fetch.ts'
import type { PactFile, PactInteraction } from '../pact-file/pact-file.ts'
import { isNamed } from './interaction-names.ts'
import { runVerifier } from './run-verifier.ts'
import type { Service } from './service.ts'
import type { StateValues } from './state-setup.ts'
import type { Verification } from './verification.ts'
import { VerificationError } from './verification-error.ts'
import { type Checkable, checkableCall } from './verify-checkable.ts'

/**
 * Prepares an interaction for a service. If the service can set up provider states, the interaction stays as it is.
 * Otherwise, the ID of a real call replaces the one in the path if the provider state is `a call exists`. Expired tokens,
 * error responses and failures cannot be set up in such a service, so these interactions are not checked.
 */
export function checkableByService(interaction: PactInteraction, service: Service): Checkable {
  const checkable = checkableCall(interaction)
  if ('not' in checkable || service.providerStatesUrl !== undefined) return checkable
  const { providerStates, request } = interaction
  const state = providerStates.map(({ name }) => name).join(', ')
  const { generators: _, ...sent } = request
  if (state === 'no call exists') return { as: { ...interaction, providerStates: [], request: sent } }
  if (state !== 'a call exists') {
    return { not: `the provider state "${state}" cannot be set up in a real service` }
  }
  const callId = callIdFor(interaction, service)
  if (callId === undefined) return { not: 'no call ID was given for it' }
  const path = request.path.replace(/(?<![^/])[^/]+\/?$/, () => encodeURIComponent(callId))
  return { as: { ...interaction, providerStates: [], request: { ...sent, path } } }
}

function callIdFor(interaction: PactInteraction, { callId, callIds }: Service): string | undefined {
  const named = Object.entries(callIds).find(([name]) => isNamed(interaction, name))
  return named ? named[1] : callId
}

/**
 * Verifies a pact against a service with Pact's Verifier. The token is added to each request here, so the Verifier never
 * gets it.
 *
 * @throws a {@link VerificationError} if the service cannot be reached
 */
export async function verifyAgainstService(
  pact: PactFile,
  { baseUrl, token, providerStatesUrl }: Service,
  redact: Redact,
): Promise<Pick<Verification, 'interactions'>> {
  let failure: VerificationError | undefined
  const send = async (root: string, url: string, init: RequestInit) => {
    try {
      return await loopbackFetch(url, { ...init, redirect: 'manual' })
    } catch (cause) {
      failure ??= unreachable(root, cause, redact)
      throw failure
    }
  }
  const interactions = await runVerifier(pact, {
    async respond(path, headers) {
      if (token !== undefined) headers.set('authorization', `Bearer ${token}`)
      return withoutSecrets(await send(baseUrl, baseUrl + path, { headers }), redact)
    },
    async setUp(state, params) {
      if (providerStatesUrl === undefined) return {}
      const response = await send(providerStatesUrl, providerStatesUrl, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ action: 'setup', state, params }),
      })
      const text = await response.text()
      if (response.ok) return valuesIn(text)
      throw new Error(
        printable(redact(`${providerStatesUrl} responded with ${response.status}: ${text}`)).slice(0, 1_000),
      )
    },
  })
  if (failure) throw failure
  return { interactions }
}

/** Replaces secrets in a response, because Pact's native library prints responses that differ. */
async function withoutSecrets(response: Response, redact: Redact): Promise<Response> {
  const headers = [...response.headers].map(([name, value]): [string, string] => [name, redact(value)])
  const text = await response.text()
  const body = redact(text) === text ? text : redactedBody(text, redact)
  return new Response(hasNullBody(response.status) ? null : body, { status: response.status, headers })
}

/** Replaces secrets in the strings of a JSON text, which stays JSON, or in any other text. */
function redactedBody(text: string, redact: Redact): string {
  try {
    return JSON.stringify(JSON.parse(text, (_, value) => (typeof value === 'string' ? redact(value) : value)))
  } catch {
    return redact(text)
  }
}

/** Parses the values that a provider returns for generators. Some return no body, or text. */
function valuesIn(text: string): StateValues {
  try {
    const values: unknown = JSON.parse(text)
    return Object.fromEntries(Object.entries(Object(values)))
  } catch {
    return {}
  }
}

/** Explains a failed `fetch`, which has the reason in its cause. */
function unreachable(url: string, failure: unknown, redact: Redact): VerificationError {
  const { cause = failure } = Object(failure)
  const { code, message } = Object(cause)
  return new VerificationError(
    `${redact(`${url} cannot be reached (${code ?? message})`)}. Check the URL, the proxy (NODE_USE_ENV_PROXY=1, Node 24 or newer; NO_PROXY for hosts that do not need it) and the certificates (NODE_EXTRA_CA_CERTS).`,
    { cause: failure },
  )
}
