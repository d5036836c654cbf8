import type { XmlElement } from '@rgrove/parse-xml'
import { type Child, children, schemasOf } from './csdl.ts'
import { attribute, type FullName, nameOf } from './csdl-attributes.ts'
import { deprecationIn, deprecationsIn } from './deprecations.ts'
import type { Metadata, MetadataAction, MetadataEnumType, MetadataObjectType, TypeUse } from './metadata.ts'
import { MetadataFormatError } from './metadata-format-error.ts'

/** Entity type of a call. */
export const callType = 'microsoft.graph.call'

/**
 * Parses a `$metadata` document: the CSDL, in XML, that an OData service publishes about itself.
 *
 * @throws a {@link MetadataFormatError} if the text is not XML, not CSDL, or does not declare `microsoft.graph.call`
 */
export function readMetadata(text: string): Metadata {
  const schemas = schemasOf(text)
  const objects = new Map<string, MetadataObjectType>()
  const enums = new Map<string, MetadataEnumType>()
  const definitions = new Map<string, string>()
  const actions: MetadataAction[] = []
  const deprecated = new Map<string, string>()
  const namespaces = namespacesByAlias(schemas)
  for (const schema of schemas) {
    const namespace = attribute(schema, 'Namespace', 'the document')
    const fullName = resolver(namespaces, schema)
    for (const child of children(schema)) {
      const name = () => `${namespace}.${nameOf(child, namespace)}`
      switch (child.kind) {
        case 'EntityType':
        case 'ComplexType':
          objects.set(name(), readObjectType(name(), child.element, fullName))
          break
        case 'EnumType':
          enums.set(name(), readEnumType(name(), child.element))
          break
        case 'TypeDefinition':
          definitions.set(name(), attribute(child.element, 'UnderlyingType', name()))
          break
        case 'Action':
        case 'Function':
          if (child.element.attributes['IsBound'] === 'true')
            actions.push(readAction(name(), child, fullName))
      }
      for (const [key, advice] of deprecationsIn(child, namespace, fullName)) deprecated.set(key, advice)
    }
  }
  if (!objects.has(callType)) {
    throw new MetadataFormatError(
      `The $metadata document does not declare ${callType}. Use the document of a Graph service that has calls; the China cloud does not.`,
    )
  }
  return { objects, enums, definitions, actions, deprecated, fullName: resolver(namespaces) }
}

/** Indexes the namespaces by their aliases. The last schema wins if two have the same alias. */
function namespacesByAlias(schemas: readonly XmlElement[]): ReadonlyMap<string, string> {
  return new Map(schemas.map(({ attributes: { Alias = '', Namespace = '' } }) => [Alias, Namespace]))
}

/**
 * Resolves aliases.
 *
 * @param own - the schema that uses the names: its alias, such as "self", refers to itself even if other schemas use it too
 */
function resolver(namespaces: ReadonlyMap<string, string>, own?: XmlElement): FullName {
  const { Alias, Namespace } = own?.attributes ?? {}
  return (name) => {
    const dot = name.lastIndexOf('.')
    const alias = name.slice(0, dot)
    const namespace = Alias === alias ? Namespace : namespaces.get(alias)
    return dot > 0 && namespace ? namespace + name.slice(dot) : name
  }
}

function readObjectType(name: string, element: XmlElement, fullName: FullName): MetadataObjectType {
  const { BaseType: base, Abstract, OpenType } = element.attributes
  const properties = children(element).filter(
    ({ kind }) => kind === 'Property' || kind === 'NavigationProperty',
  )
  return {
    name,
    base: base === undefined ? undefined : fullName(base),
    abstract: Abstract === 'true',
    open: OpenType === 'true',
    properties: new Map(
      properties.map((property) => [nameOf(property, name), readTypeUse(property, name, fullName)] as const),
    ),
  }
}

function readTypeUse({ kind, element }: Child, owner: string, fullName: FullName): TypeUse {
  const type = attribute(element, 'Type', owner)
  const { Nullable } = element.attributes
  const [, elementType] = /^Collection\((.+)\)$/.exec(type) ?? []
  const isCollection = elementType !== undefined
  return {
    name: fullName(elementType ?? type),
    isCollection,
    // OData CSDL 4.0, 7.1.3: a collection of entities holds no null.
    nullable: Nullable !== 'false' && !(isCollection && kind === 'NavigationProperty'),
  }
}

function readEnumType(name: string, element: XmlElement): MetadataEnumType {
  const { IsFlags } = element.attributes
  const members = children(element).filter(({ kind }) => kind === 'Member')
  return {
    members: members.map((member) => nameOf(member, name)),
    isFlags: IsFlags === 'true',
  }
}

function readAction(name: string, { element }: Child, fullName: FullName): MetadataAction {
  const parts = children(element)
  const [binding, ...parameters] = parts.filter(({ kind }) => kind === 'Parameter')
  if (!binding) throw new MetadataFormatError(`Invalid CSDL: ${name} is bound, but has no parameter.`)
  const returns = parts.find(({ kind }) => kind === 'ReturnType')
  const deprecated = deprecationIn(element)
  return {
    name: attribute(element, 'Name', name),
    boundTo: readTypeUse(binding, name, fullName),
    parameters: new Map(
      parameters.map(
        (parameter) => [nameOf(parameter, name), readTypeUse(parameter, name, fullName)] as const,
      ),
    ),
    returns: returns && readTypeUse(returns, name, fullName),
    ...(deprecated !== undefined && { deprecated }),
  }
}
