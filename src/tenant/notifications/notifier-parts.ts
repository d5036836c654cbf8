import type { LiveParts } from '../live-parts.ts'

/** Parts of a tenant that a notifier needs. */
export type NotifierParts = Pick<
  LiveParts,
  'absent' | 'calls' | 'sessions' | 'clock' | 'feed' | 'ids' | 'signer'
>
