import type { ReceivedCall, ReceivedParticipant } from '../model/types.generated.ts'
import { CallFormatError } from '../read/call-format-error.ts'
import type { NotificationEntry } from '../read/notification-entry.ts'
import { NotificationFormatError } from '../read/notification-format-error.ts'
import { readCall } from '../read/read-call.ts'
import { readNotifications } from '../read/read-notifications.ts'
import { parseResourcePath } from '../read/resource-path.ts'
import { bodiesIn, type TrafficBody } from './bodies-in.ts'
import { valuesIn } from './json-documents.ts'

/** Something that a recording shows about a call. */
export interface RecordedEvent {
  /** Position in the recording. */
  readonly order: number
  /** Milliseconds since 1970. Undefined if the recording has no times. */
  readonly time: number | undefined
  /** ID of the call as received. */
  readonly callId: string
  readonly change: RecordedChange
}

/** Call, roster, operation or content sharing as the bot got it. */
export type RecordedChange =
  | { readonly kind: 'call'; readonly call: ReceivedCall; readonly isComplete: boolean }
  | { readonly kind: 'roster'; readonly participants: readonly ReceivedParticipant[] }
  | { readonly kind: 'operation'; readonly type: string; readonly ending: string | undefined }
  | { readonly kind: 'sharing'; readonly isActive: boolean }

/**
 * Returns what a recording shows about calls, in order. Bodies that are not valid are left out.
 *
 * @throws a {@link CaptureFormatError} if the capture is not JSON
 */
export function recordedEvents(capture: unknown): readonly RecordedEvent[] {
  const bodies = valuesIn(capture).flatMap((value) => [...bodiesIn(value)])
  const events: Omit<RecordedEvent, 'order'>[] = []
  for (const body of inOrder(bodies)) {
    for (const { callId = events.at(-1)?.callId, change } of changesIn(body)) {
      if (callId !== undefined) events.push({ time: body.time, callId, change })
    }
  }
  return events.map((event, order) => ({ ...event, order }))
}

/** Returns the events of each call, in the order of the calls. */
export function byCall(events: readonly RecordedEvent[]): Iterable<readonly RecordedEvent[]> {
  const calls = new Map<string, RecordedEvent[]>()
  for (const event of events) {
    const key = normalized(event.callId)
    const own = calls.get(key)
    if (own) own.push(event)
    else calls.set(key, [event])
  }
  return calls.values()
}

/** Sorts bodies by time, if all have one: the response of a HAR file is later than its request. */
function inOrder(bodies: readonly TrafficBody[]): readonly TrafficBody[] {
  if (bodies.some(({ time }) => time === undefined))
    return bodies.map((body) => ({ ...body, time: undefined }))
  return bodies.toSorted((a, b) => (a.time ?? 0) - (b.time ?? 0))
}

/** Change of a call. Without an ID, it is about the call of the event before. */
interface FoundChange {
  readonly callId: string | undefined
  readonly change: RecordedChange
}

function changesIn({ type, body, url }: TrafficBody): readonly FoundChange[] {
  if (type === 'commsNotifications') return notified(body)
  if (type === 'commsNotification') return notified({ value: [body] })
  const callId = url === undefined ? undefined : parseResourcePath(url)?.callId
  if (type === 'call') {
    const call = callIn(body)
    // The request that creates a call has no ID and no state.
    return call?.id && call.state
      ? [{ callId: call.id, change: { kind: 'call', call, isComplete: true } }]
      : []
  }
  // The response to a request of the bot, which starts the operation.
  const { status, completionReason } = body
  return type.endsWith('Operation') && status !== 'failed'
    ? [{ callId, change: operation(type, completionReason) }]
    : []
}

function notified(body: unknown): readonly FoundChange[] {
  try {
    return readNotifications(body).flatMap((entry) => {
      const change = changeOf(entry)
      return change ? [{ callId: entry.callId, change }] : []
    })
  } catch (error) {
    if (error instanceof NotificationFormatError) return []
    throw error
  }
}

function changeOf(entry: NotificationEntry): RecordedChange | undefined {
  switch (entry.resource) {
    case 'call':
      return { kind: 'call', call: entry.data, isComplete: false }
    case 'participants':
      return entry.isDelta ? undefined : { kind: 'roster', participants: entry.data }
    case 'operation': {
      const { '@odata.type': tag, completionReason = 'other' }: Record<string, unknown> = { ...entry.data }
      return operation(typeof tag === 'string' ? tag : '', completionReason)
    }
    case 'contentSharingSessions':
      return { kind: 'sharing', isActive: entry.changeType !== 'deleted' }
    default:
      return undefined
  }
}

/** @param reason - `completionReason`. An operation without one has started. */
function operation(type: string, reason: unknown): RecordedChange {
  const ending = reason === undefined || reason === null ? undefined : String(reason)
  return { kind: 'operation', type: type.replace(/^#?microsoft\.graph\.|Operation$/g, ''), ending }
}

function callIn(body: unknown): ReceivedCall | undefined {
  try {
    return readCall(body)
  } catch (error) {
    if (error instanceof CallFormatError) return undefined
    throw error
  }
}

/** IDs of the same call differ in case and hyphens. Source: reported notifications. */
const normalized = (callId: string) =>
  /^[\da-f-]{32,36}$/i.test(callId) ? callId.replaceAll('-', '').toLowerCase() : callId
