/** Kinds of entries, in the order of `list`. */
export const entryKinds = [
  'calls',
  'errors',
  'notifications',
  'operations',
  'actions',
  'lint-rules',
  'scenarios',
] as const
export type EntryKind = (typeof entryKinds)[number]
