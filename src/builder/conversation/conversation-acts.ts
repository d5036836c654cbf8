import type { ActionName } from '../../model/actions/index.ts'

/**
 * Kinds of conversations. A peer-to-peer call can become a group call.
 *
 * @example
 * ```ts
 * import type { ConversationKind } from 'graph-call-testkit/generators'
 *
 * const kind: ConversationKind = 'group'
 * ```
 */
export type ConversationKind = 'peer-to-peer' | 'group'

/**
 * Request of the bot in a conversation. The path and the body have placeholders for what the bot learns during the call: `{callId}`,
 * `{participantId}`, `{groupId}`, `{sessionId}`, and `{otherCallId}` for a second call of the bot.
 *
 * @example
 * ```ts
 * import type { BotAct } from 'graph-call-testkit/generators'
 *
 * const hangUp: BotAct = {
 *   by: 'bot',
 *   after: 1_000,
 *   action: 'deleteCall',
 *   method: 'DELETE',
 *   path: '/v1.0/communications/calls/{callId}',
 * }
 * ```
 */
export interface BotAct {
  /** The bot acts: it sends a request. */
  readonly by: 'bot'
  /** Time since the act before, in milliseconds. */
  readonly after: number
  /** Name of the action. */
  readonly action: ActionName
  /** HTTP method of the request. */
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  /** Path from the root of the service, with placeholders. */
  readonly path: string
  /** Body to send as JSON, with placeholders. Absent if the action has none. */
  readonly body?: Readonly<Record<string, unknown>>
  /** Name of the person whose id replaces `{participantId}` in the path and the body. */
  readonly participant?: string
}

/**
 * Act of a person in a conversation. `does` is the name of the function of `tenant.person(name)`.
 *
 * @example
 * ```ts
 * import type { PersonAct } from 'graph-call-testkit/generators'
 *
 * const act: PersonAct = { by: 'person', after: 500, person: 'Mira Holm', does: 'presses', keys: '1' }
 * ```
 */
export interface PersonAct {
  /** A person acts. */
  readonly by: 'person'
  /** Time since the act before, in milliseconds. */
  readonly after: number
  /** Name of the person. */
  readonly person: string
  /** Name of the function of `tenant.person(name)`. */
  readonly does:
    | 'calls'
    | 'answers'
    | 'declines'
    | 'presses'
    | 'speaks'
    | 'joins'
    | 'mutes'
    | 'unmutes'
    | 'sharesScreen'
    | 'stopsSharing'
    | 'transfers'
    | 'hangsUp'
  /** Keys of `presses`. */
  readonly keys?: string
  /** Length of `speaks`. */
  readonly seconds?: number
  /** Name of the target of `transfers`. */
  readonly to?: string
}

/**
 * Conversation of a bot with people, from the first act to the end of the call, as plain data.
 *
 * @example
 * ```ts
 * import type { Conversation } from 'graph-call-testkit/generators'
 *
 * const conversation: Conversation = {
 *   direction: 'incoming',
 *   kind: 'peer-to-peer',
 *   people: [{ name: 'Mira Holm', id: '05e40000-0000-4000-8000-000000000001' }],
 *   acts: [
 *     { by: 'person', after: 0, person: 'Mira Holm', does: 'calls' },
 *     { by: 'person', after: 1_000, person: 'Mira Holm', does: 'hangsUp' },
 *   ],
 * }
 * ```
 */
export interface Conversation {
  /** `incoming` if a person calls the bot. */
  readonly direction: 'incoming' | 'outgoing'
  /** Kind of the call when it begins. */
  readonly kind: ConversationKind
  /** True if the bot records the person by policy. Absent otherwise. */
  readonly isRecorder?: boolean
  /** People who take part. They answer calls only if an act says so. */
  readonly people: readonly { readonly name: string; readonly id: string }[]
  /** Acts of the bot and of people, in order. */
  readonly acts: readonly (BotAct | PersonAct)[]
}
