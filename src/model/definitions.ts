/** Types and functions of the model. The tables in this directory use them, and contain only plain data. */

/**
 * Kind of source that a fact comes from: Microsoft's documentation, the service's `$metadata`, or reported traffic. A fact
 * that no source confirms is `assumed`.
 *
 * @example
 * ```ts
 * const provenance: Provenance = 'metadata'
 * ```
 */
export type Provenance = 'documented' | 'metadata' | 'reported' | 'assumed'

/** Type of a value, in the terms of the OData metadata. */
export type ValueType =
  | { readonly kind: 'string'; readonly format?: StringFormat }
  | { readonly kind: 'boolean' }
  | { readonly kind: 'int32'; readonly alsoText?: true }
  | { readonly kind: 'int64'; readonly alsoText?: true }
  | { readonly kind: 'double' }
  | { readonly kind: 'enum'; readonly name: string }
  | { readonly kind: 'object'; readonly name: string }
  | { readonly kind: 'collection'; readonly of: ValueType }
  /** An object of the type `one`, or a collection of objects of the type `many`. */
  | { readonly kind: 'one-or-many'; readonly one: string; readonly many: string }
  | { readonly kind: 'any' }

/** Format that the strict schema requires of a string. The tolerant schema accepts any string. */
export type StringFormat = 'date-time' | 'https-uri' | 'guid' | 'duration'

export interface Property {
  readonly type: ValueType
  /** One sentence, used as hover text and in the JSON Schema. */
  readonly doc: string
  readonly provenance: Provenance
  /** Source, for example "Get call, Example 2". */
  readonly origin: string
  /** True if the value can be null. Always false for a collection, because OData has empty collections instead. */
  readonly nullable: boolean
  /** True if the strict schema requires the property. */
  readonly required: boolean
  /** True if only the tolerant schema accepts the property: it was reported, or is not in a call that a client reads. */
  readonly tolerantOnly: boolean
}

export interface ObjectType {
  readonly doc: string
  readonly origin: string
  /** Set if the type has no instances of its own: `@odata.type` names a derived type. */
  readonly abstract?: true
  /** Name of the type that this type extends, as in the metadata. */
  readonly base?: string
  /** Types that an object can have, if they do not extend a common type. `@odata.type` says which one it is. */
  readonly oneOf?: readonly string[]
  /** Other types that the service was reported to send in place of this one. Only the tolerant schema accepts them. */
  readonly alsoReceived?: readonly string[]
  /** Set if no other type can take its place, so the tolerant schema rejects every other `@odata.type`. */
  readonly sealed?: true
  readonly properties: Readonly<Record<string, Property>>
}

export interface EnumType {
  readonly doc: string
  readonly origin: string
  readonly members: readonly string[]
  /** Set if one string can hold several members, separated by commas (OData `IsFlags`). */
  readonly flags?: true
  /** Other spellings of members in documented examples. Only the tolerant schema accepts them. */
  readonly alsoReceived?: readonly string[]
  /** Members that another source lists, but the metadata does not, each with an explanation. No schema accepts them. */
  readonly disputed?: Readonly<Record<string, string>>
}

interface PropertyOptions {
  readonly nullable?: false
  /** Makes the strict schema require the property, although the metadata does not. */
  readonly required?: true
  /** Source of a property that is documented, but not in the metadata. */
  readonly documented?: string
  /** Source of a property that is reported, but neither documented nor in the metadata. */
  readonly reported?: string
  /** Set if the documentation shows the property only in notifications or in other responses. */
  readonly tolerantOnly?: true
}

/** Defines a property. By default its source is the metadata, and it is nullable unless it is a collection. */
export function property(type: ValueType, doc: string, options: PropertyOptions = {}): Property {
  const provenance = options.documented ? 'documented' : options.reported ? 'reported' : 'metadata'
  const required = options.required ?? options.nullable === false
  return {
    type,
    doc,
    provenance,
    origin: options.documented ?? options.reported ?? '$metadata v1.0',
    nullable: options.nullable ?? (type.kind !== 'collection' && !required),
    required,
    tolerantOnly: options.tolerantOnly ?? provenance === 'reported',
  }
}

export const string = { kind: 'string' } as const
export const dateTime = { kind: 'string', format: 'date-time' } as const
export const httpsUri = { kind: 'string', format: 'https-uri' } as const
/** Edm.Guid. */
export const guid = { kind: 'string', format: 'guid' } as const
/** Edm.Duration, for example "PT0.04S". */
export const duration = { kind: 'string', format: 'duration' } as const
export const boolean = { kind: 'boolean' } as const
export const int32 = { kind: 'int32' } as const
/** Edm.Int32 that the service sometimes sends as a JSON string. */
export const int32OrText = { kind: 'int32', alsoText: true } as const
/** Edm.Int64. A JSON string if the client requests `IEEE754Compatible=true`. */
export const int64 = { kind: 'int64', alsoText: true } as const
/** Edm.Double. */
export const double = { kind: 'double' } as const
/** Value of an unknown type. */
export const any = { kind: 'any' } as const
export const enumeration = (name: string): ValueType => ({ kind: 'enum', name })
export const object = (name: string): ValueType => ({ kind: 'object', name })
export const collection = (of: ValueType): ValueType => ({ kind: 'collection', of })
export const oneOrMany = (one: string, many: string): ValueType => ({ kind: 'one-or-many', one, many })

/** Returns the name of an object type, or of the object type in a collection. Returns `undefined` for other types. */
export function objectTypeOf(type: ValueType): string | undefined {
  if (type.kind === 'collection') return objectTypeOf(type.of)
  return type.kind === 'object' ? type.name : undefined
}
