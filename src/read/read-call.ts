import type { Call, ReceivedCall } from '../model/types.generated.ts'
import type { WithUnknownEnumMembers } from '../model/unknown-enum-members.ts'
import { CallFormatError } from './call-format-error.ts'
import { isCall, isCallWithUnknownEnumMembers, isStrictCall } from './guard.generated.ts'
import { findIssues, type Guard, isValid } from './is-valid.ts'
import { type CheckMode, strict, tolerant, unknownEnumMembers } from './mode.ts'

/**
 * Checks that a body is a call, by the rules of the tolerant schema. Accepts every observed call. Rejects other bodies, such
 * as errors, lists, notifications and other resources, and values that are not JSON, such as a Promise or a Response.
 *
 * @param body - the parsed JSON of a response to GET /communications/calls/{id}
 * @returns the same value, not a copy
 * @throws a {@link CallFormatError} if the body is not a call. It lists each problem with its path, the expected value, the
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
  return read(body, isCall, tolerant)
}

/**
 * Checks that a call follows the documentation and the metadata, by the rules of the strict schema. Use it for calls that you
 * write yourself, such as fixtures.
 *
 * @param body - a call
 * @returns the same value, not a copy
 * @throws a {@link CallFormatError} if the body is not such a call, for example if a property is missing or not declared
 *
 * @example
 * ```ts
 * const call = readStrictCall(body)
 * console.log(call.source.identity.user?.id)
 * ```
 * Sources: $metadata v1.0, call; the Get call page.
 */
export function readStrictCall(body: unknown): Call {
  return read(body, isStrictCall, strict)
}

/** Checks a call like {@link readCall}, but accepts unknown enum members. */
export function readCallWithUnknownEnumMembers(body: unknown): WithUnknownEnumMembers<ReceivedCall> {
  return read(body, isCallWithUnknownEnumMembers, unknownEnumMembers)
}

function read<T>(body: unknown, guard: Guard<T>, mode: CheckMode): T {
  if (isValid(body, guard)) return body
  throw new CallFormatError(findIssues('call', body, mode))
}
