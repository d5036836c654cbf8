import { redact } from '../http/redact.ts'

/** Why a notification was not posted, or not answered. */
export type DeliveryFailureReason = 'no-callback-uri' | 'host-not-allowed' | 'timeout' | 'unreachable'

/** What became of a post. */
export type DeliveryResult =
  /** The receiver answered, whatever it did. */
  | { readonly status: number }
  | { readonly error: { readonly reason: DeliveryFailureReason; readonly message: string } }

/** What becomes of a post to who does not answer. */
export const timedOut: DeliveryResult = failed('timeout', 'The receiver has not answered in time.')

/** Where notifications go. */
export interface Callback {
  /** Where that is; nothing where the call does not tell. Without what is secret in it. */
  readonly url: string | undefined
  /** Posts JSON there. It never rejects: what goes wrong is the receipt. */
  post(body: string, fetch: typeof globalThis.fetch, timeout: AbortSignal): Promise<DeliveryResult>
}

/**
 * The callback that a call names.
 *
 * @param hosts - those that are allowed beside this machine
 */
export function callbackOf(callbackUri: string | null | undefined, hosts: ReadonlySet<string>): Callback {
  const url = httpUrl(callbackUri)
  if (!url) {
    const message =
      'The call has no callbackUri that is a URL of http or https, without a user and a password.'
    return refusing(undefined, 'no-callback-uri', message)
  }
  const shown = redact(url.href)
  if (!isLoopback(url.hostname) && !hosts.has(url.hostname)) {
    const host = JSON.stringify(url.hostname)
    const message = `${host} is no loopback address. To post there, name it: notify({ hosts: [${host}] }).`
    return refusing(shown, 'host-not-allowed', message)
  }
  return { url: shown, post: (body, fetch, timeout) => post(url, body, fetch, timeout) }
}

async function post(
  url: URL,
  body: string,
  fetch: typeof globalThis.fetch,
  timeout: AbortSignal,
): Promise<DeliveryResult> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body,
      // Elsewhere is a host that nobody has allowed.
      redirect: 'manual',
      signal: timeout,
    })
    void response.body?.cancel().catch(() => {})
    return { status: response.status }
  } catch (error) {
    if (timeout.aborted) return timedOut
    return failed('unreachable', redact(reasonOf(error)))
  }
}

/** Why a `fetch` failed: Node tells it in the cause alone. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const { cause } = error
  return cause instanceof Error ? `${error.message}: ${cause.message || cause.name}` : error.message
}

function refusing(url: string | undefined, reason: DeliveryFailureReason, message: string): Callback {
  return { url, post: async () => failed(reason, message) }
}

function failed(reason: DeliveryFailureReason, message: string): DeliveryResult {
  return { error: { reason, message } }
}

function httpUrl(text: string | null | undefined): URL | undefined {
  if (!text || !URL.canParse(text)) return undefined
  const url = new URL(text)
  const isPlain = /^https?:$/.test(url.protocol) && !url.username && !url.password
  return isPlain ? url : undefined
}

/** As `URL` writes them: it makes one form of all that an IPv4 or IPv6 address may look like. Sources: RFC 1122, 3.2.1.3; RFC 4291, 2.5.3; RFC 6761, 6.3. */
function isLoopback(hostname: string): boolean {
  return /^(?:127\.\d+\.\d+\.\d+|\[::1\]|(?:[^.]+\.)*localhost)$/.test(hostname)
}
