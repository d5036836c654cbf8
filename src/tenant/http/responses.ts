import { fixtures } from '../../../fixtures/index.ts'
import type { NamedAction } from '../../model/actions/index.ts'
import { type ErrorSample, errorEnvelope, type RequestContext } from '../../odata/error-envelope.ts'
import type { QueryError } from '../../odata/query-error.ts'
import { thrownText } from '../../output/thrown.ts'
import type { ActionSuccess, ServiceError } from '../actions/action.ts'
import type { CallText } from '../calls/stored-call.ts'
import type { FixtureError } from '../faults/failure.ts'
import { assumptionHeader } from './assumptions.ts'
import type { IncomingRequest, TenantResponse } from './exchange.ts'
import { httpDate } from './http-date.ts'
import { defaultResponseOptions, type ResponseOptions, unknownMembersPreference } from './response-options.ts'

type HeaderTable = TenantResponse['headers']

/**
 * Returns the response with a call.
 *
 * @param hasEnded - true if the call has ended, so that the service may no longer return it
 */
export function callResponse(
  { text, state }: CallText,
  options: ResponseOptions,
  context: RequestContext,
  hasEnded: boolean,
): TenantResponse {
  const { headers } = fixtures['peer-to-peer']
  const isPlain = options === defaultResponseOptions && !hasEnded
  const all = isPlain ? headers : { ...headers, ...headersFor(options, hasEnded) }
  return { status: 200, headers: withRequest(all, context), body: text, state }
}

function headersFor({ query, format, unknownMembers }: ResponseOptions, hasEnded: boolean): HeaderTable {
  return {
    'Content-Type': format.contentType,
    ...(unknownMembers && { 'Preference-Applied': unknownMembersPreference }),
    ...assumptionHeader(query && 'query', format.metadata !== 'minimal' && 'format', hasEnded && 'lifecycle'),
  }
}

const { 'Content-Type': contentType = '', ...others } = fixtures['peer-to-peer'].headers
/** Headers of a response without a body, and with one. Plain copies: V8 spreads the object of a rest pattern slowly. */
const headersWithoutBody: HeaderTable = { ...others }
const headersWithBody: HeaderTable = { ...headersWithoutBody, 'Content-Type': contentType }
const assumedAction = assumptionHeader('action')

/** Returns the response to DELETE. Source: Delete call (204). */
export function noContent(context: RequestContext): TenantResponse {
  return { status: 204, headers: withRequest(headersWithoutBody, context), body: '' }
}

/** Returns the response to OPTIONS. Source: HTTP Semantics (RFC 9110), 9.3.7. */
export function allowedMethods(methods: string, context: RequestContext): TenantResponse {
  const { headers, ...response } = noContent(context)
  return { ...response, headers: { ...headers, Allow: methods, ...assumptionHeader('path') } }
}

/** Returns the error response of a fixture. */
export function fixtureResponse(
  { fixture, retryAfter }: FixtureError,
  context: RequestContext,
): TenantResponse {
  const { status, headers, body } = fixtures[fixture]
  const wait: Readonly<Record<string, string>> =
    retryAfter === undefined ? {} : { 'Retry-After': String(retryAfter) }
  return errorResponse(status, { ...headers, ...wait }, body.error, context)
}

/** Returns the response to DELETE of a call that has ended but is still visible. Source: keepAlive, 404 for a call that has ended. */
export function alreadyEnded(context: RequestContext): TenantResponse {
  const response = fixtureResponse({ fixture: 'call-not-found' }, context)
  return { ...response, headers: { ...response.headers, ...assumptionHeader('lifecycle') } }
}

/** Returns the response to an unknown path. Source: Graph's response to paths outside its metadata. */
export function segmentNotFound(segment: string, context: RequestContext): TenantResponse {
  const message = `Resource not found for the segment '${segment}'.`
  return gatewayError(404, assumptionHeader('path'), message, context)
}

/** Returns the response to other methods. Source: HTTP Semantics (RFC 9110), 15.5.6, requires `Allow`; the message is Graph's. */
export function methodNotAllowed(methods: string, context: RequestContext): TenantResponse {
  const message = 'Specified HTTP method is not allowed for the request target.'
  return gatewayError(405, { Allow: methods, ...assumptionHeader('path') }, message, context)
}

/** Returns the response to an invalid query. Source: Graph's code for it. */
export function badQuery({ message }: QueryError, context: RequestContext): TenantResponse {
  return gatewayError(400, assumptionHeader('query'), message, context)
}

