/// <reference lib="esnext.disposable" preserve="true" />

import type { Server } from 'node:http'
import type { OptionKinds } from '../../model/known-options.ts'
import { checkOptions } from '../../read/check-options.ts'
import { invalidValue } from '../../read/invalid-value.ts'
import type { Handler } from '../http/exchange.ts'
import { AllowedHosts } from './allowed-hosts.ts'
import { hostNamed } from './hostname.ts'
import { ListenError } from './listen-error.ts'
import { createNodeServer, type TlsOptions } from './node-server.ts'
import { responder } from './responder.ts'
import { selfSignedTls } from './self-signed.ts'
import type { Sleep } from './sleep.ts'

/**
 * Options of `tenant.listen`.
 *
 * @example
 * ```ts
 * // Lets a bot in a container reach the tenant as http://host.docker.internal:8080.
 * const server = await tenant.listen({ port: 8080, host: '0.0.0.0' })
 * ```
 */
export interface ListenOptions {
  /** Port to listen on. Defaults to a free port. */
  readonly port?: number | undefined
  /** Address to listen on. Defaults to `127.0.0.1`. Any other address than loopback makes the server reachable from the network. */
  readonly host?: string | undefined
  /**
   * Names of hosts, without ports, that the server responds to in addition to loopback, hosts of Graph, and this machine: for
   * example `['tenant']`, the name of its container. Requests for other hosts get 421.
   */
  readonly allowedHosts?: readonly string[] | undefined
  /**
   * Certificate for HTTPS. If set, the server accepts HTTPS only. With `'self-signed'`, the tenant creates one for loopback,
   * the host and the allowed hosts; clients must trust {@link TenantServer.ca}. It requires the package `selfsigned`.
   */
  readonly tls?: TlsOptions | 'self-signed' | undefined
  /**
   * Handlers for paths that Graph does not have, such as `/_pact/provider-states`. They respond only to programs on this
   * machine: other machines, and pages in a browser, get 403.
   */
  readonly routes?: Readonly<Record<string, (request: Request) => Promise<Response>>> | undefined
}

/**
 * Server that a tenant has started. You can destructure its functions.
 *
 * @example
 * ```ts
 * import { afterAll, beforeAll } from 'vitest'
 *
 * let server: TenantServer
 * beforeAll(async () => void (server = await tenant.listen()))
 * afterAll(() => server.close())
 * ```
 */
export interface TenantServer {
  /** Base URL without a slash at the end, for example `http://127.0.0.1:49152`. With `tls`, it starts with `https:`. */
  readonly url: string
  /**
   * Certificate, in PEM, of the authority that clients must trust with `tls: 'self-signed'`; otherwise undefined. All servers
   * of a process have the same one, and every process has another.
   */
  readonly ca: string | undefined
  /** Stops accepting requests, waits for open ones (for a second at most), and frees the port. */
  close(): Promise<void>
  /** Closes the server at the end of a block: `await using server = await tenant.listen()`. */
  [Symbol.asyncDispose](): Promise<void>
}

const listenOptionKinds: OptionKinds<ListenOptions> = {
  port: 'number',
  host: 'text',
  allowedHosts: 'list',
  tls: 'checked',
  routes: 'object',
}

/** Time that open requests have to finish after `close()`, in milliseconds. Then their connections are closed. */
const gracePeriod = 1_000

/**
 * Runs a handler on a Node server.
 *
 * @throws a {@link CertificateError} if a certificate cannot be created
 * @throws TypeError if an option is not valid
 */
export async function listen(
  handler: Handler,
  sleep: Sleep,
  options: ListenOptions = {},
): Promise<TenantServer> {
  checkOptions('listen', options, listenOptionKinds)
  const { port = 0, host = '127.0.0.1', allowedHosts = [], tls, routes = {} } = options
  if (!(Number.isInteger(port) && port >= 0 && port < 65_536)) {
    throw invalidValue('port', port, 'an integer from 0 to 65535, or no port to get a free one')
  }
  // Node listens on all addresses if the host is empty.
  if (host === '') throw invalidValue('host', host, 'an address or a name, such as 127.0.0.1')
  const allowed = new AllowedHosts(hostNamed(host) === undefined ? allowedHosts : [...allowedHosts, host])
  const respond = responder(handler, sleep, allowed, new Map(Object.entries(routes)))
  const created = tls === 'self-signed' ? await selfSignedTls([host, ...allowedHosts]) : undefined
  const server = createNodeServer(respond, tls === 'self-signed' ? created?.tls : tls)
  await start(server, port, host)
  let closed: Promise<void> | undefined
  const close = () => (closed ??= stop(server))
  return {
    url: `${tls ? 'https' : 'http'}://${hostOf(server)}`,
    ca: created?.ca,
    close,
    [Symbol.asyncDispose]: close,
  }
}

function start(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(new ListenError(error.code ?? error.name, host, port, error)),
    )
    server.listen(port, host, resolve)
    // For example if the process has no file descriptors left: the connection fails, and the server continues.
    server.on('error', () => {})
  })
}

function stop(server: Server): Promise<void> {
  // The timer of a socket: the fake timers of a test would never fire.
  const timer = new (process.getBuiltinModule('node:net').Socket)()
  timer.setTimeout(gracePeriod, () => server.closeAllConnections())
  return new Promise((resolve) => {
    server.close(() => {
      timer.destroy()
      resolve()
    })
    server.closeIdleConnections()
  })
}

function hostOf(server: Server): string {
  const address = server.address()
  if (typeof address !== 'object' || !address) throw new Error('The server closed before it had a port.')
  const host = address.family === 'IPv6' ? `[${address.address}]` : address.address
  return `${host}:${address.port}`
}
