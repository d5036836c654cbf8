import type { Fixture } from '../../fixtures/index.ts'
import type { JsonObject } from '../../src/model/json.ts'

/** State of the provider before a request. The provider sets it up when it verifies a contract. */
export interface ProviderState {
  readonly name: ProviderStateName
  readonly parameters: ProviderStateParameters
}

/**
 * Names of the provider states. They describe a state, not the steps that lead to it.
 *
 * @example
 * ```ts
 * import type { ProviderStateName } from 'graph-call-testkit/contracts'
 *
 * const name: ProviderStateName = 'a call exists'
 * ```
 * Source: the status codes of the fixtures.
 */
export type ProviderStateName =
  | 'a call exists'
  | 'no call exists'
  | 'the access token has expired'
  | 'the access token is for another service'
  | 'the service rejects the request'
  | 'access to the call is forbidden'
  | 'requests are throttled'
  | 'the service fails'

/**
 * Parameters of a provider state: everything that must be true, so that a provider in any language can set it up. Only the
 * virtual tenant needs `scenario`.
 */
interface ProviderStateParameters {
  /** Id of the requested call. A provider that has the call under another id returns that id. */
  readonly id: string
  /** Properties that the call must have. A collection with one element means that every element has its properties. */
  readonly call?: JsonObject
  /** True if enums of the call have members that this package does not know. */
  readonly unknownEnumMembers?: true
  /** Status code of the response, if the name of the state does not say it. */
  readonly status?: number
  /** Error code of the response. */
  readonly code?: string
  /** Value of the `Retry-After` header, in seconds. */
  readonly retryAfter?: string
  /** Name of the fixture that the response is taken from, if it is one. */
  readonly scenario?: string
}

/** Returns the state in which a call exists. */
export function existingCall(
  id: string,
  properties: JsonObject,
  {
    scenario,
    unknownEnumMembers,
  }: { scenario?: string | undefined; unknownEnumMembers?: boolean | undefined },
): ProviderState {
  const call = Object.fromEntries(
    Object.entries(properties).filter(([, value]) => value !== undefined && value !== null),
  )
  return {
    name: 'a call exists',
    parameters: {
      id,
      call,
      ...(unknownEnumMembers && { unknownEnumMembers }),
      ...(scenario !== undefined && { scenario }),
    },
  }
}

/** Returns the state in which the service sends the response of an error fixture. */
export function errorStateOf({ name: scenario, status, headers, request, body }: Fixture): ProviderState {
  const id = request.path.replace(/^.*\/|\?.*/gs, '')
  const code = codeOf(body)
  const retryAfter = headers['Retry-After']
  const wait = retryAfter !== undefined && { retryAfter }
  switch (status) {
    case 400:
    case 409:
    case 412:
      return { name: 'the service rejects the request', parameters: { id, status, code, scenario } }
    case 401:
      if (scenario === 'invalid-audience') {
        return { name: 'the access token is for another service', parameters: { id, code } }
      }
      return { name: 'the access token has expired', parameters: { id, code } }
    case 403:
      return { name: 'access to the call is forbidden', parameters: { id, code: innerCodeOf(body) ?? code } }
    case 404:
      return { name: 'no call exists', parameters: { id, code } }
    case 429:
      return { name: 'requests are throttled', parameters: { id, code, ...wait, scenario } }
    default:
      return { name: 'the service fails', parameters: { id, status, code, ...wait, scenario } }
  }
}

function codeOf(body: Fixture['body']): string {
  if ('error' in body) return body.error.code
  throw new Error('Cannot find the error code: the body is a call.')
}

/** Returns the code in the JSON of a message, if it has one. */
function innerCodeOf(body: Fixture['body']): string | undefined {
  const message = 'error' in body ? body.error.message : undefined
  return /^\{"errorCode":"(\d+)"/.exec(message ?? '')?.[1]
}
