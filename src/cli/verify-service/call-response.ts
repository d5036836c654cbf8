import { scanJson } from '../../files/json-structure.ts'
import { maximumDepth } from '../../model/json-copy.ts'
import { printable } from '../../output/printable.ts'
import { environmentSecrets } from '../../output/process-secrets.ts'
import { knownSecretsRedactor, type Redact, redactor } from '../../output/redactor.ts'
import { CommandFailure } from '../io.ts'
import { bytesWithin, reasonOf } from '../received.ts'
import { statusMessage } from './status-message.ts'
import { withoutSecrets } from './without-secrets.ts'

/** Response with status 200, whose body is JSON. */
export interface CallResponse {
  /** Root URL of the service. */
  readonly service: string
  /** Body as the service sent it. If it had a secret of the process, the body with `{secret}` in its place. */
  readonly text: string
}

/** Time to wait for a response in milliseconds. */
const timeout = 60_000

/** Maximum size of a response in bytes: 10 MiB. */
const maximumSize = 10 * 1_024 * 1_024

/**
 * Requests a call with GET.
 *
 * @param env - variables with the token, `GRAPH_ACCESS_TOKEN`
 * @throws a {@link CommandFailure} if the response is not JSON with status 200. The message has one line, and says what to do
 */
export async function requestCall(
  callId: string,
  baseUrl: string,
  env: Readonly<Record<string, string | undefined>>,
): Promise<CallResponse> {
  const secrets = environmentSecrets(env)
  // Host names are in lower case.
  const redact = redactor([...secrets, ...secrets.map((secret) => secret.toLowerCase())])
  const { root, token } = await checkedService(callId, baseUrl, env, redact)
  const url = `${root}/v1.0/communications/calls/${encodeURIComponent(callId)}`
  const { response, bytes } = await received(url, root, token, redact)
  const text = new TextDecoder().decode(bytes)
  if (response.status !== 200) throw new CommandFailure(2, statusMessage(response, text, root, redact))
  return { service: root, text: jsonIn(text, root, knownSecretsRedactor(secrets)) }
}

async function checkedService(
  callId: string,
  baseUrl: string,
  env: Readonly<Record<string, string | undefined>>,
  redact: Redact,
) {
  if (/[/\\?#\s]/.test(callId) || /^\.{1,2}$/.test(callId)) {
    throw new CommandFailure(
      2,
      'Invalid call ID. Expected only the ID, such as 2f1a1100-b174-40a0-aba7-0b405e01ed92.',
    )
  }
  const { serviceIn } = await import('../../../contracts/verify/service.ts')
  const { isLoopback } = await import('../../tenant/hosts/loopback.ts')
  const service = serviceIn({ baseUrl, callId }, env['GRAPH_ACCESS_TOKEN'], redact)
  if (service?.token === undefined) {
    throw new CommandFailure(
      2,
      'Missing token. Set GRAPH_ACCESS_TOKEN to an access token of the app in the call.',
    )
  }
  const { baseUrl: root, token } = service
  const { protocol, hostname } = new URL(root)
  if (protocol === 'http:' && !isLoopback(hostname)) {
    throw new CommandFailure(
      2,
      'Invalid --base-url: http would send the token without encryption. Expected an https URL, or a host on this machine.',
    )
  }
  return { root, token }
}

async function received(url: string, root: string, token: string, redact: Redact) {
  const { loopbackFetch } = await import('../../tenant/hosts/loopback-fetch.ts')
  try {
    const response = await loopbackFetch(url, {
      headers: { Accept: 'application/json', Authorization: `Bearer ${token}` },
      // The host of a redirect must not get the token.
      redirect: 'manual',
      signal: AbortSignal.timeout(timeout),
    })
    const bytes = await bytesWithin(response.body ?? [], maximumSize)
    if (bytes) return { response, bytes }
  } catch (error) {
    throw new CommandFailure(2, unreachable(root, error, redact))
  }
  throw new CommandFailure(
    2,
    `The response of ${root} has more than ${maximumSize} bytes. Expected one call. Check --base-url.`,
  )
}

/** Codes of Node for a connection whose certificate or encryption is not accepted. */
const tlsCode = /CERT|SIGNATURE|ISSUER|SSL|TLS|EPROTO/

function unreachable(root: string, error: unknown, redact: Redact): string {
  const reason = printable(redact(reasonOf(error, timeout)))
  const [code = ''] = /(?<=\()[A-Z\d_]+(?=\)$)/.exec(reason) ?? []
  const advice = tlsCode.test(code)
    ? 'Check --base-url, and set NODE_EXTRA_CA_CERTS to the certificates of your company if it has its own.'
    : 'Check --base-url, the network and the proxy (NODE_USE_ENV_PROXY=1, Node 24 or newer).'
  return `No response from ${root}: ${reason}. ${advice}`
}

/** Returns a JSON text without secrets. */
function jsonIn(text: string, root: string, redact: Redact): string {
  const isHtml = /^\s*</.test(text)
  const value = isHtml ? undefined : parsed(text)
  if (value === undefined) {
    const found = isHtml ? 'HTML, such as a sign-in page' : text.trim() === '' ? 'empty' : 'not JSON'
    throw new CommandFailure(
      2,
      `The response of ${root} is ${found}. Expected a call. Check --base-url and the proxy.`,
    )
  }
  let hasRepeatedKeys = false
  const depth = scanJson(text, ({ repeats }) => {
    hasRepeatedKeys ||= repeats
  })
  if (depth > maximumDepth) {
    throw new CommandFailure(
      2,
      `The response of ${root} is nested ${depth} levels deep. Expected at most ${maximumDepth}. Check --base-url.`,
    )
  }
  const safe = withoutSecrets(value.json, redact)
  // Of a repeated key, every client gets the last value.
  return safe === value.json && !hasRepeatedKeys ? text : JSON.stringify(safe)
}

function parsed(text: string): { readonly json: unknown } | undefined {
  try {
    return { json: JSON.parse(text) }
  } catch {
    return undefined
  }
}
