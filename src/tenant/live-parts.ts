import type { CallStore } from './calls/call-store.ts'
import type { Ids } from './calls/generated-ids.ts'
import type { Sessions } from './calls/sessions.ts'
import type { Clock } from './clock/clock.ts'
import type { Prompts } from './media/prompts.ts'
import type { Recordings } from './media/recordings.ts'
import type { Feed } from './notifications/feed.ts'
import type { Signer } from './notifications/signer.ts'

/** Parts of a tenant that an action or a person works with. */
export interface LiveParts {
  readonly calls: CallStore
  readonly sessions: Sessions
  readonly clock: Clock
  readonly feed: Feed
  readonly ids: Ids
  readonly prompts: Prompts
  readonly recordings: Recordings
  readonly signer: Signer
}
