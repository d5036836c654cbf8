import { TestkitError } from '../model/errors.ts'
import type { Provenance } from '../model/index.ts'
import type { Rule } from '../model/rules.ts'

/**
 * Problem in a body.
 *
 * @example
 * ```ts
 * const show = ({ path, expected, found }: CallFormatIssue) => `${path}: expected ${expected}, found ${found}`
 * ```
 */
export interface CallFormatIssue {
  /** Path of the value, for example `targets[0].identity`. Empty for the body itself. */
  readonly path: string
  /** Rule of the model that the value violates, for example `'not-a-member'`. */
  readonly rule: Rule
  /** Expected value, for example `a string`. */
  readonly expected: string
  /** Short description of the value found. Never a complete body. */
  readonly found: string
  /** Suggested fix. */
  readonly fix: string
  /** Kind of source of the rule. */
  readonly provenance: Provenance
  /** Source of the rule, for example `$metadata v1.0, call.state`. */
  readonly origin: string
}

/** Maximum number of issues in the message. */
const maxShown = 5

/**
 * Thrown when a body is not a call. `message` says what is wrong, why, and how to fix it; `issues` contains the same as data.
 *
 * @example
 * ```ts
 * try {
 *   readCall(body)
 * } catch (error) {
 *   if (error instanceof CallFormatError) console.error(error.issues.map((issue) => issue.path))
 * }
 * ```
 */
export class CallFormatError extends TestkitError {
  override readonly name = 'CallFormatError'
  /** Problems found, at most 100. */
  readonly issues: readonly CallFormatIssue[]

  constructor(issues: readonly CallFormatIssue[]) {
    super(['This body is not a call.', ...issueLines(issues)].join('\n'))
    this.issues = issues
  }
}

/** Formats the first issues, one on each line. */
export function issueLines(issues: readonly CallFormatIssue[]): string[] {
  const lines = issues
    .slice(0, maxShown)
    .map(
      ({ path, expected, found, fix, provenance, origin }) =>
        `- ${path || 'the body'}: expected ${expected}, found ${found}. ${fix} (${provenance}: ${origin})`,
    )
  return issues.length > maxShown ? [...lines, `- and ${issues.length - maxShown} more, see .issues`] : lines
}
