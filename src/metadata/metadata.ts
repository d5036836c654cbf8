/** What a `$metadata` document declares, as far as JSON bodies are concerned; every name with its namespace. */
export interface Metadata {
  /** The entity types and complex types. */
  readonly objects: ReadonlyMap<string, ObjectType>
  readonly enums: ReadonlyMap<string, EnumType>
  /** Type definitions: the primitive type behind each. */
  readonly definitions: ReadonlyMap<string, string>
  /** A name with its namespace in place of an alias. */
  fullName(name: string): string
}

/** An entity type or a complex type. */
export interface ObjectType {
  readonly name: string
  readonly base: string | undefined
  /** It has no instances of its own. */
  readonly abstract: boolean
  /** It takes properties that are not declared. */
  readonly open: boolean
  /** Its own; those of its base are the base's. Navigation properties are among them. */
  readonly properties: ReadonlyMap<string, TypeUse>
}

export interface EnumType {
  readonly members: readonly string[]
  /** A value may be several members, with commas between them. */
  readonly isFlags: boolean
}

/** The type of a property, as it is used there. */
export interface TypeUse {
  readonly name: string
  readonly isCollection: boolean
  /** Of a collection: whether its elements may be null. The collection itself never is. */
  readonly nullable: boolean
}

/** A type and those that it extends, the nearest first. */
export function lineOf({ objects }: Metadata, name: string): ObjectType[] {
  const line = new Set<ObjectType>()
  let type = objects.get(name)
  while (type && !line.has(type)) {
    line.add(type)
    type = type.base === undefined ? undefined : objects.get(type.base)
  }
  return [...line]
}

/** A type as the document writes it: `Collection(microsoft.graph.modality)`. */
export function typeText({ name, isCollection }: TypeUse): string {
  return isCollection ? `Collection(${name})` : name
}
