export { explain } from './explain/explain.ts'
export type { Explanation, ExplanationKind } from './explain/explanation.ts'
export { UnknownNameError } from './explain/unknown-name-error.ts'
export { TestkitError } from './model/errors.ts'
export type { Frozen } from './model/frozen.ts'
export type { Provenance } from './model/index.ts'
export type { Rule } from './model/rules.ts'
export type { Source } from './model/sources.ts'
export type * from './model/types.generated.ts'
export type { WithUnknownEnumMembers } from './model/unknown-enum-members.ts'
export type { ObjectOfUnknownType, UnknownODataType } from './model/unknown-type.ts'
export { CallFormatError, type CallFormatIssue } from './read/call-format-error.ts'
export { type Normalized, normalizeCall } from './read/normalize-call.ts'
export type {
  CallEntry,
  ContentSharingEntry,
  NotificationEntry,
  OperationEntry,
  ParticipantJoiningEntry,
  ParticipantLeftEntry,
  ParticipantsEntry,
  UnknownEntry,
} from './read/notification-entry.ts'
export { NotificationFormatError } from './read/notification-format-error.ts'
export { readCall, readStrictCall } from './read/read-call.ts'
export { readNotifications } from './read/read-notifications.ts'
