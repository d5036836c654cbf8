import type { CallOutcome } from '../../lifecycle/paths.ts'
import type { Interval } from './interval.ts'

/** What becomes of a call that is placed. */
export interface CallPathOptions {
  /**
   * How it turns out, along the courses of `anyCallLifecycle`. Unless said, it does what a call does to which nothing else
   * happens: it is established, goes on, and ends.
   */
  readonly outcome?: CallOutcome | undefined
  /**
   * How long it stays in each state: `{ gets: 2 }` for two GETs, `{ milliseconds: 500 }` by the tenant's clock. Unless said, it
   * stays until somebody moves it.
   */
  readonly stepEvery?: Interval | undefined
}
