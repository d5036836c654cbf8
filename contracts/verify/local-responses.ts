import type { IncomingHttpHeaders, ServerResponse } from 'node:http'

/** Request of Pact's Verifier, as its `requestFilter` gets it. */
interface VerifierRequest {
  readonly method: string
  readonly originalUrl: string
  readonly headers: IncomingHttpHeaders
}

/** Returns the response to a request of Pact's Verifier. */
export type Responder = (path: string, headers: Headers) => Promise<Response>

/**
 * Responds to the GET requests of Pact's Verifier before it sends them. The Verifier's own HTTP client uses a proxy even
 * for loopback addresses, and ends the process if a connection fails.
 */
export class LocalResponses {
  readonly #respond: Responder

  constructor(respond: Responder) {
    this.#respond = respond
  }

  /** Filter for the Verifier's `requestFilter`. */
  readonly filter = async (request: VerifierRequest, response: ServerResponse, next: () => void) => {
    // The Verifier sets up provider states with a POST to itself.
    if (request.method !== 'GET') return next()
    try {
      const received = await this.#respond(request.originalUrl, endToEnd(Object.entries(request.headers)))
      const body = Buffer.from(await received.arrayBuffer())
      response.writeHead(received.status, Object.fromEntries(endToEnd(received.headers))).end(body)
    } catch {
      response.writeHead(502).end()
    }
  }
}

/** Headers that describe one connection, or an encoding that `fetch` has already decoded. */
const hopByHop = ['connection', 'content-encoding', 'content-length', 'host', 'transfer-encoding']

function endToEnd(headers: Iterable<readonly [string, string | readonly string[] | undefined]>): Headers {
  const kept = new Headers()
  for (const [name, value] of headers) {
    if (value === undefined || hopByHop.includes(name)) continue
    for (const one of [value].flat()) kept.append(name, one)
  }
  return kept
}
