import type { IncomingMessage, RequestOptions } from 'node:http'
import { parseUrl } from '../../model/parse-url.ts'
import { isLocalhostName, isLoopback } from './loopback.ts'

/**
 * Sends a request with the current global `fetch`. A request to loopback must not leave the machine, through a proxy or to a
 * name server. It is sent directly, with `node:http`, if a proxy is configured or the host is a name below `localhost`. A
 * direct request does not follow redirects.
 *
 * Sources: Node.js, enterprise network configuration (`NODE_USE_ENV_PROXY`); RFC 6761, 6.3.
 */
export const loopbackFetch: typeof fetch = async (input, init) => {
  const url = urlOf(input)
  const hostname = parseUrl(url)?.hostname ?? ''
  if (!isLoopback(hostname) || !canSendDirectly() || (init && 'dispatcher' in init)) {
    return globalThis.fetch(input, init)
  }
  const isBelowLocalhost = isLocalhostName(hostname) && hostname !== 'localhost'
  if (!isBelowLocalhost && !usesProxy()) return globalThis.fetch(input, init)
  return sendDirectly(new Request(input, init))
}

/** The `fetch` of the platform. A test that replaces the global one gets the requests. */
const { fetch: platformFetch } = globalThis

/** False in browsers, and if a test has replaced the global `fetch`. */
function canSendDirectly(): boolean {
  if (globalThis.fetch !== platformFetch || typeof process === 'undefined') return false
  return typeof process.getBuiltinModule === 'function'
}

/** True if the global `fetch` may use a proxy: one from the environment, or from a dispatcher of undici. */
function usesProxy(): boolean {
  const { NODE_USE_ENV_PROXY, NODE_OPTIONS = '' } = process.env
  const fromEnvironment =
    NODE_USE_ENV_PROXY === '1' ||
    [...process.execArgv, NODE_OPTIONS].some((option) => option.includes('--use-env-proxy'))
  const dispatcher: unknown = Reflect.get(globalThis, Symbol.for('undici.globalDispatcher.1'))
  return fromEnvironment || /proxy/i.test(Object(dispatcher).constructor?.name ?? '')
}

/** Sends a request with node:http. Only its global agent uses a proxy. */
async function sendDirectly(request: Request): Promise<Response> {
  const { signal, method, headers } = request
  signal.throwIfAborted()
  const url = new URL(request.url)
  const body = new Uint8Array(await request.arrayBuffer())
  const isSecure = url.protocol === 'https:'
  const http = isSecure ? process.getBuiltinModule('node:https') : process.getBuiltinModule('node:http')
  return new Promise((resolve, reject) => {
    const fail = (cause: unknown) =>
      reject(signal.aborted ? signal.reason : new TypeError('fetch failed', { cause }))
    const options: RequestOptions = {
      method,
      headers: Object.fromEntries(headers),
      agent: false,
      lookup: lookUpLoopback,
      signal,
    }
    const sent = http.request(url, options, (incoming) => {
      try {
        resolve(responseOf(incoming, method, request.url))
      } catch (error) {
        incoming.destroy()
        fail(error)
      }
    })
    sent.on('error', fail).end(body)
  })
}

/** Resolves every name to the loopback addresses. */
const lookUpLoopback: RequestOptions['lookup'] = (_hostname, { all }, callback) => {
  const addresses = [
    { address: '127.0.0.1', family: 4 },
    { address: '::1', family: 6 },
  ]
  if (all) callback(null, addresses)
  else callback(null, '127.0.0.1', 4)
}

const withoutBody: readonly number[] = [101, 103, 204, 205, 304]

/** True for the status codes of responses without a body. Source: Fetch Standard, null body status. */
export function hasNullBody(status: number): boolean {
  return withoutBody.includes(status)
}

/** @throws RangeError if the Fetch API does not have the status */
function responseOf(incoming: IncomingMessage, method: string, url: string): Response {
  const { statusCode: status = 0, statusMessage: statusText = '', rawHeaders } = incoming
  const headers = new Headers()
  for (let at = 0; at + 1 < rawHeaders.length; at += 2) {
    headers.append(rawHeaders[at] ?? '', rawHeaders[at + 1] ?? '')
  }
  const hasBody = method !== 'HEAD' && !hasNullBody(status)
  if (!hasBody) incoming.resume()
  const response = new Response(hasBody ? bodyOf(incoming) : null, { status, statusText, headers })
  return Object.defineProperty(response, 'url', { value: url })
}

function bodyOf(incoming: IncomingMessage): ReadableStream<Uint8Array> {
  const chunks: AsyncIterator<Uint8Array> = incoming.iterator({ destroyOnReturn: true })
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await chunks.next()
      if (done) controller.close()
      else controller.enqueue(value)
    },
    async cancel() {
      await chunks.return?.()
    },
  })
}

/** Does not use `instanceof`: a library or test runner may have its own `Request`. */
export function isRequest(input: string | URL | Request): input is Request {
  return typeof input === 'object' && input !== null && 'url' in input
}

export function urlOf(input: string | URL | Request): string {
  return isRequest(input) ? input.url : String(input)
}
