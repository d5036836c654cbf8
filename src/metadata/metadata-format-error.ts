import { TestkitError } from '../model/errors.ts'

/**
 * Thrown when a text is not a `$metadata` document of Microsoft Graph, or declares no calls. The message is one line.
 *
 * @example
 * ```ts
 * import { compareWithMetadata, MetadataFormatError } from 'graph-call-testkit/metadata'
 *
 * try {
 *   compareWithMetadata('<html>')
 * } catch (error) {
 *   if (error instanceof MetadataFormatError) console.error(error.message)
 * }
 * ```
 * Source: OData CSDL 4.0.
 */
export class MetadataFormatError extends TestkitError {
  override readonly name = 'MetadataFormatError'
}
