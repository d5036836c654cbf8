import { isDeepStrictEqual } from 'node:util'
import { callSchema, callSchemaWithUnknownEnumMembers, strictCallSchema } from 'graph-call-testkit/schema'
import { isJsonObject } from '../../src/model/json.ts'

/** True if a schema has kept all properties. zod leaves out those that are named `__proto__`. */
function isKept(data: unknown, call: unknown): boolean {
  return isDeepStrictEqual(data, JSON.parse(JSON.stringify(call), withoutProto))
}

function withoutProto(_key: string, value: unknown): unknown {
  if (isJsonObject(value)) Reflect.deleteProperty(value, '__proto__')
  return value
}

/** True if the tolerant schema accepts the call and keeps all properties, and the strict schema rejects it. */
export function isFutureCall(call: unknown): boolean {
  return isKept(callSchema.safeParse(call).data, call) && !strictCallSchema.safeParse(call).success
}

/** True if only the schema with unknown enum members accepts the call, and keeps all properties. */
export function isFutureCallWithUnknownMembers(call: unknown): boolean {
  const { data } = callSchemaWithUnknownEnumMembers.safeParse(call)
  return isKept(data, call) && !callSchema.safeParse(call).success
}
