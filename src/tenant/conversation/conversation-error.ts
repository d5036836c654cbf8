import { TestkitError } from '../../model/errors.ts'
import { printable } from '../../output/printable.ts'
import type { TranscriptResponse } from './transcript.ts'

/**
 * Thrown when the tenant responds to a request of a conversation with an error.
 *
 * @example
 * ```ts
 * const bodyOf = (error: unknown) => (error instanceof ConversationError ? error.response.body : undefined)
 * ```
 * Source: the action model of this package.
 */
export class ConversationError extends TestkitError {
  override readonly name = 'ConversationError'
  /** Response of the tenant. */
  readonly response: TranscriptResponse

  constructor(response: TranscriptResponse) {
    const { act, action, status, body } = response
    super(
      `Act ${act} (${action}) got the status ${status}: ${printable(body)}. Expected a status below 400. ` +
        'Play conversations of anyConversation() with a new tenant without failures.',
    )
    this.response = response
  }
}
