import * as z from 'zod'
import {
  concreteTypesOf,
  enumType,
  formats,
  integerText,
  objectType,
  objectTypes,
  odataTypeOf,
  openPropertiesOf,
  type Property,
  propertiesOf,
  receivedTagsOf,
  type ValueType,
} from '../model/index.ts'
import { isAbsentProperty, nothingAbsent } from '../model/metadata-version.ts'
import { describeValue } from '../read/describe-value.ts'
import { issuesOf, memberFix } from '../read/issues.ts'
import { type CheckMode, isComplete } from '../read/mode.ts'

type Shape = Record<string, z.ZodType>

/** Compiles a schema. The benchmark also measures schemas that are not compiled. */
type Compile = (schema: z.ZodType) => z.ZodType

/**
 * Returns the zod schema of a type of the model in a mode.
 *
 * Each type is compiled once, on first use, behind a `z.lazy`. Without it, zod would generate the code of an identity again
 * for each of the fifty properties that hold one. That takes a second, and the code is slower. Importing a schema is free.
 *
 * @param absent - names that a version of the metadata does not have: types and `Type.property`
 */
export function schemaOf(
  body: string,
  mode: CheckMode,
  compile: Compile = z.compile,
  absent: ReadonlySet<string> = nothingAbsent,
): z.ZodLazy<z.ZodType> {
  const unknownTag =
    absent.size === 0 ? tagOfNoType : tagOutside(knownTypes.filter((type) => !absent.has(type)))
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
    const types = concreteTypesOf(name).filter((type) => !absent.has(type))
    const [first, ...others] = types.map((type) => {
      const tag = z.literal(odataTypeOf(type))
      return z.strictObject({ '@odata.type': type === name ? tag.optional() : tag, ...shapeOf(type) })
    })
    if (!first || others.length === 0) return first ?? z.never()
    return z.discriminatedUnion('@odata.type', [first, ...others])
  }

  /**
   * Accepts a missing or unknown `@odata.type`, because the service sends both, but no type that belongs elsewhere. Checks
   * the properties of all types that can take the place of the type.
   */
  function openObject(name: string): z.ZodType {
    const { oneOf = [] } = objectType(name)
    const tag = oneOf.length > 0 ? unknownTag : tagSchema(name)
    const rest = z.looseObject({ '@odata.type': tag.nullish(), ...shapeOf(name) })
    if (oneOf.length === 0) return rest
    const known = oneOf.map((type) =>
      z.looseObject({ '@odata.type': z.enum(receivedTagsOf(type)), ...shapeOf(type) }),
    )
    return z.union([...known, rest], { error: ({ input }) => messageFor(name, input, mode) })
  }

  /** Accepts the tags of the type and those of unknown types. */
  function tagSchema(name: string): z.ZodType {
    const tags = receivedTagsOf(name)
    return objectType(name).sealed
      ? z.enum(tags)
      : z.union([z.enum(tags), unknownTag], { error: ({ input }) => tagError(input) })
  }

  function shapeOf(name: string): Shape {
    const shape: Shape = {}
    const complete = isComplete(name, mode)
    const properties = mode.open ? openPropertiesOf(name) : propertiesOf(name)
    for (const [key, property] of Object.entries(properties)) {
      if (isAbsentProperty(name, key, absent)) continue
      if (mode.open || !property.tolerantOnly) shape[key] = propertySchema(property, complete)
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
      case 'double':
        return z.number()
      case 'enum':
        return enumSchema(type.name)
      case 'object':
        return sharedObject(type.name)
      case 'collection':
        return z.array(valueSchema(type.of))
      case 'one-or-many':
        return z.union([sharedObject(type.one), z.array(sharedObject(type.many))], {
          error: ({ input }) => oneOrManyError(type, input, mode),
        })
      case 'any':
        return z.unknown()
    }
  }

  function enumSchema(name: string): z.ZodType {
    const { members, alsoReceived = [], flags } = enumType(name)
    if (!mode.closedEnums) return z.string()
    const accepted = mode.open ? [...members, ...alsoReceived] : members
    const one = `(?:${accepted.join('|')})`
    if (flags && mode.open) return z.string().regex(new RegExp(`^${one}(?:, ?${one})*$`))
    return z.enum(accepted, { error: ({ input }) => memberError(name, input, body) })
  }

  return sharedObject(body)
}

const integerAsText = z.string().regex(new RegExp(integerText))

const knownTypes = Object.keys(objectTypes)

/** Returns a schema that accepts every `@odata.type` except those of some types. */
const tagOutside = (types: readonly string[]) =>
  z.string().regex(new RegExp(`^(?!#?microsoft\\.graph\\.(?:${types.join('|')})$)`), {
    error: ({ input }) => tagError(input),
  })

/** Accepts every `@odata.type` that the model does not have. One schema, so that a JSON Schema has the list once. */
const tagOfNoType = tagOutside(knownTypes)

/** Returns the message for an `@odata.type` that cannot be in its place. */
function tagError(value: unknown): string {
  return `Expected another @odata.type, found ${describeValue(value)}. This type is not possible here.`
}

/** Returns the message for a value that is neither an object nor a collection of the expected types. */
function oneOrManyError(
  { one, many }: Extract<ValueType, { kind: 'one-or-many' }>,
  value: unknown,
  mode: CheckMode,
): string {
  if (!Array.isArray(value)) return messageFor(one, value, mode)
  const messages = value.map((item) => messageFor(many, item, mode))
  const index = messages.findIndex((message) => message !== '')
  return index < 0 ? '' : `At [${index}]: ${messages[index]}`
}

/** Returns the first issue of an object, because the issues of a union say only that no alternative matches. */
function messageFor(name: string, value: unknown, mode: CheckMode): string {
  const [issue] = issuesOf(name, value, mode)
  if (!issue) return ''
  const { path, expected, found, fix } = issue
  return `${path ? `${path}: expected` : 'Expected'} ${expected}, found ${found}. ${path ? fix : ''}`.trim()
}

/** Returns the message for a value that is not a member of an enum. */
function memberError(name: string, value: unknown, body: string): string {
  const expected = `Expected one of ${enumType(name).members.join(', ')}, found ${describeValue(value)}.`
  return typeof value === 'string' ? `${expected} ${memberFix(name, value, body)}` : expected
}
