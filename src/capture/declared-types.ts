import { collection, object } from '../model/definitions.ts'
import { formats } from '../model/formats.ts'
import { declarationsOf, enumType, objectType, objectTypes, type ValueType } from '../model/index.ts'
import type { JsonObject } from '../model/json.ts'
import { isIntegerText } from '../read/value-checks.ts'
import { tagOf } from './bodies-in.ts'
import { isMemberOf } from './vocabulary.ts'

/** Types that a value can have: several if the schemas disagree. */
export type Types = readonly ValueType[]

/** Types of bodies. Code that reads an unknown body takes it for one of them. */
export const bodyTypes: readonly string[] = ['call', 'commsNotifications', 'commsNotification']

/** Returns the names of the types of an object: those that the model declares, and the one that it names. */
export function namesOf(types: Types, value: JsonObject): readonly string[] {
  const declared = types.flatMap((type) =>
    type.kind === 'object' ? [type.name] : type.kind === 'one-or-many' ? [type.one] : [],
  )
  const tag = tagOf(value['@odata.type'] ?? value['OdataType'])
  return declared.length > 0 && Object.hasOwn(objectTypes, tag) ? [...declared, ...withBases(tag)] : declared
}

function withBases(name: string): readonly string[] {
  const { base } = objectType(name)
  return base === undefined ? [name] : [name, ...withBases(base)]
}

/** Returns the types of the items of a list. */
export function itemTypesOf(types: Types): Types {
  return types.flatMap((type) =>
    type.kind === 'collection' ? [type.of] : type.kind === 'one-or-many' ? [object(type.many)] : [],
  )
}

/** Returns the types of a property. A .NET serializer writes names in PascalCase, and lists as `{ "$values": [] }`. */
export function propertyTypesOf(names: readonly string[], key: string, types: Types): Types {
  if (key === '$values') return types.flatMap(asCollection)
  const camelCase = key.charAt(0).toLowerCase() + key.slice(1)
  return names.flatMap((name) => {
    const declarations = declarationsOf(name)
    const declaration = declarations.get(key) ?? declarations.get(camelCase)
    return declaration ? [declaration.property.type] : []
  })
}

function asCollection(type: ValueType): Types {
  if (type.kind === 'collection') return [type]
  return type.kind === 'one-or-many' ? [collection(object(type.many))] : []
}

const duration = new RegExp(formats.duration)

/** True for a text that is not data at a place of the model: a member of the declared enum, a number or a duration. */
export function isDeclaredWord(types: Types, key: string, text: string): boolean {
  return types.some((type) => {
    switch (type.kind) {
      case 'enum': {
        const isPascalCase = /^[A-Z$]/.test(key)
        const camelCase = text.charAt(0).toLowerCase() + text.slice(1)
        return (
          isMemberOf(enumType(type.name), text) ||
          (isPascalCase && isMemberOf(enumType(type.name), camelCase))
        )
      }
      case 'int32':
      case 'int64':
        return isIntegerText(text)
      case 'string':
        return type.format === 'duration' && duration.test(text)
      default:
        return false
    }
  })
}
