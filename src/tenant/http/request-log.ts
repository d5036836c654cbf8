import type { CallState } from '../../model/types.generated.ts'
import type { SavedValue } from '../saved-value.ts'
import type { StatefulPart } from '../stateful-part.ts'
import { readLoggedRequest } from './saved-requests.ts'

/**
 * Request that a tenant has responded to. It has no headers and no secrets: a token in the path or query becomes
 * `{secret}`.
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
  /** Message of the error if this package failed. The client then got 500. Please report it. */
  readonly internalError?: string
}

/** Request with its response. */
export interface LoggedRequest {
  readonly request: TenantRequest
  /** Body of the response to a GET. Otherwise empty. */
  readonly body: string
  /** State of the call in the body. */
  readonly state?: CallState | undefined
}

/** Number of requests that are kept. */
export const longestLog = 1_000

/** Memory that the texts of these requests may use, in bytes. The newest request is always kept. */
export const largestLog = 16 * 2 ** 20

/** Newest requests, bounded by their number and by their memory. */
export class RequestLog implements StatefulPart<readonly LoggedRequest[]> {
  /** Requests by their number, oldest first. */
  readonly #logged = new Map<number, LoggedRequest>()
  #count = 0
  #bytes = 0
  /** Bodies with the number of their requests. Requests with the same body share its memory. */
  readonly #bodies = new Map<string, { readonly body: string; requests: number }>()
  readonly #listener: ((request: TenantRequest) => void) | undefined

  /** @param listener - called after each response */
  constructor(listener?: (request: TenantRequest) => void) {
    this.#listener = listener
  }

  add(request: TenantRequest, body: string, state: CallState | undefined): void {
    this.#push({ request, body, state })
    if (this.#listener) notify(this.#listener, request)
  }

  /** Returns the requests, oldest first. */
  list(): readonly TenantRequest[] {
    return this.logged().map(({ request }) => request)
  }

  /** Returns the requests with their responses, oldest first. */
  logged(): readonly LoggedRequest[] {
    return [...this.#logged.values()]
  }

  save(): readonly LoggedRequest[] {
    return this.logged()
  }

  prepare(saved: SavedValue): () => void {
    const logged = saved.items(longestLog).map(readLoggedRequest)
    if (bytesOfAll(logged) > largestLog) saved.fail(`requests of at most ${largestLog} bytes`)
    return () => {
      this.clear()
      for (const each of logged) this.#push(each)
    }
  }

  clear(): void {
    this.#logged.clear()
    this.#count = 0
    this.#bytes = 0
    this.#bodies.clear()
  }

  #push({ request, body, state }: LoggedRequest): void {
    const shared = this.#bodies.get(body) ?? { body, requests: 0 }
    if (shared.requests++ === 0) {
      this.#bodies.set(body, shared)
      this.#bytes += bytesOf(body)
    }
    this.#bytes += bytesOfRequest(request)
    this.#logged.set(this.#count++, { request, body: shared.body, state })
    while (this.#logged.size > longestLog || (this.#bytes > largestLog && this.#logged.size > 1)) this.#drop()
  }

  /** Drops the oldest request. */
  #drop(): void {
    const number = this.#count - this.#logged.size
    const oldest = this.#logged.get(number)
    this.#logged.delete(number)
    if (!oldest) return
    this.#bytes -= bytesOfRequest(oldest.request)
    const shared = this.#bodies.get(oldest.body)
    if (!shared || --shared.requests > 0) return
    this.#bodies.delete(oldest.body)
    this.#bytes -= bytesOf(oldest.body)
  }
}

/** Returns the memory of requests, or 0 for a single one, which is always kept. */
function bytesOfAll(logged: readonly LoggedRequest[]): number {
  if (logged.length < 2) return 0
  const bodies = new Set(logged.map(({ body }) => body))
  return logged.reduce((bytes, { request }) => bytes + bytesOfRequest(request), bytesOf(...bodies))
}

function bytesOfRequest({ method, path, query, callId, internalError }: TenantRequest): number {
  return bytesOf(method, path, query, callId, internalError)
}

/** Returns the memory of texts in bytes. A character uses at most two. */
function bytesOf(...texts: readonly (string | undefined)[]): number {
  let length = 0
  for (const text of texts) length += text?.length ?? 0
  return 2 * length
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
