import { TestkitError } from '../model/errors.ts'
/** A text is no `$metadata` document of Microsoft Graph; the message says what it is instead. */
export class MetadataFormatError extends TestkitError {
  override readonly name = 'MetadataFormatError'
}
