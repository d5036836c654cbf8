import type { CallState } from '../../model/types.generated.ts'
import type { Transmission } from '../faults/transmission.ts'

/** Request to a tenant. Each host converts its own requests to this form. */
export interface IncomingRequest {
  readonly method: string
  /** Host without its port. */
  readonly host: string
  /** True if the server must not respond to this host. Absent in process, in which every host is allowed. */
  readonly isMisdirected?: boolean
  /** Path from the first slash to the query, percent-encoded as received. */
  readonly path: string
  /** Query with its question mark, or an empty string. */
  readonly query: string
  /** Body of a POST or a PATCH. */
  readonly body?: string | undefined
  /** Scheme, host and port, for URLs that the client can request. Absent if the server has no address of its own. */
  readonly origin?: string | undefined
  /** @param name - in lower case */
  readonly header: (name: string) => string | null
}

/** True for methods whose body the tenant reads. */
export function hasRequestBody(method: string): boolean {
  return method === 'POST' || method === 'PATCH'
}

/** Response of a tenant. Hosts send no body in response to HEAD or with 204. */
export interface TenantResponse {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  /** State of the call in the body. */
  readonly state?: CallState | undefined
  /** Delay or fault. By default, the host sends the complete response immediately. */
  readonly transmission?: Transmission | undefined
}

/** Responds to a request, with a promise if the response has to be signed. It never throws, and its promise never rejects. */
export type Handler = (incoming: IncomingRequest) => TenantResponse | Promise<TenantResponse>
