import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import { onTestFinished } from 'vitest'

/** Starts a server on a free port until the test ends, and returns its URL. The app can need the URL. */
export async function listening(appFor: (url: string) => RequestListener): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const address = server.address()
  if (typeof address !== 'object' || !address) throw new Error('Expected a port.')
  const url = `http://127.0.0.1:${address.port}`
  server.on('request', appFor(url))
  return url
}
