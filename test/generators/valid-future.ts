import { isDeepStrictEqual } from 'node:util'
import { callSchema, callSchemaWithUnknownEnumMembers, strictCallSchema } from 'graph-call-testkit/schema'

/** Whether a client of today takes the call and keeps it all, although the strict reading knows it not. */
export function isFutureCall(call: unknown): boolean {
  return isDeepStrictEqual(callSchema.safeParse(call).data, call) && !strictCallSchema.safeParse(call).success
}

/** The same, for a client that asks for the enum members that it does not know; another refuses them. */
export function isFutureCallWithUnknownMembers(call: unknown): boolean {
  const { data } = callSchemaWithUnknownEnumMembers.safeParse(call)
  return isDeepStrictEqual(data, call) && !callSchema.safeParse(call).success
}
