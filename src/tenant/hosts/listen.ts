/// <reference lib="esnext.disposable" preserve="true" />
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { Handler } from '../http/exchange.ts'
import { ListenError } from './listen-error.ts'
import { createNodeServer, type TlsOptions } from './node-server.ts'
import { respondToRoute } from './route.ts'
import { send } from './send.ts'
import type { Sleep } from './sleep.ts'

/**
 * Options of `tenant.listen`.
 *
 * @example
 * ```ts
 * // Lets a bot in a container reach the tenant.
 * const server = await tenant.listen({ port: 8080, host: '0.0.0.0' })
 * ```
 */
export interface ListenOptions {
  /** Port to listen on. Defaults to a free port. */
  readonly port?: number | undefined
  /** Address to listen on. Defaults to `127.0.0.1`. Any address other than loopback makes the server reachable from the network. */
  readonly host?: string | undefined
  /** Certificate for HTTPS. If set, the server accepts HTTPS only. */
  readonly tls?: TlsOptions | undefined
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
  /** Stops accepting requests, waits for open ones (for a second at most), and frees the port. */
  close(): Promise<void>
  /** Closes the server at the end of a block: `await using server = await tenant.listen()`. */
  [Symbol.asyncDispose](): Promise<void>
}

/** Time that open requests have to finish after `close()`, in milliseconds. Then their connections are closed. */
const gracePeriod = 1_000

/** Runs a handler on a Node server. */
export async function listen(
  handler: Handler,
  sleep: Sleep,
  options: ListenOptions = {},
): Promise<TenantServer> {
  const { port = 0, host = '127.0.0.1', tls, routes = {} } = options
  const handlers = new Map(Object.entries(routes))
  const server = createNodeServer((request, response) => {
    const route = handlers.get(request.url?.replace(/\?.*/s, '') ?? '')
    if (route) void respondToRoute(route, request, response)
    else respond(handler, sleep, request, response)
  }, tls)
  await start(server, port, host)
  let closed: Promise<void> | undefined
  const close = () => (closed ??= stop(server))
  return { url: `${tls ? 'https' : 'http'}://${hostOf(server)}`, close, [Symbol.asyncDispose]: close }
}

function respond(handler: Handler, sleep: Sleep, request: IncomingMessage, response: ServerResponse): void {
  if (request.url === '/healthz') {
    const body = '{"status":"ok"}'
    response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': body.length }).end(body)
    return
  }
  const { method = '', headers } = request
  const target = pathAndQuery(request.url ?? '')
  const queryAt = target.indexOf('?')
  const tenantResponse = handler({
    method,
    host: headers.host?.replace(/:\d*$/, '').toLowerCase() ?? '',
    path: queryAt < 0 ? target : target.slice(0, queryAt),
    query: queryAt < 0 ? '' : target.slice(queryAt),
    header: (name) => headers[name]?.toString() ?? null,
  })
  send(tenantResponse, response, sleep)
}

/** Removes the origin of a complete URL, as clients send it to a proxy in the request line (RFC 9112, 3.2.2). */
function pathAndQuery(target: string): string {
  return target.replace(/^[a-z][a-z\d+.-]*:\/\/[^/?]*/i, '')
}

function start(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(new ListenError(error.code ?? error.name, host, port, error)),
    )
    server.listen(port, host, resolve)
  })
}

function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => server.closeAllConnections(), gracePeriod)
    server.close(() => {
      clearTimeout(timer)
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
