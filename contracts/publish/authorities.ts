import { accessSync, constants } from 'node:fs'
import type { Environment } from './environments.ts'
import { PublishError } from './publish-error.ts'

/**
 * The file of a company's own certificate authorities that Node is told of. The client is to trust them as well, beside
 * those of the system, for which it looks into `SSL_CERT_FILE` by itself.
 *
 * @throws PublishError where one of the two files cannot be read: the client would go on without a word
 */
export function extraAuthorities({ NODE_EXTRA_CA_CERTS, SSL_CERT_FILE }: Environment): string | undefined {
  for (const [name, file] of Object.entries({ NODE_EXTRA_CA_CERTS, SSL_CERT_FILE })) {
    if (file && !isReadable(file)) {
      throw new PublishError(
        'cannot-run',
        `${name} names ${file}, and that file cannot be read: give certificates in PEM, or unset it.`,
      )
    }
  }
  return NODE_EXTRA_CA_CERTS || undefined
}

function isReadable(file: string): boolean {
  try {
    accessSync(file, constants.R_OK)
    return true
  } catch {
    return false
  }
}
