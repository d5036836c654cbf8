import { once } from 'node:events'
import { createServer } from 'node:http'

/** Request that a server has received. */
export interface ReceivedBytes {
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** Starts a server that records the requests that it receives. */
export async function receiveBytes() {
  const received: ReceivedBytes[] = []
  const server = createServer(async (request, response) => {
    const body = Buffer.concat(await request.toArray()).toString('latin1')
    const names = request.rawHeaders.filter((_, index) => index % 2 === 0)
    const values = request.rawHeaders.filter((_, index) => index % 2 === 1)
    const headers = Object.fromEntries(names.map((name, index) => [name.toLowerCase(), values[index] ?? '']))
    received.push({ headers, body })
    response.writeHead(202).end()
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : undefined
  return {
    url: `http://127.0.0.1:${port}/api/calls`,
    received,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
