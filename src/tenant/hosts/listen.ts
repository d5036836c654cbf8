/// <reference lib="esnext.disposable" preserve="true" />
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { Handler } from '../http/exchange.ts'
import { ListenError } from './listen-error.ts'
import { createNodeServer, type TlsOptions } from './node-server.ts'
import { send } from './send.ts'
import type { Sleep } from './sleep.ts'

/** Where a tenant answers. */
export interface ListenOptions {
  /** A free port unless said. */
  readonly port?: number | undefined
  /** `127.0.0.1` unless said. Whoever reaches another host reaches the tenant. */
  readonly host?: string | undefined
  /** Speaks HTTPS, and no HTTP, with this certificate. */
  readonly tls?: TlsOptions | undefined
}

/** A tenant that answers on a port. */
export interface TenantServer {
  /** E.g. `http://127.0.0.1:49152`, or `https:` with `tls`; without a slash at the end. */
  readonly url: string
  /** Takes no more requests, lets those that are under way end, and frees the port. */
  close(): Promise<void>
  /** The same, at the end of a block: `await using server = await tenant.listen()`. */
  [Symbol.asyncDispose](): Promise<void>
}

/** How long requests under way may take once the server closes, in milliseconds; then their connections are cut. */
const grace = 1_000

/** Node's host of a handler. */
export async function listen(
  handler: Handler,
  sleep: Sleep,
  options: ListenOptions = {},
): Promise<TenantServer> {
  const { port = 0, host = '127.0.0.1', tls } = options
  const server = createNodeServer((request, response) => answer(handler, sleep, request, response), tls)
  await start(server, port, host)
  let closed: Promise<void> | undefined
  const close = () => (closed ??= stop(server))
  return { url: `${tls ? 'https' : 'http'}://${hostOf(server)}`, close, [Symbol.asyncDispose]: close }
}

function answer(handler: Handler, sleep: Sleep, request: IncomingMessage, response: ServerResponse): void {
  if (request.url === '/healthz') {
    const body = '{"status":"ok"}'
    response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': body.length }).end(body)
    return
  }
  const { method = '', headers } = request
  const target = pathAndQuery(request.url ?? '')
  const queryAt = target.indexOf('?')
  const answered = handler({
    method,
    host: headers.host?.replace(/:\d*$/, '').toLowerCase() ?? '',
    path: queryAt < 0 ? target : target.slice(0, queryAt),
    query: queryAt < 0 ? '' : target.slice(queryAt),
    header: (name) => headers[name]?.toString() ?? null,
  })
  send(answered, response, sleep)
}

/** A request line may hold a whole URL: proxies get such (RFC 9112, 3.2.2). */
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
    const cut = setTimeout(() => server.closeAllConnections(), grace)
    server.close(() => {
      clearTimeout(cut)
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
