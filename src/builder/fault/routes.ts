import {
  concreteTypesOf,
  enumType,
  objectType,
  odataTypeOf,
  propertiesOf,
  type ValueType,
} from '../../model/index.ts'
import { isJsonObject } from '../../model/json.ts'
import { memoize } from '../../model/memoize.ts'
import {
  actualTypeOf,
  type ObjectProperty,
  objectPropertiesOf,
  type TypedObject,
  typedObjects,
} from '../../model/typed-objects.ts'

/** One step from an object to another within it. */
interface Step extends ObjectProperty {
  readonly type: string
}

/** The steps that lead from an object of one type to one of each other, as few as there can be. */
export const routesFrom = memoize((start): ReadonlyMap<string, readonly Step[]> => {
  const found = new Map<string, readonly Step[]>([[start, []]])
  for (const [from, route] of found) {
    for (const step of stepsFrom(from)) if (!found.has(step.type)) found.set(step.type, [...route, step])
  }
  return found
})

/** Where several properties may hold a type, that one comes first which is named after it: a phone identity stands in `phone`. */
function stepsFrom(name: string): Step[] {
  const steps = objectPropertiesOf(name).flatMap((inner) =>
    concreteTypesOf(inner.declared).map((type) => ({ ...inner, type })),
  )
  return steps.sort((a, b) => Number(isNamedAfter(b)) - Number(isNamedAfter(a)))
}

function isNamedAfter({ key, type }: Step): boolean {
  return type.toLowerCase().endsWith(`${key}identity`.toLowerCase())
}

/** An object of a type that a call leads to. Where there is none, the smallest one is put there, and on the way to it. */
export function reach(call: object, type: string): TypedObject {
  const [whole] = typedObjects(call)
  if (!whole) throw new Error('Only a call leads anywhere.')
  return (routesFrom('call').get(type) ?? []).reduce(take, whole)
}

function take({ object, path }: TypedObject, { key, inCollection, declared, type }: Step): TypedObject {
  const there = object[key]
  const items: unknown[] = inCollection ? (Array.isArray(there) ? there : []) : [there]
  const found = items.findIndex((item) => isJsonObject(item) && actualTypeOf(item, declared) === type)
  const index = found >= 0 ? found : inCollection ? items.length : 0
  const item = items[index]
  const inner = found >= 0 && isJsonObject(item) ? item : smallest(type, declared)
  if (found < 0) object[key] = inCollection ? [...items, inner] : inner
  return { path: [...path, key, ...(inCollection ? [index] : [])], object: inner, type, declared }
}

/** An object of a type with what the description requires of it, and nothing else. */
function smallest(type: string, declared: string): Record<string, unknown> {
  const object: Record<string, unknown> = type === declared ? {} : { '@odata.type': odataTypeOf(type) }
  for (const [key, property] of Object.entries(propertiesOf(type))) {
    if (property.required) object[key] = simplest(property.type)
  }
  return object
}

function simplest(type: ValueType): unknown {
  switch (type.kind) {
    case 'string':
      return ''
    case 'boolean':
      return false
    case 'int32':
    case 'int64':
      return 0
    case 'enum':
      return enumType(type.name).members[0]
    case 'collection':
      return []
    case 'object': {
      const [first = type.name] = concreteTypesOf(type.name)
      return smallest(first, objectType(type.name).abstract ? type.name : first)
    }
    case 'any':
      return null
  }
}
