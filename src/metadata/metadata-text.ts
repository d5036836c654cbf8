import { MetadataFormatError } from './metadata-format-error.ts'

/**
 * Decodes a document: UTF-8, or UTF-16 in either byte order, with or without a byte order mark.
 *
 * @throws a {@link MetadataFormatError} if it has another encoding, or is obviously not a `$metadata` document
 */
export function metadataText(csdl: string | Uint8Array): string {
  const text = typeof csdl === 'string' ? csdl : decoded(csdl)
  const start = text
    .slice(0, 1_000)
    .replace(/^\ufeff/, '')
    .trimStart()
  if (start === '')
    throw new MetadataFormatError('The document is empty. Expected a $metadata document in XML.')
  if (/^<(!doctype\s+)?html\b/i.test(start)) {
    throw new MetadataFormatError(
      'The document is an HTML page, such as a sign-in page. Expected a $metadata document in XML.',
    )
  }
  if (/^[{[]/.test(start)) {
    throw new MetadataFormatError(
      'The document is JSON. Expected XML: request it with the header "Accept: application/xml".',
    )
  }
  return text
}

function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes)
  } catch {
    throw new MetadataFormatError('The document is neither UTF-8 nor UTF-16. Save it as UTF-8.')
  }
}

/** Returns the encoding. XML begins with `<`, of which one byte is 0 in UTF-16. Source: XML 1.0, appendix F. */
function encodingOf([first, second]: Uint8Array): string {
  if ((first === 0xff && second === 0xfe) || (first !== 0 && second === 0)) return 'utf-16le'
  return (first === 0xfe && second === 0xff) || (first === 0 && second !== 0) ? 'utf-16be' : 'utf-8'
}
