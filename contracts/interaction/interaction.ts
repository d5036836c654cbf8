import { type FixtureName, fixtures } from '../../fixtures/index.ts'
import type { GraphHost } from '../../src/tenant/hosts/graph-hosts.ts'
import { expectedBodyOf } from '../reads/expected-body.ts'
import type { ReadPath } from '../reads/read-paths.ts'
import { type CallQuery, queryParametersOf, responseBodyFor, toQueryParameters } from './call-query.ts'
import { providerStateOf } from './provider-states.ts'
import { type InteractionTemplate, type RequestAndResponse, templateOf } from './template.ts'

/** One interaction of a contract. */
export interface Interaction extends RequestAndResponse {
  /** Name of the fixture, or of the custom interaction. */
  readonly name: string
  readonly template: InteractionTemplate
}

/** Options for the requests of a contract. */
export interface RequestOptions {
  readonly query?: CallQuery | undefined
  readonly cloud?: GraphHost | undefined
}

/** Reads in an error body. Every consumer needs the code to decide what to do. */
const errorReads: readonly ReadPath[] = ['error.code']

/**
 * Creates the interaction of a fixture. If the contract has no query, the request uses the query of the fixture: the
 * response contains participants only if the request expands them.
 *
 * @param reads - paths that the consumer reads in a call
 */
export function interactionOf(
  name: FixtureName,
  reads: readonly ReadPath[],
  { query, cloud }: RequestOptions = {},
): Interaction {
  const fixture = fixtures[name]
  const { status, headers, body } = fixture
  const state = providerStateOf(fixture)
  const isCall = status === 200
  const parameters = query ? toQueryParameters(query) : queryParametersOf(fixture.request.path)
  return withTemplate(name, {
    state,
    callId: state.parameters.id,
    query: parameters,
    response: {
      status,
      retryAfter: headers['Retry-After'],
      bodyType: isCall ? 'call' : 'callError',
      body: isCall
        ? expectedBodyOf('call', responseBodyFor(parameters, cloud, { ...body }), reads)
        : expectedBodyOf('callError', body, errorReads),
    },
  })
}

/** Creates the interaction of a call that is not a fixture. Its provider state contains the expected part of the call. */
export function interactionOfCall(
  { name, callId, body }: { readonly name: string; readonly callId: string; readonly body: object },
  reads: readonly ReadPath[],
  { query = {}, cloud }: RequestOptions,
): Interaction {
  const parameters = toQueryParameters(query)
  const expected = expectedBodyOf('call', responseBodyFor(parameters, cloud, { ...body }), reads)
  return withTemplate(name, {
    state: { name: 'a call exists', parameters: { id: callId, call: expected } },
    callId,
    query: parameters,
    response: { status: 200, bodyType: 'call', body: expected },
  })
}

function withTemplate(name: string, content: Omit<RequestAndResponse, 'description'>): Interaction {
  const described = { description: descriptionOf(name), ...content }
  return { name, ...described, template: templateOf(described) }
}

/** Returns the description of the interaction with a name. */
export const descriptionOf = (name: string) => `a request for a call (${name})`
