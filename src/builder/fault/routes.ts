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

/** A step from an object to an object in one of its properties. */
interface Step extends ObjectProperty {
  readonly type: string
}

/** Returns the shortest route from an object of a type to an object of each other type. */
export const routesFrom = memoize((start): ReadonlyMap<string, readonly Step[]> => {
  const found = new Map<string, readonly Step[]>([[start, []]])
  for (const [from, route] of found) {
    for (const step of stepsFrom(from)) if (!found.has(step.type)) found.set(step.type, [...route, step])
  }
  return found
})

/**
 * Returns the steps through the properties that the strict schema accepts. Sorts properties that are named after their type
 * first, so that a phone identity is found in `phone`.
 */
function stepsFrom(name: string): Step[] {
  const steps = objectPropertiesOf(name)
    .filter(({ key }) => !propertiesOf(name)[key]?.tolerantOnly)
    .flatMap((inner) => concreteTypesOf(inner.declared).map((type) => ({ ...inner, type })))
  return steps.sort((a, b) => Number(isNamedAfter(b)) - Number(isNamedAfter(a)))
}

function isNamedAfter({ key, type }: Step): boolean {
  return type.toLowerCase().endsWith(`${key}identity`.toLowerCase())
}

/** Returns an object of a type within a call. Adds the smallest possible objects along the route if they are missing. */
export function reach(call: object, type: string): TypedObject {
  const [whole] = typedObjects(call)
  if (!whole) throw new Error('Expected a call.')
  return (routesFrom('call').get(type) ?? []).reduce(follow, whole)
}

function follow({ object, path }: TypedObject, { key, inCollection, declared, type }: Step): TypedObject {
  const current = object[key]
  const items: unknown[] = inCollection ? (Array.isArray(current) ? current : []) : [current]
  const found = items.findIndex((item) => isJsonObject(item) && actualTypeOf(item, declared) === type)
  const index = found >= 0 ? found : inCollection ? items.length : 0
  const item = items[index]
  const inner = found >= 0 && isJsonObject(item) ? item : smallestObject(type, declared)
  if (found < 0) object[key] = inCollection ? [...items, inner] : inner
  return { path: [...path, key, ...(inCollection ? [index] : [])], object: inner, type, declared }
}

/** Returns an object with only the properties that the model requires. */
function smallestObject(type: string, declared: string): Record<string, unknown> {
  const object: Record<string, unknown> = type === declared ? {} : { '@odata.type': odataTypeOf(type) }
  for (const [key, property] of Object.entries(propertiesOf(type))) {
    if (property.required) object[key] = simplestValue(property.type)
  }
  return object
}

/** Returns the simplest value of a type. */
export function simplestValue(type: ValueType): unknown {
  switch (type.kind) {
    case 'string':
      return ''
    case 'boolean':
      return false
    case 'int32':
    case 'int64':
    case 'double':
      return 0
    case 'enum':
      return enumType(type.name).members[0]
    case 'collection':
      return []
    case 'object': {
      const [first = type.name] = concreteTypesOf(type.name)
      return smallestObject(first, objectType(type.name).abstract ? type.name : first)
    }
    case 'one-or-many':
    case 'any':
      return null
  }
}
