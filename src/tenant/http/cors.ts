import type { IncomingRequest, TenantResponse } from './exchange.ts'

/**
 * Headers that a page of another origin can read. They do not include `Retry-After`.
 *
 * Source: reported responses of Graph.
 */
const exposedHeaders =
  'ETag, Location, Preference-Applied, Content-Range, request-id, client-request-id, ReadWriteConsistencyToken, SdkVersion, WWW-Authenticate, x-ms-client-gcc-tenant'

/** True for the request that a browser sends before a request of a page of another origin. Source: Fetch Standard, 3.2.2. */
export function isPreflight({ method, header }: IncomingRequest): boolean {
  return method === 'OPTIONS' && Boolean(header('origin') && header('access-control-request-method'))
}

/** Adds the headers with which Graph lets pages of any origin read a response. Other clients send no `Origin`. */
export function withCors(response: TenantResponse, incoming: IncomingRequest): TenantResponse {
  if (!incoming.header('origin')) return response
  const { headers } = response
  return { ...response, headers: { ...headers, ...sharedHeaders, ...preflightHeaders(incoming, headers) } }
}

const sharedHeaders = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers': exposedHeaders,
} as const

function preflightHeaders(incoming: IncomingRequest, { Allow = '' }: TenantResponse['headers']) {
  if (!isPreflight(incoming)) return {}
  const requested = incoming.header('access-control-request-headers') ?? ''
  // A list of header names. Source: HTTP Semantics (RFC 9110), 5.6.2.
  const names = /^[\w!#$%&'*+.^`|~, -]+$/.test(requested) ? requested : ''
  return {
    'Access-Control-Allow-Methods': Allow,
    ...(names && { 'Access-Control-Allow-Headers': names }),
  }
}
