import type { IncomingMessage, ServerResponse } from 'node:http'
import { hostNamed } from './hostname.ts'
import { isLoopback } from './loopback.ts'

/** Responds to requests for a path that Graph does not have. */
export type Route = (request: Request) => Promise<Response>

/**
 * Responds to a request with a route. Other machines and pages in a browser get 403. A page of any site can send a POST to
 * this machine, and its request has an `Origin`.
 *
 * Never rejects: an error of the route is a 500 and a warning.
 */
export async function respondToRoute(
  route: Route,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (
    !isLoopback(hostNamed(request.socket.remoteAddress ?? '') ?? '') ||
    request.headers.origin !== undefined
  ) {
    request.resume()
    return send(response, 403, { error: 'Only programs on this machine can use this path.' })
  }
  if (request.method === 'TRACE') {
    request.resume()
    return send(response, 405, { error: 'TRACE is not allowed.' })
  }
  try {
    const received = await route(await webRequest(request))
    const body = Buffer.from(await received.arrayBuffer())
    response.writeHead(received.status, [...received.headers].flat()).end(body)
  } catch (error) {
    if (request.destroyed && !request.complete) return
    process.emitWarning(error instanceof Error ? error : String(error))
    send(response, 500, { error: 'This request failed. The log of the server has the reason.' })
  }
}

function send(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body))
}

async function webRequest(request: IncomingMessage): Promise<Request> {
  const { method = '', url = '', headers } = request
  const body = await bodyOf(request)
  return new Request(new URL(url, 'http://127.0.0.1'), {
    method,
    headers: { 'Content-Type': headers['content-type'] ?? '' },
    ...(method !== 'GET' && method !== 'HEAD' && { body }),
  })
}

/**
 * Reads the body of a request, without a byte order mark. Rejects if the connection is closed before the end, for example because
 * the body is too large.
 */
export function bodyOf(request: IncomingMessage): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = []
    request.on('data', (chunk: Uint8Array) => chunks.push(chunk))
    request.on('end', () => resolve(new TextDecoder().decode(Buffer.concat(chunks))))
    request.on('close', () => reject(new Error('The connection was closed before the end of the request.')))
  })
}
