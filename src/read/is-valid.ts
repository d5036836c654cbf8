import { isJsonObject } from '../model/json.ts'
import type { CallFormatIssue } from './call-format-error.ts'
import { valueToCheck } from './check-target.ts'
import { issuesOf, notJsonIssue } from './issues.ts'
import type { CheckMode } from './mode.ts'
import { isObject } from './value-checks.ts'

export type Guard<T> = (value: unknown) => value is T

/** True if a body passes a guard. False if a getter or a proxy in it throws. */
export function isValid<T>(body: unknown, guard: Guard<T>): body is T {
  const checked = valueToCheck(body)
  try {
    return isJsonObject(checked) && guard(checked)
  } catch {
    return false
  }
}

/** Returns what is wrong with a body that does not pass the guard of a type: at least one issue. */
export function findIssues(name: string, body: unknown, mode: CheckMode): readonly CallFormatIssue[] {
  const checked = valueToCheck(body)
  try {
    const issues = isInstance(checked) ? [] : issuesOf(name, checked, mode)
    if (issues.length > 0) return issues
  } catch {
    // A getter or a proxy threw, so the body is not JSON.
  }
  return [notJsonIssue(name, checked)]
}

/** True for an object that JSON cannot represent, such as a Promise or a Response. */
function isInstance(body: unknown): boolean {
  return isObject(body) && !isJsonObject(body)
}
