import { isJsonObject } from '../../model/json.ts'
import type { CallError } from '../../model/types.generated.ts'
import { bodyKinds } from '../../read/body-kinds.ts'
import { describeValue } from '../../read/describe-value.ts'
import { isCallError } from '../../read/guard.generated.ts'
import { invalidValue } from '../../read/invalid-value.ts'
import { findIssues, isValid } from '../../read/is-valid.ts'
import { envelope } from '../../read/mode.ts'
import { type Difference, type MatcherResult, resultOf } from './matcher-result.ts'
import { callProblems } from './to-be-call.ts'

export function toBeCallError(received: unknown, code?: string): MatcherResult {
  if (code !== undefined && typeof code !== 'string') {
    throw invalidValue('code', code, 'a string, such as "8522"')
  }
  const expectation =
    code === undefined ? 'an error response' : `an error response with the code ${describeValue(code)}`
  if (!isValid(received, isCallError)) return resultOf(expectation, problemsOf(received))
  const codes = codesOf(received)
  if (code === undefined || codes.includes(code)) return resultOf(expectation, [])
  const found = codes.map(describeValue).join(', with the code in its message ')
  return resultOf(expectation, [{ path: 'error.code', expected: describeValue(code), found }])
}

function problemsOf(received: unknown): readonly Difference[] {
  if (!isJsonObject(received)) return findIssues('callError', received, envelope)
  // Microsoft Entra sends the error as text.
  const isOfEntra = typeof received['error'] === 'string'
  if ('error' in received && !isOfEntra) return findIssues('callError', received, envelope)
  const kind = bodyKinds.find(({ isLike }) => isLike(received))
  const found = callProblems(received).length === 0 ? 'a call' : (kind?.found ?? 'an object without it')
  const fix = 'Check the status of the response, and pass its parsed body: await response.json().'
  return [
    { path: '', expected: 'an object with the property error', found, fix: (isOfEntra && kind?.fix) || fix },
  ]
}

/** Returns the code of an error, and the one that the JSON in its message contains. */
function codesOf({ error: { code, message } }: CallError): readonly string[] {
  const inner = /^\{"errorCode":"([^"]+)"/.exec(message ?? '')?.[1]
  return inner === undefined ? [code] : [code, inner]
}
