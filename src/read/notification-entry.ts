import type {
  ChangeType,
  ParticipantJoiningNotification,
  ParticipantLeftNotification,
  ReceivedCall,
  ReceivedCommsOperation,
  ReceivedContentSharingSession,
  ReceivedParticipant,
} from '../model/types.generated.ts'

/** Properties that every entry has. */
interface Entry<Resource extends string, Data> {
  /** Kind of resource. It determines the type of `data`. */
  readonly resource: Resource
  /** Kind of change. A finished operation and an ended call are `deleted`. */
  readonly changeType: ChangeType
  /**
   * ID of the call, from the path of the resource or from `data`. Undefined if neither has it. In any form that the service sends:
   * a GUID, 32 hexadecimal digits, or another text.
   */
  readonly callId: string | undefined
  /** Path of the resource as received: `resourceUrl`, or the older `resource` if there is no `resourceUrl`. */
  readonly path: string | undefined
  /** Resource, or its changed properties. The same value as `resourceData` in the body, unless a type says otherwise. */
  readonly data: Data
}

/**
 * Change of a call. `data` is sparse: it often has only a state.
 *
 * @example
 * ```ts
 * const hasEnded = ({ data }: CallEntry) => data.state === 'terminated'
 * ```
 * Source: reported notifications.
 */
export type CallEntry = Entry<'call', ReceivedCall>

/**
 * Change of a roster. `data` is the list of all participants, or of those that changed if `isDelta` is true.
 *
 * @example
 * ```ts
 * const countOf = ({ data }: ParticipantsEntry) => data.length
 * ```
 * Sources: reported rosters; beta, deltaParticipants.
 */
export interface ParticipantsEntry extends Entry<'participants', readonly ReceivedParticipant[]> {
  /** True if `data` contains only changes: a deltaParticipants resource. */
  readonly isDelta: boolean
  /** Sequence number of the changes, for ordering them. Only if `isDelta` is true. */
  readonly sequenceNumber: number | undefined
}

/**
 * End of an operation that the bot started.
 *
 * @example
 * ```ts
 * const isOf = ({ data }: OperationEntry, context: string) => data.clientContext === context
 * ```
 * Source: reported notifications.
 */
export interface OperationEntry extends Entry<'operation', ReceivedCommsOperation> {
  /** ID of the operation, from the path of the resource or from `data`. */
  readonly operationId: string | undefined
}

/**
 * Start, change or end of content sharing. If the body has the ID of the session only in the path, `data` has an object with that ID.
 *
 * @example
 * ```ts
 * const idsOf = ({ data }: ContentSharingEntry) => data.map(({ id }) => id)
 * ```
 * Source: the examples of the Create call and Answer pages.
 */
export type ContentSharingEntry = Entry<'contentSharingSessions', readonly ReceivedContentSharingSession[]>

/**
 * A participant is about to join a call that the bot records. The bot has to respond with an {@link AcceptJoinResponse}, a
 * {@link RejectJoinResponse} or an {@link InviteNewBotResponse}.
 *
 * @example
 * ```ts
 * const respond = (_entry: ParticipantJoiningEntry): AcceptJoinResponse => ({ '@odata.type': '#microsoft.graph.acceptJoinResponse' })
 * ```
 * Source: the pages of policy-based recording.
 */
export type ParticipantJoiningEntry = Entry<'participantJoining', ParticipantJoiningNotification>

/**
 * A participant has left a call that the bot records.
 *
 * @example
 * ```ts
 * const idOf = ({ data }: ParticipantLeftEntry) => data.participantId
 * ```
 * Source: the pages of policy-based recording.
 */
export type ParticipantLeftEntry = Entry<'participantLeft', ParticipantLeftNotification>

/**
 * Change of a resource that this package does not know, or a change without `resourceData`. `data` is unchecked.
 *
 * @example
 * ```ts
 * const log = ({ path, data }: UnknownEntry) => console.warn(path, data)
 * ```
 * Source: commsNotification is an open type.
 */
export type UnknownEntry = Entry<'unknown', unknown>

/**
 * One change in a post of notifications. `resource` says which kind it is.
 *
 * @example
 * ```ts
 * const show = (entry: NotificationEntry) =>
 *   entry.resource === 'operation' ? entry.data.status : `${entry.resource} ${entry.changeType}`
 * ```
 * Sources: $metadata v1.0, commsNotification; reported notifications.
 */
export type NotificationEntry =
  | CallEntry
  | ParticipantsEntry
  | OperationEntry
  | ContentSharingEntry
  | ParticipantJoiningEntry
  | ParticipantLeftEntry
  | UnknownEntry
