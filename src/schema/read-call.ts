import { callErrorSchema, callSchema } from './call.ts'
import { CallFormatError } from './call-format-error.ts'
import { errorBodyIssue, issuesOf } from './issues.ts'
import type { ReceivedCall } from './types.ts'

/**
 * Checks that a body is a call, as the service was seen to send them.
 *
 * @param body - the parsed JSON of an answer to GET /communications/calls/{id}
 * @returns the very value that was given, not a copy
 * @throws CallFormatError where it is not a call: what is wrong where, what was expected and found, and what to do.
 * The body of an error (`{ error: { code } }`) is none, although it breaks no rule of an open type.
 *
 * @example
 * ```ts
 * const call = readCall(await response.json())
 * console.log(call.state)
 * ```
 * Sources: $metadata v1.0, call; the Get call page; reported bodies.
 */
export function readCall(body: unknown): ReceivedCall {
  if (!callSchema.validate(body)) {
    const { error } = callSchema.safeParse(body)
    throw new CallFormatError(issuesOf('call', body, error?.issues ?? []))
  }
  if (body.id === undefined && callErrorSchema.validate(body)) throw new CallFormatError([errorBodyIssue])
  return body
}
