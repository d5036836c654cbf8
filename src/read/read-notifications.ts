import type { CommsNotification } from '../model/types.generated.ts'
import { isNotifications } from './guard.generated.ts'
import { findIssues, isValid } from './is-valid.ts'
import { envelope } from './mode.ts'
import type { NotificationEntry } from './notification-entry.ts'
import { NotificationFormatError } from './notification-format-error.ts'
import { isResource, resourceOf } from './notified-resource.ts'
import { parseResourcePath } from './resource-path.ts'

/**
 * Reads the body that the service posts to the `callbackUri` of a call. Accepts every observed post, with the rules of
 * `commsNotificationsSchema`, and rejects other bodies, such as calls, lists and the logs of an SDK.
 *
 * @param body - the parsed JSON of the request
 * @returns one entry for each change, in order; `resource` narrows the type of `data`
 * @throws a {@link NotificationFormatError} if the body is not a post of notifications. It lists each problem with its path, the
 * expected value, the value found, and a fix.
 *
 * @example
 * ```ts
 * for (const change of readNotifications(body)) {
 *   if (change.resource === 'call') console.log(change.callId, change.data.state)
 *   if (change.resource === 'operation') console.log(change.operationId, change.data.status)
 *   if (change.resource === 'participants') console.log(change.data.length)
 * }
 * ```
 * Sources: $metadata v1.0, commsNotifications; reported notifications.
 */
export function readNotifications(body: unknown): NotificationEntry[] {
  if (!isValid(body, isNotifications)) {
    throw new NotificationFormatError(findIssues('commsNotifications', body, envelope))
  }
  return body.value.map(entryOf)
}

function entryOf(change: CommsNotification): NotificationEntry {
  const { changeType, resourceData: data } = change
  const path = change.resourceUrl ?? change.resource ?? undefined
  const parsed = path === undefined ? undefined : parseResourcePath(path)
  const resource = resourceOf(data, parsed)
  const entry = { changeType, path, callId: parsed?.callId }
  if (isResource('call', resource, data)) {
    return { ...entry, resource: 'call', callId: entry.callId ?? data.id ?? undefined, data }
  }
  if (isResource('operation', resource, data)) {
    return { ...entry, resource: 'operation', operationId: parsed?.id ?? data.id ?? undefined, data }
  }
  if (isResource('participants', resource, data)) {
    return { ...entry, resource: 'participants', isDelta: false, sequenceNumber: undefined, data }
  }
  if (isResource('deltaParticipants', resource, data)) {
    const { participants, sequenceNumber } = data
    return {
      ...entry,
      resource: 'participants',
      isDelta: true,
      sequenceNumber:
        sequenceNumber === undefined || sequenceNumber === null ? undefined : Number(sequenceNumber),
      data: participants ?? [],
    }
  }
  if (isResource('contentSharingSessions', resource, data)) {
    return { ...entry, resource: 'contentSharingSessions', data }
  }
  if (resource === 'contentSharingSessions' && parsed?.id !== undefined) {
    return { ...entry, resource: 'contentSharingSessions', data: [{ id: parsed.id }] }
  }
  if (isResource('participantJoining', resource, data)) {
    return {
      ...entry,
      resource: 'participantJoining',
      callId: entry.callId ?? data.call?.id ?? undefined,
      data,
    }
  }
  if (isResource('participantLeft', resource, data)) {
    return { ...entry, resource: 'participantLeft', callId: entry.callId ?? data.call?.id ?? undefined, data }
  }
  return { ...entry, resource: 'unknown', data }
}
