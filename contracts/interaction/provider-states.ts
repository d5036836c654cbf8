import type { Fixture } from '../../fixtures/index.ts'

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
  | 'access to the call is forbidden'
  | 'requests are throttled'
  | 'the service fails'

/** Parameters of a provider state. */
interface ProviderStateParameters {
  /** Id of the requested call. A provider that has the call under another id returns that id. */
  readonly id: string
  /** Name of the fixture with the call or the error, if the name of the state does not identify it. */
  readonly scenario?: string
  /** Expected part of the call, if it is not a fixture. */
  readonly call?: unknown
  /** Error code of the response if access is forbidden: `7504` or `7505`. */
  readonly code?: string
}

/** Returns the state in which the service sends the response of a fixture. */
export function providerStateOf({ name: scenario, status, request, body }: Fixture): ProviderState {
  const id = request.path.replace(/^.*\/|\?.*$/g, '')
  switch (status) {
    case 200:
      return { name: 'a call exists', parameters: { id, scenario } }
    case 401:
      return { name: 'the access token has expired', parameters: { id } }
    case 403:
      return { name: 'access to the call is forbidden', parameters: { id, code: codeOf(body) } }
    case 404:
      return { name: 'no call exists', parameters: { id } }
    case 429:
      return { name: 'requests are throttled', parameters: { id, scenario } }
    default:
      return { name: 'the service fails', parameters: { id, scenario } }
  }
}

function codeOf(body: Fixture['body']): string {
  if ('error' in body) return body.error.code
  throw new Error('Cannot find the error code: the body is a call.')
}
