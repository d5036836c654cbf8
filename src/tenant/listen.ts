/// <reference lib="esnext.disposable" preserve="true" />
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { CannotListenError } from './cannot-listen-error.ts'
import { ConnectionBrokenError, type Delivery, piecesOf } from './delivery.ts'
import type { Answer, Handler } from './exchange.ts'
import type { Sleep } from './sleep.ts'

/** Where a tenant answers. */
export interface ListenOptions {
  /** A free port unless said. */
  readonly port?: number | undefined
  /** `127.0.0.1` unless said. Whoever reaches another host reaches the tenant. */
  readonly host?: string | undefined
}

/** A tenant that answers on a port. */
export interface TenantServer {
  /** E.g. `http://127.0.0.1:49152`, without a slash at the end. */
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
  const { port = 0, host = '127.0.0.1' } = options
  // In place of an import, which bundlers for browsers would want to resolve.
  const { createServer } = process.getBuiltinModule('node:http')
  const server = createServer((request, response) => answer(handler, sleep, request, response))
  await start(server, port, host)
  let closed: Promise<void> | undefined
  const close = () => (closed ??= stop(server))
  return { url: urlOf(server), close, [Symbol.asyncDispose]: close }
}

function answer(handler: Handler, sleep: Sleep, request: IncomingMessage, response: ServerResponse): void {
  const { method = '', headers } = request
  const target = pathAndQuery(request.url ?? '')
  const queryAt = target.indexOf('?')
  const answer = handler({
    method,
    host: headers.host?.replace(/:\d*$/, '').toLowerCase() ?? '',
    path: queryAt < 0 ? target : target.slice(0, queryAt),
    query: queryAt < 0 ? '' : target.slice(queryAt),
    header: (name) => headers[name]?.toString() ?? null,
  })
  if (answer.delivery) void deliver(answer, answer.delivery, response, sleep)
  else head(answer, response).end(answer.body)
}

function head({ status, headers, body }: Answer, response: ServerResponse): ServerResponse {
  // A 204 has no length (RFC 9110, 8.6).
  const length = status === 204 ? {} : { 'Content-Length': Buffer.byteLength(body) }
  return response.writeHead(status, { ...headers, ...length })
}

/** Sends an answer as it is to travel. It never rejects: what breaks is the connection. */
async function deliver(
  answer: Answer,
  { delay, damage }: Delivery,
  response: ServerResponse,
  sleep: Sleep,
): Promise<void> {
  const gone = new AbortController()
  response.once('close', () => gone.abort())
  try {
    if (delay > 0) await sleep(delay, gone.signal)
    if (damage?.kind === 'reset') throw new ConnectionBrokenError()
    if (!damage) return void head(answer, response).end(answer.body)
    head(answer, response).flushHeaders()
    for await (const piece of piecesOf(answer.body, damage, sleep, gone.signal)) {
      await new Promise((resolve) => response.write(piece, resolve))
    }
    response.end()
  } catch {
    // What was sent arrives before the end. A socket of TLS cannot be reset.
    if (response.headersSent || (response.socket && 'encrypted' in response.socket))
      response.socket?.destroy()
    else response.socket?.resetAndDestroy()
  }
}

/** A request line may hold a whole URL: proxies get such (RFC 9112, 3.2.2). */
function pathAndQuery(target: string): string {
  return target.replace(/^[a-z][a-z\d+.-]*:\/\/[^/?]*/i, '')
}

function start(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(new CannotListenError(error.code ?? error.name, host, port, error)),
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

function urlOf(server: Server): string {
  const address = server.address()
  if (typeof address !== 'object' || !address) throw new Error('The server closed before it had a port.')
  const host = address.family === 'IPv6' ? `[${address.address}]` : address.address
  return `http://${host}:${address.port}`
}
