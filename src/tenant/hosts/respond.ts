import { nullBodyStatuses } from '../faults/checked-failure.ts'
import { ConnectionBrokenError, piecesOf } from '../faults/transmission.ts'
import { type Handler, hasRequestBody, type TenantResponse } from '../http/exchange.ts'
import type { Sleep } from './sleep.ts'

/** Runs a handler on a `Request` of the Fetch API. */
export async function respond(handler: Handler, request: Request, sleep: Sleep): Promise<Response> {
  request.signal.throwIfAborted()
  const { method, url, headers } = request
  const { hostname, pathname, search, origin } = new URL(url)
  const body = hasRequestBody(method) ? await request.text() : undefined
  const response = await handler({
    method,
    host: hostname,
    path: pathname,
    query: search,
    body,
    origin,
    header: (name) => headers.get(name),
  })
  const { status, transmission } = response
  if (transmission) await wait(transmission.delay, request.signal, sleep)
  // `fetch` throws the same error if a connection breaks.
  if (transmission?.fault?.kind === 'reset') {
    throw new TypeError('fetch failed', { cause: new ConnectionBrokenError() })
  }
  const hasBody =
    method !== 'HEAD' &&
    !nullBodyStatuses.includes(status) &&
    (response.bytes !== undefined || response.body !== '')
  return new Response(hasBody ? bodyOf(response, request.signal, sleep) : null, {
    status,
    headers: response.headers,
  })
}

async function wait(delay: number, signal: AbortSignal, sleep: Sleep): Promise<void> {
  if (delay > 0) await sleep(delay, signal)
  signal.throwIfAborted()
}

function bodyOf(response: TenantResponse, signal: AbortSignal, sleep: Sleep): BodyInit {
  const { body: text, bytes, transmission } = response
  const body = bytes ?? text
  if (!transmission?.fault) return body
  const pieces = piecesOf(body, transmission.fault, sleep, signal)
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await pieces.next()
      if (done) controller.close()
      else controller.enqueue(value)
    },
    async cancel() {
      await pieces.return(undefined)
    },
  })
}
