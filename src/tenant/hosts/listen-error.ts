import { TestkitError } from '../../model/errors.ts'

/** Problem and fix for each error code of the operating system. */
const reasons: Readonly<Record<string, string>> = {
  EADDRINUSE:
    'the port is in use. Stop the process that uses it, choose another port, or omit the port to get a free one.',
  EACCES:
    'you have no permission to use the port. Choose a port of at least 1024, or omit it to get a free one.',
  EADDRNOTAVAIL: 'this machine does not have the address. Omit the host to listen on loopback.',
  ENOTFOUND: 'the host is unknown. Omit the host to listen on loopback.',
}

/**
 * Thrown when `tenant.listen` cannot listen on a port.
 *
 * @example
 * ```ts
 * await tenant.listen({ port: 4010 }) // ListenError: Cannot listen on 127.0.0.1:4010: the port is in use. ...
 * ```
 */
export class ListenError extends TestkitError {
  override readonly name = 'ListenError'
  /** Error code of the operating system, for example `'EADDRINUSE'`. */
  readonly code: string
  /** Requested host. */
  readonly host: string
  /** Requested port, or 0 for a free one. */
  readonly port: number

  constructor(code: string, host: string, port: number, cause: unknown) {
    super(`Cannot listen on ${host}:${port}: ${reasons[code] ?? `${code}.`}`, { cause })
    this.code = code
    this.host = host
    this.port = port
  }
}
