import type { RequestContext } from '../../odata/error-envelope.ts'
import { QueryError } from '../../odata/query-error.ts'
import { hasEnded } from '../calls/call-progress.ts'
import type { CallStore } from '../calls/call-store.ts'
import type { StoredCall } from '../calls/stored-call.ts'
import type { Faults } from '../faults/faults.ts'
import type { Throttle } from '../faults/throttle.ts'
import { type Address, type CallAddress, readPath } from './address.ts'
import { tokenError, tokenOf } from './authorization.ts'
import { callText } from './call-text.ts'
import type { IncomingRequest, TenantResponse } from './exchange.ts'
import { redact } from './redact.ts'
import type { RequestCounter } from './request-counter.ts'
import type { RequestLog, TenantRequest } from './request-log.ts'
import { responseOptionsOf } from './response-options.ts'
import {
  allowedMethods,
  alreadyEnded,
  badQuery,
  callResponse,
  fixtureResponse,
  methodNotAllowed,
  noContent,
  notAcceptable,
  proxyPage,
  segmentNotFound,
} from './responses.ts'

const methods = ['GET', 'HEAD', 'DELETE', 'OPTIONS']

/** Parts of a tenant that a response depends on. */
export interface HandlerParts {
  readonly calls: CallStore
  readonly faults: Faults
  readonly throttle: Throttle | undefined
  readonly log: RequestLog
  readonly counter: RequestCounter
  readonly token: string | undefined
  readonly now: () => number
}

/** Log entry that is filled in step by step, because object spreads would take as long as the rest of a response. */
type MutableRequest = { -readonly [K in keyof TenantRequest]: TenantRequest[K] }

/** Responds to a request and logs it. All hosts of a tenant use this function. */
export function handle(parts: HandlerParts, incoming: IncomingRequest): TenantResponse {
  const { method, path, query } = incoming
  const time = parts.now()
  const requestId = requestIdOf(parts.counter.next())
  const clientRequestId = incoming.header('client-request-id') || requestId
  const token = tokenOf(incoming.header('authorization'))
  const address = readPath(path)
  const undelayed = echoing(
    incoming,
    respondTo(parts, incoming, address, token, { time, requestId, clientRequestId }),
  )
  const response = delayed(undelayed, parts.counter.latency())
  const isReset = response.transmission?.fault?.kind === 'reset'
  const status = isReset ? 0 : response.status
  const body = isReset ? '' : response.body
  const redacted = (text: string) => redact(text, token, parts.token)
  const request: MutableRequest = {
    time,
    method,
    path: redacted(path),
    query: redacted(query),
    status,
    requestId,
  }
  if ('callId' in address) request.callId = redacted(address.callId)
  const traceparent = traceOf(incoming)
  if (traceparent) request.traceparent = traceparent
  // The JSON of a call contains no part of the request, so it needs no redaction.
  parts.log.add(request, status === 200 ? body : redacted(body), isReset ? undefined : response.state)
  return response
}

/** Applies the checks of the gateway (token, throttling, path, method), then those of the service. */
function respondTo(
  parts: HandlerParts,
  incoming: IncomingRequest,
  address: Address,
  token: string | undefined,
  context: RequestContext,
): TenantResponse {
  // Browsers send preflight requests without a token.
  if (incoming.method === 'OPTIONS' && 'callId' in address) return allowedMethods(methods.join(', '), context)
  const unauthorized = tokenError(token, parts.token)
  if (token === undefined || unauthorized) {
    return fixtureResponse({ fixture: unauthorized ?? 'access-token-empty' }, context)
  }
  const fault = parts.faults.take()
  if (fault && 'fixture' in fault) return fixtureResponse(fault, context)
  if (fault && 'proxy' in fault) return proxyPage(fault.proxy, context, fault.retryAfter)
  const retryAfter = parts.throttle?.take(token, context.time)
  const response =
    retryAfter === undefined
      ? serviceResponse(parts, incoming, address, context)
      : fixtureResponse({ fixture: 'throttled', retryAfter }, context)
  return fault ? { ...response, transmission: { delay: 0, fault: fault.transmission } } : response
}

function serviceResponse(
  { calls, faults }: HandlerParts,
  incoming: IncomingRequest,
  address: Address,
  context: RequestContext,
): TenantResponse {
  if ('unknownSegment' in address) return segmentNotFound(address.unknownSegment, context)
  const { method } = incoming
  const { callId } = address
  if (!methods.includes(method)) return methodNotAllowed(methods.join(', '), context)
  const forbidden = faults.forbiddenBy(callId)
  if (forbidden) return fixtureResponse({ fixture: forbidden }, context)
  calls.settle(callId)
  const call = calls.find(callId)
  if ('fixture' in call) return fixtureResponse(call, context)
  if (method === 'DELETE') return calls.endCall(callId) ? noContent(context) : alreadyEnded(context)
  const response = responseWithCall(call, incoming, address, context)
  if (method === 'GET' && response.status === 200) calls.countGet(callId, call)
  return response
}

/** Repeats the header with which Microsoft's clients request their `client-request-id` in the response. */
function echoing({ header }: IncomingRequest, response: TenantResponse): TenantResponse {
  const requested = header('return-client-request-id')
  if (!requested) return response
  return { ...response, headers: { ...response.headers, 'return-client-request-id': requested } }
}

function delayed(response: TenantResponse, delay: number): TenantResponse {
  return delay > 0 ? { ...response, transmission: { ...response.transmission, delay } } : response
}

function responseWithCall(
  call: StoredCall,
  incoming: IncomingRequest,
  address: CallAddress,
  context: RequestContext,
): TenantResponse {
  const options = responseOptionsOf(incoming)
  if (!options) return notAcceptable(context)
  try {
    const text = callText(call, address, incoming.host, options)
    return callResponse(text, options, context, call.progress !== undefined && hasEnded(call.progress))
  } catch (error) {
    if (error instanceof QueryError) return badQuery(error, context)
    throw error
  }
}

/** Returns the header `traceparent` if it is valid. Source: W3C Trace Context, 3.2. */
function traceOf({ header }: IncomingRequest): string | undefined {
  const traceparent = header('traceparent')
  return traceparent && /^[\da-f]{2}-[\da-f]{32}-[\da-f]{16}-[\da-f]{2}$/.test(traceparent)
    ? traceparent
    : undefined
}

/** Returns a GUID that contains the number of the request: the same requests to a new tenant get the same ids. */
function requestIdOf(count: number): string {
  return `7e57da7a-0000-4000-8000-${count.toString(16).padStart(12, '0')}`
}
