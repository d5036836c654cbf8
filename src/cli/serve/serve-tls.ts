import { writeFileSync } from 'node:fs'
import { readUtf8File, readUtf8FileIfExists } from '../../files/read-utf8-file.ts'
import { UnreadableFileError } from '../../files/unreadable-file-error.ts'
import type { ListenOptions } from '../../tenant/index.ts'
import { CommandFailure } from '../io.ts'

/** Options of `serve` for HTTPS. */
export interface ServeTlsOptions {
  readonly tls?: true
  readonly tlsCa?: string
  readonly tlsKey?: string
  readonly tlsCert?: string
}

/**
 * Returns the certificate of a server, or undefined for HTTP.
 *
 * @throws a {@link CommandFailure} if options contradict each other, or a file cannot be used
 */
export function tlsOf({ tls, tlsCa, tlsKey, tlsCert }: ServeTlsOptions): ListenOptions['tls'] {
  if (tlsCa !== undefined && !tls) throw new CommandFailure(2, '--tls-ca requires --tls. Pass both.')
  if (tls) {
    if (tlsKey !== undefined || tlsCert !== undefined) {
      throw new CommandFailure(
        2,
        '--tls does not work with --tls-key and --tls-cert: it creates a certificate of its own. Omit --tls, or the other two.',
      )
    }
    if (tlsCa !== undefined) checkCaFile(tlsCa)
    return 'self-signed'
  }
  if (tlsKey === undefined && tlsCert === undefined) return undefined
  if (tlsKey === undefined || tlsCert === undefined) {
    throw new CommandFailure(2, '--tls-key and --tls-cert require each other. Pass both.')
  }
  return { key: read('--tls-key', tlsKey), cert: read('--tls-cert', tlsCert) }
}

/** @throws a {@link CommandFailure} if the file cannot be written */
export function writeCaFile(file: string, ca: string): void {
  try {
    writeFileSync(file, ca)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error)
    throw new CommandFailure(
      2,
      `--tls-ca: ${file} cannot be written (${code}). Pass a file in an existing directory.`,
    )
  }
}

/** Keeps a file that is not a certificate: a mistyped path must not replace it. */
function checkCaFile(file: string): void {
  const text = reading('--tls-ca', () => readUtf8FileIfExists(file))
  if (text && !text.startsWith('-----BEGIN CERTIFICATE-----')) {
    throw new CommandFailure(2, `--tls-ca: ${file} exists and is not a certificate. Pass another file.`)
  }
}

function read(option: string, file: string): string {
  return reading(option, () => readUtf8File(file))
}

function reading<Text>(option: string, run: () => Text): Text {
  try {
    return run()
  } catch (error) {
    if (!(error instanceof UnreadableFileError)) throw error
    throw new CommandFailure(2, `${option}: ${error.file} cannot be read: ${error.reason}. It must be PEM.`)
  }
}
