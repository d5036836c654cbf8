import { callTypes } from '../model/call.ts'
import { expansions } from './call.ts'
import type { Build, Choices } from './choices/choices.ts'
import { omitUndefined } from './complete.ts'
import { callId, guid } from './ids.ts'

/**
 * A request for a call.
 *
 * @example
 * ```ts
 * import type { CallRequest } from 'graph-call-testkit/generators'
 *
 * const urlOf = ({ path }: CallRequest) => new URL(path, 'https://graph.microsoft.com')
 * ```
 */
export interface CallRequest {
  /** HTTP method. */
  method: 'GET'
  /** Path from the root of the service, including version and query. */
  path: string
  /** `Authorization`, and other headers that clients send. */
  headers: CallRequestHeaders
}

/**
 * Headers of a request for a call.
 *
 * @example
 * ```ts
 * import type { CallRequestHeaders } from 'graph-call-testkit/generators'
 *
 * const withToken = (headers: CallRequestHeaders, token: string) => ({ ...headers, Authorization: `Bearer ${token}` })
 * ```
 */
export interface CallRequestHeaders {
  /** Placeholder for a token. */
  Authorization: 'Bearer {token}'
  /** Id that the client assigns to the request. The response repeats it. */
  'client-request-id'?: string
  /** Media type that the client accepts. */
  Accept?: 'application/json'
  /** Requests unknown enum members instead of `unknownFutureValue`. */
  Prefer?: 'include-unknown-enum-members'
}

const selectable = Object.keys(callTypes.call.properties).filter(
  (name) => !name.startsWith('@') && !expansions.some((expansion) => expansion === name),
)

/** Builds a request with an id of an observed form, and the two query options that apply to a single entity. */
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
    headers: omitUndefined<CallRequestHeaders>({
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
