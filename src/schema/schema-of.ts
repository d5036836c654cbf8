import * as z from 'zod'
import {
  concreteTypesOf,
  derivedTypesOf,
  enumType,
  envelopeTypes,
  formats,
  integerText,
  objectType,
  odataTypeOf,
  type Property,
  propertiesOf,
  type ValueType,
} from '../model/index.ts'

/** How much of the description a reading insists on. */
export interface SchemaMode {
  /** Unknown keys are kept, and an object of a type that is not known is kept as it is. */
  readonly open: boolean
  /** Absence and null are errors where the description requires a property: in all types, in none, or in those around a call. */
  readonly complete: boolean | 'envelopes'
  /** Strings must have the format that the description gives them. */
  readonly formatted: boolean
  /** Enum members that the description does not have are errors. */
  readonly closedEnums: boolean
}

export const strict: SchemaMode = { open: false, complete: true, formatted: true, closedEnums: true }
export const tolerant: SchemaMode = { open: true, complete: false, formatted: false, closedEnums: true }
export const withUnknownEnumMembers: SchemaMode = { ...tolerant, closedEnums: false }
export const ofEnvelopes: SchemaMode = { ...tolerant, complete: 'envelopes' }

type Shape = Record<string, z.ZodType>

/** What makes a schema fast; the benchmark measures without it. */
type Compile = (schema: z.ZodType) => z.ZodType

/**
 * The zod schema of one type of the description, as one reading has it.
 *
 * Each type is compiled once, behind a `z.lazy`, when it is first used: zod would otherwise write the code of an identity
 * anew in each of the fifty places where a call may have one, which takes a second, and runs slower for its size. Nor does
 * an import pay for a reading that it does not use.
 */
export function schemaOf(
  name: string,
  reading: SchemaMode,
  compile: Compile = z.compile,
): z.ZodLazy<z.ZodType> {
  const built = new Map<string, z.ZodLazy<z.ZodType>>()

  function sharedObject(name: string): z.ZodLazy<z.ZodType> {
    let compiled: z.ZodType | undefined
    const schema =
      built.get(name) ??
      z.lazy(() => (compiled ??= compile(reading.open ? openObject(name) : closedObject(name))))
    built.set(name, schema)
    return schema
  }

  /** Each type by its own `@odata.type`; only the declared type itself may leave it out (OData JSON Format 4.0, 4.5.3). */
  function closedObject(name: string): z.ZodType {
    const types = concreteTypesOf(name)
    const [first, ...others] = types.map((type) => {
      const tag = z.literal(odataTypeOf(type))
      return z.strictObject({ '@odata.type': type === name ? tag.optional() : tag, ...shapeOf(type) })
    })
    if (!first || others.length === 0) return first ?? z.never()
    return z.discriminatedUnion('@odata.type', [first, ...others])
  }

  /**
   * The service was seen to leave `@odata.type` out, and to send values that the metadata does not know. So a declared
   * type that is concrete takes the properties of all that extend it; an abstract one says nothing without a known type.
   */
  function openObject(name: string): z.ZodType {
    const derived = derivedTypesOf(name)
    if (!objectType(name).abstract) {
      const shape = Object.assign({}, ...derived.map(shapeOf), shapeOf(name))
      return z.looseObject({ '@odata.type': z.string().nullish(), ...shape })
    }
    const known = derived.map((type) => {
      const tag = odataTypeOf(type)
      return z.looseObject({ '@odata.type': z.enum([tag, tag.slice(1)]), ...shapeOf(type) })
    })
    const unknownType = z.string().regex(new RegExp(`^(?!#?microsoft\\.graph\\.(?:${derived.join('|')})$)`), {
      abort: true,
    })
    return z.union([...known, z.looseObject({ '@odata.type': unknownType.nullish() })])
  }

  function shapeOf(name: string): Shape {
    const shape: Shape = {}
    const complete = reading.complete === 'envelopes' ? name in envelopeTypes : reading.complete
    for (const [key, property] of Object.entries(propertiesOf(name))) {
      if (reading.open || property.provenance !== 'reported') shape[key] = propertySchema(property, complete)
    }
    return shape
  }

  function propertySchema(property: Property, complete: boolean): z.ZodType {
    const value = valueSchema(property.type)
    if (!complete) return value.nullish()
    if (property.required) return value
    return property.nullable ? value.nullish() : value.optional()
  }

  function valueSchema(type: ValueType): z.ZodType {
    switch (type.kind) {
      case 'string':
        return type.format && reading.formatted
          ? z.string().regex(new RegExp(formats[type.format]))
          : z.string()
      case 'boolean':
        return z.boolean()
      case 'int32':
        return reading.open && type.alsoText ? z.union([z.int32(), integerAsText]) : z.int32()
      case 'int64':
        // Beyond 2^53 a JSON number has lost digits, yet it is what the service sent.
        return reading.open && type.alsoText ? z.union([z.number().multipleOf(1), integerAsText]) : z.int()
      case 'enum':
        return enumSchema(type.name)
      case 'object':
        return sharedObject(type.name)
      case 'collection':
        return z.array(valueSchema(type.of))
      case 'any':
        return z.unknown()
    }
  }

  function enumSchema(name: string): z.ZodType {
    const { members, alsoReceived = [], flags } = enumType(name)
    if (!reading.closedEnums) return z.string()
    const accepted = reading.open ? [...members, ...alsoReceived] : members
    const one = `(?:${accepted.join('|')})`
    return flags && reading.open ? z.string().regex(new RegExp(`^${one}(?:, ?${one})*$`)) : z.enum(accepted)
  }

  return sharedObject(name)
}

const integerAsText = z.string().regex(new RegExp(integerText))
