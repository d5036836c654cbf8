import type { IncomingMessage, RequestListener, Server } from 'node:http'

/** A certificate and its private key, both in PEM. */
export interface TlsOptions {
  /** The private key: its text or bytes, not the name of a file. */
  readonly key: string | Uint8Array
  /** The certificate, or a chain of them with the server's own first: text or bytes, not the name of a file. */
  readonly cert: string | Uint8Array
}

/** What one request may be. Who goes beyond gets the status that HTTP has for it, with an empty body. */
const limits = {
  /** The request line with its headers: 431, or 414 where it is the URL. */
  headBytes: 16 * 1_024,
  urlLength: 8 * 1_024,
  /** No request for a call has a body; one that comes is dropped as it comes: 413, or the end where no length was told. */
  bodyBytes: 1_024 * 1_024,
  /** From the first byte to the last: 408. */
  headMilliseconds: 10_000,
  requestMilliseconds: 30_000,
}

/**
 * A server of node:http, or of node:https with a certificate, that keeps the limits.
 *
 * @throws TypeError where the certificate or its key is no PEM, or the two are no pair
 */
export function createNodeServer(answer: RequestListener, tls?: TlsOptions): Server {
  const options = {
    maxHeaderSize: limits.headBytes,
    headersTimeout: limits.headMilliseconds,
    requestTimeout: limits.requestMilliseconds,
    connectionsCheckingInterval: 1_000,
  }
  const listener: RequestListener = (request, response) => {
    const tooLarge = statusOfTooLarge(request)
    if (tooLarge) response.writeHead(tooLarge, { 'Content-Length': 0 }).end()
    else answer(request, response)
    if (request.headers['transfer-encoding']) dropBody(request)
  }
  // In place of imports, which bundlers for browsers would want to resolve.
  if (!tls) return process.getBuiltinModule('node:http').createServer(options, listener)
  const { createServer } = process.getBuiltinModule('node:https')
  try {
    return createServer({ ...options, key: Buffer.from(tls.key), cert: Buffer.from(tls.cert) }, listener)
  } catch (cause) {
    throw new TypeError(
      'tls.key and tls.cert must be a private key and its certificate in PEM, such as readFileSync("key.pem") gives.',
      { cause },
    )
  }
}

/** Sources: HTTP Semantics (RFC 9110), 15.5.14 (413) and 15.5.15 (414). */
function statusOfTooLarge({ url = '', headers }: IncomingMessage): 413 | 414 | undefined {
  if (url.length > limits.urlLength) return 414
  return Number(headers['content-length'] ?? 0) > limits.bodyBytes ? 413 : undefined
}

/** Node drops what nobody reads of a body; one of no told length is let go on only so far. */
function dropBody(request: IncomingMessage): void {
  let bytes = 0
  request.on('data', (chunk: Uint8Array) => {
    bytes += chunk.length
    if (bytes > limits.bodyBytes) request.destroy()
  })
}
