import type { ServerResponse } from 'node:http'
import { ConnectionBrokenError, piecesOf, type Transmission } from '../faults/transmission.ts'
import type { TenantResponse } from '../http/exchange.ts'
import type { Sleep } from './sleep.ts'

/** Sends an answer with node:http, as it is to travel. */
export function send(answer: TenantResponse, response: ServerResponse, sleep: Sleep): void {
  if (answer.transmission) void deliver(answer, answer.transmission, response, sleep)
  else sendWhole(answer, response)
}

function sendWhole(answer: TenantResponse, response: ServerResponse): void {
  sendHead(answer, Buffer.byteLength(answer.body), response).end(answer.body)
}

function sendHead(
  { status, headers }: TenantResponse,
  length: number,
  response: ServerResponse,
): ServerResponse {
  // A list, which node:http takes too: an object with one key more would cost more than all else here.
  const list: string[] = []
  for (const [name, value] of Object.entries(headers)) list.push(name, value)
  // A 204 has no length (RFC 9110, 8.6).
  if (status !== 204) list.push('Content-Length', String(length))
  return response.writeHead(status, list)
}

/** It never rejects: what breaks is the connection. */
async function deliver(
  answer: TenantResponse,
  { delay, fault }: Transmission,
  response: ServerResponse,
  sleep: Sleep,
): Promise<void> {
  const gone = new AbortController()
  response.once('close', () => gone.abort())
  try {
    if (delay > 0) await sleep(delay, gone.signal)
    if (!fault) return sendWhole(answer, response)
    if (fault.kind === 'reset') throw new ConnectionBrokenError()
    sendHead(answer, Buffer.byteLength(answer.body), response).flushHeaders()
    for await (const piece of piecesOf(answer.body, fault, sleep, gone.signal)) {
      await new Promise((resolve) => response.write(piece, resolve))
    }
    response.end()
  } catch {
    breakOff(response)
  }
}

/** What was sent arrives before the end; where nothing was, the connection is reset, but for one of TLS, which cannot be. */
function breakOff({ headersSent, socket }: ServerResponse): void {
  if (headersSent || (socket && 'encrypted' in socket)) socket?.destroy()
  else socket?.resetAndDestroy()
}
