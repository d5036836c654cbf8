import type { CallOutcome } from '../../lifecycle/paths.ts'
import type { Interval } from './interval.ts'

/** Options for the states that a call goes through by itself. */
export interface CallPathOptions {
  /**
   * How the call turns out, with the paths that `anyCallLifecycle` uses. By default, the call is established and then hung
   * up.
   */
  readonly outcome?: CallOutcome | undefined
  /**
   * How long the call stays in each state: `{ gets: 2 }` for two GETs, `{ milliseconds: 500 }` by the tenant's clock. By
   * default, it stays until you move it.
   */
  readonly stepEvery?: Interval | undefined
}
