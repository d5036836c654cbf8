/**
 * A request that a tenant answered. Headers are not kept, as a token is among them; where a token stands in the path or the
 * query, `{token}` stands here.
 */
export interface TenantRequest {
  /** When it came, in milliseconds since 1970, by the tenant's clock. */
  readonly time: number
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
}

/** How many requests are remembered. */
const limit = 1_000

/** The newest requests, in a ring: what is over the limit takes the place of the oldest. */
export class RequestLog {
  readonly #ring: TenantRequest[] = []
  #count = 0

  add(request: TenantRequest): void {
    this.#ring[this.#count++ % limit] = request
  }

  /** The oldest first. */
  list(): readonly TenantRequest[] {
    const start = this.#count % limit
    return this.#count <= limit
      ? [...this.#ring]
      : [...this.#ring.slice(start), ...this.#ring.slice(0, start)]
  }

  clear(): void {
    this.#ring.length = 0
    this.#count = 0
  }
}
