import { actions } from '../../model/actions/index.ts'
import { recordingPath } from '../media/recordings.ts'

/** Target of a path: a call, an action or another resource, or the first segment that is not found. */
export type Address = CallAddress | ActionAddress | RecordingAddress | { readonly unknownSegment: string }

/** Path of a recording. */
export interface RecordingAddress {
  readonly recordingId: string
}

/** Path below `/communications` that is not a call itself: all calls, an action, or a resource in a call. */
export interface ActionAddress extends Omit<CallAddress, 'callId'> {
  /** Segments after `calls`, decoded. */
  readonly segments: readonly string[]
  /** First segment: the id of the call, if there is one. */
  readonly callId?: string
}

export interface CallAddress {
  readonly version: 'v1.0' | 'beta'
  /** `app` is the older name of `communications`. */
  readonly namespace: 'communications' | 'app'
  readonly callId: string
}

/**
 * Parses a path: `/v1.0/communications/calls/{id}` and everything below `calls`, also with `beta`, with `app`, with OData
 * keys (`calls('{id}')`), and with a slash at the end. The case of the names does not matter.
 *
 * Sources: Get call; OData URL Conventions 4.0, 4.3 (keys in parentheses); Graph ignores the case of paths.
 */
export function readPath(path: string): Address {
  if (path.startsWith(recordingPath)) return { recordingId: path.slice(recordingPath.length) }
  return readUsualPath(path) ?? readUnusualPath(path)
}

/** Names of the actions on all calls, in lower case. */
const actionNames = new Set(
  actions.flatMap(({ path }) => /^\/calls\/(\w+)$/.exec(path)?.[1]?.toLowerCase() ?? []),
)

/** True for `logTeleconferenceDeviceQuality`, also qualified: it is not the id of a call. */
function isActionName(segment: string): boolean {
  return actionNames.has(segment.toLowerCase().replace(/^microsoft\.graph\./, ''))
}

/** Form that nearly all clients use: a call, and names or ids below it. */
const usualPath = /^\/(v1\.0|beta)\/(communications|app)\/calls\/([\w-]+)((?:\/[\w.-]+)*)$/

/** Reads the form that nearly all clients use. It is only faster: `readUnusualPath` returns the same for it. */
function readUsualPath(path: string): CallAddress | ActionAddress | undefined {
  const [, first, second, callId, below] = usualPath.exec(path) ?? []
  if (callId === undefined || isActionName(callId)) return undefined
  const version = first === 'beta' ? first : 'v1.0'
  const namespace = second === 'app' ? second : 'communications'
  return below
    ? { version, namespace, segments: [callId, ...below.slice(1).split('/')], callId }
    : { version, namespace, callId }
}

function readUnusualPath(path: string): Address {
  const [first = '', second = '', third = '', ...rest] = path.replace(/^\/|\/$/g, '').split('/')
  const version = oneOf(['v1.0', 'beta'], first)
  if (!version) return { unknownSegment: first }
  const namespace = oneOf(['communications', 'app'], second)
  if (!namespace) return { unknownSegment: second }
  const [collection, ...keys] = keyOf(third, rest)
  if (!oneOf(['calls'], collection)) return { unknownSegment: third }
  const segments: string[] = []
  for (const key of keys.flatMap((each) => keyOf(each ?? '', []))) {
    const segment = decoded(key ?? '')
    if (segment === undefined) return { unknownSegment: key ?? '' }
    segments.push(segment)
  }
  const [callId] = segments
  if (!callId || isActionName(callId)) return { version, namespace, segments }
  return segments.length === 1 ? { version, namespace, callId } : { version, namespace, segments, callId }
}

/** Returns the collection, the key, and the segments after it. `calls('2e1a')` is the same as `calls/2e1a`. */
function keyOf(segment: string, rest: readonly string[]): readonly (string | undefined)[] {
  const quoted = /^([^(]*)\((?:'|%27)(.*)(?:'|%27)\)$/.exec(segment)
  if (!quoted) return [segment, ...rest]
  return [quoted[1], quoted[2]?.replace(/(?:'|%27){2}/g, "'"), ...rest]
}

function oneOf<Name extends string>(names: readonly Name[], segment = ''): Name | undefined {
  return names.find((name) => name === segment.toLowerCase())
}

/** Returns undefined if the percent-encoding is invalid. */
function decoded(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment)
  } catch {
    return undefined
  }
}
