import type { CallCounts } from './calls/call-counts.ts'
import type { CallStore } from './calls/call-store.ts'
import type { Ids } from './calls/generated-ids.ts'
import type { Sessions } from './calls/sessions.ts'
import type { Timeline } from './calls/timeline.ts'
import type { Clock } from './clock/clock.ts'
import type { CheckedLimits } from './limits.ts'
import type { Prompts } from './media/prompts.ts'
import type { Recordings } from './media/recordings.ts'
import type { Feed } from './notifications/feed.ts'
import type { Signer } from './notifications/signer.ts'
import type { Bots } from './people/bots.ts'
import type { People } from './people/people.ts'
import type { Rings } from './people/rings.ts'
import type { ScriptRuns } from './people/script-runs.ts'

/** Parts of a tenant that an action or a person works with. */
export interface LiveParts {
  readonly calls: CallStore
  readonly sessions: Sessions
  readonly clock: Clock
  readonly feed: Feed
  readonly ids: Ids
  readonly limits: CheckedLimits
  readonly timeline: Timeline
  readonly bots: Bots
  readonly callCounts: CallCounts
  readonly people: People
  /** Names that the metadata of the tenant's date and cloud does not have. */
  readonly absent: ReadonlySet<string>
  /** Phones that ring. */
  readonly rings: Rings
  /** Scripts that people follow. */
  readonly scripts: ScriptRuns
  /** Seed of random delays. */
  readonly seed: number
  /** Waits until the bot has responded to the notifications of a call that are pending. */
  readonly delivered: (callId: string) => Promise<void>
  readonly signer: Signer
  readonly prompts: Prompts
  readonly recordings: Recordings
  /** True if peer-to-peer calls get rosters too. */
  readonly peerToPeerRosters: boolean
}

/** Parts of a tenant that rosters need. */
export type RosterParts = Pick<
  LiveParts,
  'calls' | 'sessions' | 'clock' | 'feed' | 'ids' | 'people' | 'peerToPeerRosters'
>
