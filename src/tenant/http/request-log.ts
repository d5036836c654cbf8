/**
 * A request that a tenant answered. Headers are not kept, as a token is among them; where a token stands in the path or the
 * query, `{token}` stands here.
 */
export interface TenantRequest {
  /** When it came, in milliseconds since 1970, by the tenant's clock. */
  readonly time: number
  /** As HTTP writes it, e.g. `GET`. */
  readonly method: string
  /** As it came, percent-encoded. */
  readonly path: string
  /** From the question mark on; empty where there is none. */
  readonly query: string
  /** The id of the call that it asked for; absent where the path leads to none. */
  readonly callId?: string
  /** The status that it got; 0 where the connection was reset. */
  readonly status: number
  /** The `request-id` that it got. */
  readonly requestId: string
  /** Its `traceparent`, by which a trace of the client is found again; absent where it had none. Source: W3C Trace Context. */
  readonly traceparent?: string
}

/** A request, and the body that it got. */
export interface LoggedRequest {
  readonly request: TenantRequest
  readonly body: string
}

/** How many requests are remembered. */
const limit = 1_000

/** The newest requests, in a ring: what is over the limit takes the place of the oldest. */
export class RequestLog {
  readonly #ring: LoggedRequest[] = []
  readonly #listener: ((request: TenantRequest) => void) | undefined
  #count = 0

  /** @param listener - is told of each request, once it was answered */
  constructor(listener?: (request: TenantRequest) => void) {
    this.#listener = listener
  }

  add(request: TenantRequest, body: string): void {
    this.#ring[this.#count++ % limit] = { request, body }
    if (this.#listener) tell(this.#listener, request)
  }

  /** The oldest first. */
  list(): readonly TenantRequest[] {
    return this.logged().map(({ request }) => request)
  }

  /** The same, with what each of them got. */
  logged(): readonly LoggedRequest[] {
    const start = this.#count % limit
    return this.#count <= limit
      ? [...this.#ring]
      : [...this.#ring.slice(start), ...this.#ring.slice(0, start)]
  }

  restore(logged: readonly LoggedRequest[]): void {
    this.#ring.splice(0, limit, ...logged)
    this.#count = logged.length
  }

  clear(): void {
    this.restore([])
  }
}

/** What a listener throws is an uncaught error of the program, and not the end of the request that it was told of. */
function tell(listener: (request: TenantRequest) => void, request: TenantRequest): void {
  try {
    listener(request)
  } catch (error) {
    queueMicrotask(() => {
      throw error
    })
  }
}
