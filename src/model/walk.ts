import {
  concreteTypesOf,
  declarationOf,
  objectType,
  odataTypeOf,
  type Provenance,
  type ValueType,
} from './index.ts'

/** The keys and indexes that lead to a value. */
export type Path = readonly PropertyKey[]

/** A value within a body, with what the description says of it. */
export interface Place {
  readonly type: ValueType | { readonly kind: 'odata-type'; readonly of: string }
  readonly value: unknown
  readonly provenance: Provenance
  readonly origin: string
}

/** What the description says of the value to which a path leads within a body of the type `name`. */
export function placeOf(name: string, body: unknown, path: Path): Place {
  const start: Place = {
    type: { kind: 'object', name },
    value: body,
    provenance: 'metadata',
    origin: `${objectType(name).origin}, ${name}`,
  }
  return path.reduce(step, start)
}

/** A path as people write it: `targets[0].identity`, `mediaConfig['@odata.type']`. */
export function pathText(path: Path): string {
  return path.reduce<string>((text, key) => {
    if (typeof key === 'number') return `${text}[${key}]`
    if (!/^[a-z_$][\w$]*$/i.test(String(key))) return `${text}['${escaped(String(key))}']`
    return text ? `${text}.${String(key)}` : String(key)
  }, '')
}

/** As within quotes: a key may hold a line break, and be mistaken for a line of the message. */
function escaped(key: string): string {
  return JSON.stringify(key).slice(1, -1).replaceAll("'", "\\'")
}

function step(place: Place, key: PropertyKey): Place {
  const value = own(place.value, key)
  const { type } = place
  if (type.kind === 'collection') return { ...place, type: type.of, value }
  if (type.kind !== 'object') return { ...place, type: { kind: 'any' }, value }
  const name = actualType(type.name, place.value)
  if (key === '@odata.type') {
    const origin = 'OData JSON Format 4.0, 4.5.3'
    return { type: { kind: 'odata-type', of: type.name }, value, provenance: 'documented', origin }
  }
  const declared = declarationOf(name, String(key))
  if (!declared) {
    return {
      type: { kind: 'any' },
      value,
      provenance: 'metadata',
      origin: `${objectType(name).origin}, ${name}`,
    }
  }
  const { property, owner } = declared
  const origin =
    property.provenance === 'metadata' ? `${property.origin}, ${owner}.${String(key)}` : property.origin
  return { type: property.type, value, provenance: property.provenance, origin }
}

/** The type that `@odata.type` names, where it is one that may stand here. */
function actualType(name: string, value: unknown): string {
  const tag = own(value, '@odata.type')
  return (
    concreteTypesOf(name).find((type) => tag === odataTypeOf(type) || `#${tag}` === odataTypeOf(type)) ?? name
  )
}

function own(value: unknown, key: PropertyKey): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? Reflect.get(value, key)
    : undefined
}
