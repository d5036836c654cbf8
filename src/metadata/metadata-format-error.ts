/** A text is no `$metadata` document of Microsoft Graph; the message says what it is instead. */
export class MetadataFormatError extends Error {
  override readonly name = 'MetadataFormatError'
}
