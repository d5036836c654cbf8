import type { Arbitrary } from 'fast-check'
import { rateLimit } from '../src/builder/service-faults.ts'
import type { ThrottleOptions } from '../src/tenant/faults/throttle.ts'
import { arbitraryOf } from './arbitrary.ts'

/**
 * Generates values for the option `throttle` of a tenant: 1 to 20 requests, or rarely the documented 5,000, in 0.5 to 60
 * seconds. They shrink to one request a second.
 *
 * @example
 * ```ts
 * import { anyThrottle } from 'graph-call-testkit/generators'
 * import { createTenant } from 'graph-call-testkit/tenant'
 *
 * const throttledTenants = anyThrottle().map((throttle) => createTenant({ throttle, clock: 'manual' }))
 * ```
 * Source: Graph, throttling limits (cloud communications), mostly with smaller numbers.
 */
export function anyThrottle(): Arbitrary<ThrottleOptions> {
  return arbitraryOf<ThrottleOptions>(rateLimit)
}
