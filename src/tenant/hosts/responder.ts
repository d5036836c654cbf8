import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { type Handler, hasRequestBody, type IncomingRequest, type TenantResponse } from '../http/exchange.ts'
import type { AllowedHosts } from './allowed-hosts.ts'
import { hostnameOf } from './hostname.ts'
import { bodyOf, type Route, respondToRoute } from './route.ts'
import { send } from './send.ts'
import type { Sleep } from './sleep.ts'

/** Returns a listener that runs a handler on the requests of a Node server. Never throws: an error becomes a 500 response. */
export function responder(
  handler: Handler,
  sleep: Sleep,
  allowed: AllowedHosts,
  routes: ReadonlyMap<string, Route>,
): RequestListener {
  /** Connections that a fault breaks. Later requests of a pipeline did not reach the service. */
  const broken = new WeakSet<object>()
  return (request, response) => {
    const { socket } = request
    if (broken.has(socket)) return
    try {
      const incoming = incomingOf(request, allowed)
      if (!incoming.isMisdirected) {
        if (incoming.path === '/healthz') return respondWith(response, { status: 'ok' })
        if (incoming.path === '/' && isRead(incoming.method)) return respondWith(response, description)
        const route = routes.get(incoming.path)
        if (route) return void respondToRoute(route, request, response)
      }
      const reply = (tenantResponse: TenantResponse) => {
        const kind = tenantResponse.transmission?.fault?.kind
        if (kind === 'reset' || kind === 'truncated') broken.add(socket)
        send(withTokenHint(tenantResponse), response, sleep)
      }
      if (!hasRequestBody(incoming.method)) {
        const handled = handler(incoming)
        if (!('then' in handled)) return reply(handled)
        return void handled.then(reply).catch(() => socket.destroy())
      }
      // A client that closes its connection before the end of the body gets no response.
      void bodyOf(request)
        .then(
          async (body) => reply(await handler({ ...incoming, body })),
          () => {},
        )
        .catch(() => socket.destroy())
    } catch {
      if (response.headersSent) socket.destroy()
      else response.writeHead(500, { 'Content-Length': 0 }).end()
    }
  }
}

/** Explains why a request has no token: Microsoft's graph-client sends none over http, or to hosts that are not in `customHosts`. */
function withTokenHint(response: TenantResponse): TenantResponse {
  if (response.status !== 401) return response
  return { ...response, headers: { ...response.headers, 'x-testkit-hint': tokenHint } }
}

const tokenHint =
  "Microsoft's graph-client sends a token only over https, to hosts of Graph and to customHosts. Use graphMiddleware(server.url)."

/** Response to `GET /`, for a person who opens the server in a browser. Graph itself redirects to its documentation. */
const description = {
  name: 'graph-call-testkit',
  description: 'A virtual tenant: responds to requests for calls like Microsoft Graph.',
  try: 'GET /v1.0/communications/calls/{id} with the header Authorization: Bearer any-token',
  health: '/healthz',
}

/** HEAD is what tools send that wait for a server. */
const isRead = (method: string) => method === 'GET' || method === 'HEAD'

function respondWith(response: ServerResponse, value: object): void {
  const body = JSON.stringify(value)
  response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': body.length }).end(body)
}

function incomingOf(request: IncomingMessage, allowed: AllowedHosts): IncomingRequest {
  const { method = '', url = '', headers, socket } = request
  const [origin = '', authority = headers.host] = completeUrl.exec(url) ?? []
  const target = url.slice(origin.length)
  const queryAt = target.indexOf('?')
  const host = authority === undefined ? undefined : hostnameOf(authority)
  return {
    method,
    host: host ?? authority ?? '',
    // Only clients older than HTTP/1.1 send no host. Browsers always send one.
    isMisdirected: authority !== undefined && !(host !== undefined && allowed.allows(host, socket)),
    path: queryAt < 0 ? target : target.slice(0, queryAt),
    query: queryAt < 0 ? '' : target.slice(queryAt),
    origin:
      authority === undefined ? undefined : `${'encrypted' in socket ? 'https' : 'http'}://${authority}`,
    header: (name) => headers[name]?.toString() ?? null,
  }
}

/** Start of a complete URL, as clients send it to a proxy. Its host takes precedence. Source: HTTP/1.1 (RFC 9112), 3.2.2. */
const completeUrl = /^[a-z][a-z\d+.-]*:\/\/([^/?]*)/i
