import { accessSync, constants } from 'node:fs'
import type { Environment } from './ci-services.ts'
import { PublishError } from './publish-error.ts'

/**
 * Returns the file of additional certificate authorities, `NODE_EXTRA_CA_CERTS`. The Pact CLI reads `SSL_CERT_FILE`
 * itself, but it does not know Node's variable.
 *
 * @throws a {@link PublishError} if one of the two files cannot be read, because the Pact CLI would ignore it silently
 */
export function extraAuthorities({ NODE_EXTRA_CA_CERTS, SSL_CERT_FILE }: Environment): string | undefined {
  for (const [name, file] of Object.entries({ NODE_EXTRA_CA_CERTS, SSL_CERT_FILE })) {
    if (file && !isReadable(file)) {
      throw new PublishError(
        'cannot-run',
        `Cannot read the file in ${name}: ${file}. Set it to a file of PEM certificates, or unset it.`,
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
