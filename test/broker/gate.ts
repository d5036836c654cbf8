import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { TlsOptions } from 'node:tls'
import { type Door, listening } from './door.ts'

/** What a gate does with a request before it lets it through: a status is the answer, and nothing lets it pass. */
export type Guard = (asked: {
  method: string
  path: string
  authorization: string | undefined
}) => number | undefined

/** Stands in front of a broker, as a company's gateway does: it asks who comes, or ends TLS. */
export async function gateTo(brokerUrl: string, guard: Guard, tls?: TlsOptions): Promise<Door> {
  const listener = (incoming: IncomingMessage, answer: ServerResponse) => {
    const { method = '', url: path = '', headers } = incoming
    const refused = guard({ method, path, authorization: headers.authorization })
    if (refused !== undefined) {
      answer.writeHead(refused).end()
      return
    }
    // The host stays as it was asked for, and the scheme is told: the broker makes its links of them.
    if (tls) headers['x-forwarded-proto'] = 'https'
    forward(incoming, answer, brokerUrl + path)
  }
  return tls ? listening(createTlsServer(tls, listener), 'https') : listening(createServer(listener), 'http')
}

/** Asks for the same elsewhere, and gives back what is answered there. */
export function forward(incoming: IncomingMessage, answer: ServerResponse, url: string): void {
  const outgoing = request(url, { method: incoming.method, headers: incoming.headers }, (answered) => {
    answer.writeHead(answered.statusCode ?? 502, answered.headers)
    answered.pipe(answer)
  })
  outgoing.on('error', () => answer.destroy())
  incoming.pipe(outgoing)
}
