import type { RequestContext } from '../../odata/error-envelope.ts'
import { QueryError } from '../../odata/query-error.ts'
import { hasEnded } from '../calls/call-progress.ts'
import type { CallStore } from '../calls/call-store.ts'
import type { StoredCall } from '../calls/stored-call.ts'
import type { Faults } from '../faults/faults.ts'
import type { Throttle } from '../faults/throttle.ts'
import { type Address, type CallAddress, readPath } from './address.ts'
import { tokenOf, wrongWith } from './authorization.ts'
import { callText } from './call-text.ts'
import type { IncomingRequest, TenantResponse } from './exchange.ts'
import { redact } from './redact.ts'
import type { RequestLog, TenantRequest } from './request-log.ts'
import { responseOptionsOf } from './response-options.ts'
import {
  alreadyEnded,
  badQuery,
  callResponse,
  fixtureResponse,
  methodNotAllowed,
  noContent,
  notAcceptable,
  options,
  proxyPage,
  segmentNotFound,
} from './responses.ts'

/** The methods that a call knows. */
const allowed = ['GET', 'HEAD', 'DELETE', 'OPTIONS']

/** What a handler reads and writes. */
export interface State {
  readonly lives: CallStore
  readonly trouble: Faults
  readonly throttle: Throttle | undefined
  readonly log: RequestLog
  readonly token: string | undefined
  readonly now: () => number
  /** How long the next answer takes, in milliseconds; at once unless said. */
  latency: (() => number) | undefined
  /** How many requests were answered. */
  answered: number
}

/** Filled in step by step: what spreads build costs as much as the rest of an answer. */
type Noted = { -readonly [K in keyof TenantRequest]: TenantRequest[K] }

/** Answers one request, and remembers it. Every host of a tenant comes here. */
export function handle(state: State, incoming: IncomingRequest): TenantResponse {
  const { method, path, query } = incoming
  const time = state.now()
  const requestId = requestIdOf(++state.answered)
  const clientRequestId = incoming.header('client-request-id') || requestId
  const token = tokenOf(incoming.header('authorization'))
  const address = readPath(path)
  const decided = decide(state, incoming, address, token, { time, requestId, clientRequestId })
  const answer = delayed(echoing(incoming, decided), state.latency?.())
  const status = answer.transmission?.fault?.kind === 'reset' ? 0 : answer.status
  const body = status === 0 ? '' : answer.body
  const told = (text: string) => redact(text, token, state.token)
  const seen: Noted = { time, method, path: told(path), query: told(query), status, requestId }
  if ('callId' in address) seen.callId = told(address.callId)
  const traceparent = traceOf(incoming)
  if (traceparent) seen.traceparent = traceparent
  // The text of a call has nothing of the request in it.
  state.log.add(seen, status === 200 ? body : told(body))
  return answer
}

/** The gateway first (token, throttling, path, method), then the service. */
function decide(
  state: State,
  incoming: IncomingRequest,
  address: Address,
  token: string | undefined,
  circumstances: RequestContext,
): TenantResponse {
  // Browsers ask without a token whether they may ask with one.
  if (incoming.method === 'OPTIONS' && 'callId' in address) return options(allowed.join(', '), circumstances)
  const unauthorized = wrongWith(token, state.token)
  if (token === undefined || unauthorized) {
    return fixtureResponse({ fixture: unauthorized ?? 'access-token-empty' }, circumstances)
  }
  const mishap = state.trouble.take()
  if (mishap && 'fixture' in mishap) return fixtureResponse(mishap, circumstances)
  if (mishap && 'proxy' in mishap) return proxyPage(mishap.proxy, circumstances, mishap.retryAfter)
  const retryAfter = state.throttle?.take(token, circumstances.time)
  const answer =
    retryAfter === undefined
      ? answerOf(state, incoming, address, circumstances)
      : fixtureResponse({ fixture: 'throttled', retryAfter }, circumstances)
  return mishap ? { ...answer, transmission: { delay: 0, fault: mishap.damage } } : answer
}

function answerOf(
  { lives, trouble }: State,
  incoming: IncomingRequest,
  address: Address,
  circumstances: RequestContext,
): TenantResponse {
  if ('unknownSegment' in address) return segmentNotFound(address.unknownSegment, circumstances)
  const { method } = incoming
  if (!allowed.includes(method)) return methodNotAllowed(allowed.join(', '), circumstances)
  const forbidden = trouble.forbiddenBy(address.callId)
  if (forbidden) return fixtureResponse({ fixture: forbidden }, circumstances)
  const call = lives.find(address.callId)
  if ('fixture' in call) return fixtureResponse(call, circumstances)
  if (method === 'DELETE') {
    return lives.endCall(address.callId) ? noContent(circumstances) : alreadyEnded(circumstances)
  }
  const answer = answerWith(call, incoming, address, circumstances)
  if (method === 'GET' && answer.status === 200) lives.count(address.callId, call)
  return answer
}

/** Microsoft's clients ask for their id by this header, and look for both in the answer. */
function echoing({ header }: IncomingRequest, answer: TenantResponse): TenantResponse {
  const asked = header('return-client-request-id')
  return asked ? { ...answer, headers: { ...answer.headers, 'return-client-request-id': asked } } : answer
}

function delayed(answer: TenantResponse, delay = 0): TenantResponse {
  return delay > 0 ? { ...answer, transmission: { ...answer.transmission, delay } } : answer
}

/** A call that is there, as the request wants it. */
function answerWith(
  call: StoredCall,
  incoming: IncomingRequest,
  address: CallAddress,
  circumstances: RequestContext,
): TenantResponse {
  const wanted = responseOptionsOf(incoming)
  if (!wanted) return notAcceptable(circumstances)
  try {
    const text = callText(call, address, incoming.host, wanted)
    return callResponse(text, wanted, circumstances, call.progress !== undefined && hasEnded(call.progress))
  } catch (error) {
    if (error instanceof QueryError) return badQuery(error, circumstances)
    throw error
  }
}

/** Source: W3C Trace Context, 3.2 (the form of `traceparent`). */
function traceOf({ header }: IncomingRequest): string | undefined {
  const traceparent = header('traceparent')
  return traceparent && /^[\da-f]{2}-[\da-f]{32}-[\da-f]{16}-[\da-f]{2}$/.test(traceparent)
    ? traceparent
    : undefined
}

/** A GUID that counts: the same requests to a fresh tenant get the same ids. */
function requestIdOf(count: number): string {
  return `7e57da7a-0000-4000-8000-${count.toString(16).padStart(12, '0')}`
}
