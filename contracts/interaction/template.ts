import type { BodyType } from '../reads/read-paths.ts'
import type { QueryParameters } from './call-query.ts'
import { matchersFor, type RegexMatcher, regex, type Template } from './matchers.ts'
import type { ProviderState } from './provider-states.ts'

/** A request of a consumer, and the response that it expects. */
export interface RequestAndResponse {
  /** Description in the pact, unique within the contract. */
  readonly description: string
  readonly state: ProviderState
  readonly callId: string
  readonly query: QueryParameters
  /** The expected response, by example: only what the consumer reads. */
  readonly response: {
    readonly status: number
    /** Value of the `Retry-After` header, in seconds. */
    readonly retryAfter?: string | undefined
    readonly bodyType: BodyType
    readonly body: unknown
  }
}

/** An interaction in Pact's integration JSON: every example has its matcher. */
export interface InteractionTemplate {
  readonly description: string
  readonly state: ProviderState
  readonly request: {
    readonly path: RegexMatcher
    readonly query: QueryParameters
    readonly headers: Readonly<Record<string, RegexMatcher>>
  }
  readonly response: {
    readonly status: number
    readonly headers: Readonly<Record<string, RegexMatcher>>
    readonly body: Template
  }
}

/** Example of an access token. Its text says that it is not a real one. */
export const token = 'an-invented-token'
const paths = '/v1.0/communications/calls/'

/** Creates the template of an interaction. It determines the bytes of a pact, together with the version of Pact. */
export function templateOf({
  description,
  state,
  callId,
  query,
  response,
}: RequestAndResponse): InteractionTemplate {
  return {
    description,
    state,
    request: {
      path: pathTemplate(encodeURIComponent(callId)),
      query,
      headers: { Authorization: regex(`Bearer ${token}`, '^Bearer \\S+$') },
    },
    response: {
      status: response.status,
      headers: headersOf(response),
      body: matchersFor(response.bodyType, response.body),
    },
  }
}

/**
 * Creates the path of the request: a regular expression, so that the mock server rejects other paths, and a generator, so
 * that a verifier can insert a real id. Only Pact's integration JSON can express both.
 */
function pathTemplate(callId: string): RegexMatcher {
  return {
    ...regex(`${paths}${callId}`, `^${paths.replaceAll('.', '\\.')}[^/]+$`),
    'pact:generator:type': 'ProviderState',
    expression: `${paths}\${id}`,
  }
}

function headersOf({ retryAfter }: RequestAndResponse['response']): Record<string, RegexMatcher> {
  return {
    'Content-Type': regex('application/json', '^application/json(;.*)?$'),
    // Reported: the service has sent "2.128".
    ...(retryAfter !== undefined && { 'Retry-After': regex(retryAfter, '^[0-9]+(\\.[0-9]+)?$') }),
  }
}
