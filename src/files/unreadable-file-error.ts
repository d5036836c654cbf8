import { TestkitError } from '../model/errors.ts'
import { printable } from '../output/printable.ts'

/**
 * Thrown when a file cannot be read: it does not exist, is not a regular file, is larger than 10 MiB, or is not UTF-8.
 *
 * @example
 * ```ts
 * import { lintPacts, UnreadableFileError } from 'graph-call-testkit/contracts'
 *
 * await lintPacts(['pacts/bot.json']).catch((error) => {
 *   if (error instanceof UnreadableFileError) console.error(error.file, error.code)
 * })
 * ```
 * Sources: the error codes of Node's file system; RFC 8259, 8.1 (JSON is UTF-8).
 */
export class UnreadableFileError extends TestkitError {
  override readonly name = 'UnreadableFileError'
  /** Path of the file. */
  readonly file: string
  /** Error code of Node, such as `EACCES`, or `NOT_A_FILE`, `TOO_LARGE` or `NOT_UTF8`. */
  readonly code: string
  /** Reason and advice, without the path and without a full stop. */
  readonly reason: string

  constructor(file: string, code: string, reason: string, cause?: unknown) {
    super(`${printable(file)} cannot be read: ${reason}.`, cause === undefined ? {} : { cause })
    this.file = file
    this.code = code
    this.reason = reason
  }
}
