import { callSchema, callSchemaWithUnknownEnumMembers, strictCallSchema } from 'graph-call-testkit'
import { expect } from 'vitest'

/** Whether a client of today takes the call and keeps it all, although the strict reading knows it not. */
export function isFutureCall(call: unknown): boolean {
  expect(callSchema.parse(call)).toStrictEqual(call)
  return !strictCallSchema.safeParse(call).success
}

/** The same, for a client that asks for the enum members that it does not know; another refuses them. */
export function isFutureCallWithUnknownMembers(call: unknown): boolean {
  expect(callSchemaWithUnknownEnumMembers.parse(call)).toStrictEqual(call)
  return !callSchema.safeParse(call).success
}
