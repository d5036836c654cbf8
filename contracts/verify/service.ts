import { parseHttpUrl } from '../../src/model/parse-url.ts'
import type { Redact } from '../../src/output/redactor.ts'
import { VerificationError } from './verification-error.ts'
import type { VerifyOptions } from './verify-options.ts'

/** Service to send requests to: Microsoft's, or a stub of your own. */
export interface Service {
  /** Root URL without a version, for example `https://graph.microsoft.com`. */
  readonly baseUrl: string
  /** Token of each request. Absent for a stub that accepts the token in the pact. */
  readonly token?: string | undefined
  /** ID of a call that exists in the service. */
  readonly callId?: string | undefined
  /** IDs of calls by the names of interactions. They come before `callId`. */
  readonly callIds: Readonly<Record<string, string>>
  /** URL that sets up provider states. */
  readonly providerStatesUrl?: string | undefined
}

/**
 * Returns the service of the options.
 *
 * @returns `undefined` if the options have none
 * @throws a {@link VerificationError} if something is missing or invalid
 */
export function serviceIn(
  { baseUrl, callId, callIds = {}, providerStatesUrl }: VerifyOptions,
  token: string | undefined,
  redact: Redact,
): Service | undefined {
  const [someId] = [callId, ...Object.values(callIds)].filter((id) => id !== undefined)
  if (baseUrl === undefined) {
    const option = someId === undefined ? providerStatesUrl && 'provider states' : `call ID ${someId}`
    if (!option) return undefined
    throw new VerificationError(
      redact(
        `Missing service URL for the ${option}. Pass the URL as well, for example https://graph.microsoft.com.`,
      ),
    )
  }
  const root = serviceUrl(baseUrl)
  const isMicrosoft = isMicrosoftUrl(root)
  if (token !== undefined && /[^\x21-\x7e]/.test(token)) {
    throw new VerificationError(
      'Invalid GRAPH_ACCESS_TOKEN: it contains a space, a line break or another character that no header can have. Set it to the token only.',
    )
  }
  if (!token && isMicrosoft) throw new VerificationError(`Missing token for ${root}. Set GRAPH_ACCESS_TOKEN.`)
  if (providerStatesUrl !== undefined && isMicrosoft) {
    throw new VerificationError(
      `${root} is Microsoft's service, which cannot set up provider states. Pass the IDs of calls that exist there instead.`,
    )
  }
  if (!someId && providerStatesUrl === undefined) {
    throw new VerificationError(
      `Missing call ID for ${root}. Pass the ID of a call that exists in the service${isMicrosoft ? '' : ', or the URL that sets up its provider states'}.`,
    )
  }
  return {
    baseUrl: root,
    token: token || undefined,
    callId: callId || undefined,
    callIds,
    providerStatesUrl: providerStatesUrl === undefined ? undefined : statesUrl(providerStatesUrl),
  }
}

/**
 * Checks the root URL of a service, and removes slashes at its end.
 *
 * @throws a {@link VerificationError} if it is not an http or https URL, or has a user name, a password, a query or a fragment.
 * The message does not repeat the URL, which may contain a secret
 */
export function serviceUrl(text: string): string {
  const url = httpUrl(text, 'service')
  if (!url.search && !url.hash) return text.replace(/(?<!\/)\/+$/, '')
  throw new VerificationError(
    'Invalid service URL. Expected a root URL without a query, such as https://graph.microsoft.com.',
  )
}

/** Checks the URL that sets up provider states. It may have a query. */
export function statesUrl(text: string): string {
  return httpUrl(text, 'provider states').href
}

function httpUrl(text: string, what: 'service' | 'provider states'): URL {
  const example = {
    service: 'https://graph.microsoft.com',
    'provider states': 'http://127.0.0.1:4010/_pact/provider-states',
  }
  const url = parseHttpUrl(text)
  if (!url) {
    throw new VerificationError(
      `Invalid ${what} URL. Expected an http or https URL such as ${example[what]}.`,
    )
  }
  if (!url.username && !url.password) return url
  throw new VerificationError(
    `The ${what} URL contains a user name or a password, which would be printed. Remove them.`,
  )
}

/** True for the hosts of Microsoft's services, in all clouds. No result is ever published for them. */
export function isMicrosoftUrl(url: string): boolean {
  return /(^|\.)(microsoft\.(com|us|de)|chinacloudapi\.cn)\.?$/.test(new URL(url).hostname)
}
