import type { RequestContext } from '../../odata/error-envelope.ts'
import { QueryError } from '../../odata/query-error.ts'
import type { Redact } from '../../output/redactor.ts'
import { hasEnded } from '../calls/call-progress.ts'
import type { CallStore } from '../calls/call-store.ts'
import type { StoredCall } from '../calls/stored-call.ts'
import { checkedDate } from '../checked-values.ts'
import type { Faults } from '../faults/faults.ts'
import type { Throttle } from '../faults/throttle.ts'
import type { LiveParts } from '../live-parts.ts'
import { responseWithout } from '../metadata-names.ts'
import { actionResponse } from './action-response.ts'
import { type Address, type CallAddress, readPath } from './address.ts'
import { type AuthorizationRules, callerOf, tokenError, tokenOf } from './authorization.ts'
import { callText } from './call-text.ts'
import { isPreflight, withCors } from './cors.ts'
import type { IncomingRequest, TenantResponse } from './exchange.ts'
import { faultResponse } from './fault-response.ts'
import type { LogRedactor } from './log-redactor.ts'
import type { TenantRequest } from './logged-request.ts'
import { isCallAction } from './match-action.ts'
import { recordingResponse } from './recording-response.ts'
import type { RequestCounter } from './request-counter.ts'
import { requestIdOf } from './request-id.ts'
import type { RequestLog } from './request-log.ts'
import { responseOptionsOf } from './response-options.ts'
import {
  allowedMethods,
  alreadyEnded,
  badQuery,
  callResponse,
  fixtureResponse,
  internalError,
  internalMessage,
  methodNotAllowed,
  misdirected,
  noContent,
  noHttpResource,
  notAcceptable,
  segmentNotFound,
} from './responses.ts'
import { addToTimeline } from './timeline-request.ts'

const methods = ['GET', 'HEAD', 'DELETE', 'OPTIONS']

/** Parts of a tenant that a response depends on. */
export interface HandlerParts {
  readonly calls: CallStore
  readonly live: LiveParts
  readonly faults: Faults
  readonly throttle: Throttle | undefined
  readonly log: RequestLog
  readonly counter: RequestCounter
  readonly redactor: LogRedactor
  readonly authorization: AuthorizationRules
  readonly now: () => number
}

/** Log entry that is filled in step by step, because object spreads would take as long as the rest of a response. */
type MutableRequest = { -readonly [K in keyof TenantRequest]: TenantRequest[K] }

/** Responds to a request and logs it. All hosts of a tenant use this function. Never throws: an error becomes a 500 response. */
export function handle(parts: HandlerParts, incoming: IncomingRequest): TenantResponse {
  const { method, path, query } = incoming
  const requestId = requestIdOf(parts.counter.next())
  const token = tokenOf(incoming.header('authorization'))
  const address = readPath(path)
  const { timeline } = parts.live
  const mark = timeline.mark()
  const { response, time, error } = attempt(parts, incoming, address, token, requestId)
  const isReset = response.transmission?.fault?.kind === 'reset'
  const status = isReset ? 0 : response.status
  const body = isReset ? '' : response.body
  const redacted = parts.redactor.forToken(token)
  const request: MutableRequest = {
    time,
    method,
    path: redacted(path),
    query: redacted(query),
    status,
    requestId,
  }
  if ('callId' in address && address.callId !== undefined) request.callId = redacted(address.callId)
  const traceparent = traceOf(incoming)
  if (traceparent) request.traceparent = traceparent
  if (error) request.internalError = redacted(internalMessage(error.thrown))
  addToTimeline(parts.live, { time, method, status }, address, response, () => redacted(body), mark)
  parts.log.add(request, loggedBody(method, status, body, redacted), isReset ? undefined : response.state)
  return response
}

/** Returns the body for the log: only the history of a call has bodies, those of GET. */
function loggedBody(method: string, status: number, body: string, redacted: Redact): string {
  if (method !== 'GET') return ''
  // The JSON of a call contains no part of the request, so it needs no redaction.
  return status === 200 ? body : redacted(body)
}

/** Response to a request, and the error that this package or the clock of a test has thrown. */
interface Attempt {
  readonly response: TenantResponse
  readonly time: number
  readonly error?: { readonly thrown: unknown }
}

function attempt(
  parts: HandlerParts,
  incoming: IncomingRequest,
  address: Address,
  token: string | undefined,
  requestId: string,
): Attempt {
  let time = 0
  const clientRequestId = asciiHeader(incoming, 'client-request-id') || requestId
  try {
    time = checkedDate(parts.now())
    const context = { time, requestId, clientRequestId }
    const full = respondTo(parts, incoming, address, token, context)
    const complete = echoing(incoming, responseWithout(full, parts.live.absent))
    return { response: delayed(withPossibleFault(complete, incoming), parts.counter.latency()), time }
  } catch (thrown) {
    return { response: internalError({ time, requestId, clientRequestId }), time, error: { thrown } }
  }
}

