import { printableLines } from '../../output/printable.ts'
import type { CallFormatIssue } from '../../read/call-format-error.ts'
import { describeValue } from '../../read/describe-value.ts'

/**
 * Result of a matcher, as Vitest and Jest expect it.
 *
 * @example
 * ```ts
 * import { callMatchers, type MatcherResult } from 'graph-call-testkit/matchers'
 *
 * const result: MatcherResult = callMatchers.toBeCall({ id: '2e1a' })
 * expect(result.pass).toBe(true)
 * ```
 * Sources: Vitest and Jest, `expect.extend`.
 */
export interface MatcherResult {
  /** True if the value matches. */
  readonly pass: boolean
  /** Returns the message of a failure. After `.not`, it says that the value matches. */
  readonly message: () => string
}

/**
 * Returns a matcher that throws a TypeError if it gets more arguments than it has. Without types, `toBeCall('hold')` would pass for a
 * call in any state.
 */
export function withoutOthers<Arguments extends readonly unknown[]>(
  name: string,
  matcher: (...args: Arguments) => MatcherResult,
): (...args: Arguments) => MatcherResult {
  return (...args) => {
    const other = args.slice(matcher.length).find((value) => value !== undefined)
    if (other === undefined) return matcher(...args)
    throw new TypeError(`Unknown argument of ${name}: ${describeValue(other)}. Leave it out.`)
  }
}

/** Difference between a value and what a matcher expects. */
export type Difference = Pick<CallFormatIssue, 'path' | 'expected' | 'found'> & { readonly fix?: string }

/** Maximum number of differences in a message. */
const maxShown = 5

/** Returns the result for a value with these differences. */
export function resultOf(expectation: string, differences: readonly Difference[]): MatcherResult {
  if (differences.length === 0)
    return { pass: true, message: () => `Expected a value that is not ${expectation}.` }
  const lines = differences
    .slice(0, maxShown)
    .map(({ path, expected, found, fix }) =>
      [`- ${path || 'the value'}: expected ${expected}, found ${found}.`, ...(fix ? [fix] : [])].join(' '),
    )
  const more = differences.length - lines.length
  const text = [`Expected ${expectation}.`, ...lines, ...(more > 0 ? [`- and ${more} more`] : [])].join('\n')
  return { pass: false, message: () => printableLines(text) }
}
