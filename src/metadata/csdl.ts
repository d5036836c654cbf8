import { parseXml, type XmlDocument, XmlElement } from '@rgrove/parse-xml'
import { MetadataFormatError } from './metadata-format-error.ts'

/** Child element. `kind` is its name without the prefix. */
export interface Child {
  readonly kind: string
  readonly element: XmlElement
}

/** Returns the child elements. Ignores prefixes, which each document chooses: the names of CSDL are unique without them. */
export function children({ children }: XmlElement): Child[] {
  return children.flatMap((child) =>
    child instanceof XmlElement ? [{ kind: localName(child), element: child }] : [],
  )
}

/** Returns the `Schema` elements of a CSDL document. They are in `Edmx/DataServices`. */
export function schemasOf(text: string): XmlElement[] {
  const { root } = parse(text)
  if (!root || localName(root) !== 'Edmx') {
    throw new MetadataFormatError(
      `The root element is ${root?.name}. Expected edmx:Edmx, as in a $metadata document.`,
    )
  }
  const { Version = 'none' } = root.attributes
  if (!Version.startsWith('4.')) {
    throw new MetadataFormatError(
      `Unsupported OData version: ${Version}. Expected 4.0, the version of Microsoft Graph.`,
    )
  }
  return children(root)
    .filter(({ kind }) => kind === 'DataServices')
    .flatMap(({ element }) => children(element))
    .filter(({ kind }) => kind === 'Schema')
    .map(({ element }) => element)
}

/** Parses XML. Safe for untrusted documents: the parser resolves only XML's own entities and loads nothing. */
function parse(text: string): XmlDocument {
  try {
    return parseXml(text)
  } catch (cause) {
    const [reason] = cause instanceof Error ? cause.message.split('\n') : [String(cause)]
    throw new MetadataFormatError(`The document is not XML: ${reason}. Expected a $metadata document.`, {
      cause,
    })
  }
}

function localName({ name }: XmlElement): string {
  return name.slice(name.indexOf(':') + 1)
}
