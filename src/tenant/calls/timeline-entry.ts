import { isJsonObject, type JsonObject } from '../../model/json.ts'
import type { CallState, ChangeType } from '../../model/types.generated.ts'
import { printable } from '../../output/printable.ts'
import { type DeliveryFailureReason, deliveryFailureReasons } from '../notifications/callback.ts'
import type { SavedValue } from '../saved-value.ts'
import { readState } from './saved-state.ts'

/**
 * Something that happened in a call: a request of the bot, an operation, a notification, a delivery that failed, or an act of a
 * person.
 *
 * @example
 * ```ts
 * const requests = (timeline: readonly TimelineEntry[]) =>
 *   timeline.flatMap((entry) => (entry.kind === 'request' ? [`${entry.status} ${entry.path}`] : []))
 * expect(requests(tenant.call(id).timeline)).toContain('202 /answer')
 * ```
 */
export type TimelineEntry = RequestEntry | OperationEntry | NotificationEntry | DeliveryEntry | PersonEntry

/** Properties of every entry. */
interface Entry {
  /** Milliseconds since 1970, by the tenant's clock. */
  readonly time: number
}

/** Request of the bot, with the status of the response. */
interface RequestEntry extends Entry {
  /** Kind of the entry. */
  readonly kind: 'request'
  /** HTTP method. */
  readonly method: string
  /** Path below the call, for example `/answer`. Empty for the call itself. */
  readonly path: string
  /** Status code of the response. */
  readonly status: number
  /** Code and message of an error response, for example `8522: Call not found.` */
  readonly error?: string | undefined
}

/** Start or end of an operation. */
interface OperationEntry extends Entry {
  /** Kind of the entry. */
  readonly kind: 'operation'
  /** Type of the operation, for example `playPrompt`. */
  readonly operation: string
  /** Id of the operation. */
  readonly operationId: string
  /** Status of the operation, such as `running`. */
  readonly status: string
}

/** Notification to the bot. */
interface NotificationEntry extends Entry {
  /** Kind of the entry. */
  readonly kind: 'notification'
  /** `X-Microsoft-Skype-Message-ID`. If the notification is sent again, that of the first attempt. */
  readonly messageId: string
  /** `changeType` of the notification. */
  readonly changeType: ChangeType
  /** Path below the call, for example `/participants`. Empty for the call itself. */
  readonly path: string
  /** State of the call. */
  readonly state?: CallState | undefined
  /** `resultInfo` of the notification as text, for example `408/1106: The bot did not acknowledge the call.` */
  readonly result?: string | undefined
  /** Names of the properties in `resourceData`, or the number of items in a list. */
  readonly properties: readonly string[]
  /** Status of each response of the bot, or why a delivery failed. Empty until the bot has responded. */
  readonly deliveries: readonly (number | DeliveryFailureReason)[]
}

/** Attempt to notify the bot that failed: the bot returned an error, or did not get the notification. */
interface DeliveryEntry extends Entry {
  /** Kind of the entry. */
  readonly kind: 'delivery'
  /** `changeType` of the notification. */
  readonly changeType: ChangeType
  /** Path below the call, for example `/participants`. Empty for the call itself. */
  readonly path: string
  /** State of the call. */
  readonly state?: CallState | undefined
  /** Reason, for example `The bot returned 500.` */
  readonly reason: string
}

/** Act of a person. */
interface PersonEntry extends Entry {
  /** Kind of the entry. */
  readonly kind: 'person'
  /** Name of the person. */
  readonly person: string
  /** For example `answers`, or `presses 1`. */
  readonly act: string
}

const propertiesOf = {
  request: ['kind', 'time', 'method', 'path', 'status', 'error'],
  operation: ['kind', 'time', 'operation', 'operationId', 'status'],
  notification: [
    'kind',
    'time',
    'messageId',
    'changeType',
    'path',
    'state',
    'result',
    'properties',
    'deliveries',
  ],
  delivery: ['kind', 'time', 'changeType', 'path', 'state', 'reason'],
  person: ['kind', 'time', 'person', 'act'],
} as const

