import { receivedTagsOf } from '../model/index.ts'
import type {
  DeltaParticipants,
  NotifiedItem,
  NotifiedResource,
  ParticipantJoiningNotification,
  ParticipantLeftNotification,
  ReceivedCall,
  ReceivedCommsOperation,
  ReceivedContentSharingSession,
  ReceivedParticipant,
} from '../model/types.generated.ts'
import type { ResourcePath } from './resource-path.ts'

/** `resourceData` of a notification. */
type ResourceData = NotifiedResource | NotifiedItem[] | null | undefined

/** Types of `resourceData` by kind of resource. */
interface Resources {
  call: ReceivedCall
  operation: ReceivedCommsOperation
  participants: ReceivedParticipant[]
  deltaParticipants: DeltaParticipants
  contentSharingSessions: ReceivedContentSharingSession[]
  participantJoining: ParticipantJoiningNotification
  participantLeft: ParticipantLeftNotification
}

type Resource = keyof Resources

/** Kinds of resources by the type of an object, or of an item of a list. */
const typesOfResources: Readonly<Record<Resource, string>> = {
  call: 'call',
  operation: 'commsOperation',
  participants: 'participant',
  deltaParticipants: 'deltaParticipants',
  contentSharingSessions: 'contentSharingSession',
  participantJoining: 'participantJoiningNotification',
  participantLeft: 'participantLeftNotification',
}

const resourcesByTag = new Map<unknown, Resource>()

/** Kinds of resources by `@odata.type`. Filled on first use, because importing the package computes nothing. */
function resourceNamed(tag: unknown): Resource | undefined {
  if (resourcesByTag.size === 0) {
    for (const [resource, type] of Object.entries(typesOfResources)) {
      for (const each of receivedTagsOf(type)) if (isName(resource)) resourcesByTag.set(each, resource)
    }
  }
  return resourcesByTag.get(tag)
}

function isName(name: string): name is Resource {
  return Object.hasOwn(typesOfResources, name)
}

/** True if `resourceData` is a resource of a kind. The guard has checked its properties. */
export function isResource<Kind extends Resource>(
  kind: Kind,
  resource: Resource | undefined,
  data: unknown,
): data is Resources[Kind] {
  return resource === kind && typeof data === 'object' && data !== null
}

/**
 * Returns the kind of resource that a notification is about, or undefined if it is unknown. The type of the resource decides. If it
 * has none, or an unknown one, the path decides.
 */
export function resourceOf(data: ResourceData, path: ResourcePath | undefined): Resource | undefined {
  if (data === undefined || data === null) {
    return path?.collection === 'contentsharingsessions' && path.id ? 'contentSharingSessions' : undefined
  }
  if (Array.isArray(data)) return resourceNamed(data[0]?.['@odata.type']) ?? resourceOfList(path)
  const tag = data['@odata.type']
  return resourceNamed(tag) ?? resourceOfObject(data, typeof tag === 'string', path)
}

function resourceOfList(path: ResourcePath | undefined): Resource | undefined {
  if (path?.id !== undefined) return undefined
  if (path?.collection === 'participants') return 'participants'
  return path?.collection === 'contentsharingsessions' ? 'contentSharingSessions' : undefined
}

/** Operations get new types. A call does not: nothing else can take its place. */
function resourceOfObject(
  data: object,
  isOfUnknownType: boolean,
  path: ResourcePath | undefined,
): Resource | undefined {
  if (path?.collection === 'operations') return 'operation'
  if (isOfUnknownType || path?.collection !== undefined) return undefined
  if (path) return 'call'
  return 'state' in data ? 'call' : 'status' in data ? 'operation' : undefined
}
