import type { Arbitrary } from 'fast-check'
import { GeneratorOptionError, show } from '../src/builder/options/option-error.ts'
import { checkNames } from '../src/builder/options/options.ts'
import { latencyUpTo } from '../src/builder/service-faults.ts'
import type { OptionKinds } from '../src/model/known-options.ts'
import type { Latency } from '../src/tenant/faults/latency.ts'
import { arbitraryOf } from './arbitrary.ts'

/**
 * Options of {@link anyLatency}.
 *
 * @example
 * ```ts
 * import { type AnyLatencyOptions, anyLatency } from 'graph-call-testkit/generators'
 *
 * const options: AnyLatencyOptions = { max: 5 }
 * const latencies = anyLatency(options)
 * ```
 */
export interface AnyLatencyOptions {
  /** Largest time in milliseconds. The slowest of 100 responses of a log-normal distribution is slower. Defaults to 20. */
  readonly max?: number | undefined
}

/**
 * Generates values for the option `latency` of a tenant: fixed times and distributions. They shrink to no latency.
 *
 * @throws a {@link GeneratorOptionError} if an option is unknown or has an invalid value
 * @example
 * ```ts
 * import { anyLatency } from 'graph-call-testkit/generators'
 * import { createTenant } from 'graph-call-testkit/tenant'
 *
 * const slowTenants = anyLatency({ max: 5 }).map((latency) => createTenant({ latency }))
 * ```
 * Source: the option `latency` of this package.
 */
export function anyLatency(options: AnyLatencyOptions = {}): Arbitrary<Latency> {
  checkNames(options, { max: 'checked' } satisfies OptionKinds<AnyLatencyOptions>)
  const { max = 20 } = options
  if (!Number.isInteger(max) || max < 0 || max > 60_000) {
    const details = { option: 'max', found: max, allowed: [], expected: 'an integer from 0 to 60000' }
    throw new GeneratorOptionError(`Invalid max: ${show(max)}.`, details)
  }
  return arbitraryOf<Latency>(latencyUpTo(max))
}
