import { callTypes } from '../model/call.ts'
import { expansions } from './call.ts'
import type { Build, Choices } from './choices/choices.ts'
import { written } from './complete.ts'
import { callId, guid } from './ids.ts'

/** A request for a call, as the fixtures have it. */
export interface CallRequest {
  /** A call is read. */
  method: 'GET'
  /** From the root of the service, version and query included. */
  path: string
  /** `Authorization`, and others that clients send. */
  headers: CallRequestHeaders
}

/** The headers of a request for a call. */
export interface CallRequestHeaders {
  /** `{token}` stands for a token: nothing here holds one. */
  Authorization: 'Bearer {token}'
  /** The id that the client gives its request; the answer repeats it. */
  'client-request-id'?: string
  /** What the client reads. */
  Accept?: 'application/json'
  /** Whether new enum members come as they are, or as `unknownFutureValue`. */
  Prefer?: 'include-unknown-enum-members'
}

const selectable = Object.keys(callTypes.call.properties).filter(
  (name) => !name.startsWith('@') && !expansions.some((expansion) => expansion === name),
)

/** A request with an id of a form that was seen, and the two query options that mean something on one entity. */
export const callRequest: Build<CallRequest> = (choices) => {
  const path = `/v1.0/communications/calls/${callId(choices)}`
  const [dollar, comma] = choices.pick([
    ['$', ','],
    ['%24', '%2C'],
  ] as const)
  const option = (name: string, values: string[] | undefined) =>
    values ? [`${dollar}${name}=${[...new Set(values)].join(comma)}`] : []
  const query = [
    ...option('select', choices.absentOr(selected, 1)),
    ...option('expand', choices.absentOr(expanded, 1)),
  ]
  return {
    method: 'GET',
    path: query.length > 0 ? `${path}?${query.join('&')}` : path,
    headers: written<CallRequestHeaders>({
      Authorization: 'Bearer {token}',
      'client-request-id': choices.absentOr(clientRequestId, 1),
      Accept: choices.flag() ? 'application/json' : undefined,
      Prefer: choices.flag() ? 'include-unknown-enum-members' : undefined,
    }),
  }
}

const selected = (choices: Choices) => choices.list(1, 4, (choices) => choices.pick(selectable))
const expanded = (choices: Choices) => choices.list(1, 2, (choices) => choices.pick(expansions))
const clientRequestId = guid('c0a1d5e2-37b4-4f68-92d1-5e8f0b6a7c93')
