import type { CallState } from '../../model/types.generated.ts'

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
