import type * as z from 'zod'
import type { Call, ReceivedCall } from '../model/types.generated.ts'
import type { WithUnknownEnumMembers } from '../model/unknown-enum-members.ts'
import { CallFormatError, type CallFormatIssue } from '../read/call-format-error.ts'
import { valueToCheck } from '../read/check-target.ts'
import { errorBodyIssue, issuesOf, notJsonIssue } from '../read/issues.ts'
import { callSchema, callSchemaWithUnknownEnumMembers, strictCallSchema } from './schemas.ts'

/**
 * Checks that a body is a call, as the service was seen to send them.
 *
 * @param body - the parsed JSON of an answer to GET /communications/calls/{id}
 * @returns the very value that was given, not a copy
 * @throws CallFormatError where it is not a call: what is wrong where, what was expected and found, and what to do.
 * So are the body of an error (`{ error: { code } }`) and what is no JSON (a Promise, a Response), although neither
 * breaks a rule of an open type.
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
 * Checks that a body is a call that the documentation or the metadata declares: for who writes a fixture.
 * {@link strictCallSchema} says what that means.
 *
 * @param body - a call that was written by hand, or made by a program
 * @returns the very value that was given, not a copy
 * @throws CallFormatError where it is not such a call; it names a wrong, a missing and an undeclared property alike
 *
 * @example
 * ```ts
 * readStrictCall({ ...peerToPeerCall(), stat: 'established' }) // stat: expected no such property
 * ```
 * Sources: $metadata v1.0, call; the Get call page.
 */
export function readStrictCall(body: unknown): Call {
  return read(body, strictCallSchema)
}

/** Checks that a body is a call as `Prefer: include-unknown-enum-members` brings it; else as {@link readCall}. */
export function readCallWithUnknownEnumMembers(body: unknown): WithUnknownEnumMembers<ReceivedCall> {
  return read(body, callSchemaWithUnknownEnumMembers)
}

function read<T>(body: unknown, schema: z.ZodType<T>): T {
  if (passes(body, schema)) return body
  throw new CallFormatError(problemsOf(valueToCheck(body), schema))
}

function passes<T>(given: unknown, schema: z.ZodType<T>): given is T {
  const body = valueToCheck(given)
  try {
    return isJsonObject(body) && !isErrorBody(body) && schema.validate(body)
  } catch {
    return false // A getter or a proxy threw.
  }
}

function problemsOf(body: unknown, schema: z.ZodType): CallFormatIssue[] {
  try {
    if (isErrorBody(body)) return [errorBodyIssue]
    const { error } = schema.safeParse(body)
    if (error) return issuesOf('call', body, error.issues)
  } catch {
    // A getter or a proxy threw: JSON has neither.
  }
  return [notJsonIssue(body)]
}

/** An object as JSON has them, whichever realm it comes from: a Promise, a Response and a Buffer have names of their own. */
function isJsonObject(value: unknown): value is object {
  return Object.prototype.toString.call(value) === '[object Object]'
}

function isErrorBody(body: unknown): boolean {
  if (!isJsonObject(body) || Object.hasOwn(body, 'id') || !('error' in body)) return false
  return isJsonObject(body.error) && ('code' in body.error || 'message' in body.error)
}
