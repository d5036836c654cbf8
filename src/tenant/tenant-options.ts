import type { Frozen } from '../../fixtures/present.ts'
import type { ReceivedCall } from '../model/types.generated.ts'
import type { Interval } from './calls/interval.ts'
import type { SyntheticOptions } from './calls/synthetic-calls.ts'
import type { Latency } from './faults/latency.ts'
import type { ThrottleOptions } from './faults/throttle.ts'
import type { Sleep } from './hosts/sleep.ts'
import type { TenantRequest } from './http/request-log.ts'

/** Options of {@link createTenant}. */
export interface TenantOptions {
  /** Calls that the tenant starts with. Each is added as `tenant.addCall` does. */
  readonly calls?: Iterable<Frozen<ReceivedCall>> | undefined
  /** The only valid token. Defaults to any token that is not empty. */
  readonly token?: string | undefined
  /** Returns the time in milliseconds since 1970, for headers, the request log, and intervals. Defaults to `Date.now`. */
  readonly now?: (() => number) | undefined
  /**
   * Returns a call for every id, including ids that were not added. The call depends only on the id and a seed, so every
   * process returns the same one. `true` is the seed 0. Defaults to false. See `syntheticId` for ids of particular calls.
   */
  readonly synthetic?: boolean | number | SyntheticOptions | undefined
  /** Time that each response takes. Defaults to 0. */
  readonly latency?: Latency | undefined
  /** Limit on the requests of each app, above which it gets 429. `true` is 5,000 requests in 10 seconds. Defaults to false. */
  readonly throttle?: boolean | ThrottleOptions | undefined
  /**
   * Interval in which a call that has ended is returned as `terminated`, before 404. Defaults to `{ gets: 1 }`. The behavior of the
   * service is not known, so these responses have the header `x-testkit-assumption`.
   */
  readonly keepEndedCallsFor?: Interval | undefined
  /** Waits for the latency of a response. Defaults to `setTimeout`, looked up for each response. */
  readonly sleep?: Sleep | undefined
  /** Called after each response with the entry that is added to `tenant.requests`. An error that it throws is uncaught. */
  readonly onRequest?: ((request: TenantRequest) => void) | undefined
}

/** Result that a call ends with. */
export interface CallEndReason {
  /** `code` of the `resultInfo`, for example 480. */
  readonly code: number
  /** `subcode` of the `resultInfo`, for example 10037. */
  readonly subcode: number
}

/** Options of `tenant.transferCall`. */
export interface TransferOptions {
  /** Outcome of the transfer. Defaults to `'transferred'`. */
  readonly outcome?: 'transferred' | 'failed-transfer' | undefined
}
