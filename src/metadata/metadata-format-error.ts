import { TestkitError } from '../model/errors.ts'

/** Thrown when a text is not a `$metadata` document of Microsoft Graph. */
export class MetadataFormatError extends TestkitError {
  override readonly name = 'MetadataFormatError'
}
