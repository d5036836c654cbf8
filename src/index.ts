export {
  callErrorSchema,
  callSchema,
  callSchemaWithUnknownEnumMembers,
  commsNotificationsSchema,
  strictCallSchema,
} from './schema/call.ts'
export { CallFormatError, type CallFormatIssue } from './schema/call-format-error.ts'
export type { Provenance } from './schema/description/index.ts'
export type { Rule } from './schema/description/rules.ts'
export { readCall, readStrictCall } from './schema/read-call.ts'
export type * from './schema/types.ts'
export type { WithUnknownEnumMembers } from './schema/unknown-enum-members.ts'
export type { ObjectOfUnknownType, UnknownODataType } from './schema/unknown-type.ts'
