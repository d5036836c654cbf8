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
import type { CheckMode } from '../read/mode.ts'

type Shape = Record<string, z.ZodType>

/** Compiles a schema. The benchmark also measures schemas that are not compiled. */
type Compile = (schema: z.ZodType) => z.ZodType

/**
 * Returns the zod schema of a type of the model in a mode.
 *
 * Each type is compiled once, on first use, behind a `z.lazy`. Without it, zod would generate the code of an identity again
 * for each of the fifty properties that hold one. That takes a second, and the code is slower. Importing a schema is free.
 */
export function schemaOf(name: string, mode: CheckMode, compile: Compile = z.compile): z.ZodLazy<z.ZodType> {
  const built = new Map<string, z.ZodLazy<z.ZodType>>()

  function sharedObject(name: string): z.ZodLazy<z.ZodType> {
    let compiled: z.ZodType | undefined
    const schema =
      built.get(name) ??
      z.lazy(() => (compiled ??= compile(mode.open ? openObject(name) : closedObject(name))))
    built.set(name, schema)
    return schema
  }

  /** Requires `@odata.type` for derived types. Only the declared type can leave it out (OData JSON Format 4.0, 4.5.3). */
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
   * Accepts a missing or unknown `@odata.type`, because the service sends both. A concrete type accepts the properties of
   * all types that extend it. An abstract type accepts any object of an unknown type.
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
    const complete = mode.complete === 'envelopes' ? name in envelopeTypes : mode.complete
    for (const [key, property] of Object.entries(propertiesOf(name))) {
      if (mode.open || property.provenance !== 'reported') shape[key] = propertySchema(property, complete)
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
        return type.format && mode.formatted ? z.string().regex(new RegExp(formats[type.format])) : z.string()
      case 'boolean':
        return z.boolean()
      case 'int32':
        return mode.open && type.alsoText ? z.union([z.int32(), integerAsText]) : z.int32()
      case 'int64':
        // A JSON number beyond 2^53 loses digits, but the service sends such numbers.
        return mode.open && type.alsoText ? z.union([z.number().multipleOf(1), integerAsText]) : z.int()
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
    if (!mode.closedEnums) return z.string()
    const accepted = mode.open ? [...members, ...alsoReceived] : members
    const one = `(?:${accepted.join('|')})`
    return flags && mode.open ? z.string().regex(new RegExp(`^${one}(?:, ?${one})*$`)) : z.enum(accepted)
  }

  return sharedObject(name)
}

const integerAsText = z.string().regex(new RegExp(integerText))
