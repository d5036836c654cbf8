import type { ErrorFixtureName } from '../../../fixtures/index.ts'
import type { JsonObject } from '../../model/json.ts'

/**
 * Value of the header `Retry-After`, one of:
 *
 * - a number of seconds, fractions included
 * - a `Date`, sent as an HTTP date
 * - a string, sent as it is, for example an HTTP date or `'0,120'`, as a proxy combines two headers
 * - null: the response does not have the header
 *
 * @example
 * ```ts
 * const values: readonly RetryAfter[] = [0.1, new Date(Date.UTC(2030, 0)), 'Tue, 01 Jan 2030 00:00:00 GMT', '0,120', null]
 * for (const retryAfter of values) tenant.failNext({ status: 429, retryAfter })
 * ```
 */
export type RetryAfter = number | string | Date | null

/**
 * Options of a {@link Failure} that is a response.
 *
 * @example
 * ```ts
 * const options: FailureOptions = { retryAfter: [0.1, 0.2, null], headers: { 'x-ms-region': 'West Europe' } }
 * tenant.failNext({ status: 429, ...options }) // the next three requests
 * ```
 */
export interface FailureOptions {
  /**
   * Value of the header `Retry-After`, or a list with one value for each time. Requests after the end of the list get its
   * last value. Defaults to the header of the fixture, if it has one.
   */
  readonly retryAfter?: RetryAfter | readonly RetryAfter[] | undefined
  /**
   * Headers that are added to the response, or replace its own. Headers that describe the connection, such as
   * `Transfer-Encoding`, and `Content-Length` are not allowed.
   */
  readonly headers?: Readonly<Record<string, string>> | undefined
  /**
   * Number of requests that fail. Defaults to 1 with `failNext`, or to the length of `retryAfter` if it is a list. Other
   * functions have no limit by default.
   */
  readonly times?: number | undefined
}

/**
 * Failure of a request, one of:
 *
 * - `status`: a response with this status from 200 to 599. If an error with this status and `code` was reported, the
 *   response is that error: 403 with the code `7503` has the code in the JSON of its message. 502 is the page of a proxy.
 *   Otherwise the body is Graph's error envelope with `code` (default: `UnknownError`) and `message` (default: empty), or
 *   empty below 400
 * - `status` and `body`: a response with this body instead, a string or JSON
 * - `fixture`: the error of a fixture, for a status that was observed with several bodies
 * - `proxy`: an HTML page from a proxy in front of the service, with this status
 * - `connection`: `'reset'` breaks the connection before the response, `'truncated'` in the middle of the body, and
 *   `'slow'` sends the body in pieces over `milliseconds` (default: 1,000). The request still takes effect: DELETE ends the
 *   call. A response without a body, to HEAD or DELETE, breaks before it is sent, or is sent immediately.
 *
 * @example
 * ```ts
 * const failures: readonly Failure[] = [
 *   { status: 503, retryAfter: 0 },
 *   { status: 403, code: '7503' },
 *   { status: 409, code: '8519', message: 'Conflict.', times: 2 },
 *   { status: 200, body: '<html>Sign in</html>', headers: { 'Content-Type': 'text/html' } },
 *   { proxy: 502 },
 *   { connection: 'reset' },
 * ]
 * for (const failure of failures) tenant.failNext(failure)
 * ```
 */
export type Failure =
  | ({
      readonly status: number
      readonly code?: string | undefined
      readonly message?: string | undefined
      readonly body?: undefined
    } & FailureOptions)
  | ({
      readonly status: number
      readonly body: string | JsonObject | readonly unknown[]
      readonly code?: undefined
      readonly message?: undefined
    } & FailureOptions)
  | ({ readonly fixture: ErrorFixtureName; readonly message?: string | undefined } & FailureOptions)
  | ({ readonly proxy: ProxyStatus } & FailureOptions)
  | { readonly connection: 'reset' | 'truncated'; readonly times?: number | undefined }
  | {
      readonly connection: 'slow'
      readonly milliseconds?: number | undefined
      readonly times?: number | undefined
    }

/** Error response that a fixture shows. */
export interface FixtureError {
  readonly fixture: ErrorFixtureName
  /** Seconds in the header `Retry-After`. Defaults to the header of the fixture, if it has one. */
  readonly retryAfter?: number | undefined
}

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
