import type { Handler } from './exchange.ts'

/** The web's host of a handler: `Request` to `Response`. */
export async function respond(handler: Handler, request: Request): Promise<Response> {
  request.signal.throwIfAborted()
  const { method, url, headers } = request
  const { hostname, pathname, search } = new URL(url)
  const { status, ...answer } = handler({
    method,
    host: hostname,
    path: pathname,
    query: search,
    header: (name) => headers.get(name),
  })
  return new Response(method === 'HEAD' || status === 204 ? null : answer.body, {
    status,
    headers: answer.headers,
  })
}
