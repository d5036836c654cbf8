import { TestkitError } from '../model/errors.ts'
import type { Provenance } from '../model/index.ts'
import type { Rule } from '../model/rules.ts'

/** One thing that is wrong with a body. */
export interface CallFormatIssue {
  /** Where, e.g. `targets[0].identity`; empty for the body itself. */
  readonly path: string
  /** Which rule of the description it breaks, e.g. `'not-a-member'`. */
  readonly rule: Rule
  /** What should stand there, e.g. `a string`. */
  readonly expected: string
  /** What stands there, shortened: never a whole body. */
  readonly found: string
  /** What to do about it. */
  readonly fix: string
  /** The kind of source that the rule comes from. */
  readonly provenance: Provenance
  /** The source, e.g. `$metadata v1.0, call.state`. */
  readonly origin: string
}

const shown = 5

/**
 * A body is not a call. `message` tells a person what is wrong, why, and what to do; `issues` holds the same as data.
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
  /** What is wrong, at most a hundred things. */
  readonly issues: readonly CallFormatIssue[]

  constructor(issues: readonly CallFormatIssue[]) {
    const lines = issues
      .slice(0, shown)
      .map(
        ({ path, expected, found, fix, provenance, origin }) =>
          `- ${path || 'the body'}: expected ${expected}, found ${found}. ${fix} (${provenance}: ${origin})`,
      )
    const more = issues.length > shown ? [`- and ${issues.length - shown} more, see .issues`] : []
    super(['This body is not a call.', ...lines, ...more].join('\n'))
    this.issues = issues
  }
}
