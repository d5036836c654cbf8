import { objectTypeOf } from '../model/definitions.ts'
import { odataTypeOf, type StringFormat, type ValueType } from '../model/index.ts'
import type { JsonObject } from '../model/json.ts'

/** Namespace of the types, with the dot. */
export const namespace = 'microsoft.graph.'

/** Returns the property that a key belongs to: `state` for `state@odata.type`, and '' for annotations of the object itself. */
export function ownerOf(key: string): string {
  const at = key.indexOf('@')
  return at < 0 ? key : key.slice(0, at)
}

/** Returns the `@odata.type` of an object without `#`. The service sometimes leaves the `#` out. */
export function typeNamed(object: JsonObject): string | undefined {
  const type = object['@odata.type']
  return typeof type === 'string' ? type.replace(/^#/, '') : undefined
}

const formatTypes: Readonly<Record<StringFormat, string | undefined>> = {
  'date-time': '#DateTimeOffset',
  'https-uri': undefined,
  guid: '#Guid',
  duration: '#Duration',
}

/** Returns the `@odata.type` of a value whose JSON does not show its type. Source: OData JSON Format 4.0, 4.5.3. */
export function annotatedTypeOf(type: ValueType): string | undefined {
  switch (type.kind) {
    case 'enum':
      return odataTypeOf(type.name)
    case 'int32':
      return '#Int32'
    case 'int64':
      return '#Int64'
    case 'string':
      return type.format ? formatTypes[type.format] : undefined
    case 'collection': {
      const item = objectTypeOf(type.of)
      const name = item === undefined ? annotatedTypeOf(type.of)?.slice(1) : namespace + item
      return `#Collection(${name ?? 'String'})`
    }
    default:
      return undefined
  }
}
