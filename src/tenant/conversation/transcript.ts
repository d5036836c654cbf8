/**
 * Response or notification that the bot of a conversation has received.
 *
 * @example
 * ```ts
 * const isError = (entry: TranscriptEntry) => entry.kind === 'response' && entry.status >= 400
 * ```
 */
export type TranscriptEntry = TranscriptResponse | TranscriptNotification

/**
 * Response to a request of the bot.
 *
 * @example
 * ```ts
 * const statusOf = ({ action, status }: TranscriptResponse) => `${action}: ${status}`
 * ```
 */
export interface TranscriptResponse {
  /** Distinguishes responses from notifications. */
  readonly kind: 'response'
  /** Index of the act in the conversation. */
  readonly act: number
  /** Name of the action. */
  readonly action: string
  /** HTTP method of the request. */
  readonly method: string
  /** Path of the request. */
  readonly path: string
  /** Status code of the response. */
  readonly status: number
  /** Headers by name in lower case, in the order of their names. */
  readonly headers: Readonly<Record<string, string>>
  /** Body as text. */
  readonly body: string
}

/**
 * Request that the bot has received.
 *
 * @example
 * ```ts
 * const bodyOf = ({ body }: TranscriptNotification): unknown => JSON.parse(body)
 * ```
 */
export interface TranscriptNotification {
  /** Distinguishes notifications from responses. */
  readonly kind: 'notification'
  /** Index of the act after which it was sent. The number of acts for those after the last act. */
  readonly act: number
  /** Headers by name in lower case, in the order of their names. */
  readonly headers: Readonly<Record<string, string>>
  /** Body as text. */
  readonly body: string
}

/**
 * Responses and notifications that the bot of a conversation has received.
 *
 * @example
 * ```ts
 * const countOf = ({ entries }: Transcript) => entries.length
 * ```
 */
export interface Transcript {
  /** Id of the call. */
  readonly callId: string
  /** Responses and notifications, in the order in which they arrived. */
  readonly entries: readonly TranscriptEntry[]
}

/** Returns headers as an object. */
export function headersOfTranscript(headers: Headers): Readonly<Record<string, string>> {
  return Object.fromEntries(headers)
}
