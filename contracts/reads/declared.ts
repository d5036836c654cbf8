import {
  declarationOf,
  derivedTypesOf,
  type ObjectType,
  objectTypes,
  propertiesOf,
  type ValueType,
} from '../../src/model/index.ts'

/** One step into a value: the name of a property, or `[]` for any element of a collection. */
export type Step = string

/** The bodies that a contract knows. */
export type BodyType = 'call' | 'callError'

const anything: ValueType = { kind: 'any' }

/**
 * The type that the description gives to what a path leads to, whatever `@odata.type` stands on the way: a property of
 * any type that may stand there counts. `undefined` where the description knows no such path.
 */
export function declaredAt(body: BodyType, path: readonly Step[]): ValueType | undefined {
  return path.reduce<ValueType | undefined>(declaredIn, { kind: 'object', name: body })
}

function declaredIn(type: ValueType | undefined, step: Step): ValueType | undefined {
  switch (type?.kind) {
    case 'any':
      return type
    case 'collection':
      return step === '[]' ? type.of : undefined
    case 'object':
      return step === '@odata.type' ? { kind: 'string' } : declarationOf(type.name, step)?.property.type
    default:
      return undefined
  }
}

/** The names of what an object of a type, or of one that extends it, may have. */
export function propertyNamesOf(name: string): string[] {
  const types = [name, ...derivedTypesOf(name)]
  return [...new Set(types.flatMap((type) => Object.keys(propertiesOf(type)))), '@odata.type']
}

/** Whether `@odata.type` decides what stands there, as it does for a type that has no instances of its own. */
export function isDecidedByODataType(type: ValueType | undefined): boolean {
  if (type?.kind !== 'object') return false
  const types: Readonly<Record<string, ObjectType>> = objectTypes
  return types[type.name]?.abstract === true
}

/** The type of what a path leads to; `any` where the description does not know it, since calls are open. */
export function typeAt(body: BodyType, path: readonly Step[]): ValueType {
  return declaredAt(body, path) ?? anything
}
