import { objectType, objectTypes } from '../model/index.ts'
import { isJsonObject, type JsonObject } from '../model/json.ts'
import { bodyKinds } from '../read/body-kinds.ts'
import { embeddedJson } from './embedded-json.ts'
import { contextOf, millisecondsOf, type TrafficContext } from './traffic-context.ts'

/** Body of a request or response about calls, and its type in the model. */
export interface TrafficBody extends TrafficContext {
  readonly type: string
  readonly body: JsonObject
}

/** Levels of objects around a body, such as `{ request: { body } }`. */
const maximumLevels = 6

/** Yields the bodies about calls in a captured value: a HAR file, a line of a log, a list, or a body. */
export function* bodiesIn(
  value: unknown,
  context: TrafficContext = {},
  levels = maximumLevels,
): Generator<TrafficBody> {
  if (levels === 0) return
  if (Array.isArray(value)) {
    for (const item of value) yield* bodiesIn(item, context, levels - 1)
    return
  }
  if (!isJsonObject(value)) return
  const { log } = value
  if (isJsonObject(log) && Array.isArray(log['entries'])) {
    for (const entry of log['entries']) yield* harBodies(entry)
    return
  }
  const type = typeOfBody(value)
  if (type !== undefined) {
    yield { type, body: value, ...context }
    return
  }
  const inner = contextOf(value, context)
  for (const key of containers) yield* bodiesIn(contentOf(value[key]), inner, levels - 1)
}

/** Properties that have a body in logs, lists and recorded exchanges. */
const containers = [
  'value',
  'mocks',
  'responses',
  'body',
  'data',
  'payload',
  'request',
  'response',
  'resourceData',
] as const

/** Yields the bodies of an entry of a HAR file. Source: HAR 1.2, startedDateTime, time, postData and content. */
function* harBodies(entry: unknown): Generator<TrafficBody> {
  if (!isJsonObject(entry)) return
  const { request, response, startedDateTime, time: duration } = entry
  const start = millisecondsOf(startedDateTime)
  const end = start === undefined || typeof duration !== 'number' ? start : start + Math.max(0, duration)
  const url = isJsonObject(request) && typeof request['url'] === 'string' ? request['url'] : undefined
  const posted = isJsonObject(request) && isJsonObject(request['postData']) ? request['postData'] : {}
  const content = isJsonObject(response) && isJsonObject(response['content']) ? response['content'] : {}
  for (const [{ text }, time] of [
    [posted, start],
    [content, end],
  ] as const) {
    if (typeof text === 'string') yield* bodiesIn(contentOf(text), { time, url })
  }
}

/** Parses JSON in a text. Returns other values as they are. */
function contentOf(value: unknown): unknown {
  return typeof value === 'string' ? embeddedJson(value)?.value : value
}

/** Returns the type of a body, or `undefined` if it is not about calls. */
export function typeOfBody(body: JsonObject): string | undefined {
  const tag = tagOf(body['@odata.type'])
  if (Object.hasOwn(objectTypes, tag)) return objectType(tag).abstract ? undefined : tag
  if (typeof body['callState'] === 'string' && !('state' in body)) return 'skypeIncomingCall'
  const kind = bodyKinds.find(({ isLike }) => isLike(body))
  return kind?.types?.find((type) => Object.hasOwn(objectTypes, type))
}

/** Returns the name in an `@odata.type`, and an empty text for a value that is not a text. */
export function tagOf(value: unknown): string {
  return typeof value === 'string' ? value.replace(/^#?microsoft\.graph\./, '') : ''
}
