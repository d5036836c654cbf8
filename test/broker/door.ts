import { once } from 'node:events'
import type { Server } from 'node:http'
import type { Server as TlsServer } from 'node:https'

/** A server on a free port of loopback. */
export interface Door {
  readonly url: string
  close(): Promise<void>
}

export async function listening(server: Server | TlsServer, scheme: 'http' | 'https'): Promise<Door> {
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
