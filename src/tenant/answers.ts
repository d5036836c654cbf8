import { fixtures } from '../../fixtures/index.ts'
import { type Circumstances, type ErrorSample, errorEnvelope } from '../odata/error-envelope.ts'
import type { QueryError } from '../odata/query-error.ts'
import { assumptionHeader } from './assumptions.ts'
import type { Answer } from './exchange.ts'
import { type ProxyStatus, proxyReasons, type Refusal } from './failure.ts'
import { httpDate } from './http-date.ts'
import { plainlyWanted, unknownMembersPreference, type Wanted } from './wanted.ts'

type HeaderTable = Answer['headers']

/**
 * A call, as the service answers it, made as it was wanted.
 *
 * @param hasEnded - whether it is one that the service may no longer show
 */
export function callAnswer(
  body: string,
  wanted: Wanted,
  circumstances: Circumstances,
  hasEnded: boolean,
): Answer {
  const { headers } = fixtures['peer-to-peer']
  const isPlain = wanted === plainlyWanted && !hasEnded
  const all = isPlain ? headers : { ...headers, ...headersFor(wanted, hasEnded) }
  return { status: 200, headers: stamped(all, circumstances), body }
}

function headersFor({ query, format, unknownMembers }: Wanted, hasEnded: boolean): HeaderTable {
  return {
    'Content-Type': format.contentType,
    ...(unknownMembers && { 'Preference-Applied': unknownMembersPreference }),
    ...assumptionHeader(query && 'query', format.metadata !== 'minimal' && 'format', hasEnded && 'lifecycle'),
  }
}

/** What a request that is done has to tell. Source: Delete call (204). */
export function noContent(circumstances: Circumstances): Answer {
  const { 'Content-Type': _, ...headers } = fixtures['peer-to-peer'].headers
  return { status: 204, headers: stamped(headers, circumstances), body: '' }
}

/** What may be done with a call. Source: HTTP Semantics (RFC 9110), 9.3.7. */
export function options(allow: string, circumstances: Circumstances): Answer {
  const { headers, ...answer } = noContent(circumstances)
  return { ...answer, headers: { ...headers, Allow: allow, ...assumptionHeader('path') } }
}

/** An error that a fixture shows. */
export function refusal({ fixture, retryAfter }: Refusal, circumstances: Circumstances): Answer {
  const { status, headers, body } = fixtures[fixture]
  return errorAnswer(status, { ...headers, ...wait(retryAfter) }, body.error, circumstances)
}

/** A call that has ended, and may still be seen, cannot be hung up. Source: a call that has ended answers 404 (keepAlive). */
export function endedAlready(circumstances: Circumstances): Answer {
  const answer = refusal({ fixture: 'call-not-found' }, circumstances)
  return { ...answer, headers: { ...answer.headers, ...assumptionHeader('lifecycle') } }
}

/** HTML, as of a proxy that does not reach the service: it knows nothing of request ids. */
export function proxyPage(proxy: ProxyStatus, { time }: Circumstances, retryAfter?: number): Answer {
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
export function segmentNotFound(segment: string, circumstances: Circumstances): Answer {
  const message = `Resource not found for the segment '${segment}'.`
  return gatewayError(404, assumptionHeader('path'), message, circumstances)
}

/** Source: HTTP Semantics (RFC 9110), 15.5.6, wants `Allow`; the message is Graph's. */
export function methodNotAllowed(allow: string, circumstances: Circumstances): Answer {
  const message = 'Specified HTTP method is not allowed for the request target.'
  return gatewayError(405, { Allow: allow, ...assumptionHeader('path') }, message, circumstances)
}

/** Source: Graph's code for a query that it cannot answer. */
export function badQuery({ message }: QueryError, circumstances: Circumstances): Answer {
  return gatewayError(400, assumptionHeader('query'), message, circumstances)
}

/** Source: OData 4.0, 8.2.1. */
export function notAcceptable(circumstances: Circumstances): Answer {
  const message = 'The media types requested are not supported: only application/json is.'
  return gatewayError(406, assumptionHeader('format'), message, circumstances)
}

/** An error that no fixture shows, since it does not come from a call. */
function gatewayError(
  status: number,
  headers: HeaderTable,
  message: string,
  circumstances: Circumstances,
): Answer {
  const like = fixtures['call-not-found']
  const sample = { ...like.body.error, code: 'BadRequest', message }
  return errorAnswer(status, { ...like.headers, ...headers }, sample, circumstances)
}

function errorAnswer(
  status: number,
  headers: HeaderTable,
  sample: ErrorSample,
  circumstances: Circumstances,
): Answer {
  const body = JSON.stringify(errorEnvelope(sample, circumstances))
  return { status, headers: stamped(headers, circumstances), body }
}

function stamped(headers: HeaderTable, { time, requestId, clientRequestId }: Circumstances): HeaderTable {
  return {
    ...headers,
    Date: httpDate(time),
    'request-id': requestId,
    'client-request-id': clientRequestId,
  }
}
