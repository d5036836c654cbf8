import { callTypes, navigationProperties } from './call.ts'
import type { EnumType, ObjectType, Property } from './definitions.ts'
import { enumTypes } from './enums.ts'
import { errorTypes } from './error.ts'
import { identityTypes } from './identity.ts'
import { mediaTypes } from './media.ts'
import { meetingTypes } from './meeting.ts'
import { memoize } from './memoize.ts'
import { notificationTypes } from './notification.ts'
import { operationTypes } from './operation.ts'
import { participantTypes } from './participant.ts'

export type { EnumType, ObjectType, Property, Provenance, StringFormat, ValueType } from './definitions.ts'
export { formats, integerText } from './formats.ts'
export { enumTypes, navigationProperties }

/** What a call, or what came of asking for it, arrives in; no call holds one of these. */
export const envelopeTypes = { ...errorTypes, ...notificationTypes } as const

/** The whole description, by the name that the metadata gives each type. */
export const objectTypes = {
  ...callTypes,
  ...identityTypes,
  ...participantTypes,
  ...mediaTypes,
  ...meetingTypes,
  ...operationTypes,
  ...envelopeTypes,
} as const satisfies Record<string, ObjectType>

const objectsByName: ReadonlyMap<string, ObjectType> = new Map(Object.entries(objectTypes))
const enumsByName: ReadonlyMap<string, EnumType> = new Map(Object.entries(enumTypes))
const derivedByName: ReadonlyMap<string, readonly string[]> = new Map(
  [...objectsByName.keys()].map((name) => [
    name,
    [...objectsByName].flatMap(([derived, { base }]) => (base === name ? [derived] : [])),
  ]),
)

/** A type of the description by name. Throws where there is none: the tables name each other by these names. */
export function objectType(name: string): ObjectType {
  const type = objectsByName.get(name)
  if (!type) throw new Error(`The description has no object type "${name}".`)
  return type
}

/** An enum of the description by name. Throws where there is none. */
export function enumType(name: string): EnumType {
  const type = enumsByName.get(name)
  if (!type) throw new Error(`The description has no enum "${name}".`)
  return type
}

/** Returns the properties of a type with the inherited ones first. */
export const propertiesOf: (name: string) => Readonly<Record<string, Property>> = memoize((name) => {
  const { base, properties } = objectType(name)
  return base ? { ...propertiesOf(base), ...properties } : properties
})

/** Returns the names of all properties that a value declared as this type can have, and `@odata.type`. */
export function propertyNamesOf(name: string): string[] {
  const types = [name, ...derivedTypesOf(name)]
  return [...new Set(types.flatMap((type) => Object.keys(propertiesOf(type)))), '@odata.type']
}

/** A property, and the type that declares it. */
export interface PropertyDeclaration {
  readonly property: Property
  readonly owner: string
}

/**
 * A property of a type, of one that it extends, or of one that extends it: the service was seen to leave out which of them
 * an object is. The owner is the type itself, or the one that extends it.
 */
export function declarationOf(name: string, key: string): PropertyDeclaration | undefined {
  for (const owner of [name, ...derivedTypesOf(name)]) {
    const properties = propertiesOf(owner)
    const property = Object.hasOwn(properties, key) ? properties[key] : undefined
    if (property) return { property, owner }
  }
  return undefined
}

/** The names of the types that extend this one. */
export function derivedTypesOf(name: string): readonly string[] {
  return derivedByName.get(name) ?? []
}

/** How `@odata.type` names a type. */
export function odataTypeOf(name: string): string {
  return `#microsoft.graph.${name}`
}

/** The types that a value declared as `name` may be: the type itself, unless it is abstract, and those that extend it. */
export function concreteTypesOf(name: string): readonly string[] {
  return [...(objectType(name).abstract ? [] : [name]), ...derivedTypesOf(name)]
}
