import { enumTypes } from '../../model/enums.ts'
import { nearestNames } from '../../model/nearest-names.ts'
import type { CallState } from '../../model/types.generated.ts'
import { CallFormatError } from '../../read/call-format-error.ts'
import { describeValue } from '../../read/describe-value.ts'
import { readCall } from '../../read/read-call.ts'
import {
  type Difference,
  type MatcherResult,
  type NoArguments,
  rejectArguments,
  resultOf,
} from './matcher-result.ts'

export function toBeCall(received: unknown, ...others: NoArguments): MatcherResult {
  rejectArguments('toBeCall', others)
  return resultOf('a call', callProblems(received))
}

export function toBeCallInState(received: unknown, state: CallState, ...others: NoArguments): MatcherResult {
  rejectArguments('toBeCallInState', others)
  const { members } = enumTypes.callState
  if (!members.includes(state)) {
    const [nearest] = nearestNames(String(state).slice(0, 80), members)
    throw new TypeError(
      `Invalid state: ${describeValue(state)}. Nearest: ${nearest}. Expected one of ${members.join(', ')}.`,
    )
  }
  const problems = callProblems(received)
  if (problems.length > 0) return resultOf(`a call in the state ${state}`, problems)
  const { state: found }: { readonly state?: unknown } = Object(received)
  return resultOf(
    `a call in the state ${state}`,
    found === state ? [] : [{ path: 'state', expected: describeValue(state), found: describeValue(found) }],
  )
}

/** Returns why a value is not a call: no problem if it is one. */
export function callProblems(value: unknown): readonly Difference[] {
  try {
    readCall(value)
    return []
  } catch (error) {
    if (error instanceof CallFormatError) return error.issues
    throw error
  }
}
