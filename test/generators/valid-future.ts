import { isDeepStrictEqual } from 'node:util'
import { callSchema, callSchemaWithUnknownEnumMembers, strictCallSchema } from 'graph-call-testkit/schema'

/** True if the tolerant schema accepts the call and keeps all properties, and the strict schema rejects it. */
export function isFutureCall(call: unknown): boolean {
  return isDeepStrictEqual(callSchema.safeParse(call).data, call) && !strictCallSchema.safeParse(call).success
}

/** True if only the schema with unknown enum members accepts the call, and keeps all properties. */
export function isFutureCallWithUnknownMembers(call: unknown): boolean {
  const { data } = callSchemaWithUnknownEnumMembers.safeParse(call)
  return isDeepStrictEqual(data, call) && !callSchema.safeParse(call).success
}
