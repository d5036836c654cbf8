import type { CallError } from '../../model/types.generated.ts'
import { describeValue } from '../../read/describe-value.ts'
import { isCallError } from '../../read/guard.generated.ts'
import { findIssues, isValid } from '../../read/is-valid.ts'
import { envelope } from '../../read/mode.ts'
import { type MatcherResult, resultOf } from './matcher-result.ts'

export function toBeCallError(received: unknown, code?: string): MatcherResult {
  if (code !== undefined && typeof code !== 'string') {
    throw new TypeError(`Invalid code: ${describeValue(code)}. Expected a string, such as "8522".`)
  }
  const expectation =
    code === undefined ? 'an error response' : `an error response with the code ${describeValue(code)}`
  if (!isValid(received, isCallError))
    return resultOf(expectation, findIssues('callError', received, envelope))
  const codes = codesOf(received)
  if (code === undefined || codes.includes(code)) return resultOf(expectation, [])
  const found = codes.map(describeValue).join(', with the code in its message ')
  return resultOf(expectation, [{ path: 'error.code', expected: describeValue(code), found }])
}

/** Returns the code of an error, and the one that the JSON in its message contains. */
function codesOf({ error: { code, message } }: CallError): readonly string[] {
  const inner = /^\{"errorCode":"([^"]+)"/.exec(message ?? '')?.[1]
  return inner === undefined ? [code] : [code, inner]
}
