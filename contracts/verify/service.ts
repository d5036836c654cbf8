import { asksForCall } from '../call-request.ts'
import { loadPact } from '../pact.ts'
import { type PactFile, type PactInteraction, parsePact } from '../pact-file.ts'
import { findingsFor, reportOf } from '../verifier-report.ts'
import type { Checkable } from './some-of.ts'
import { withPactFile } from './temporary-pact.ts'

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

/** A request of the Verifier, as far as it is changed on the way. */
interface Headed {
  readonly headers: { authorization?: string }
}

/** Lets Pact's Verifier ask a service. The token is put in on the way, so that the Verifier never has it. */
export async function verifyAgainstService(pact: PactFile, { baseUrl, token }: Service) {
  const { Verifier } = await loadPact()
  return withPactFile(pact, async (file) => {
    const verifier = new Verifier({
      provider: pact.provider.name,
      providerBaseUrl: baseUrl,
      changeOrigin: true,
      // Else Pact would hand the token to whoever answers.
      validateSSL: true,
      proxyHost: '127.0.0.1',
      pactUrls: [file],
      requestFilter: (request: Headed, _response: unknown, next: () => void) => {
        request.headers.authorization = `Bearer ${token}`
        next()
      },
      logLevel: 'error',
    })
    const report = await reportOf(verifier.verifyProvider())
    return {
      interactions: parsePact(JSON.stringify(pact), file).interactions.map((interaction) => {
        const findings = findingsFor(interaction, report)
        return { description: interaction.description, passed: findings.length === 0, findings }
      }),
    }
  })
}
