import { descriptionOf } from '../model/descriptions.ts'
import {
  concreteTypesOf,
  declarationOf,
  enumType,
  integerText,
  odataTypeOf,
  propertyNamesOf,
  type ValueType,
} from '../model/index.ts'
import type { JsonObject } from '../model/json.ts'

/**
 * Version of the OpenAPI Specification.
 *
 * @example
 * ```ts
 * import { type OpenApiVersion, openApi } from 'graph-call-testkit/export'
 *
 * const versions: OpenApiVersion[] = ['3.0', '3.1']
 * versions.map((version) => openApi({ version }))
 * ```
 * Source: https://spec.openapis.org/oas/.
 */
export type OpenApiVersion = '3.0' | '3.1'

/**
 * Creates the schemas of types, and of every type that they refer to. A schema has the properties of the type and of all
 * types that extend it, because tools for Pact do not understand OData inheritance.
 */
export function schemasOf(names: readonly string[], version: OpenApiVersion): Record<string, JsonObject> {
  const schemas: Record<string, JsonObject> = {}
  const pending = [...names]
  for (let name = pending.pop(); name !== undefined; name = pending.pop()) {
    if (name in schemas) continue
    schemas[name] = objectSchema(name, version)
    pending.push(
      ...propertyNamesOf(name).flatMap((key) => referenceIn(declarationOf(name, key)?.property.type)),
    )
  }
  return Object.fromEntries(Object.entries(schemas).toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

/** Returns the name of the object type in a type. */
export function referenceIn(type: ValueType | undefined): string[] {
  if (type?.kind === 'collection') return referenceIn(type.of)
  if (type?.kind === 'one-or-many') return [type.one, type.many]
  return type?.kind === 'object' ? [type.name] : []
}

function objectSchema(name: string, version: OpenApiVersion): JsonObject {
  const keys = propertyNamesOf(name).filter((key) => key !== '@odata.type')
  const required = keys.filter((key) => requiredKeys[name]?.includes(key))
  return {
    type: 'object',
    description: descriptionOf(name),
    ...(required.length > 0 && { required }),
    properties: {
      ...(name in requiredKeys ? {} : { '@odata.type': typeSchema(name, version) }),
      ...Object.fromEntries(keys.map((key) => [key, propertySchema(name, key, version)])),
    },
  }
}

/** Properties that every body has. Only errors have some: a call can be sparse. Their types are not OData types. */
const requiredKeys: Readonly<Record<string, readonly string[]>> = {
  callError: ['error'],
  callErrorDetail: ['code'],
  callErrorDetailItem: [],
  callInnerError: [],
}

function typeSchema(name: string, version: OpenApiVersion): JsonObject {
  const types = concreteTypesOf(name).map((type) => `\`${odataTypeOf(type)}\``)
  return { ...typed('string', true, version), description: `OData type, usually ${types.join(' or ')}.` }
}

function propertySchema(name: string, key: string, version: OpenApiVersion): JsonObject {
  const declaration = declarationOf(name, key)
  if (!declaration) throw new Error(`Unknown property: ${name}.${key}.`)
  const { owner, property } = declaration
  const { type, nullable } = property
  const schema = valueSchema(type, nullable, version)
  // In version 3.0, tools ignore everything next to a reference.
  return '$ref' in schema ? schema : { ...schema, description: descriptionOf(owner, key) }
}

/** Returns the schema of a value. */
export function valueSchema(type: ValueType, nullable: boolean, version: OpenApiVersion): JsonObject {
  switch (type.kind) {
    case 'string':
      return {
        ...typed('string', nullable, version),
        ...(type.format === 'date-time' && { format: 'date-time' }),
      }
    case 'boolean':
      return typed('boolean', nullable, version)
    case 'int32':
    case 'int64':
      return integerSchema(type, nullable, version)
    case 'double':
      return { ...typed('number', nullable, version), format: 'double' }
    case 'enum':
      return enumSchema(type.name, nullable, version)
    case 'object':
      return referenceSchema(type.name, nullable, version)
    case 'collection':
      return { ...typed('array', true, version), items: valueSchema(type.of, false, version) }
    case 'one-or-many':
      return {
        anyOf: [
          referenceSchema(type.one, nullable, version),
          { ...typed('array', false, version), items: referenceSchema(type.many, false, version) },
        ],
      }
    case 'any':
      return {}
  }
}

/**
 * Refers to a schema. An alternative for null, because a nullable schema of an object would accept unknown properties in
 * tools that compare pacts.
 */
function referenceSchema(name: string, nullable: boolean, version: OpenApiVersion): JsonObject {
  const reference = { $ref: `#/components/schemas/${name}` }
  return nullable ? { anyOf: [reference, nullSchema(version)] } : reference
}

/** Without `nullable`: Prism would add a second null to the enum, and then accept any body. */
function nullSchema(version: OpenApiVersion): JsonObject {
  return version === '3.1' ? { type: 'null' } : { enum: [null] }
}

function integerSchema(
  { kind, alsoText }: ValueType & { kind: 'int32' | 'int64' },
  nullable: boolean,
  version: OpenApiVersion,
): JsonObject {
  const number = { ...typed('integer', nullable, version), format: kind }
  return alsoText ? { anyOf: [number, { type: 'string', pattern: integerText }] } : number
}

function enumSchema(name: string, nullable: boolean, version: OpenApiVersion): JsonObject {
  const { members, alsoReceived = [], flags } = enumType(name)
  const all = [...members, ...alsoReceived]
  if (flags) {
    const one = `(${all.join('|')})`
    return { ...typed('string', nullable, version), pattern: `^${one}(, ?${one})*$` }
  }
  const schema = { ...typed('string', false, version), enum: all }
  return nullable ? { anyOf: [schema, nullSchema(version)] } : schema
}

function typed(type: string, nullable: boolean, version: OpenApiVersion): JsonObject {
  if (version === '3.1') return { type: nullable ? [type, 'null'] : type }
  return { type, ...(nullable && { nullable: true }) }
}
