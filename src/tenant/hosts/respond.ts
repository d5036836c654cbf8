import { invalidValue } from '../../read/invalid-value.ts'
import { nullBodyStatuses } from '../faults/checked-failure.ts'
import { ConnectionBrokenError, piecesOf } from '../faults/transmission.ts'
import { type Handler, hasRequestBody, type IncomingRequest, type TenantResponse } from '../http/exchange.ts'
import { isRequest } from './loopback-fetch.ts'
import type { PlainRequest } from './plain-request.ts'
import { readyResponse } from './ready-response.ts'
import type { Sleep } from './sleep.ts'

/** Runs a handler on a `Request` of the Fetch API. */
export async function respond(handler: Handler, request: Request, sleep: Sleep): Promise<Response> {
  if (!isRequest(request)) {
    throw invalidValue('request', request, 'a Request. The result of graphFetch(tenant) also accepts a URL')
  }
  request.signal.throwIfAborted()
  const { method, url, headers } = request
  const body = hasRequestBody(method) ? await request.text() : undefined
  const incoming = incomingOf(new URL(url), method, (name) => headers.get(name), body)
  return respondTo(handler, incoming, request.signal, sleep)
}

/** Runs a handler on the arguments of `fetch`, without a `Request`. */
export function respondDirectly(
  handler: Handler,
  { url, method, header, body, signal }: PlainRequest,
  sleep: Sleep,
): Promise<Response> {
  return respondTo(handler, incomingOf(url, method, header, body), signal, sleep)
}

function incomingOf(
  { hostname, pathname, search, origin }: URL,
  method: string,
  header: IncomingRequest['header'],
  body?: string,
): IncomingRequest {
  return { method, host: hostname, path: pathname, query: search, body, origin, header }
}

/** Runs a handler on a request, and returns the response as `fetch` does. */
async function respondTo(
  handler: Handler,
  incoming: IncomingRequest,
  signal: AbortSignal | undefined,
  sleep: Sleep,
): Promise<Response> {
  signal?.throwIfAborted()
  const handled = handler(incoming)
  const response = 'then' in handled ? await handled : handled
  const { status, transmission, headers, body } = response
  if (transmission) await wait(transmission.delay, signal, sleep)
  // `fetch` throws the same error if a connection breaks.
  if (transmission?.fault?.kind === 'reset') {
    throw new TypeError('fetch failed', { cause: new ConnectionBrokenError() })
  }
  const hasBody =
    incoming.method !== 'HEAD' &&
    !nullBodyStatuses.includes(status) &&
    (response.bytes !== undefined || body !== '')
  if (!hasBody) return new Response(null, { status, headers })
  const isReady = response.bytes === undefined && !transmission?.fault && !body.startsWith('\uFEFF')
  return isReady
    ? readyResponse(body, { status, headers })
    : new Response(bodyOf(response, signal, sleep), { status, headers })
}

async function wait(delay: number, signal: AbortSignal | undefined, sleep: Sleep): Promise<void> {
  if (delay > 0) await sleep(delay, signal)
  signal?.throwIfAborted()
}

function bodyOf(response: TenantResponse, signal: AbortSignal | undefined, sleep: Sleep): BodyInit {
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
