import { parseXml, type XmlDocument, XmlElement } from '@rgrove/parse-xml'
import { MetadataFormatError } from './metadata-format-error.ts'

/** An element within another, by its name without a prefix. */
export interface Child {
  readonly kind: string
  readonly element: XmlElement
}

/** The elements within one. Prefixes are whatever a document chose: the names of CSDL differ without them. */
export function children({ children }: XmlElement): Child[] {
  return children.flatMap((child) =>
    child instanceof XmlElement ? [{ kind: localName(child), element: child }] : [],
  )
}

/** The schemas of a CSDL document: `Edmx`, `DataServices`, `Schema`. */
export function schemasOf(text: string): XmlElement[] {
  const { root } = parsed(text)
  if (!root || localName(root) !== 'Edmx') {
    throw new MetadataFormatError(
      `It is XML, but no CSDL: its root is ${root?.name}, and that of a $metadata document is edmx:Edmx.`,
    )
  }
  const { Version = 'none' } = root.attributes
  if (!Version.startsWith('4.')) {
    throw new MetadataFormatError(`It is CSDL of another version of OData: ${Version}, and Graph's is 4.0.`)
  }
  return children(root)
    .filter(({ kind }) => kind === 'DataServices')
    .flatMap(({ element }) => children(element))
    .filter(({ kind }) => kind === 'Schema')
    .map(({ element }) => element)
}

/** The parser resolves no entities but XML's own and loads nothing, so a document from anywhere may be read. */
function parsed(text: string): XmlDocument {
  try {
    return parseXml(text)
  } catch (cause) {
    const [reason] = cause instanceof Error ? cause.message.split('\n') : [String(cause)]
    throw new MetadataFormatError(`It is no XML: ${reason}.`, { cause })
  }
}

function localName({ name }: XmlElement): string {
  return name.slice(name.indexOf(':') + 1)
}
