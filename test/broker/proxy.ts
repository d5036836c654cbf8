import { createServer, type IncomingMessage } from 'node:http'
import { connect } from 'node:net'
import type { Duplex } from 'node:stream'
import { forward } from './gateway.ts'
import { type LoopbackServer, listen } from './loopback-server.ts'

/** HTTP proxy that records its requests. */
export interface ForwardProxy extends LoopbackServer {
  readonly requests: readonly string[]
}

/**
 * Starts a proxy that requires a password, like a company proxy. It forwards plain HTTP requests, and opens tunnels
 * for TLS.
 */
export async function startProxy(user: string, password: string): Promise<ForwardProxy> {
  const requests: string[] = []
  const sockets = new Set<Duplex>()
  const expected = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`
  const recordAndAuthorize = ({ method, url, headers }: IncomingMessage) => {
    requests.push(`${method} ${url}`)
    return headers['proxy-authorization'] === expected
  }
  const server = createServer((incoming, response) => {
    if (recordAndAuthorize(incoming)) forward(incoming, response, incoming.url ?? '')
    else response.writeHead(407, { 'Proxy-Authenticate': 'Basic' }).end()
  }).on('connect', (incoming: IncomingMessage, socket: Duplex) => {
    if (!recordAndAuthorize(incoming)) {
      socket.end('HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic\r\n\r\n')
      return
    }
    const { hostname, port } = new URL(`http://${incoming.url}`)
    const upstream = connect(Number(port), hostname, () => {
      socket.write('HTTP/1.1 200 Connection Established\r\n\r\n')
      upstream.pipe(socket).pipe(upstream)
    })
    for (const [one, other] of [[socket, upstream] as const, [upstream, socket] as const]) {
      sockets.add(one)
      one.on('error', () => other.destroy()).on('close', () => sockets.delete(one))
    }
  })
  const listening = await listen(server, 'http')
  return {
    requests,
    url: listening.url,
    async close() {
      // Node no longer tracks a connection that has become a tunnel.
      for (const socket of sockets) socket.destroy()
      await listening.close()
    },
  }
}
