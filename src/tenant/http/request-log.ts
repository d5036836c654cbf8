import type { CallState } from '../../model/types.generated.ts'
import type { SavedValue } from '../saved-value.ts'
import type { StatefulPart } from '../stateful-part.ts'
import type { LoggedRequest, TenantRequest } from './logged-request.ts'
import { readLoggedRequest } from './saved-requests.ts'

/** Number of requests that are kept. */
export const longestLog = 1_000

/** Memory that the texts of these requests may use, in bytes. The newest request is always kept. */
export const largestLog = 16 * 2 ** 20

/** Body of consecutive responses to the same path, which share its memory. */
interface SharedBody {
  readonly body: string
  /** Number of the requests that are kept. */
  requests: number
}

interface KeptRequest extends Omit<LoggedRequest, 'body'> {
  readonly shared: SharedBody
}

/** Newest requests, bounded by their number and by their memory. */
export class RequestLog implements StatefulPart<readonly LoggedRequest[]> {
  /** Requests by their number, oldest first. */
  readonly #kept = new Map<number, KeptRequest>()
  #count = 0
  #bytes = 0
  /** Newest body of each path. A key made of the bodies would take longer than the rest of a request. */
  readonly #bodies = new Map<string, SharedBody>()
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
    return [...this.#kept.values()].map(({ request, shared, state }) => ({
      request,
      body: shared.body,
      state,
    }))
  }

  save(): readonly LoggedRequest[] {
    return this.logged()
  }

  prepare(saved: SavedValue): () => void {
    const logged = saved.items(longestLog).map(readLoggedRequest)
    const trial = new RequestLog()
    for (const each of logged) trial.#push(each)
    if (trial.#kept.size < logged.length) saved.fail(`requests of at most ${largestLog} bytes`)
    return () => {
      this.clear()
      for (const each of logged) this.#push(each)
    }
  }

  clear(): void {
    this.#kept.clear()
    this.#count = 0
    this.#bytes = 0
    this.#bodies.clear()
  }

  #push({ request, body, state }: LoggedRequest): void {
    const newest = this.#bodies.get(request.path)
    const shared = newest?.body === body ? newest : { body, requests: 0 }
    if (shared.requests++ === 0) {
      this.#bodies.set(request.path, shared)
      this.#bytes += bytesOf(body)
    }
    this.#bytes += bytesOfRequest(request)
    this.#kept.set(this.#count++, { request, shared, state })
    while (this.#kept.size > longestLog || (this.#bytes > largestLog && this.#kept.size > 1)) this.#drop()
  }

  /** Drops the oldest request. */
  #drop(): void {
    const number = this.#count - this.#kept.size
    const oldest = this.#kept.get(number)
    this.#kept.delete(number)
    if (!oldest) return
    const { request, shared } = oldest
    this.#bytes -= bytesOfRequest(request)
    if (--shared.requests > 0) return
    if (this.#bodies.get(request.path) === shared) this.#bodies.delete(request.path)
    this.#bytes -= bytesOf(shared.body)
  }
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
