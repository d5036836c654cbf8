import type { JsonObject } from '../../model/json.ts'
import type { CallEvent } from './feed.ts'

/**
 * Returns the body of a notification. Its `resourceData` has neither `id` nor `@odata.id`: the bot reads the id from
 * `resourceUrl`.
 *
 * Sources: $metadata v1.0, commsNotifications; notifications observed in real traffic.
 */
export function envelopeOf({ callId, changeType, path, data }: CallEvent): JsonObject {
  const resource = `calls/${inUrl(callId)}${path}`
  return {
    '@odata.type': '#microsoft.graph.commsNotifications',
    value: [
      {
        '@odata.type': '#microsoft.graph.commsNotification',
        changeType,
        resource: `/app/${resource}`,
        resourceUrl: `/communications/${resource}`,
        resourceData: data,
      },
    ],
  }
}

/** Percent-encodes an id. `toWellFormed` replaces lone surrogates, which would throw. */
function inUrl(id: string): string {
  return encodeURIComponent(id.toWellFormed())
}
