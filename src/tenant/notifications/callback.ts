import { parseHttpUrl } from '../../model/parse-url.ts'
import { redactor } from '../../output/redactor.ts'
import { thrownMessage } from '../../output/thrown.ts'
import { hostnameIn } from '../hosts/hostname.ts'
import { isLoopback } from '../hosts/loopback.ts'

/** Reasons why a notification was not delivered. */
export const deliveryFailureReasons = [
  'no-callback-uri',
  'host-not-allowed',
  'timeout',
  'unreachable',
  'stopped',
  'lost',
] as const

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
export type DeliveryFailureReason = (typeof deliveryFailureReasons)[number]

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
  'The receiver did not respond in time. To wait longer, use timeout in notify, or in createTenant({ notifications }).',
)

/** Result if the notification was lost on purpose. */
export const lost: DeliveryResult = failed(
  'lost',
  'The notification was not sent, because notify({ loss }) selected it.',
)

/** Result if the sender is stopped before the receiver responds. */
export const stopped: DeliveryResult = failed(
  'stopped',
  'stop() or reset() was called before the receiver responded. To wait for it, await settled() first.',
)

/** Receiver of notifications, or why it gets none. */
export type Callback =
  | {
      readonly url: URL
      /** URL without its secrets. */
      readonly redacted: string
    }
  | (Extract<DeliveryResult, { readonly error: unknown }> & { readonly redacted: string | undefined })

/**
 * Returns the receiver for a call's `callbackUri`.
 *
 * @param hosts - allowed hosts, in addition to loopback
 */
export function callbackOf(callbackUri: string | null | undefined, hosts: ReadonlySet<string>): Callback {
  const url = callbackUrl(callbackUri)
  if (!url) {
    const message =
      'The call has no valid callbackUri. Expected an http or https URL without a user name and password.'
    return { ...failed('no-callback-uri', message), redacted: undefined }
  }
  const redacted = redactUrl(url.href)
  const hostname = hostnameIn(url)
  if (isLoopback(hostname) || hosts.has(hostname)) return { url, redacted }
  const host = JSON.stringify(hostname)
  const message = `The host ${host} is not a loopback address. To allow it, use hosts: [${host}] in notify, or in createTenant({ notifications }).`
  return { ...failed('host-not-allowed', message), redacted }
}

/** Returns the message of an error, without secrets. */
export function reasonOf(error: unknown): string {
  return redact(thrownMessage(error))
}

/** Returns the result of a delivery that failed. */
export function failed(reason: DeliveryFailureReason, message: string) {
  return { error: { reason, message } } as const
}

/** Newest URL that was redacted: most notifications have the same one. */
let newest = { href: '', redacted: '' }

function redactUrl(href: string): string {
  if (newest.href !== href) newest = { href, redacted: redact(href) }
  return newest.redacted
}

function callbackUrl(text: string | null | undefined): URL | undefined {
  const url = parseHttpUrl(text ?? '')
  return url && !url.username && !url.password ? url : undefined
}
