import type { IncomingMessage, RequestListener, Server } from 'node:http'

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
  /** Body, which is not read: 413. If the request has no Content-Length, the connection is closed. */
  bodyBytes: 1_024 * 1_024,
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
  const options = {
    maxHeaderSize: limits.headBytes,
    headersTimeout: limits.headMilliseconds,
    requestTimeout: limits.requestMilliseconds,
    connectionsCheckingInterval: 1_000,
  }
  const listener: RequestListener = (request, response) => {
    const tooLarge = statusIfTooLarge(request)
    if (tooLarge) response.writeHead(tooLarge, { 'Content-Length': 0 }).end()
    else respond(request, response)
    if (request.headers['transfer-encoding']) discardBody(request)
  }
  // Not an import: bundlers for browsers would try to resolve it.
  if (!tls) return process.getBuiltinModule('node:http').createServer(options, listener)
  const { createServer } = process.getBuiltinModule('node:https')
  try {
    return createServer({ ...options, key: Buffer.from(tls.key), cert: Buffer.from(tls.cert) }, listener)
  } catch (cause) {
    throw new TypeError(
      'Invalid tls.key and tls.cert. Expected a private key and its certificate in PEM, for example readFileSync("key.pem").',
      { cause },
    )
  }
}

/** Returns the status for a request that is too large. Sources: HTTP Semantics (RFC 9110), 15.5.14 (413) and 15.5.15 (414). */
function statusIfTooLarge({ url = '', headers }: IncomingMessage): 413 | 414 | undefined {
  if (url.length > limits.urlLength) return 414
  return Number(headers['content-length'] ?? 0) > limits.bodyBytes ? 413 : undefined
}

/** Closes the connection when a body of unknown length exceeds the limit. Node would read and discard all of it. */
function discardBody(request: IncomingMessage): void {
  let bytes = 0
  request.on('data', (chunk: Uint8Array) => {
    bytes += chunk.length
    if (bytes > limits.bodyBytes) request.destroy()
  })
}
