export type { Cloud } from '../model/changes.ts'
export type { MetadataVersion } from '../model/metadata-version.ts'
export {
  callErrorSchema,
  callSchema,
  callSchemaAsOf,
  callSchemaWithUnknownEnumMembers,
  commsNotificationsSchema,
  strictCallSchema,
  strictCallSchemaAsOf,
} from './schemas.ts'
