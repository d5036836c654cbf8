export {
  callErrorSchema,
  callSchema,
  callSchemaWithUnknownEnumMembers,
  commsNotificationsSchema,
  strictCallSchema,
} from './schemas.ts'
