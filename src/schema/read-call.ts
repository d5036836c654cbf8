import type * as z from 'zod'
import { isJsonObject } from '../model/json.ts'
import type { Call, ReceivedCall } from '../model/types.generated.ts'
import type { WithUnknownEnumMembers } from '../model/unknown-enum-members.ts'
import { CallFormatError, type CallFormatIssue } from '../read/call-format-error.ts'
import { valueToCheck } from '../read/check-target.ts'
import { errorBodyIssue, issuesOf, notJsonIssue } from '../read/issues.ts'
import { callSchema, callSchemaWithUnknownEnumMembers, strictCallSchema } from './schemas.ts'

/**
 * Checks that a body is a call as the service sends them, with {@link callSchema}. Also rejects error bodies
 * (`{ error: { code } }`) and values that are not JSON, such as a Promise or a Response.
 *
 * @param body - the parsed JSON of a response to GET /communications/calls/{id}
 * @returns the same value, not a copy
 * @throws {@link CallFormatError} if the body is not a call. It lists each problem with its path, the expected value, the
 * value found, and a fix.
 *
 * @example
 * ```ts
 * const call = readCall(await response.json())
 * console.log(call.state)
 * ```
 * Sources: $metadata v1.0, call; the Get call page; reported bodies.
 */
export function readCall(body: unknown): ReceivedCall {
  return read(body, callSchema)
}

/**
 * Checks that a body is a call that follows the documentation and the metadata, with {@link strictCallSchema}. Use it for
 * calls that you write yourself, such as fixtures.
 *
 * @param body - a call
 * @returns the same value, not a copy
 * @throws {@link CallFormatError} if the body is not such a call, for example if a property is missing or not declared
 *
 * @example
 * ```ts
 * const call = readStrictCall(body)
 * console.log(call.source.identity.user?.id)
 * ```
 * Sources: $metadata v1.0, call; the Get call page.
 */
export function readStrictCall(body: unknown): Call {
  return read(body, strictCallSchema)
}

/** Checks a call like {@link readCall}, but accepts unknown enum members. */
export function readCallWithUnknownEnumMembers(body: unknown): WithUnknownEnumMembers<ReceivedCall> {
  return read(body, callSchemaWithUnknownEnumMembers)
}

function read<T>(body: unknown, schema: z.ZodType<T>): T {
  if (isValid(body, schema)) return body
  throw new CallFormatError(findIssues(valueToCheck(body), schema))
}

function isValid<T>(given: unknown, schema: z.ZodType<T>): given is T {
  const body = valueToCheck(given)
  try {
    return isJsonObject(body) && !isErrorBody(body) && schema.validate(body)
  } catch {
    return false // A getter or a proxy threw.
  }
}

function findIssues(body: unknown, schema: z.ZodType): CallFormatIssue[] {
  try {
    if (isErrorBody(body)) return [errorBodyIssue]
    const { error } = schema.safeParse(body)
    if (error) return issuesOf('call', body, error.issues)
  } catch {
    // A getter or a proxy threw, so the body is not JSON.
  }
  return [notJsonIssue(body)]
}

function isErrorBody(body: unknown): boolean {
  if (!isJsonObject(body) || Object.hasOwn(body, 'id')) return false
  const { error } = body
  return isJsonObject(error) && ('code' in error || 'message' in error)
}
