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

/** Types around a call: error bodies and notifications. A call never contains them. */
export const envelopeTypes = { ...errorTypes, ...notificationTypes } as const

/** All object types by the name that they have in the metadata. */
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

/** Returns an object type. Throws for an unknown name: the tables refer to each other by name. */
export function objectType(name: string): ObjectType {
  const type = objectsByName.get(name)
  if (!type) throw new Error(`Unknown object type: ${name}.`)
  return type
}

/** Returns an enum. Throws for an unknown name. */
export function enumType(name: string): EnumType {
  const type = enumsByName.get(name)
  if (!type) throw new Error(`Unknown enum: ${name}.`)
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

/** A property and the type that it belongs to. */
export interface PropertyDeclaration {
  readonly property: Property
  readonly owner: string
}

/**
 * Returns a property of a type or of a type that extends it, because the service sometimes leaves out `@odata.type`. The
 * owner is the type itself, also for an inherited property, or the type that extends it.
 */
export function declarationOf(name: string, key: string): PropertyDeclaration | undefined {
  for (const owner of [name, ...derivedTypesOf(name)]) {
    const properties = propertiesOf(owner)
    const property = Object.hasOwn(properties, key) ? properties[key] : undefined
    if (property) return { property, owner }
  }
  return undefined
}

/** Returns the names of the types that extend a type. */
export function derivedTypesOf(name: string): readonly string[] {
  return derivedByName.get(name) ?? []
}

/** Returns the `@odata.type` of a type. */
export function odataTypeOf(name: string): string {
  return `#microsoft.graph.${name}`
}

/** Returns the types that a value declared as `name` can have: the type itself, if not abstract, and those that extend it. */
export function concreteTypesOf(name: string): readonly string[] {
  return [...(objectType(name).abstract ? [] : [name]), ...derivedTypesOf(name)]
}
