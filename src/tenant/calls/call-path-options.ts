import type { CallOutcome } from '../../lifecycle/paths.ts'
import type { Interval } from './interval.ts'

/**
 * Options for the path of a call, and for the interval between its steps.
 *
 * @example
 * ```ts
 * tenant.addCall({ id: '2e1a', state: 'establishing' }, { outcome: 'unanswered', stepEvery: { gets: 3 } })
 * ```
 */
export interface CallPathOptions {
  /**
   * Outcome of the call, which determines its path: the simplest one that `anyCallLifecycle` generates for it. By default,
   * the call is established and then hung up.
   */
  readonly outcome?: CallOutcome | undefined
  /**
   * Interval in which the call moves to its next state: `{ gets: 2 }` for two GETs, `{ milliseconds: 500 }` by the tenant's clock. By
   * default, the call stays in its state until you move it.
   */
  readonly stepEvery?: Interval | undefined
}
