import { enumTypes } from '../../model/enums.ts'
import type { CallState } from '../../model/types.generated.ts'
import { CallFormatError } from '../../read/call-format-error.ts'
import { describeValue } from '../../read/describe-value.ts'
import { unknownName } from '../../read/invalid-value.ts'
import { readCall } from '../../read/read-call.ts'
import { type Difference, type MatcherResult, resultOf } from './matcher-result.ts'

export function toBeCall(received: unknown): MatcherResult {
  return resultOf('a call', callProblems(received))
}

export function toBeCallInState(received: unknown, state: CallState): MatcherResult {
  const { members } = enumTypes.callState
  if (!members.includes(state)) throw unknownName('state', state, members)
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
