import { once } from 'node:events'
import { createServer, request } from 'node:http'

/** What a gate does with a request before it lets it through: a status is the answer, and nothing lets it pass. */
export type Guard = (asked: {
  method: string
  path: string
  authorization: string | undefined
}) => number | undefined

/** Stands in front of a broker, as a company's proxy does. */
export async function gateTo(brokerUrl: string, guard: Guard) {
  const server = createServer((incoming, answer) => {
    const { method = '', url: path = '', headers } = incoming
    const refused = guard({ method, path, authorization: headers.authorization })
    if (refused !== undefined) {
      answer.writeHead(refused).end()
      return
    }
    // The host stays as it was asked for: the broker makes its links of it.
    const outgoing = request(brokerUrl + path, { method, headers }, (answered) => {
      answer.writeHead(answered.statusCode ?? 502, answered.headers)
      answered.pipe(answer)
    })
    outgoing.on('error', () => answer.destroy())
    incoming.pipe(outgoing)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${Object(server.address()).port}`,
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