/** Returns the response to an `Accept` header without supported JSON. Source: OData 4.0, 8.2.1. */
export function notAcceptable(context: RequestContext): TenantResponse {
  const message = 'The media types requested are not supported. Only application/json is supported.'
  return gatewayError(406, assumptionHeader('format'), message, context)
}

/** Returns the response to a host that the server does not have. Source: HTTP Semantics (RFC 9110), 15.5.20. */
export function misdirected(host: string, context: RequestContext): TenantResponse {
  const message =
    `The server does not respond to the host ${JSON.stringify(host)}, only to loopback and to hosts of Graph. ` +
    `To allow it, use listen({ allowedHosts: [${JSON.stringify(host)}] }) or serve --allowed-host.`
  return gatewayError(421, {}, message, context, 'MisdirectedRequest')
}

/** Returns the response if this package fails. */
export function internalError(context: RequestContext): TenantResponse {
  const message =
    'graph-call-testkit failed to respond. The message of the error is in the request log: tenant.requests, or stderr of serve.'
  return gatewayError(500, {}, message, context, 'InternalServerError')
}

/** Maximum length of the message of an internal error in the log. */
const longestMessage = 500

/** Returns the message of an internal error for the log. */
export function internalMessage(thrown: unknown): string {
  return thrownText(thrown).slice(0, longestMessage)
}

/** Returns the response to an action that succeeded. Sources: the pages of the actions. */
export function actionSuccess(
  { response: { status } }: NamedAction,
  { body, location, isAssumed = false }: ActionSuccess,
  context: RequestContext,
): TenantResponse {
  const headers = body ? headersWithBody : headersWithoutBody
  const located = location ? { ...headers, Location: location } : headers
  const all = isAssumed ? { ...located, ...assumedAction } : located
  return { status, headers: withRequest(all, context), body: body ? JSON.stringify(body) : '' }
}

/** Returns the response to an action that failed. */
export function actionError(
  { status, code, message, isAssumed }: ServiceError,
  context: RequestContext,
): TenantResponse {
  return gatewayError(status, assumptionHeader(isAssumed && 'action'), message, context, code)
}

/** Returns the response with the audio of a recording. Source: call: recordResponse. */
export function recordingContent(bytes: Uint8Array<ArrayBuffer>, context: RequestContext): TenantResponse {
  const { headers, ...response } = noContent(context)
  return {
    ...response,
    status: 200,
    headers: { ...headers, 'Content-Type': 'application/octet-stream' },
    bytes,
  }
}

/** Returns the response to a request for a recording that fails. No source shows it. */
export function recordingError(status: number, message: string, context: RequestContext): TenantResponse {
  const code = status === 401 ? 'InvalidAuthenticationToken' : '8522'
  return gatewayError(status, assumptionHeader('media'), message, context, code)
}

/** Returns the response to an action without the id of a call. Source: reported; its status is not known. */
export function noHttpResource({ path }: IncomingRequest, context: RequestContext): TenantResponse {
  const message = JSON.stringify({
    message: `No HTTP resource was found that matches the request URI '${path}'.`,
  })
  return gatewayError(404, assumptionHeader('action'), message, context, 'UnknownError')
}

/** Returns the response to an action after an unknown segment of a call. Source: msgraph-sdk-dotnet issue 625. */
export function actionOnOpenProperty(segment: string, context: RequestContext): TenantResponse {
  const name = segment.replace(/^microsoft\.graph\./i, '')
  const message = `Found a function 'microsoft.graph.${name}' on an open property. Functions on open properties are not supported.`
  return gatewayError(400, {}, message, context)
}

/** Returns an error of the gateway that no fixture shows. */
function gatewayError(
  status: number,
  headers: HeaderTable,
  message: string,
  context: RequestContext,
  code = 'BadRequest',
): TenantResponse {
  const similar = fixtures['call-not-found']
  const sample = { ...similar.body.error, code, message }
  return errorResponse(status, { ...similar.headers, ...headers }, sample, context)
}

export function errorResponse(
  status: number,
  headers: HeaderTable,
  sample: ErrorSample,
  context: RequestContext,
): TenantResponse {
  const body = JSON.stringify(errorEnvelope(sample, context))
  return { status, headers: withRequest(headers, context), body }
}

/** Adds the date and the ids of the request. */
export function withRequest(
  headers: HeaderTable,
  { time, requestId, clientRequestId }: RequestContext,
): HeaderTable {
  return {
    ...headers,
    Date: httpDate(time),
    'request-id': requestId,
    'client-request-id': clientRequestId,
  }
}
