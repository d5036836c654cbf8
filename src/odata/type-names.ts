import { objectTypes, odataTypeOf, type ValueType } from '../model/index.ts'
import { type JsonObject, typeNamed } from './json.ts'

/** How the metadata's types are named in full. */
export const namespace = 'microsoft.graph.'

/** The type of an object that was declared as `declared`: the one that it names, where that is known. */
export function actualTypeOf(object: JsonObject, declared: string): string {
  const named = typeNamed(object)?.slice(namespace.length)
  return named !== undefined && Object.hasOwn(objectTypes, named) ? named : declared
}

/** The name of the type of an object, or of those in a collection. */
export function objectTypeOf(type: ValueType): string | undefined {
  if (type.kind === 'collection') return objectTypeOf(type.of)
  return type.kind === 'object' ? type.name : undefined
}

/** How `@odata.type` names a type, where the JSON of a value does not tell it. Source: OData JSON Format 4.0, 4.5.3. */
export function annotatedTypeOf(type: ValueType): string | undefined {
  switch (type.kind) {
    case 'enum':
      return odataTypeOf(type.name)
    case 'int32':
      return '#Int32'
    case 'int64':
      return '#Int64'
    case 'string':
      return type.format === 'date-time' ? '#DateTimeOffset' : undefined
    case 'collection': {
      const item = objectTypeOf(type.of)
      const name = item === undefined ? annotatedTypeOf(type.of)?.slice(1) : namespace + item
      return `#Collection(${name ?? 'String'})`
    }
    default:
      return undefined
  }
}
