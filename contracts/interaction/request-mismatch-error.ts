import type { Cause } from '../../src/model/errors.ts'
import { RedactedError } from '../redacted-error.ts'

interface RequestMismatchDetails extends Cause {
  readonly requestedId?: string | undefined
  readonly expectedId?: string | undefined
}

/**
 * Thrown by `interaction.run` when the consumer sends another request than the one in its contract, asks for another call,
 * sends no request, or does not await one.
 *
 * @example
 * ```ts
 * import { RequestMismatchError } from 'graph-call-testkit/contracts'
 *
 * const mismatchesOf = (error: unknown) => (error instanceof RequestMismatchError ? error.mismatches : [])
 * // ["Expected a header 'Authorization' but was missing"]
 * ```
 * Source: the mismatches that Pact's mock server reports.
 */
export class RequestMismatchError extends RedactedError {
  override readonly name = 'RequestMismatchError'
  /** The differences, as Pact reports them. The token and the body of the request are left out. */
  readonly mismatches: readonly string[]
  /** Id in the path of the first request for another call. `undefined` if every request has the right id. */
  readonly requestedId: string | undefined
  /** Id that the request must have. `undefined` if every request has it. */
  readonly expectedId: string | undefined

  constructor(
    summary: string,
    mismatches: readonly string[],
    { requestedId, expectedId, ...options }: RequestMismatchDetails = {},
  ) {
    super([`${summary}:`, ...mismatches.map((line) => `- ${line}`)].join('\n'), options)
    this.mismatches = mismatches
    this.requestedId = requestedId
    this.expectedId = expectedId
  }
}
