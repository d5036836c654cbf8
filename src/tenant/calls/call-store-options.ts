import type { Frozen } from '../../model/frozen.ts'
import type { ReceivedCall } from '../../model/types.generated.ts'
import type { Interval } from './interval.ts'
import type { SyntheticCalls } from './synthetic-calls.ts'

/** Options of a call store. */
export interface CallStoreOptions {
  /** Initial calls. `clear()` restores them. */
  readonly calls: Iterable<Frozen<ReceivedCall>>
  /** Source of calls that were not added. A synthetic call is stored when it changes. */
  readonly synthetic: SyntheticCalls | undefined
  readonly now: () => number
  readonly keepEndedCallsFor: Interval
}
