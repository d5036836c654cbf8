import type { XmlElement } from '@rgrove/parse-xml'
import { type Child, children, schemasOf } from './csdl.ts'
import type { EnumType, Metadata, ObjectType, TypeUse } from './metadata.ts'
import { MetadataFormatError } from './metadata-format-error.ts'

/** The entity type that this package is about. */
export const callType = 'microsoft.graph.call'

/**
 * Reads a `$metadata` document: the CSDL, in XML, that an OData service publishes of itself.
 *
 * @throws MetadataFormatError where the text is no XML, the XML no CSDL, or the CSDL has no `microsoft.graph.call`
 */
export function readMetadata(text: string): Metadata {
  const schemas = schemasOf(text)
  const objects = new Map<string, ObjectType>()
  const enums = new Map<string, EnumType>()
  const definitions = new Map<string, string>()
  for (const schema of schemas) {
    const namespace = attribute(schema, 'Namespace', 'the document')
    // "self" stands for the schema that it is in, whatever others call themselves.
    const fullName = resolver([...schemas, schema])
    for (const child of children(schema)) {
      const name = () => `${namespace}.${nameOf(child, namespace)}`
      switch (child.kind) {
        case 'EntityType':
        case 'ComplexType':
          objects.set(name(), objectType(name(), child.element, fullName))
          break
        case 'EnumType':
          enums.set(name(), enumType(name(), child.element))
          break
        case 'TypeDefinition':
          definitions.set(name(), attribute(child.element, 'UnderlyingType', name()))
      }
    }
  }
  if (!objects.has(callType)) {
    throw new MetadataFormatError(
      `It is CSDL without ${callType}: take that of a Graph service that has calls (the China cloud's has none).`,
    )
  }
  return { objects, enums, definitions, fullName: resolver(schemas) }
}

type FullName = Metadata['fullName']

/** The last schema wins where two have one alias. */
function resolver(schemas: readonly XmlElement[]): FullName {
  const namespaces = new Map(
    schemas.map(({ attributes: { Alias = '', Namespace = '' } }) => [Alias, Namespace] as const),
  )
  return (name) => {
    const dot = name.lastIndexOf('.')
    const namespace = namespaces.get(name.slice(0, dot))
    return dot > 0 && namespace ? namespace + name.slice(dot) : name
  }
}

function objectType(name: string, element: XmlElement, fullName: FullName): ObjectType {
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
      properties.map((property) => [nameOf(property, name), typeUse(property, name, fullName)] as const),
    ),
  }
}

function typeUse({ kind, element }: Child, owner: string, fullName: FullName): TypeUse {
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

function enumType(name: string, element: XmlElement): EnumType {
  const { IsFlags } = element.attributes
  const members = children(element).filter(({ kind }) => kind === 'Member')
  return {
    members: members.map((member) => nameOf(member, name)),
    isFlags: IsFlags === 'true',
  }
}

const nameOf = ({ element }: Child, owner: string) => attribute(element, 'Name', owner)

function attribute({ name, attributes }: XmlElement, wanted: string, owner: string): string {
  const value = attributes[wanted]
  if (value) return value
  throw new MetadataFormatError(`It is no CSDL: ${name} without ${wanted}, in ${owner}.`)
}
