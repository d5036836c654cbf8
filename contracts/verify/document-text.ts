import { types } from 'node:util'
import { readUtf8File } from '../../src/files/read-utf8-file.ts'
import { redactText } from '../redact.ts'
import { VerificationError } from './verification-error.ts'

/** Maximum size in bytes: 64 MiB. The metadata of the beta version has about 10 MB. */
const maximumDocumentSize = 64 * 1_024 * 1_024

/**
 * Reads a document that describes the API.
 *
 * @param kind - kind of document, for the message of an error
 * @throws a {@link VerificationError} if it cannot be read
 */
export async function documentText(kind: string, file: string | URL): Promise<string> {
  try {
    return readUtf8File(file, { maximumSize: maximumDocumentSize })
  } catch (cause) {
    if (!types.isNativeError(cause)) throw cause
    const hint = /^https?:/.test(String(file)) ? ' Download the document first and pass its file.' : ''
    // The name of the file can be a URL with a secret.
    const message = redactText(`Cannot read the ${kind}: ${cause.message}${hint}`)
    throw new VerificationError(message, { cause })
  }
}
