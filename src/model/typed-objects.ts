import { concreteTypesOf, objectType, odataTypeOf, propertiesOf } from './index.ts'
import { isJsonObject, type JsonObject } from './json.ts'
import { memoize } from './memoize.ts'
import type { Path } from './path.ts'

/** An object in a body, with its type in the model. */
export interface TypedObject {
  readonly path: Path
  readonly object: Record<string, unknown>
  /** Type of the object itself. */
  readonly type: string
  /** Type that the model declares at this path: `type`, or the type that `type` extends. */
  readonly declared: string
}

/** A property that holds an object or a collection of objects. */
export interface ObjectProperty {
  readonly key: string
  readonly inCollection: boolean
  readonly declared: string
}

/**
 * Yields each object in a body whose type is known, outer objects first. Skips objects of unknown types with everything
 * in them.
 */
export function* typedObjects(value: unknown, declared = 'call', path: Path = []): Generator<TypedObject> {
  if (!isJsonObject(value)) return
  const type = actualTypeOf(value, declared)
  if (type === undefined) return
  yield { path, object: value, type, declared }
  for (const { key, inCollection, declared } of objectPropertiesOf(type)) {
    const inner = value[key]
    if (!inCollection) yield* typedObjects(inner, declared, [...path, key])
    else if (Array.isArray(inner)) {
      for (const [index, item] of inner.entries()) yield* typedObjects(item, declared, [...path, key, index])
    }
  }
}

/**
 * Returns the type that the `@odata.type` of an object names, with or without `#`, if the declared type allows it.
 * Otherwise returns the declared type, or `undefined` if that one is abstract.
 */
export function actualTypeOf(object: JsonObject, declared: string): string | undefined {
  const { byTag, fallback } = possibleTypes(declared)
  return byTag.get(object['@odata.type']) ?? fallback
}

/** Returns the properties of a type that hold objects. */
export const objectPropertiesOf = memoize((name) =>
  Object.entries(propertiesOf(name)).flatMap(([key, { type }]): ObjectProperty[] => {
    if (type.kind === 'one-or-many') {
      return [
        { key, inCollection: false, declared: type.one },
        { key, inCollection: true, declared: type.many },
      ]
    }
    const inner = type.kind === 'collection' ? type.of : type
    if (inner.kind !== 'object') return []
    return [{ key, inCollection: inner !== type, declared: inner.name }]
  }),
)

const possibleTypes = memoize((declared) => ({
  byTag: new Map<unknown, string>(
    concreteTypesOf(declared).flatMap((type) => [
      [odataTypeOf(type), type],
      [odataTypeOf(type).slice(1), type],
    ]),
  ),
  fallback: objectType(declared).abstract ? undefined : declared,
}))
