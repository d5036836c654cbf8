import { type FixtureName, fixtures } from '../../fixtures/index.ts'
import type { JsonObject } from '../../src/model/json.ts'
import { plainFormat } from '../../src/odata/payload-format.ts'
import type { GraphHost } from '../../src/tenant/hosts/graph-hosts.ts'
import { expectedBodyOf } from '../reads/expected-body.ts'
import type { ReadPath } from '../reads/read-paths.ts'
import type { InteractionAnnotations } from './annotations.ts'
import {
  type ApiVersion,
  type CallQuery,
  type CallRequest,
  queryParametersOf,
  responseBodyFor,
  toQueryParameters,
} from './call-query.ts'
import { checkElements, type Exact } from './exact.ts'
import { errorStateOf, existingCall } from './provider-states.ts'
import { type InteractionTemplate, type RequestAndResponse, templateOf } from './template.ts'

/** One interaction of a contract. */
export interface Interaction extends RequestAndResponse {
  /** Name of the fixture, or of the custom interaction. */
  readonly name: string
  readonly annotations: InteractionAnnotations
  readonly template: InteractionTemplate
}

/** Options of an interaction: its request, what is compared exactly, and its annotations. */
export interface InteractionSettings extends InteractionAnnotations {
  readonly query?: CallQuery | undefined
  readonly cloud?: GraphHost | undefined
  readonly headers?: Readonly<Record<string, string>> | undefined
  readonly version?: ApiVersion | undefined
  readonly exact?: Exact | undefined
}

/** Reads in an error body. Every consumer needs the code to decide what to do. */
const errorReads: readonly ReadPath[] = ['error.code']

/**
 * Creates the interaction of a fixture. If the settings have no query, the request uses the query of the fixture: the
 * response contains participants only if the request expands them.
 *
 * @param reads - paths that the consumer reads in a call
 */
export function interactionOf(
  fixtureName: FixtureName,
  reads: readonly ReadPath[],
  settings: InteractionSettings = {},
  name: string = fixtureName,
): Interaction {
  const fixture = fixtures[fixtureName]
  const { status, headers, body, request } = fixture
  const query = settings.query ? toQueryParameters(settings.query) : queryParametersOf(request.path)
  if (!('error' in body)) {
    const call = { callId: body.id, body: { ...body }, scenario: fixtureName }
    return callInteraction(name, call, reads, settings, query)
  }
  const state = errorStateOf(fixture)
  return withTemplate(name, settings, {
    state,
    callId: state.parameters.id,
    request: requestOf(settings, query),
    response: {
      status,
      contentType: plainFormat.contentType,
      retryAfter: headers['Retry-After'],
      bodyType: 'callError',
      body: expectedBodyOf('callError', body, errorReads),
    },
    exact: settings.exact,
  })
}

/** A call that is not a fixture. */
interface CustomCall {
  readonly name: string
  readonly callId: string
  readonly body: object
  /** True if the enums of the call may have members that this package does not know. */
  readonly unknownEnumMembers?: boolean | undefined
}

/** Creates the interaction of a call that is not a fixture. */
export function interactionOfCall(
  { name, body, ...call }: CustomCall,
  reads: readonly ReadPath[],
  settings: InteractionSettings,
): Interaction {
  const query = toQueryParameters(settings.query ?? {})
  return callInteraction(name, { ...call, body: { ...body } }, reads, settings, query)
}

interface ExampleCall extends Pick<CustomCall, 'callId' | 'unknownEnumMembers'> {
  readonly body: JsonObject
  /** Name of the fixture, if the call is one. */
  readonly scenario?: string
}

function callInteraction(
  name: string,
  { callId, body: call, scenario, unknownEnumMembers }: ExampleCall,
  reads: readonly ReadPath[],
  settings: InteractionSettings,
  query: CallRequest['query'],
): Interaction {
  const request = requestOf(settings, query)
  const { body, contentType } = responseBodyFor(request, settings.cloud, callId, call)
  const expected = expectedBodyOf('call', body, reads)
  checkElements(body, expected, settings.exact || [])
  // The format of the response is not part of the state.
  const plain = responseBodyFor(
    { ...request, headers: withoutAccept(request.headers) },
    settings.cloud,
    callId,
    call,
  )
  const { state, direction } = call
  const existing = { state, direction, ...Object(expectedBodyOf('call', plain.body, reads)) }
  return withTemplate(name, settings, {
    state: existingCall(callId, existing, { scenario, unknownEnumMembers }),
    callId,
    request,
    response: { status: 200, contentType, bodyType: 'call', body: expected },
    exact: settings.exact,
  })
}

function requestOf(
  { version = 'v1.0', headers = {} }: InteractionSettings,
  query: CallRequest['query'],
): CallRequest {
  return { version, query, headers }
}

function withoutAccept(headers: CallRequest['headers']): CallRequest['headers'] {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => name.toLowerCase() !== 'accept'))
}

function withTemplate(
  name: string,
  { description = descriptionOf(name), key, pending, testName, comments, references }: InteractionSettings,
  content: Omit<RequestAndResponse, 'description'>,
): Interaction {
  const described = { description, ...content }
  const annotations = { key, pending, testName, comments, references }
  return { name, ...described, annotations, template: templateOf(described) }
}

/** Returns the description of the interaction with a name, if it has none of its own. */
const descriptionOf = (name: string) => `a request for a call (${name})`