const kinds = ['request', 'operation', 'notification', 'delivery', 'person'] as const
const changeTypes = ['created', 'updated', 'deleted'] as const

/** Returns the names of the properties in the data of a notification. */
export function propertyNames(data: JsonObject | readonly JsonObject[]): readonly string[] {
  if (Array.isArray(data)) return [String(data.length)]
  return Object.keys(data).filter((name) => !ignored.includes(name))
}

/** Properties that nearly every notification has. */
const ignored = ['@odata.type', 'state', 'callChainId']

/** Returns the `resultInfo` in the data of a notification as text. The message is that of an error. */
export function resultText(data: JsonObject | readonly JsonObject[]): string | undefined {
  if (Array.isArray(data)) return undefined
  const { resultInfo } = Object(data)
  if (!isJsonObject(resultInfo)) return undefined
  const { code, subcode = resultInfo['subCode'], message } = resultInfo
  const isError = typeof code === 'number' && code >= 400 && typeof message === 'string'
  return `${code}/${subcode}${isError ? `: ${message}` : ''}`
}

/** Returns one line for an entry. */
export function entryText(entry: TimelineEntry): string {
  switch (entry.kind) {
    case 'request':
      return `request       ${entry.status} ${entry.method} ${printable(entry.path) || 'call'}${entry.error ? ` (${printable(entry.error)})` : ''}`
    case 'operation':
      return `operation     ${entry.operation} ${entry.status}`
    case 'notification': {
      const { properties, result, deliveries } = entry
      const more = properties.length > 0 ? `: ${properties.join(', ')}` : ''
      const responses = deliveries.length > 0 ? ` -> ${deliveries.join(', ')}` : ''
      return `notification  ${subjectOf(entry)}${more}${result === undefined ? '' : ` (${printable(result)})`}${responses}`
    }
    case 'delivery':
      return `delivery      ${subjectOf(entry)} failed: ${printable(entry.reason)}`
    case 'person':
      return `person        ${printable(`${entry.person} ${entry.act}`)}`
  }
}

function subjectOf({ changeType, path, state }: NotificationEntry | DeliveryEntry): string {
  const resource = path.replace(/^\/operations\/.*/, '/operations') || state || 'call'
  return `${changeType} ${resource}`
}

/** Reads an entry in a snapshot. */
export function readEntry(saved: SavedValue): TimelineEntry {
  const kind = saved.at('kind').oneOf(kinds)
  saved.object(...propertiesOf[kind])
  const time = saved.at('time').number(-latest, latest)
  const text = (name: string) => saved.at(name).text()
  switch (kind) {
    case 'request': {
      const error = saved.optional('error', (each) => each.text())
      return {
        kind,
        time,
        method: text('method'),
        path: text('path'),
        status: saved.at('status').integer(0, 599),
        ...(error !== undefined && { error }),
      }
    }
    case 'operation':
      return {
        kind,
        time,
        operation: text('operation'),
        operationId: text('operationId'),
        status: text('status'),
      }
    case 'notification': {
      const result = saved.optional('result', (each) => each.text())
      return {
        kind,
        time,
        messageId: text('messageId'),
        ...readSubject(saved),
        ...(result !== undefined && { result }),
        properties: saved
          .at('properties')
          .items()
          .map((each) => each.text()),
        deliveries: saved.at('deliveries').items().map(readDelivery),
      }
    }
    case 'delivery':
      return { kind, time, ...readSubject(saved), reason: text('reason') }
    case 'person':
      return { kind, time, person: text('person'), act: text('act') }
  }
}

function readDelivery(saved: SavedValue): number | DeliveryFailureReason {
  return typeof saved.value === 'number' ? saved.integer(0, 599) : saved.oneOf(deliveryFailureReasons)
}

function readSubject(saved: SavedValue): Pick<DeliveryEntry, 'changeType' | 'path' | 'state'> {
  const state = saved.optional('state', readState)
  return {
    changeType: saved.at('changeType').oneOf(changeTypes),
    path: saved.at('path').text(),
    ...(state !== undefined && { state }),
  }
}

/** Latest time that a `Date` can have, in milliseconds since 1970. */
const latest = 8.64e15
