/**
 * The words in which a call is described. Every table of this folder is plain data written with them, and
 * imports nothing else: who needs the description, but no validator, has it without zod.
 */

/** Where a fact comes from: Microsoft's documentation, the service's own `$metadata`, or traffic that somebody reported. */
export type Provenance = 'documented' | 'metadata' | 'reported'

/** The type of one value, in the terms of the OData metadata. */
export type ValueType =
  | { readonly kind: 'string'; readonly format?: StringFormat }
  | { readonly kind: 'boolean' }
  | { readonly kind: 'int32'; readonly alsoText?: true }
  | { readonly kind: 'int64'; readonly alsoText?: true }
  | { readonly kind: 'enum'; readonly name: string }
  | { readonly kind: 'object'; readonly name: string }
  | { readonly kind: 'collection'; readonly of: ValueType }
  | { readonly kind: 'any' }

/** What the strict reading holds a string to; the tolerant one takes any string. */
export type StringFormat = 'date-time' | 'https-uri'

export interface Property {
  readonly type: ValueType
  /** One sentence for a person: hover text, JSON Schema and `explain` show it. */
  readonly doc: string
  readonly provenance: Provenance
  /** The place that says so, e.g. "Get call, Example 2". */
  readonly origin: string
  /** May be `null`. A collection never is: OData has empty ones instead. */
  readonly nullable: boolean
  /** The strict reading wants it. */
  readonly required: boolean
}

export interface ObjectType {
  readonly doc: string
  readonly origin: string
  /** Never an instance of its own: `@odata.type` says which of the derived types it is. */
  readonly abstract?: true
  /** The type that this one extends, as the metadata has it. */
  readonly base?: string
  readonly properties: Readonly<Record<string, Property>>
}

export interface EnumType {
  readonly doc: string
  readonly origin: string
  readonly members: readonly string[]
  /** Several members may stand in one string, parted by commas (OData `IsFlags`). */
  readonly flags?: true
  /** Other spellings of the members that the documentation's examples use; the tolerant reading takes them. */
  readonly alsoReceived?: readonly string[]
  /** Members that a source lists and the metadata does not have, each with its story. Both readings refuse them. */
  readonly disputed?: Readonly<Record<string, string>>
}

interface Details {
  readonly nullable?: false
  /** The strict reading wants it although the metadata lets it be absent. */
  readonly required?: true
  /** Where the documentation shows a property that the metadata does not declare. */
  readonly documented?: string
  /** Where a property was seen that neither the documentation nor the metadata declares. */
  readonly reported?: string
}

/** One property: metadata's, and nullable, unless the details say otherwise. */
export function property(type: ValueType, doc: string, details: Details = {}): Property {
  const provenance = details.documented ? 'documented' : details.reported ? 'reported' : 'metadata'
  const required = details.required ?? details.nullable === false
  return {
    type,
    doc,
    provenance,
    origin: details.documented ?? details.reported ?? '$metadata v1.0',
    nullable: details.nullable ?? (type.kind !== 'collection' && !required),
    required,
  }
}

export const string = { kind: 'string' } as const
export const dateTime = { kind: 'string', format: 'date-time' } as const
export const httpsUri = { kind: 'string', format: 'https-uri' } as const
export const boolean = { kind: 'boolean' } as const
export const int32 = { kind: 'int32' } as const
/** An Int32 that was also seen as a JSON string. */
export const int32OrText = { kind: 'int32', alsoText: true } as const
/** Edm.Int64: a JSON string where the client asks for `IEEE754Compatible=true`. */
export const int64 = { kind: 'int64', alsoText: true } as const
/** A value whose type no source tells. */
export const any = { kind: 'any' } as const
export const enumeration = (name: string): ValueType => ({ kind: 'enum', name })
export const object = (name: string): ValueType => ({ kind: 'object', name })
export const collection = (of: ValueType): ValueType => ({ kind: 'collection', of })
