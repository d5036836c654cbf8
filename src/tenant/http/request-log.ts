import type { CallState } from '../../model/types.generated.ts'
import type { StatefulPart } from '../stateful-part.ts'

/**
 * Request that a tenant has responded to. It has no headers and no secrets: a token in the path or query becomes
 * `{token}`.
 *
 * @example
 * ```ts
 * const onRequest = ({ method, path, status }: TenantRequest) => console.log(method, path, status)
 * const tenant = createTenant({ onRequest })
 * ```
 */
export interface TenantRequest {
  /** Time at which the request arrived, in milliseconds since 1970, by the tenant's clock. */
  readonly time: number
  /** HTTP method, for example `GET`. */
  readonly method: string
  /** Path as received, percent-encoded. */
  readonly path: string
  /** Query with its question mark, or an empty string. */
  readonly query: string
  /** Id of the requested call. Absent if the request is not for a call. */
  readonly callId?: string
  /** Status code of the response, or 0 if the connection was reset. */
  readonly status: number
  /** Value of the response header `request-id`. */
  readonly requestId: string
  /** Value of the request header `traceparent`, which identifies the trace of the client. Source: W3C Trace Context. */
  readonly traceparent?: string
}

/** Request with its response. */
export interface LoggedRequest {
  readonly request: TenantRequest
  readonly body: string
  /** State of the call in the body. */
  readonly state?: CallState | undefined
}

/** Number of requests that are kept. */
const limit = 1_000

/** Ring buffer of the newest requests. */
export class RequestLog implements StatefulPart<readonly LoggedRequest[]> {
  readonly #ring: LoggedRequest[] = []
  readonly #listener: ((request: TenantRequest) => void) | undefined
  #count = 0

  /** @param listener - called after each response */
  constructor(listener?: (request: TenantRequest) => void) {
    this.#listener = listener
  }

  add(request: TenantRequest, body: string, state: CallState | undefined): void {
    this.#ring[this.#count++ % limit] = { request, body, state }
    if (this.#listener) notify(this.#listener, request)
  }

  /** Returns the requests, oldest first. */
  list(): readonly TenantRequest[] {
    return this.logged().map(({ request }) => request)
  }

  /** Returns the requests with their responses, oldest first. */
  logged(): readonly LoggedRequest[] {
    const start = this.#count % limit
    return this.#count <= limit
      ? [...this.#ring]
      : [...this.#ring.slice(start), ...this.#ring.slice(0, start)]
  }

  save(): readonly LoggedRequest[] {
    return this.logged()
  }

  restore(logged: readonly LoggedRequest[]): void {
    this.#ring.splice(0, limit, ...logged)
    this.#count = logged.length
  }

  clear(): void {
    this.restore([])
  }
}

/** Calls the listener. An error that it throws becomes an uncaught exception, and the request does not fail. */
function notify(listener: (request: TenantRequest) => void, request: TenantRequest): void {
  try {
    listener(request)
  } catch (error) {
    queueMicrotask(() => {
      throw error
    })
  }
}
