import type { IncomingHttpHeaders, ServerResponse } from 'node:http'

/** A request of Pact's Verifier, as it comes to a filter. */
interface VerifierRequest {
  readonly method: string
  readonly originalUrl: string
  readonly headers: IncomingHttpHeaders
}

/** Whoever answers in place of the service that the Verifier means to ask. */
export type Responder = (path: string, headers: Headers) => Promise<Response>

/**
 * Answers what Pact's Verifier asks before it is sent anywhere, by GET and nothing else. Pact's own way to a service takes
 * a proxy from the environment even to loopback, and ends the process where a connection fails.
 */
export class LocalResponses {
  readonly #answer: Responder
  /** Why an answer could not be given. */
  failure: unknown

  constructor(answer: Responder) {
    this.#answer = answer
  }

  /** For the Verifier's `requestFilter`. */
  readonly filter = async (request: VerifierRequest, response: ServerResponse, next: () => void) => {
    // Pact sets provider states up by POST, to itself.
    if (request.method !== 'GET') return next()
    try {
      const answer = await this.#answer(request.originalUrl, endToEnd(Object.entries(request.headers)))
      const body = Buffer.from(await answer.arrayBuffer())
      response.writeHead(answer.status, Object.fromEntries(endToEnd(answer.headers))).end(body)
    } catch (error) {
      this.failure ??= error
      response.writeHead(502).end()
    }
  }
}

/** What is said of one connection is not of the next one's; a body that was fetched is decoded. */
const ofOneConnection = ['connection', 'content-encoding', 'content-length', 'host', 'transfer-encoding']

function endToEnd(headers: Iterable<readonly [string, string | readonly string[] | undefined]>): Headers {
  const kept = new Headers()
  for (const [name, value] of headers) {
    if (value === undefined || ofOneConnection.includes(name)) continue
    for (const one of [value].flat()) kept.append(name, one)
  }
  return kept
}
