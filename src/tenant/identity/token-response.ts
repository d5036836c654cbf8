import { type SignInErrorCode, signInErrors } from '../../model/sign-in.ts'
import type { RequestContext } from '../../odata/error-envelope.ts'
import { assumptionHeader } from '../http/assumptions.ts'
import type { TenantResponse } from '../http/exchange.ts'
import { httpDate } from '../http/http-date.ts'

/** Error of the token endpoint, with the values for its text. They must not contain secrets. */
export interface TokenProblem {
  readonly code: SignInErrorCode
  readonly values?: Readonly<Record<string, string>>
}

/** Returns a JSON document that clients may keep for a day. Source: reported headers of discovery documents. */
export function documentResponse(document: object, context: RequestContext): TenantResponse {
  return jsonResponse(200, document, { 'Cache-Control': 'max-age=86400, private' }, context)
}

/** Returns a token response. Source: client credentials flow. */
export function tokenResponse(body: object, context: RequestContext, isAssumed: boolean): TenantResponse {
  return jsonResponse(200, body, { ...uncached, ...assumptionHeader(isAssumed && 'token') }, context)
}

/** Returns an error of Microsoft Entra. Sources: AADSTS error codes; client credentials flow, error response. */
export function tokenErrorResponse(
  { code, values = {} }: TokenProblem,
  context: RequestContext,
): TenantResponse {
  const { status, error, text, isStatusAssumed } = signInErrors[code]
  const timestamp = `${new Date(context.time).toISOString().slice(0, 19).replace('T', ' ')}Z`
  const { requestId, clientRequestId } = context
  const message = text.replace(/\{(\w+)\}/g, (_, name: string) => printable(values[name] ?? ''))
  const body = {
    error,
    error_description: [
      `AADSTS${code}: ${message}`,
      `Trace ID: ${requestId}`,
      `Correlation ID: ${clientRequestId}`,
      `Timestamp: ${timestamp}`,
    ].join('\r\n'),
    error_codes: [code],
    timestamp,
    trace_id: requestId,
    correlation_id: clientRequestId,
    error_uri: `https://login.microsoftonline.com/error?code=${code}`,
  }
  return jsonResponse(status, body, { ...uncached, ...assumptionHeader(isStatusAssumed && 'token') }, context)
}

/** Returns the response to a path or method that the host of a document does not have. */
export function plainError(
  status: 404 | 405,
  headers: TenantResponse['headers'],
  { time }: RequestContext,
): TenantResponse {
  return { status, headers: { ...headers, Date: httpDate(time) }, body: '' }
}

const uncached = { 'Cache-Control': 'no-store, no-cache', Pragma: 'no-cache' } as const

function jsonResponse(
  status: number,
  body: object,
  headers: TenantResponse['headers'],
  { time, requestId, clientRequestId }: RequestContext,
): TenantResponse {
  return {
    status,
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      ...headers,
      Date: httpDate(time),
      'x-ms-request-id': requestId,
      'client-request-id': clientRequestId,
    },
    body: JSON.stringify(body),
  }
}

/** Longest value of a request that an error repeats. */
const longestValue = 200

/** Replaces characters that would start another line of the description. */
function printable(value: string): string {
  return value.slice(0, longestValue).replaceAll(/[^\x20-\x7e]/g, '?')
}
