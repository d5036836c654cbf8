import type { IncomingMessage, RequestListener, Server, ServerOptions, ServerResponse } from 'node:http'
import { isOptions, type OptionKinds } from '../../model/known-options.ts'
import { checkOptions } from '../../read/check-options.ts'
import { invalidValue } from '../../read/invalid-value.ts'

/**
 * Certificate and its private key, both in PEM.
 *
 * @example
 * ```ts
 * import { readFileSync } from 'node:fs'
 *
 * const tls: TlsOptions = { key: readFileSync('key.pem'), cert: readFileSync('cert.pem') }
 * const server = await tenant.listen({ tls })
 * ```
 */
export interface TlsOptions {
  /** Private key as text or bytes, not as a file name. */
  readonly key: string | Uint8Array
  /** Certificate, or a chain that starts with the server's own, as text or bytes, not as a file name. */
  readonly cert: string | Uint8Array
}

/** Limits of a request. A request that exceeds one gets the status code that HTTP defines, with an empty body. */
const limits = {
  /** Request line and headers: 431. */
  headBytes: 16 * 1_024,
  /** URL: 414. */
  urlLength: 8 * 1_024,
  /** Body, which is not read: 413, and the connection is closed. Without a Content-Length, it is only closed. */
  bodyBytes: 1_024 * 1_024,
  /** Time in which a client that still sends a body can receive a 413. */
  lingerMilliseconds: 1_000,
  /** Time from the first byte to the last: 408. */
  headMilliseconds: 10_000,
  requestMilliseconds: 30_000,
}

/**
 * Creates a server with node:http, or with node:https if `tls` is set.
 *
 * @throws TypeError if the certificate or its key is not valid PEM, or if they do not match
 */
export function createNodeServer(respond: RequestListener, tls?: TlsOptions): Server {
  if (tls !== undefined && !isOptions(tls)) {
    throw invalidValue('tls', tls, "'self-signed', or an object with a key and a cert in PEM")
  }
  checkOptions('tls', tls, { key: 'checked', cert: 'checked' } satisfies OptionKinds<TlsOptions>)
  const options = {
    maxHeaderSize: limits.headBytes,
    headersTimeout: limits.headMilliseconds,
    requestTimeout: limits.requestMilliseconds,
    connectionsCheckingInterval: 1_000,
  }
  const listener: RequestListener = (request, response) => {
    const tooLarge = statusIfTooLarge(request)
    if (tooLarge) return reject(tooLarge, request, response)
    respond(request, response)
    if (request.headers['transfer-encoding']) discardBody(request)
  }
  const server = createServer(options, listener, tls)
  // The size of the headers is limited. Node would ignore all headers after the first 1,000.
  server.maxHeadersCount = 0
  server.on('checkContinue', (request: IncomingMessage, response: ServerResponse) => {
    if (statusIfTooLarge(request) === undefined) response.writeContinue()
    listener(request, response)
  })
  // Clients that use the server as a proxy show the status line. Node no longer handles the socket.
  server.on('connect', (_, socket) => socket.on('error', () => {}).end(notAProxy, () => socket.destroy()))
  return server
}

/** Response to CONNECT, to which Node would not respond. Source: HTTP Semantics (RFC 9110), 9.3.6. */
const notAProxy =
  'HTTP/1.1 405 This server is not a proxy: use it as the base URL of Graph\r\nContent-Length: 0\r\nConnection: close\r\n\r\n'

function createServer(
  options: ServerOptions,
  listener: RequestListener,
  tls: TlsOptions | undefined,
): Server {
  // Not an import: bundlers for browsers would try to resolve it.
  if (!tls) return process.getBuiltinModule('node:http').createServer(options, listener)
  try {
    return process
      .getBuiltinModule('node:https')
      .createServer({ ...options, key: Buffer.from(tls.key), cert: Buffer.from(tls.cert) }, listener)
  } catch (cause) {
    throw new TypeError(
      'Invalid tls.key and tls.cert. Expected a private key and its certificate in PEM, for example readFileSync("key.pem"), or tls: "self-signed".',
      { cause },
    )
  }
}

/** Returns the status for a request that is too large. Sources: HTTP Semantics (RFC 9110), 15.5.14 (413) and 15.5.15 (414). */
function statusIfTooLarge({ url = '', headers }: IncomingMessage): 413 | 414 | undefined {
  if (url.length > limits.urlLength) return 414
  return Number(headers['content-length'] ?? 0) > limits.bodyBytes ? 413 : undefined
}

/**
 * Responds with a status and closes the connection. Discards at most as many bytes as the limit before: closing while the client
 * sends would reset the connection, and the client could lose the response.
 */
function reject(status: number, request: IncomingMessage, response: ServerResponse): void {
  response.writeHead(status, { 'Content-Length': 0, Connection: 'close' }).flushHeaders()
  discardBody(request)
  request.socket.setTimeout(limits.lingerMilliseconds, () => request.socket.destroy())
  request.on('end', () => response.end())
}

/** Closes the connection when a body exceeds the limit. Node would read and discard all of it. */
function discardBody(request: IncomingMessage): void {
  let bytes = 0
  request.on('data', (chunk: Uint8Array) => {
    bytes += chunk.length
    if (bytes > limits.bodyBytes) request.destroy()
  })
}
