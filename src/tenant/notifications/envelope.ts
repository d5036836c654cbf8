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
 * Returns the body of a request with one or more notifications.
 *
 * Sources: $metadata v1.0, commsNotifications; notifications observed in real traffic; examples of call: answer.
 */
export function envelopeOf(events: readonly CallEvent[], form: NotificationForm): JsonObject {
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

function documented({ callId, changeType, path, data }: CallEvent): JsonObject {
  const resourceUrl = `/communications/calls/${inUrl(callId)}${path}`
  return {
    '@odata.type': '#microsoft.graph.commsNotification',
    changeType,
    resourceUrl,
    resourceData: Array.isArray(data) ? data : withODataId({ ...data }, resourceUrl),
  }
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
