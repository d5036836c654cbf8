import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { TlsOptions } from 'node:tls'
import { type LoopbackServer, listen } from './loopback-server.ts'

/** Inspects a request. If it returns a status code, the gateway responds with it instead of forwarding the request. */
export type Guard = (request: {
  method: string
  path: string
  authorization: string | undefined
}) => number | undefined

/** Starts a gateway in front of a broker that checks requests and can terminate TLS. */
export async function startGateway(
  brokerUrl: string,
  guard: Guard,
  tls?: TlsOptions,
): Promise<LoopbackServer> {
  const listener = (incoming: IncomingMessage, response: ServerResponse) => {
    const { method = '', url: path = '', headers } = incoming
    const status = guard({ method, path, authorization: headers.authorization })
    if (status !== undefined) {
      response.writeHead(status).end()
      return
    }
    // The broker builds its links from the Host header and this scheme.
    if (tls) headers['x-forwarded-proto'] = 'https'
    forward(incoming, response, brokerUrl + path)
  }
  return tls ? listen(createTlsServer(tls, listener), 'https') : listen(createServer(listener), 'http')
}

/** Forwards a request to a URL, and its response back. */
export function forward(incoming: IncomingMessage, response: ServerResponse, url: string): void {
  const outgoing = request(url, { method: incoming.method, headers: incoming.headers }, (received) => {
    response.writeHead(received.statusCode ?? 502, received.headers)
    received.pipe(response)
  })
  outgoing.on('error', () => response.destroy())
  incoming.pipe(outgoing)
}
