import { once } from 'node:events'
import type { Server } from 'node:http'
import type { Server as TlsServer } from 'node:https'

/** Server on a free port of loopback. */
export interface LoopbackServer {
  readonly url: string
  close(): Promise<void>
}

/** Starts a server on a free port of loopback. */
export async function listen(server: Server | TlsServer, scheme: 'http' | 'https'): Promise<LoopbackServer> {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `${scheme}://127.0.0.1:${Object(server.address()).port}`,
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
