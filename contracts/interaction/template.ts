import type { BodyType } from '../reads/read-paths.ts'
import type { CallRequest } from './call-query.ts'
import { type Exact, exactPathsOf } from './exact.ts'
import { matchersFor, type RegexMatcher, regex, type Template } from './matchers.ts'
import type { ProviderState } from './provider-states.ts'

/** A request of a consumer, and the response that it expects. */
export interface RequestAndResponse {
  /** Description in the pact, unique within the contract. */
  readonly description: string
  readonly state: ProviderState
  readonly callId: string
  readonly request: CallRequest
  /** The expected response, by example: only what the consumer reads. */
  readonly response: {
    readonly status: number
    readonly contentType: string
    /** Value of the `Retry-After` header, in seconds. */
    readonly retryAfter?: string | undefined
    readonly bodyType: BodyType
    readonly body: unknown
  }
  /** Paths in the body to compare exactly. */
  readonly exact?: Exact | undefined
}

/** An interaction in Pact's integration JSON: every example has its matcher. */
export interface InteractionTemplate {
  readonly description: string
  readonly state: ProviderState
  readonly request: {
    readonly path: RegexMatcher
    readonly query: Readonly<Record<string, string>>
    /** A plain value is compared exactly. */
    readonly headers: Readonly<Record<string, RegexMatcher | string>>
  }
  readonly response: {
    readonly status: number
    readonly headers: Readonly<Record<string, RegexMatcher>>
    readonly body: Template
  }
}

/** Example of an access token. Its text says that it is not a real one. */
export const token = 'an-invented-token'

/** Creates the template of an interaction. It determines the bytes of a pact, together with the version of Pact. */
export function templateOf({
  description,
  state,
  callId,
  request: { version, query, headers },
  response,
  exact,
}: RequestAndResponse): InteractionTemplate {
  return {
    description,
    state,
    request: {
      path: pathTemplate(`/${version}/communications/calls/`, encodeURIComponent(callId)),
      query,
      headers: { Authorization: regex(`Bearer ${token}`, '^Bearer \\S+$'), ...headers },
    },
    response: {
      status: response.status,
      headers: headersOf(response),
      body: matchersFor(response.bodyType, response.body, exactPathsOf(response.bodyType, exact)),
    },
  }
}

/**
 * Creates the path of the request: a regular expression, so that the mock server rejects other paths, and a generator, so
 * that a verifier can insert a real id. Only Pact's integration JSON can express both.
 */
function pathTemplate(calls: string, callId: string): RegexMatcher {
  return {
    ...regex(`${calls}${callId}`, `^${calls.replaceAll('.', '\\.')}[^/]+$`),
    'pact:generator:type': 'ProviderState',
    expression: `${calls}\${id}`,
  }
}

function headersOf({
  contentType,
  retryAfter,
}: RequestAndResponse['response']): Record<string, RegexMatcher> {
  return {
    'Content-Type': regex(contentType, '^application/json(;.*)?$'),
    // Reported: the service has sent "2.128".
    ...(retryAfter !== undefined && { 'Retry-After': regex(retryAfter, '^[0-9]+(\\.[0-9]+)?$') }),
  }
}
