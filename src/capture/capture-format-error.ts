import { TestkitError } from '../model/errors.ts'

/**
 * Thrown when a capture cannot be anonymized, because it is not JSON. The message does not contain the capture.
 *
 * @example
 * ```ts
 * import { anonymize, CaptureFormatError } from 'graph-call-testkit/capture'
 *
 * try {
 *   anonymize('<html>')
 * } catch (error) {
 *   if (error instanceof CaptureFormatError) console.error(error.line)
 * }
 * ```
 * Source: RFC 8259; NDJSON.
 */
export class CaptureFormatError extends TestkitError {
  override readonly name = 'CaptureFormatError'
  /** Line of the text that is not JSON, counted from 1. Undefined for a value that is not a text. */
  readonly line: number | undefined

  constructor(message: string, line?: number) {
    super(message)
    this.line = line
  }
}
