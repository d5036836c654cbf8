import { TestkitError } from '../../model/errors.ts'

/** What is wrong, and what to do, by the code that the operating system gives. */
const reasons: Readonly<Record<string, string>> = {
  EADDRINUSE:
    'it is in use. Stop the process that holds it (a tenant of an earlier run?), choose another port, or leave the port out to get a free one.',
  EACCES: 'this user may not use it. Choose a port from 1024 on, or leave the port out to get a free one.',
  EADDRNOTAVAIL: 'the host is no address of this machine. Leave the host out for loopback.',
  ENOTFOUND: 'no such host is known. Leave the host out for loopback.',
}

/**
 * A tenant cannot answer on a port.
 *
 * @example
 * ```ts
 * await tenant.listen({ port: 4010 }) // ListenError: Cannot listen on 127.0.0.1:4010: it is in use. ...
 * ```
 */
export class ListenError extends TestkitError {
  override readonly name = 'ListenError'
  /** The operating system's code, e.g. `'EADDRINUSE'`. */
  readonly code: string
  /** The host that was asked for. */
  readonly host: string
  /** The port that was asked for; 0 for a free one. */
  readonly port: number

  constructor(code: string, host: string, port: number, cause: unknown) {
    super(`Cannot listen on ${host}:${port}: ${reasons[code] ?? `${code}.`}`, { cause })
    this.code = code
    this.host = host
    this.port = port
  }
}
