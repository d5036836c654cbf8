import type { Circumstances } from '../odata/error-envelope.ts'
import { payloadFormat } from '../odata/payload-format.ts'
import { prefers } from '../odata/prefer.ts'
import { asksForAnything } from '../odata/query.ts'
import { QueryError } from '../odata/query-error.ts'
import { type Address, type CallAddress, readPath } from './address.ts'
import {
  badQuery,
  callAnswer,
  methodNotAllowed,
  noContent,
  notAcceptable,
  options,
  refusal,
  segmentNotFound,
} from './answers.ts'
import { assumptionHeader } from './assumptions.ts'
import { wrongWith } from './authorization.ts'
import { callText } from './call-answer.ts'
import type { CallStore, StoredCall } from './call-store.ts'
import type { Answer, Incoming } from './exchange.ts'
import type { RequestLog } from './request-log.ts'
import type { Trouble } from './trouble.ts'

/** The methods that a call knows. */
const allowed = ['GET', 'HEAD', 'DELETE', 'OPTIONS']

/** Source: Graph's rule for evolvable enums. */
const unknownMembersPreference = 'include-unknown-enum-members'

/** What a handler reads and writes. */
export interface State {
  readonly store: CallStore
  readonly trouble: Trouble
  readonly log: RequestLog
  readonly token: string | undefined
  readonly now: () => number
  /** How many requests were answered. */
  answered: number
}

/** Answers one request, and remembers it. Every host of a tenant comes here. */
export function handle(state: State, incoming: Incoming): Answer {
  const { method, path, query } = incoming
  const time = state.now()
  const requestId = requestIdOf(++state.answered)
  const clientRequestId = incoming.header('client-request-id') || requestId
  const address = readPath(path)
  const answer = echoing(incoming, decide(state, incoming, address, { time, requestId, clientRequestId }))
  const { status } = answer
  const callId = 'callId' in address ? { callId: address.callId } : undefined
  state.log.add({ time, method, path, query, ...callId, status, requestId })
  return answer
}

/** The gateway first (token, throttling, path, method), then the service. */
function decide(
  { store, trouble, token }: State,
  incoming: Incoming,
  address: Address,
  circumstances: Circumstances,
): Answer {
  const { method, header } = incoming
  // Browsers ask without a token whether they may ask with one.
  if (method === 'OPTIONS' && 'callId' in address) return options(allowed.join(', '), circumstances)
  const unauthorized = wrongWith(header('authorization'), token)
  if (unauthorized) return refusal({ fixture: unauthorized }, circumstances)
  const failure = trouble.takeNext()
  if (failure) return refusal(failure, circumstances)
  if ('unknownSegment' in address) return segmentNotFound(address.unknownSegment, circumstances)
  if (!allowed.includes(method)) return methodNotAllowed(allowed.join(', '), circumstances)
  const forbidden = trouble.forbiddenBy(address.callId)
  if (forbidden) return refusal({ fixture: forbidden }, circumstances)
  const call = store.get(address.callId)
  if (!call) return refusal({ fixture: 'call-not-found' }, circumstances)
  if (method !== 'DELETE') return answerWith(call, incoming, address, circumstances)
  store.hangUp(address.callId)
  return noContent(circumstances)
}

/** Microsoft's clients ask for their id by this header, and look for both in the answer. */
function echoing({ header }: Incoming, answer: Answer): Answer {
  const asked = header('return-client-request-id')
  return asked ? { ...answer, headers: { ...answer.headers, 'return-client-request-id': asked } } : answer
}

/** A call that is there, as the request wants it. */
function answerWith(
  call: StoredCall,
  { host, query, header }: Incoming,
  address: CallAddress,
  circumstances: Circumstances,
): Answer {
  const format = payloadFormat(header('accept'))
  if (!format) return notAcceptable(circumstances)
  const asked = asksForAnything(query)
  const unknownMembers = prefers(header('prefer'), unknownMembersPreference)
  try {
    const text = callText(call, address, host, { query: asked ? query : '', format, unknownMembers })
    const headers = {
      'Content-Type': format.contentType,
      ...(unknownMembers && { 'Preference-Applied': unknownMembersPreference }),
      ...assumptionHeader([
        ...(asked ? (['query'] as const) : []),
        ...(format.metadata === 'minimal' ? [] : (['format'] as const)),
      ]),
    }
    return callAnswer(text, headers, circumstances)
  } catch (error) {
    if (error instanceof QueryError) return badQuery(error, circumstances)
    throw error
  }
}

/** A GUID that counts: the same requests to a fresh tenant get the same ids. */
function requestIdOf(count: number): string {
  return `7e57da7a-0000-4000-8000-${count.toString(16).padStart(12, '0')}`
}
