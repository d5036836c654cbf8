import type { JsonObject } from '../../model/json.ts'
import type { CallEvent } from './feed.ts'

/** Forms of notifications: as real traffic has them, or as the examples of the documentation have them. */
export const notificationForms = { reported: true, documented: true } as const

/**
 * Form of the notifications. `'reported'` is that of real traffic: `resource` and `resourceUrl`, and a call without `id`.
 * `'documented'` is that of the examples: no `resource`, and `@odata.id` and `@odata.etag` in the call.
 *
 * @example
 * ```ts
 * const form: NotificationForm = 'documented'
 * const notifications = tenant.notify({ form })
 * ```
 */
export type NotificationForm = keyof typeof notificationForms

/**
 * Returns the body of a request with one or more notifications. A call in the older format of Skype has no envelope, and is
 * never in a request with others.
 *
 * Sources: $metadata v1.0, commsNotifications; notifications observed in real traffic; examples of call: answer.
 */
export function envelopeOf(events: readonly CallEvent[], form: NotificationForm): JsonObject {
  const [first] = events
  if (first?.isSkype) return { ...first.data }
  return {
    '@odata.type': '#microsoft.graph.commsNotifications',
    value: events.map((event) => (form === 'documented' ? documented(event) : reported(event))),
  }
}

function reported({ callId, changeType, path, data }: CallEvent): JsonObject {
  const resource = `calls/${inUrl(callId)}${path}`
  return {
    '@odata.type': '#microsoft.graph.commsNotification',
    changeType,
    resource: `/app/${resource}`,
    resourceUrl: `/communications/${resource}`,
    resourceData: data,
  }
}

function documented(event: CallEvent): JsonObject {
  const { callId, changeType, path, data } = event
  const resourceUrl = `/communications/calls/${inUrl(callId)}${path}`
  return {
    '@odata.type': '#microsoft.graph.commsNotification',
    changeType,
    resourceUrl,
    resourceData: hasODataId(event) ? withODataId({ ...data }, resourceUrl) : data,
  }
}

/** True for a call or an operation. The examples show no other resource with an `@odata.id`. */
function hasODataId({ path, data, readsResponse }: CallEvent): boolean {
  if (Array.isArray(data) || readsResponse) return false
  return path.startsWith('/operations/') || ('state' in data && path === '')
}

/** Adds the id to an object as the examples do. Every example has the same etag for a call, and another for an operation. */
function withODataId({ '@odata.type': type, id: _, ...rest }: JsonObject, resourceUrl: string): JsonObject {
  const etag = resourceUrl.includes('/operations/') ? 'W/"54451"' : 'W/"5445"'
  return { '@odata.type': type, '@odata.id': resourceUrl, '@odata.etag': etag, ...rest }
}

/** Percent-encodes an id. `toWellFormed` replaces lone surrogates, which would throw. */
function inUrl(id: string): string {
  return encodeURIComponent(id.toWellFormed())
}
