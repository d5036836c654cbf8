import { fixtures } from '../../../fixtures/index.ts'
import { type ErrorSample, errorEnvelope, type RequestContext } from '../../odata/error-envelope.ts'
import type { QueryError } from '../../odata/query-error.ts'
import { type FixtureError, type ProxyStatus, proxyReasons } from '../faults/failure.ts'
import { assumptionHeader } from './assumptions.ts'
import type { TenantResponse } from './exchange.ts'
import { httpDate } from './http-date.ts'
import { defaultResponseOptions, type ResponseOptions, unknownMembersPreference } from './response-options.ts'

type HeaderTable = TenantResponse['headers']

/**
 * A call, as the service answers it, made as it was wanted.
 *
 * @param hasEnded - whether it is one that the service may no longer show
 */
export function callResponse(
  body: string,
  wanted: ResponseOptions,
  circumstances: RequestContext,
  hasEnded: boolean,
): TenantResponse {
  const { headers } = fixtures['peer-to-peer']
  const isPlain = wanted === defaultResponseOptions && !hasEnded
  const all = isPlain ? headers : { ...headers, ...headersFor(wanted, hasEnded) }
  return { status: 200, headers: stamped(all, circumstances), body }
}

function headersFor({ query, format, unknownMembers }: ResponseOptions, hasEnded: boolean): HeaderTable {
  return {
    'Content-Type': format.contentType,
    ...(unknownMembers && { 'Preference-Applied': unknownMembersPreference }),
    ...assumptionHeader(query && 'query', format.metadata !== 'minimal' && 'format', hasEnded && 'lifecycle'),
  }
}

/** What a request that is done has to tell. Source: Delete call (204). */
export function noContent(circumstances: RequestContext): TenantResponse {
  const { 'Content-Type': _, ...headers } = fixtures['peer-to-peer'].headers
  return { status: 204, headers: stamped(headers, circumstances), body: '' }
}

/** What may be done with a call. Source: HTTP Semantics (RFC 9110), 9.3.7. */
export function options(allow: string, circumstances: RequestContext): TenantResponse {
  const { headers, ...answer } = noContent(circumstances)
  return { ...answer, headers: { ...headers, Allow: allow, ...assumptionHeader('path') } }
}

/** An error that a fixture shows. */
export function fixtureResponse(
  { fixture, retryAfter }: FixtureError,
  circumstances: RequestContext,
): TenantResponse {
  const { status, headers, body } = fixtures[fixture]
  return errorAnswer(status, { ...headers, ...wait(retryAfter) }, body.error, circumstances)
}

/** A call that has ended, and may still be seen, cannot be hung up. Source: a call that has ended answers 404 (keepAlive). */
export function alreadyEnded(circumstances: RequestContext): TenantResponse {
  const answer = fixtureResponse({ fixture: 'call-not-found' }, circumstances)
  return { ...answer, headers: { ...answer.headers, ...assumptionHeader('lifecycle') } }
}

/** HTML, as of a proxy that does not reach the service: it knows nothing of request ids. */
export function proxyPage(proxy: ProxyStatus, { time }: RequestContext, retryAfter?: number): TenantResponse {
  const title = `${proxy} ${proxyReasons[proxy]}`
  return {
    status: proxy,
    headers: { 'Content-Type': 'text/html', Date: httpDate(time), ...wait(retryAfter) },
    body: `<html>\r\n<head><title>${title}</title></head>\r\n<body>\r\n<center><h1>${title}</h1></center>\r\n</body>\r\n</html>\r\n`,
  }
}

function wait(retryAfter: number | undefined): HeaderTable {
  return retryAfter === undefined ? {} : { 'Retry-After': String(retryAfter) }
}

/** Source: Graph's answer to paths outside its metadata. */
export function segmentNotFound(segment: string, circumstances: RequestContext): TenantResponse {
  const message = `Resource not found for the segment '${segment}'.`
  return gatewayError(404, assumptionHeader('path'), message, circumstances)
}

/** Source: HTTP Semantics (RFC 9110), 15.5.6, wants `Allow`; the message is Graph's. */
export function methodNotAllowed(allow: string, circumstances: RequestContext): TenantResponse {
  const message = 'Specified HTTP method is not allowed for the request target.'
  return gatewayError(405, { Allow: allow, ...assumptionHeader('path') }, message, circumstances)
}

/** Source: Graph's code for a query that it cannot answer. */
export function badQuery({ message }: QueryError, circumstances: RequestContext): TenantResponse {
  return gatewayError(400, assumptionHeader('query'), message, circumstances)
}

/** Source: OData 4.0, 8.2.1. */
export function notAcceptable(circumstances: RequestContext): TenantResponse {
  const message = 'The media types requested are not supported: only application/json is.'
  return gatewayError(406, assumptionHeader('format'), message, circumstances)
}

/** An error that no fixture shows, since it does not come from a call. */
function gatewayError(
  status: number,
  headers: HeaderTable,
  message: string,
  circumstances: RequestContext,
): TenantResponse {
  const like = fixtures['call-not-found']
  const sample = { ...like.body.error, code: 'BadRequest', message }
  return errorAnswer(status, { ...like.headers, ...headers }, sample, circumstances)
}

function errorAnswer(
  status: number,
  headers: HeaderTable,
  sample: ErrorSample,
  circumstances: RequestContext,
): TenantResponse {
  const body = JSON.stringify(errorEnvelope(sample, circumstances))
  return { status, headers: stamped(headers, circumstances), body }
}

function stamped(headers: HeaderTable, { time, requestId, clientRequestId }: RequestContext): HeaderTable {
  return {
    ...headers,
    Date: httpDate(time),
    'request-id': requestId,
    'client-request-id': clientRequestId,
  }
}
