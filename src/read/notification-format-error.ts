import { TestkitError } from '../model/errors.ts'
import { type CallFormatIssue, issueLines } from './call-format-error.ts'

/**
 * Thrown when a body is not a post of notifications. `message` says what is wrong, why, and how to fix it; `issues` contains the
 * same as data.
 *
 * @example
 * ```ts
 * try {
 *   readNotifications(body)
 * } catch (error) {
 *   if (error instanceof NotificationFormatError) console.error(error.issues.map((issue) => issue.path))
 * }
 * ```
 */
export class NotificationFormatError extends TestkitError {
  override readonly name = 'NotificationFormatError'
  /** Problems found, at most 100. */
  readonly issues: readonly CallFormatIssue[]

  constructor(issues: readonly CallFormatIssue[]) {
    super(['This body is not a post of notifications.', ...issueLines(issues)].join('\n'))
    this.issues = issues
  }
}
