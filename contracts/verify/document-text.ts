import { readFile } from 'node:fs/promises'
import { types } from 'node:util'
import { VerificationError } from './verification-error.ts'

/**
 * Reads a document that describes the API.
 *
 * @param kind - kind of document, for the message of an error
 * @throws {@link VerificationError} if it cannot be read
 */
export async function documentText(kind: string, file: string | URL): Promise<string> {
  try {
    return await readFile(file, 'utf8')
  } catch (cause) {
    if (!types.isNativeError(cause)) throw cause
    const hint = /^https?:/.test(String(file)) ? ' Download the document first and pass its file.' : ''
    throw new VerificationError(`Cannot read the ${kind} ${file}: ${cause.message}.${hint}`, { cause })
  }
}
