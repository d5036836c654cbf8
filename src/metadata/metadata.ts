/** Types that a `$metadata` document declares, by their names with namespaces. */
export interface Metadata {
  /** Entity types and complex types. */
  readonly objects: ReadonlyMap<string, MetadataObjectType>
  readonly enums: ReadonlyMap<string, MetadataEnumType>
  /** Primitive types by the name of their type definition. */
  readonly definitions: ReadonlyMap<string, string>
  /** Bound actions and functions. */
  readonly actions: readonly MetadataAction[]
  /** Advice for deprecated names: types, and members of types after a slash, as in `microsoft.graph.call/state`. */
  readonly deprecated: ReadonlyMap<string, string>
  /** Replaces the alias in a name with the namespace. */
  fullName(name: string): string
}

/** Entity type or complex type. */
export interface MetadataObjectType {
  readonly name: string
  readonly base: string | undefined
  /** True if the type has no instances of its own. */
  readonly abstract: boolean
  /** True if the type accepts undeclared properties. */
  readonly open: boolean
  /** Properties and navigation properties, without the inherited ones. */
  readonly properties: ReadonlyMap<string, TypeUse>
}

export interface MetadataEnumType {
  readonly members: readonly string[]
  /** True if a value can be several members, separated by commas. */
  readonly isFlags: boolean
}

/** Action or function that is bound to a type. */
export interface MetadataAction {
  /** Name without the namespace. */
  readonly name: string
  readonly boundTo: TypeUse
  /** Parameters, without the binding parameter. */
  readonly parameters: ReadonlyMap<string, TypeUse>
  readonly returns: TypeUse | undefined
  /** Advice if the action is deprecated. */
  readonly deprecated?: string
}

/** Use of a type in a property. */
export interface TypeUse {
  readonly name: string
  readonly isCollection: boolean
  /** True if the value can be null. For a collection, true if its items can be null; the collection itself cannot. */
  readonly nullable: boolean
}

/** Returns a type and the types that it extends, the nearest first. */
export function withBaseTypes({ objects }: Metadata, name: string): MetadataObjectType[] {
  const types = new Set<MetadataObjectType>()
  let type = objects.get(name)
  while (type && !types.has(type)) {
    types.add(type)
    type = type.base === undefined ? undefined : objects.get(type.base)
  }
  return [...types]
}

/** Formats a type as in the document, for example `Collection(microsoft.graph.modality)`. */
export function typeText({ name, isCollection }: TypeUse): string {
  return isCollection ? `Collection(${name})` : name
}
