import { type ErrorFixtureName, fixtures, UnknownFixtureError } from '../../../fixtures/index.ts'
import type { ErrorStatus } from '../../model/error.ts'
import { checkedKey, invalidValue } from '../checked-values.ts'
import { checkedTime } from './latency.ts'
import type { TransmissionFault } from './transmission.ts'

/**
 * Time that a client should wait before it sends the next request.
 *
 * @example
 * ```ts
 * const soon: RetryAfter = { retryAfter: 0.1 }
 * tenant.failNext({ status: 429, ...soon })
 * tenant.failNext({ proxy: 503, ...soon })
 * ```
 */
export interface RetryAfter {
  /** Value of the header `Retry-After` in seconds, fractions included. Defaults to that of the fixture, if it has one. */
  readonly retryAfter?: number | undefined
}

/**
 * Failure of a request, one of:
 *
 * - `status`: the error that the service was observed to return with this status code
 * - `fixture`: the error of a fixture, for a status that was observed with several bodies
 * - `proxy`: an HTML page from a proxy in front of the service, with this status
 * - `connection`: `'reset'` breaks the connection before the response, `'truncated'` in the middle of the body, and
 *   `'slow'` sends the body in pieces over `milliseconds` (default: 1,000). The request still takes effect: DELETE ends the
 *   call. A response without a body, to HEAD or DELETE, breaks before it is sent, or is sent immediately.
 *
 * @example
 * ```ts
 * const failures: readonly Failure[] = [{ status: 503, retryAfter: 0 }, { proxy: 502 }, { connection: 'reset' }]
 * for (const failure of failures) tenant.failNext(failure)
 * ```
 */
export type Failure =
  | ({ readonly status: ErrorStatus } & RetryAfter)
  | ({ readonly fixture: ErrorFixtureName } & RetryAfter)
  | ({ readonly proxy: ProxyStatus } & RetryAfter)
  | { readonly connection: 'reset' | 'truncated' }
  | { readonly connection: 'slow'; readonly milliseconds?: number | undefined }

/** Error response that a fixture shows. */
export interface FixtureError {
  readonly fixture: ErrorFixtureName
  readonly retryAfter?: number | undefined
}

/** Checked failure: an error of the service, a page of a proxy, or a fault of the transmission. */
export type Fault =
  | FixtureError
  | { readonly proxy: ProxyStatus; readonly retryAfter?: number | undefined }
  | { readonly transmission: TransmissionFault }

/** Reason phrases of the statuses that proxies return. Source: HTTP Semantics (RFC 9110), 15.6. */
export const proxyReasons = {
  502: 'Bad Gateway',
  503: 'Service Unavailable',
  504: 'Gateway Timeout',
} as const

/**
 * Status that a proxy returns if it cannot reach the service.
 *
 * @example
 * ```ts
 * const outage: readonly ProxyStatus[] = [502, 503, 504]
 * for (const proxy of outage) tenant.failNext({ proxy })
 * ```
 */
export type ProxyStatus = keyof typeof proxyReasons

/** Fixture of each status. */
const fixtureByStatus = {
  401: 'access-token-empty',
  403: 'insufficient-tenant-permissions',
  404: 'call-not-found',
  429: 'throttled',
  500: 'internal-server-error',
  503: 'service-unavailable',
  504: 'gateway-timeout',
} as const satisfies Record<ErrorStatus, ErrorFixtureName>

const connectionFaults = { reset: true, truncated: true, slow: true } as const

/** @throws TypeError, UnknownFixtureError if the failure is not valid */
export function faultOf(failure: Failure): Fault {
  if ('connection' in failure) return { transmission: transmissionFault(failure) }
  const { retryAfter } = failure
  if (retryAfter !== undefined && !(Number.isFinite(retryAfter) && retryAfter >= 0)) {
    throw invalidValue('retryAfter', retryAfter, 'a number of seconds of at least 0')
  }
  if ('fixture' in failure) return { fixture: errorFixture(failure.fixture), retryAfter }
  if ('proxy' in failure) return { proxy: checkedKey('proxy', proxyReasons, failure.proxy), retryAfter }
  return { fixture: fixtureByStatus[checkedKey('status', fixtureByStatus, failure.status)], retryAfter }
}

function transmissionFault(failure: Extract<Failure, { connection: unknown }>): TransmissionFault {
  const kind = checkedKey('connection', connectionFaults, failure.connection)
  if (kind !== 'slow') return { kind }
  const { milliseconds = 1_000 } = 'milliseconds' in failure ? failure : {}
  return { kind, milliseconds: checkedTime('milliseconds', milliseconds) }
}

function errorFixture(name: ErrorFixtureName): ErrorFixtureName {
  const errors = Object.values(fixtures).filter(({ status }) => status >= 400)
  if (errors.some((error) => error.name === name)) return name
  throw new UnknownFixtureError(
    name,
    errors.map((error) => error.name),
  )
}
