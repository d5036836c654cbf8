import type { Fixture } from '../../fixtures/index.ts'

/** What has to be so before a request is made; the provider sets it up when it verifies a contract. */
export interface ProviderState {
  readonly name: ProviderStateName
  readonly parameters: ProviderStateParameters
}

/** The names of the provider states. They say what is so, and not how a provider brings it about. */
export type ProviderStateName =
  | 'a call exists'
  | 'no call exists'
  | 'the access token has expired'
  | 'access to the call is forbidden'
  | 'requests are throttled'
  | 'the service fails'

/** What a provider state is told. */
export interface ProviderStateParameters {
  /** The id that is asked for. A provider that has the call under another one says so in its answer. */
  readonly id: string
  /** The fixture that shows the call, or the error, where the name of the state does not tell which. */
  readonly fixture?: string
  /** What of the call has to be so, where no fixture shows it. */
  readonly call?: unknown
  /** The code of the refusal, where access is forbidden: `7504` or `7505`. */
  readonly code?: string
}

/** The state in which the service answers as a fixture shows. */
export function stateOf({ name: fixture, status, request, body }: Fixture): ProviderState {
  const id = request.path.replace(/^.*\/|\?.*$/g, '')
  switch (status) {
    case 200:
      return { name: 'a call exists', parameters: { id, fixture } }
    case 401:
      return { name: 'the access token has expired', parameters: { id } }
    case 403:
      return { name: 'access to the call is forbidden', parameters: { id, code: codeOf(body) } }
    case 404:
      return { name: 'no call exists', parameters: { id } }
    case 429:
      return { name: 'requests are throttled', parameters: { id, fixture } }
    default:
      return { name: 'the service fails', parameters: { id, fixture } }
  }
}

function codeOf(body: Fixture['body']): string {
  if ('error' in body) return body.error.code
  throw new Error('A call has no error code.')
}
