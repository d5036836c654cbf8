import { fixtures, notifications, operations, skypeIncomingCall } from '../../fixtures/index.ts'
import { declarationOf } from '../model/index.ts'
import { ownerOf } from '../model/owner.ts'
import { typedObjects } from '../model/typed-objects.ts'

/** A named body of the package, with its type in the model. */
export interface NamedBody {
  readonly name: string
  readonly type: string
  readonly body: unknown
  readonly origin: string
  readonly title: string
}

/** Returns all bodies of fixtures. */
export const namedBodies: () => readonly NamedBody[] = once(() => [
  ...Object.values(fixtures).map(({ name, title, body, origin }) => ({
    name,
    title,
    type: 'error' in body ? 'callError' : 'call',
    body,
    origin,
  })),
  ...Object.values(notifications).map(({ name, title, body, origin }) => ({
    name,
    title,
    type: 'commsNotifications',
    body,
    origin,
  })),
  ...Object.values(operations).map(({ name, title, body, origin }) => ({
    name,
    title,
    type: 'commsOperation',
    body,
    origin,
  })),
  {
    name: 'skypeIncomingCall',
    type: 'skypeIncomingCall',
    body: skypeIncomingCall(),
    origin: 'graph-docs issue 8310',
    title: 'an incoming call in the older format of Skype',
  },
])

/** Returns the names of the bodies that have a type, a property, a member, a code or a result. */
export function seenIn(name: string): readonly string[] {
  return [...(occurrences().get(name) ?? [])]
}

const occurrences = once(() => {
  const found = new Map<string, Set<string>>()
  for (const { name, type, body } of namedBodies()) {
    for (const subject of subjectsIn(body, type)) {
      const names = found.get(subject) ?? new Set()
      found.set(subject, names.add(name))
    }
  }
  return found
})

/** Yields the name of everything that a body has. */
function* subjectsIn(body: unknown, root: string): Generator<string> {
  for (const { object, type, declared } of typedObjects(body, root)) {
    yield type
    if (declared !== type) yield declared
    if (type === 'resultInfo') yield `${object['code']}/${object['subcode'] ?? object['subCode']}`
    if (type === 'callErrorDetail') yield* errorCodesIn(object)
    for (const [key, value] of Object.entries(object)) {
      const owner = ownerOf(type, key)
      if (owner === undefined) continue
      yield `${owner}.${key}`
      const declaredType = declarationOf(owner, key)?.property.type
      const inner = declaredType?.kind === 'collection' ? declaredType.of : declaredType
      if (inner?.kind !== 'enum') continue
      yield inner.name
      for (const member of [value].flat()) if (typeof member === 'string') yield `${inner.name}.${member}`
    }
  }
}

/** Returns the code of an error, and the one in its message. Some messages are JSON. */
export function errorCodesIn({ code, message }: Readonly<Record<string, unknown>>): readonly string[] {
  const [, inner] = /"errorCode":"(\w+)"/.exec(String(message)) ?? []
  return [String(code), ...(inner === undefined ? [] : [inner])]
}

function once<T>(create: () => T): () => T {
  let value: T | undefined
  return () => (value ??= create())
}
