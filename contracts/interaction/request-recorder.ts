import { Agent, createServer, type IncomingMessage, type ServerResponse, request as send } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { hasNullBody } from '../../src/tenant/hosts/loopback-fetch.ts'

/** A request that the consumer sent to the mock server. */
export interface RecordedRequest {
  readonly method: string
  /** Path and query, as they were sent. */
  readonly path: string
  /** Token that the consumer lost: it sent the text of a missing value. */
  readonly lostToken?: 'undefined' | 'null'
  /**
   * Result of the request: Pact's mock server matched or rejected it, or the client gave up before the response. Absent
   * while the request is in flight.
   */
  readonly outcome?: 'matched' | 'rejected' | 'aborted'
}

interface Exchange {
  readonly status: number
  /** Names and values in turn, as they were sent. */
  readonly headers: string[]
  readonly body: Buffer
}

type Entry = { -readonly [Key in keyof RecordedRequest]: RecordedRequest[Key] }

const host = '127.0.0.1'
/** Marks the request that the recorder sends to itself. It is not recorded. */
const lastHeader = 'x-graph-call-testkit-last'
const lostTokens = ['undefined', 'null'] as const

/**
 * Server in front of Pact's mock server. It passes requests and responses on unchanged, so that Pact decides if a request
 * matches, and records what Pact does not report: the path of a request that matched, and requests without a response.
 */
export class RequestRecorder {
  readonly #mockServerPort: number
  /** An agent without options, which ignores `NODE_USE_ENV_PROXY`. */
  readonly #agent = new Agent({ keepAlive: true })
  readonly #server = createServer((request, response) => this.#serve(request, response))
  readonly #entries: Entry[] = []
  readonly #exchanges = new Set<Promise<unknown>>()
  #port = 0

  private constructor(mockServerPort: number) {
    this.#mockServerPort = mockServerPort
  }

  /** Starts a recorder on a free port of 127.0.0.1. */
  static async start(mockServerPort: number): Promise<RequestRecorder> {
    const recorder = new RequestRecorder(mockServerPort)
    const server = recorder.#server
    await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, host, resolve))
    const isAddress = (address: ReturnType<typeof server.address>): address is AddressInfo =>
      typeof address === 'object'
    const address = server.address()
    if (isAddress(address)) recorder.#port = address.port
    return recorder
  }

  get url(): string {
    return `http://${host}:${this.#port}`
  }

  /** Requests in the order in which they arrived. */
  get requests(): readonly RecordedRequest[] {
    return this.#entries
  }

  /**
   * Returns the requests that have no response at this moment, and those that this process has begun to send. The server
   * accepts connections in the order in which they were opened, so those requests arrive before one that is sent now.
   */
  async unanswered(): Promise<readonly RecordedRequest[]> {
    const earlier = this.#entries.length
    const inFlight = this.#entries.filter(({ outcome }) => outcome === undefined)
    // A client may look up localhost first, then connect, and send the request in a later turn of the event loop.
    for (const name of ['localhost', host]) await this.#sendLast(name)
    return [...inFlight, ...this.#entries.slice(earlier)]
  }

  /** Sends a request to the mock server without the network between the client and the recorder. */
  async fetch(request: Request): Promise<Response> {
    const { pathname, search } = new URL(request.url)
    const entry = this.#record(request.method, pathname + search, request.headers.get('authorization'))
    try {
      const sent = Buffer.from(await request.arrayBuffer())
      const length = sent.length > 0 ? ['content-length', String(sent.length)] : []
      const headers = ['host', `${host}:${this.#port}`, ...[...request.headers].flat(), ...length]
      const { status, headers: received, body } = await this.#exchange(entry, headers, sent, request.signal)
      const response = new Response(hasNullBody(status) ? null : new Uint8Array(body), { status })
      for (let at = 0; at < received.length; at += 2) {
        response.headers.append(received[at] ?? '', received[at + 1] ?? '')
      }
      return response
    } catch (cause) {
      entry.outcome ??= 'aborted'
      request.signal.throwIfAborted()
      throw new TypeError('fetch failed', { cause })
    }
  }

  /** Stops the server. Requests that it has passed on get their responses first. */
  async close(): Promise<void> {
    await Promise.allSettled(this.#exchanges)
    this.#agent.destroy()
    await new Promise((resolve) => {
      this.#server.close(resolve)
      this.#server.closeAllConnections()
    })
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (lastHeader in request.headers) {
      response.end()
      return
    }
    const entry = this.#record(request.method ?? '', request.url ?? '', request.headers.authorization)
    response.once('close', () => {
      entry.outcome ??= 'aborted'
    })
    try {
      const { status, headers, body } = await this.#exchange(entry, request.rawHeaders, await buffer(request))
      response.writeHead(status, headers).end(body)
    } catch {
      response.destroy()
    }
  }

  #record(method: string, path: string, authorization: string | null | undefined): Entry {
    const lostToken = lostTokens.find((text) => authorization === `Bearer ${text}`)
    const entry: Entry = { method, path, ...(lostToken && { lostToken }) }
    this.#entries.push(entry)
    return entry
  }

  async #exchange(
    entry: Entry,
    headers: readonly string[],
    body: Buffer,
    signal?: AbortSignal,
  ): Promise<Exchange> {
    const exchange = this.#send(entry, headers, body, signal)
    this.#exchanges.add(exchange)
    try {
      const received = await exchange
      // Pact's mock server marks the requests that it rejects.
      const isRejected = received.headers.some((name, at) => at % 2 === 0 && /^x-pact$/i.test(name))
      entry.outcome ??= isRejected ? 'rejected' : 'matched'
      return received
    } finally {
      this.#exchanges.delete(exchange)
    }
  }

  #send(
    { method, path }: Entry,
    headers: readonly string[],
    body: Buffer,
    signal?: AbortSignal,
  ): Promise<Exchange> {
    return new Promise((resolve, reject) => {
      const options = { host, port: this.#mockServerPort, agent: this.#agent, method, path, headers }
      send({ ...options, ...(signal && { signal }) }, (response) => {
        buffer(response).then(
          (received) =>
            resolve({ status: response.statusCode ?? 0, headers: response.rawHeaders, body: received }),
          reject,
        )
      })
        .once('error', reject)
        .end(body)
    })
  }

  #sendLast(name: string): Promise<void> {
    return new Promise((resolve) => {
      const headers = { [lastHeader]: '1' }
      send({ host: name, port: this.#port, agent: this.#agent, headers }, (response) => {
        response.resume().once('close', resolve)
      })
        .once('error', () => resolve())
        .end()
    })
  }
}
