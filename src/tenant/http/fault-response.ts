import { fixtures } from '../../../fixtures/index.ts'
import type { RequestContext } from '../../odata/error-envelope.ts'
import { type ProxyStatus, proxyReasons } from '../faults/failure.ts'
import { replaceHeaders } from '../faults/failure-headers.ts'
import type { CustomResponse, FaultResponse } from '../faults/fault.ts'
import { withCors } from './cors.ts'
import type { IncomingRequest, TenantResponse } from './exchange.ts'
import { httpDate } from './http-date.ts'
import { errorResponse, withRequest } from './responses.ts'

/** Returns the response that a test has requested in place of that of the service. */
export function faultResponse(
  fault: FaultResponse,
  incoming: IncomingRequest,
  context: RequestContext,
): TenantResponse {
  const response = withoutChanges(fault, incoming, context)
  return { ...response, headers: replaceHeaders(response.headers, fault.headers) }
}

function withoutChanges(
  fault: FaultResponse,
  incoming: IncomingRequest,
  context: RequestContext,
): TenantResponse {
  // The page of a proxy has no headers of Graph.
  if ('proxy' in fault) return proxyPage(fault.proxy, context)
  if ('status' in fault) return withCors(customResponse(fault, context), incoming)
  const { status, headers, body } = fixtures[fault.fixture]
  const { message = body.error.message } = fault
  return withCors(errorResponse(status, headers, { ...body.error, message }, context), incoming)
}

function customResponse({ status, error, body }: CustomResponse, context: RequestContext): TenantResponse {
  const { headers, body: similar } = fixtures['call-not-found']
  if (error) return errorResponse(status, headers, { ...similar.error, ...error }, context)
  const text = typeof body === 'string' ? body : body === undefined ? '' : JSON.stringify(body)
  const type =
    text === '' ? null : typeof body === 'string' ? 'text/plain; charset=utf-8' : 'application/json'
  return {
    status,
    headers: withRequest(replaceHeaders(headers, { 'Content-Type': type }), context),
    body: text,
  }
}

/** Returns the HTML page of a proxy that cannot reach the service. It has no request ids. */
function proxyPage(proxy: ProxyStatus, { time }: RequestContext): TenantResponse {
  const title = `${proxy} ${proxyReasons[proxy]}`
  return {
    status: proxy,
    headers: { 'Content-Type': 'text/html', Date: httpDate(time) },
    body: `<html>\r\n<head><title>${title}</title></head>\r\n<body>\r\n<center><h1>${title}</h1></center>\r\n</body>\r\n</html>\r\n`,
  }
}
