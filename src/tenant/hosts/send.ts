import type { ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { ConnectionBrokenError, piecesOf, type Transmission } from '../faults/transmission.ts'
import type { TenantResponse } from '../http/exchange.ts'
import type { Sleep } from './sleep.ts'

/** Sends a response with node:http, including its delay and its fault. */
export function send(tenantResponse: TenantResponse, response: ServerResponse, sleep: Sleep): void {
  const { transmission } = tenantResponse
  if (transmission) void transmit(tenantResponse, transmission, response, sleep)
  else sendComplete(tenantResponse, response)
}

function sendComplete(tenantResponse: TenantResponse, response: ServerResponse): void {
  const { body, bytes } = tenantResponse
  sendHead(tenantResponse, response).end(bytes ?? body)
}

function sendHead(
  { status, headers, body, bytes }: TenantResponse,
  response: ServerResponse,
): ServerResponse {
  // node:http accepts a list too. Copying the object to add a header would take longer than the rest of this function.
  const list: string[] = []
  for (const [name, value] of Object.entries(headers)) list.push(name, value)
  // A 204 has no length (RFC 9110, 8.6). Bytes are sent in chunks, as recordings are (call: recordResponse).
  if (status !== 204 && !bytes) list.push('Content-Length', String(Buffer.byteLength(body)))
  return response.writeHead(status, list)
}

/** Sends a response with a delay or a fault. Never rejects: an error breaks the connection. */
async function transmit(
  tenantResponse: TenantResponse,
  { delay, fault }: Transmission,
  response: ServerResponse,
  sleep: Sleep,
): Promise<void> {
  const closed = new AbortController()
  response.once('close', () => closed.abort())
  // In a pipeline, a response has no socket until those before it were sent.
  const isPipelined = !response.socket
  try {
    if (delay > 0) await sleep(delay, closed.signal)
    if (!fault) return sendComplete(tenantResponse, response)
    if (fault.kind === 'reset') throw new ConnectionBrokenError()
    const { body, bytes } = tenantResponse
    sendHead(tenantResponse, response).flushHeaders()
    for await (const piece of piecesOf(bytes ?? body, fault, sleep, closed.signal)) {
      await new Promise((resolve) => response.write(piece, resolve))
    }
    response.end()
  } catch {
    if (response.socket) breakConnection(response.socket, response.headersSent || isPipelined)
    else response.once('socket', (socket: Socket) => breakConnection(socket, true))
  }
}

/**
 * Resets a connection, or closes it after the bytes that were sent: a reset could discard those. Node cannot reset TLS
 * connections, so these are closed.
 */
function breakConnection(socket: Socket, hasSent: boolean): void {
  if (hasSent || 'encrypted' in socket) socket.destroySoon()
  else socket.resetAndDestroy()
}
