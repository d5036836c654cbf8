import { type ErrorFixtureName, fixtures, UnknownFixtureError } from '../../../fixtures/index.ts'
import type { ErrorStatus } from '../../model/error.ts'
import { checkedTime } from './latency.ts'
import type { TransmissionFault } from './transmission.ts'

/** How long to wait before the next request. */
export interface RetryAfter {
  /** `Retry-After` in seconds, fractions included; what the answer has of itself, if anything, unless said. */
  readonly retryAfter?: number | undefined
}

/**
 * What goes wrong with a request:
 *
 * - `status`: the error that the service was seen to answer with it; `fixture`: one by the name of its fixture, where a
 *   status was seen in several shapes
 * - `proxy`: HTML from a proxy before the service, with this status
 * - `connection`: it breaks before the answer (`reset`) or in the middle of its body (`truncated`), or lets the body come
 *   slowly (`slow`, over a second unless `milliseconds` says otherwise); what was asked for is done all the same
 */
export type Failure =
  | ({ readonly status: ErrorStatus } & RetryAfter)
  | ({ readonly fixture: ErrorFixtureName } & RetryAfter)
  | ({ readonly proxy: ProxyStatus } & RetryAfter)
  | { readonly connection: 'reset' | 'truncated' }
  | { readonly connection: 'slow'; readonly milliseconds?: number | undefined }

/** An error that is ready to be answered. */
export interface FixtureError {
  readonly fixture: ErrorFixtureName
  readonly retryAfter?: number | undefined
}

/** What goes wrong, checked: an error of the service, a page of a proxy, or damage on the way. */
export type Fault =
  | FixtureError
  | { readonly proxy: ProxyStatus; readonly retryAfter?: number | undefined }
  | { readonly damage: TransmissionFault }

/** What the pages of proxies say. Source: HTTP Semantics (RFC 9110), 15.6. */
export const proxyReasons = {
  502: 'Bad Gateway',
  503: 'Service Unavailable',
  504: 'Gateway Timeout',
} as const

/** A status with which proxies answer in place of a service that they do not reach. */
export type ProxyStatus = keyof typeof proxyReasons

/** Which of the errors a status alone means. */
const usual = {
  401: 'access-token-empty',
  403: 'insufficient-tenant-permissions',
  404: 'call-not-found',
  429: 'throttled',
  500: 'internal-server-error',
  503: 'service-unavailable',
  504: 'gateway-timeout',
} as const satisfies Record<ErrorStatus, ErrorFixtureName>

/** @throws TypeError, UnknownFixtureError where no such error was seen, or a number is none that it may be */
export function faultOf(failure: Failure): Fault {
  if ('connection' in failure) return { damage: damageOf(failure) }
  const { retryAfter } = failure
  if (retryAfter !== undefined && !(Number.isFinite(retryAfter) && retryAfter >= 0)) {
    throw new TypeError(`retryAfter must be a number of seconds, found ${String(retryAfter)}.`)
  }
  if ('fixture' in failure) return { fixture: known(failure.fixture), retryAfter }
  if ('proxy' in failure) return { proxy: keyIn('proxy', proxyReasons, failure.proxy), retryAfter }
  return { fixture: usual[keyIn('status', usual, failure.status)], retryAfter }
}

function damageOf(failure: Extract<Failure, { connection: unknown }>): TransmissionFault {
  const kind = keyIn('connection', { reset: true, truncated: true, slow: true }, failure.connection)
  if (kind !== 'slow') return { kind }
  const { milliseconds = 1_000 } = 'milliseconds' in failure ? failure : {}
  return { kind, milliseconds: checkedTime('milliseconds', milliseconds) }
}

function known(name: ErrorFixtureName): ErrorFixtureName {
  const errors = Object.values(fixtures).filter(({ status }) => status >= 400)
  if (errors.some((error) => error.name === name)) return name
  throw new UnknownFixtureError(
    name,
    errors.map((error) => error.name),
  )
}

/** @throws TypeError where a key is none of the table */
export function keyIn<Key extends PropertyKey>(
  what: string,
  table: Readonly<Record<Key, unknown>>,
  key: Key,
): Key {
  if (Object.hasOwn(table, key)) return key
  throw new TypeError(`The ${what} must be one of ${Object.keys(table).join(', ')}, found ${String(key)}.`)
}
