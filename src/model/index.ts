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
import { sentTypes } from './sent.ts'

export type { EnumType, ObjectType, Property, Provenance, StringFormat, ValueType } from './definitions.ts'
export { formats, integerText } from './formats.ts'
export { enumTypes, navigationProperties, sentTypes }

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
  ...sentTypes,
  ...envelopeTypes,
} as const satisfies Record<string, ObjectType>

const objectsByName: ReadonlyMap<string, ObjectType> = new Map(Object.entries(objectTypes))
const enumsByName: ReadonlyMap<string, EnumType> = new Map(Object.entries(enumTypes))
const derivedByName: ReadonlyMap<string, readonly string[]> = /* @__PURE__ */ derivedTypes()
const tagsByName: ReadonlyMap<string, readonly string[]> = new Map(
  [...objectsByName.keys()].map((name) => [name, [odataTypeOf(name), odataTypeOf(name).slice(1)]]),
)
const knownTags: ReadonlySet<unknown> = new Set([...tagsByName.values()].flat())

/** Returns the names of the types that name each type as their base. */
function derivedTypes(): ReadonlyMap<string, readonly string[]> {
  const derived = new Map<string, string[]>([...objectsByName.keys()].map((name) => [name, []]))
  for (const [name, { base }] of objectsByName) if (base) derived.get(base)?.push(name)
  return derived
}

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
  const types = [name, ...derivedTypesOf(name), ...(objectType(name).alsoReceived ?? [])]
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
  return declarationsOf(name).get(key)
}

/** Returns what {@link declarationOf} returns for each name of a property. */
export const declarationsOf: (name: string) => ReadonlyMap<string, PropertyDeclaration> = memoize((name) => {
  const declarations = new Map<string, PropertyDeclaration>()
  for (const owner of [name, ...derivedTypesOf(name), ...(objectType(name).alsoReceived ?? [])]) {
    for (const [key, property] of Object.entries(propertiesOf(owner))) {
      if (!declarations.has(key)) declarations.set(key, { property, owner })
    }
  }
  return declarations
})

/** Returns the names of the types that extend a type, or that it is one of. */
export const derivedTypesOf: (name: string) => readonly string[] = memoize((name) => [
  ...(objectType(name).oneOf ?? []).flatMap((each) => [each, ...derivedTypesOf(each)]),
  ...(derivedByName.get(name) ?? []),
])

/**
 * Returns every property that the tolerant schema checks in a value declared as this type: those of the type, and of the
 * types that can take its place, because the service sometimes leaves out `@odata.type`.
 */
export const openPropertiesOf: (name: string) => Readonly<Record<string, Property>> = memoize((name) => {
  const { alsoReceived = [] } = objectType(name)
  const keys = [...derivedTypesOf(name), name, ...alsoReceived].flatMap((type) =>
    Object.keys(propertiesOf(type)),
  )
  return Object.fromEntries(
    keys.flatMap((key) => {
      const declaration = declarationOf(name, key)
      return declaration ? [[key, declaration.property]] : []
    }),
  )
})

/** Returns the `@odata.type` of a type. */
export function odataTypeOf(name: string): string {
  return `#microsoft.graph.${name}`
}

/** Returns the types that a value declared as `name` can have: the type itself, if not abstract, and those that extend it. */
export function concreteTypesOf(name: string): readonly string[] {
  return [...(objectType(name).abstract ? [] : [name]), ...derivedTypesOf(name)]
}

/**
 * Returns the `@odata.type`s of the model, with and without `#`, that the tolerant schema accepts in a value declared as
 * `name`. It accepts those of unknown types too, unless the type is sealed.
 */
export const receivedTagsOf: (name: string) => readonly string[] = memoize((name) => {
  const { oneOf, alsoReceived = [] } = objectType(name)
  const types = [...(oneOf ? [] : [name]), ...derivedTypesOf(name), ...alsoReceived]
  return types.flatMap((type) => tagsByName.get(type) ?? [])
})

/**
 * True if the tolerant schema accepts an `@odata.type` in a value declared as `name`: it can be absent, and name the type, a
 * type that can take its place, or a type that the model does not have.
 */
export function isReceivedTag(tag: unknown, name: string): boolean {
  if (tag === undefined || tag === null) return true
  if (typeof tag !== 'string') return false
  return receivedTagsOf(name).includes(tag) || (!objectType(name).sealed && !isKnownTag(tag))
}

/** True for the `@odata.type` of a type in the model. */
export function isKnownTag(tag: unknown): boolean {
  return knownTags.has(tag)
}
