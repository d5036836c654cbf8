import { concreteTypesOf, objectType, odataTypeOf, propertiesOf } from '../../model/index.ts'
import { memoized } from './memoized.ts'

/** The keys and indexes that lead to a value. */
export type Path = readonly (string | number)[]

/** An object within a call, with what the description says of it. */
export interface TypedObject {
  readonly path: Path
  readonly object: Record<string, unknown>
  /** The type that the object has. */
  readonly type: string
  /** The type that the description declares here: another one where it is extended. */
  readonly declared: string
}

/** A property that holds an object, or a collection of them. */
export interface Inner {
  readonly key: string
  readonly inCollection: boolean
  readonly declared: string
}

/** Every object of a call whose type is known, the call itself first. What an object of another type holds nobody knows. */
export function* objectsOf(value: unknown, declared = 'call', path: Path = []): Generator<TypedObject> {
  if (!isObject(value)) return
  const type = typeOf(value, declared)
  if (type === undefined) return
  yield { path, object: value, type, declared }
  for (const { key, inCollection, declared } of innerOf(type)) {
    const there = value[key]
    if (!inCollection) yield* objectsOf(there, declared, [...path, key])
    else if (Array.isArray(there)) {
      for (const [index, item] of there.entries()) yield* objectsOf(item, declared, [...path, key, index])
    }
  }
}

/** The type of an object: what its `@odata.type` says, or the declared one where it says nothing that is known. */
export function typeOf(object: Record<string, unknown>, declared: string): string | undefined {
  const { byTag, otherwise } = typesAt(declared)
  return byTag.get(object['@odata.type']) ?? otherwise
}

/** The properties of a type that hold objects. */
export const innerOf = memoized((type) =>
  Object.entries(propertiesOf(type)).flatMap(([key, { type }]): Inner[] => {
    const inner = type.kind === 'collection' ? type.of : type
    if (inner.kind !== 'object') return []
    return [{ key, inCollection: inner !== type, declared: inner.name }]
  }),
)

const typesAt = memoized((declared) => ({
  byTag: new Map<unknown, string>(concreteTypesOf(declared).map((type) => [odataTypeOf(type), type])),
  otherwise: objectType(declared).abstract ? undefined : declared,
}))

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
