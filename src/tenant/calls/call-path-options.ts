import type { CallOutcome } from '../../lifecycle/paths.ts'
import type { Interval } from './interval.ts'

/** Options for the states that a call goes through by itself. */
export interface CallPathOptions {
  /**
   * Outcome of the call, with the paths that `anyCallLifecycle` uses. By default, the call is established and then hung up.
   */
  readonly outcome?: CallOutcome | undefined
  /**
   * Interval in which the call moves to its next state: `{ gets: 2 }` for two GETs, `{ milliseconds: 500 }` by the tenant's clock. By
   * default, the call stays in its state until you move it.
   */
  readonly stepEvery?: Interval | undefined
}