/** Applies the checks of the gateway (token, throttling, path, method), then those of the service. */
function respondTo(
  parts: HandlerParts,
  incoming: IncomingRequest,
  address: Address,
  token: string | undefined,
  context: RequestContext,
): TenantResponse {
  if (incoming.isMisdirected) return misdirected(incoming.host, context)
  // Browsers send preflight requests without a token.
  if (isPreflight(incoming) || (incoming.method === 'OPTIONS' && 'callId' in address)) {
    return withCors(allowedMethods(methods.join(', '), context), incoming)
  }
  // A recording has a token of its own.
  const unauthorized = 'recordingId' in address ? undefined : tokenError(token, parts.authorization)
  if (token === undefined || unauthorized) {
    return withCors(fixtureResponse({ fixture: unauthorized ?? 'access-token-empty' }, context), incoming)
  }
  const fault = parts.faults.take()
  if (fault && !('transmission' in fault)) return faultResponse(fault, incoming, context)
  const retryAfter = parts.throttle?.take(token, context.time)
  const response =
    retryAfter === undefined
      ? serviceResponse(parts, incoming, address, token, context)
      : fixtureResponse({ fixture: 'throttled', retryAfter }, context)
  const shared = withCors(response, incoming)
  return fault ? { ...shared, transmission: { delay: 0, fault: fault.transmission } } : shared
}

function serviceResponse(
  { calls, faults, live, authorization }: HandlerParts,
  incoming: IncomingRequest,
  address: Address,
  token: string,
  context: RequestContext,
): TenantResponse {
  if ('unknownSegment' in address) return segmentNotFound(address.unknownSegment, context)
  const { method } = incoming
  live.clock.runDue()
  if ('recordingId' in address) {
    return recordingResponse(live.recordings, address.recordingId, method, token, context)
  }
  const forbiddenCall = address.callId === undefined ? undefined : faults.forbiddenBy(address.callId)
  if ('segments' in address) {
    if (forbiddenCall) return fixtureResponse({ fixture: forbiddenCall }, context)
    return actionResponse(live, incoming, address, callerOf(token, authorization), context)
  }
  const { callId } = address
  if (method === 'POST' && isCallAction(callId)) return noHttpResource(incoming, context)
  if (!methods.includes(method)) return methodNotAllowed(methods.join(', '), context)
  if (forbiddenCall) return fixtureResponse({ fixture: forbiddenCall }, context)
  calls.settle(callId)
  const call = calls.find(callId)
  if ('fixture' in call) return fixtureResponse(call, context)
  if (method === 'DELETE') return calls.endCall(callId) ? noContent(context) : alreadyEnded(context)
  const response = responseWithCall(call, incoming, address, context, live.absent)
  if (method === 'GET' && response.status === 200) calls.countGet(callId, call)
  return response
}

/** Repeats the header with which Microsoft's clients request their `client-request-id` in the response. */
function echoing(incoming: IncomingRequest, response: TenantResponse): TenantResponse {
  const requested = asciiHeader(incoming, 'return-client-request-id')
  if (!requested) return response
  return { ...response, headers: { ...response.headers, 'return-client-request-id': requested } }
}

/** Returns the value of a header that a response can repeat. Its bytes would differ in the headers and in the body. */
function asciiHeader({ header }: IncomingRequest, name: string): string | undefined {
  const value = header(name)
  return value && /^[\x20-\x7e]+$/.test(value) ? value : undefined
}

/** Returns the fault of a response without a body: it breaks before it is sent, or is sent immediately. */
function withPossibleFault(response: TenantResponse, { method }: IncomingRequest): TenantResponse {
  const { transmission, status } = response
  if (!transmission?.fault || (method !== 'HEAD' && status !== 204)) return response
  const fault = transmission.fault.kind === 'slow' ? undefined : ({ kind: 'reset' } as const)
  return { ...response, transmission: { ...transmission, fault } }
}

function delayed(response: TenantResponse, delay: number): TenantResponse {
  return delay > 0 ? { ...response, transmission: { ...response.transmission, delay } } : response
}

function responseWithCall(
  call: StoredCall,
  incoming: IncomingRequest,
  address: CallAddress,
  context: RequestContext,
  absent: ReadonlySet<string>,
): TenantResponse {
  const options = responseOptionsOf(incoming)
  if (!options) return notAcceptable(context)
  try {
    const text = callText(call, address, incoming.host, options, absent)
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
