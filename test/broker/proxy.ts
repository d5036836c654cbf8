import { createServer, type IncomingMessage } from 'node:http'
import { connect } from 'node:net'
import type { Duplex } from 'node:stream'
import { type Door, listening } from './door.ts'
import { forward } from './gate.ts'

/** What a company's proxy was asked for. */
export interface ForwardProxy extends Door {
  readonly asked: readonly string[]
}

/**
 * A proxy as companies have it: it fetches what is asked for without TLS, opens a tunnel to the rest, and lets in who
 * has the password.
 */
export async function startProxy(user: string, password: string): Promise<ForwardProxy> {
  const asked: string[] = []
  const sockets = new Set<Duplex>()
  const expected = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`
  const isLetIn = ({ method, url, headers }: IncomingMessage) => {
    asked.push(`${method} ${url}`)
    return headers['proxy-authorization'] === expected
  }
  const server = createServer((incoming, answer) => {
    if (isLetIn(incoming)) forward(incoming, answer, incoming.url ?? '')
    else answer.writeHead(407, { 'Proxy-Authenticate': 'Basic' }).end()
  }).on('connect', (incoming: IncomingMessage, socket: Duplex) => {
    if (!isLetIn(incoming)) {
      socket.end('HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic\r\n\r\n')
      return
    }
    const { hostname, port } = new URL(`http://${incoming.url}`)
    const there = connect(Number(port), hostname, () => {
      socket.write('HTTP/1.1 200 Connection Established\r\n\r\n')
      there.pipe(socket).pipe(there)
    })
    for (const [one, other] of [[socket, there] as const, [there, socket] as const]) {
      sockets.add(one)
      one.on('error', () => other.destroy()).on('close', () => sockets.delete(one))
    }
  })
  const door = await listening(server, 'http')
  return {
    asked,
    url: door.url,
    async close() {
      // Node forgets a connection that has become a tunnel.
      for (const socket of sockets) socket.destroy()
      await door.close()
    },
  }
}
