import type { Failure } from './failure.ts'
import type { ForbiddenCode } from './faults.ts'

/**
 * Functions of a tenant that make its requests fail.
 *
 * @example
 * ```ts
 * const failTwice = ({ failNext }: TenantFailures) => {
 *   failNext({ status: 503 })
 *   failNext({ connection: 'reset' })
 * }
 * failTwice(tenant)
 * ```
 */
export interface TenantFailures {
  /**
   * Makes the tenant return 403 for every request for a call. Graph checks permissions when a call is created, not on GET, but
   * three errors were reported: `7503` (the application is not registered for calls), `7504` (the tenant has not admitted the
   * application) and `7505` (the token is for another tenant).
   *
   * @throws TypeError if `callId` is not a string, or the code is not one of the three
   * @example
   * ```ts
   * tenant.forbid(id, '7505')
   * ```
   * Source: reported (403/7503, 403/7504, 403/7505).
   */
  forbid(callId: string, code: ForbiddenCode): void

  /**
   * Makes the next request with a valid token fail, on any path. Further failures are queued.
   *
   * @param failure - see {@link Failure}: any response, the error of a fixture, a page of a proxy, or a broken connection
   * @throws TypeError if the failure is not valid, has an unknown option, or names a fixture that is not an error
   * @throws an {@link UnknownFixtureError} if no fixture has the name
   * @example
   * ```ts
   * tenant.failNext({ status: 429, retryAfter: [0.5, 1, null] }) // the next three requests
   * tenant.failNext({ status: 409, code: '8519', message: 'Conflict.', headers: { 'x-ms-region': 'West Europe' } })
   * tenant.failNext({ fixture: 'throttled-as-unknown-error', times: 2 })
   * ```
   * Sources: the fixtures of the reported errors. Graph error responses (the envelope of all others).
   */
  failNext(failure: Failure): void

  /**
   * Makes every nth request with a valid token fail.
   *
   * @param count - with 10, the 10th, 20th and 30th request fail
   * @param failure - see {@link Failure}. `times` limits the number of failures
   * @returns a function that stops it; `reset` stops it too
   * @throws TypeError if `count` is not an integer of at least 1, the failure is not valid, or it names a fixture that is not an
   * error
   * @throws an {@link UnknownFixtureError} if no fixture has the name
   * @example
   * ```ts
   * const stop = tenant.failEvery(10, { status: 503 })
   * ```
   * Sources: the fixtures of these errors.
   */
  failEvery(count: number, failure: Failure): () => void

  /**
   * Makes a share of the requests with a valid token fail.
   *
   * @param rate - share from 0 to 1
   * @param failure - see {@link Failure}. `times` limits the number of failures
   * @param options - `seed`, an integer (default: 0): the same seed fails the same requests
   * @returns a function that stops it; `reset` stops it too
   * @throws TypeError if `rate`, `seed` or the failure is not valid, or the failure names a fixture that is not an error
   * @throws an {@link UnknownFixtureError} if no fixture has the name
   * @example
   * ```ts
   * tenant.failAtRate(0.05, { connection: 'reset' }, { seed: 42 })
   * ```
   * Sources: the fixtures of these errors.
   */
  failAtRate(rate: number, failure: Failure, options?: { readonly seed?: number | undefined }): () => void
}
