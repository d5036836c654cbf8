import { RedactedError } from '../redacted-error.ts'

/**
 * Thrown by `message.run` when the test passes, but nothing has read the notification: the handler of the bot was not called, was
 * not awaited, or did not look at the body.
 *
 * @example
 * ```ts
 * import { UnreadMessageError } from 'graph-call-testkit/contracts'
 *
 * const isUnread = (error: unknown) => error instanceof UnreadMessageError
 * // UnreadMessageError: "call-established": the handler read nothing of the notification. ...
 * ```
 * Source: the properties and requests that `message.run` passes to the test.
 */
export class UnreadMessageError extends RedactedError {
  override readonly name = 'UnreadMessageError'
  /** Name of the message. */
  readonly notification: string

  constructor(notification: string) {
    super(
      `"${notification}": the handler read nothing of the notification. Pass body, or a request of requestTo, to the handler of your bot, and await it.`,
    )
    this.notification = notification
  }
}
