import { redactor } from '../../output/redactor.ts'
import { isLoopback } from '../hosts/loopback.ts'

/**
 * Reason why a notification was not delivered.
 *
 * @example
 * ```ts
 * const notifications = tenant.notify()
 * tenant.addCall({ id: '2e1a', state: 'incoming', callbackUri: 'https://bot.contoso.com/calls' })
 * expect(await notifications.settled()).toMatchObject([{ error: { reason: 'host-not-allowed' } }])
 * ```
 */
export type DeliveryFailureReason =
  | 'no-callback-uri'
  | 'host-not-allowed'
  | 'timeout'
  | 'unreachable'
  | 'stopped'

/**
 * Result of a delivery: the status code of the receiver's response, or an error if the notification was not delivered.
 *
 * @example
 * ```ts
 * const notifications = tenant.notify()
 * tenant.advance(id)
 * const results: readonly DeliveryResult[] = await notifications.settled()
 * const errors = results.flatMap((result) => ('error' in result ? [result.error.message] : []))
 * expect(errors).toEqual([])
 * ```
 */
export type DeliveryResult =
  /** Status code of the receiver's response. */
  | { readonly status: number }
  | { readonly error: { readonly reason: DeliveryFailureReason; readonly message: string } }

const redact = redactor([])

/** Result if the receiver does not respond. */
export const timedOut: DeliveryResult = failed(
  'timeout',
  'The receiver did not respond in time. To wait longer, use notify({ timeout }).',
)

/** Result if the sender is stopped before the receiver responds. */
export const stopped: DeliveryResult = failed(
  'stopped',
  'stop() or reset() was called before the receiver responded. To wait for it, await settled() first.',
)

/** Notification to post. */
export interface Message {
  readonly body: string
  /** Returns the token of the request, or undefined for a request without a token. */
  readonly sign: () => Promise<string | undefined>
}

/** Receiver of notifications. */
export interface Callback {
  /** URL without its secrets. Undefined if the call does not have a valid URL. */
  readonly url: string | undefined
  /** Posts JSON to the URL. Never rejects: an error is part of the result. */
  post(message: Message, fetch: typeof globalThis.fetch, signal: AbortSignal): Promise<DeliveryResult>
}

/**
 * Returns the receiver for a call's `callbackUri`.
 *
 * @param hosts - allowed hosts, in addition to loopback
 */
export function callbackOf(callbackUri: string | null | undefined, hosts: ReadonlySet<string>): Callback {
  const url = httpUrl(callbackUri)
  if (!url) {
    const message =
      'The call has no valid callbackUri. Expected an http or https URL without a user name and password.'
    return rejecting(undefined, 'no-callback-uri', message)
  }
  const redacted = redact(url.href)
  if (!isLoopback(url.hostname) && !hosts.has(url.hostname)) {
    const host = JSON.stringify(url.hostname)
    const message = `The host ${host} is not a loopback address. To allow it, use notify({ hosts: [${host}] }).`
    return rejecting(redacted, 'host-not-allowed', message)
  }
  return { url: redacted, post: (message, fetch, signal) => post(url, message, fetch, signal) }
}

async function post(
  url: URL,
  { body, sign }: Message,
  fetch: typeof globalThis.fetch,
  signal: AbortSignal,
): Promise<DeliveryResult> {
  try {
    const token = await sign()
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        ...(token !== undefined && { Authorization: `Bearer ${token}` }),
      },
      body,
      // A redirect could lead to a host that is not allowed.
      redirect: 'manual',
      signal,
    })
    void response.body?.cancel().catch(() => {})
    return { status: response.status }
  } catch (error) {
    return failed('unreachable', redact(reasonOf(error)))
  }
}

/** Includes the cause, because only the cause explains why a `fetch` of Node failed. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const { cause } = error
  return cause instanceof Error ? `${error.message}: ${cause.message || cause.name}` : error.message
}

function rejecting(url: string | undefined, reason: DeliveryFailureReason, message: string): Callback {
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
