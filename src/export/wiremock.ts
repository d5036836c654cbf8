import { hungUpByBot } from '../lifecycle/end-reasons.ts'
import type { JsonObject } from '../model/json.ts'
import {
  allExchanges,
  changingCall,
  changingCallId,
  changingStates,
  type Exchange,
  exchangeOf,
} from './exchanges.ts'

/** First state of every scenario of WireMock. */
const started = 'Started'
/** The next GET returns the call as terminated. */
const ended = 'ended'
const gone = 'gone'
const anyCall = '/v1\\.0/communications/calls/[^/]+'

/** Source: RFC 6750, 2.1. */
const bearer = { Authorization: { matches: '(?i)bearer +\\S+ *' } }

/**
 * Returns mappings for WireMock: the fixtures, whose calls DELETE ends, a call that changes its state with each GET, 404 for
 * other calls, and 401 without a token. A call that was ended is returned once more, as the tenant does.
 *
 * Source: WireMock, stub mappings and stateful behavior.
 */
export function wireMockMappings(): JsonObject {
  return {
    mappings: [
      ...allExchanges()
        .filter(({ hasToken }) => hasToken)
        .flatMap((exchange) => (exchange.status === 200 ? callMappings(exchange) : [errorMapping(exchange)])),
      ...changingMappings(),
      {
        ...{ name: 'a call that does not exist', priority: 9 },
        request: { method: 'ANY', urlPathPattern: anyCall, headers: bearer },
        response: responseOf(exchangeOf('call-not-found')),
      },
      {
        ...{ name: 'a request without a token', priority: 10 },
        request: { method: 'ANY', urlPathPattern: anyCall },
        response: responseOf(exchangeOf('access-token-empty')),
      },
    ],
  }
}

function errorMapping({ name, title, callId, query, ...response }: Exchange): JsonObject {
  return {
    name: `${name}: ${title}`,
    request: requestFor('GET', callId, query),
    response: responseOf(response),
  }
}

function callMappings(exchange: Exchange): readonly JsonObject[] {
  const { name, title, callId, status, headers } = exchange
  const { state } = exchange.body
  const canBeEnded = state !== 'terminated'
  const scenario = canBeEnded ? inState(name, started) : {}
  return [
    ...variantsOf(exchange).flatMap(({ variant, query, body }) => {
      const request = requestFor('GET', callId, query)
      const mapping = { ...scenario, request, response: responseOf({ status, headers, body }) }
      return [
        { name: `${name}: ${title}${variant}`, ...mapping },
        ...(canBeEnded ? [endedMapping(name, request, { status, headers, body })] : []),
      ]
    }),
    ...(canBeEnded ? endings(exchange, name, [started]) : []),
  ]
}

/** A call without and, if the fixture has it, with `$expand`. */
function variantsOf({ query, body }: Exchange) {
  const { $expand } = query
  if ($expand === undefined) return [{ variant: '', query: {}, body }]
  const expanded = $expand.split(',')
  const others = Object.entries(body).filter(([key]) => !expanded.includes(key))
  return [
    { variant: '', query, body },
    { variant: ', without $expand', query: { $expand: undefined }, body: Object.fromEntries(others) },
  ]
}

/** A call whose state changes with each GET. */
function changingMappings(): readonly JsonObject[] {
  const scenario = 'a call that changes'
  const exchange = { ...exchangeOf('peer-to-peer'), callId: changingCallId }
  const request = requestFor('GET', changingCallId, {})
  const states = [started, ...changingStates.slice(1), gone]
  return [
    ...changingStates.map((state, index) => ({
      name: `${scenario}: ${state}`,
      ...inState(scenario, states[index], states[index + 1]),
      request,
      response: responseOf({ ...exchange, body: changingCall(state) }),
    })),
    ...endings(exchange, scenario, states.slice(0, -1)),
    endedMapping(scenario, request, { ...exchange, body: changingCall('established') }),
  ]
}

/** DELETE in each state that a call can be ended in. */
function endings(
  { callId, headers }: Exchange,
  scenario: string,
  states: readonly string[],
): readonly JsonObject[] {
  const { 'Content-Type': _, ...withoutType } = headers
  return states.map((state) => ({
    ...{ name: `${scenario}: ended by the bot`, ...inState(scenario, state, ended) },
    request: requestFor('DELETE', callId, {}),
    response: { status: 204, headers: withoutType },
  }))
}

/** The call after DELETE. The GET after this one gets 404. */
function endedMapping(scenario: string, request: JsonObject, response: Response): JsonObject {
  const resultInfo = { '@odata.type': '#microsoft.graph.resultInfo', ...hungUpByBot }
  return {
    ...{ name: `${scenario}: after its end`, ...inState(scenario, ended, gone), request },
    response: responseOf({ ...response, body: { ...response.body, state: 'terminated', resultInfo } }),
  }
}

function inState(
  scenarioName: string,
  requiredScenarioState = started,
  newScenarioState?: string,
): JsonObject {
  return { scenarioName, requiredScenarioState, ...(newScenarioState !== undefined && { newScenarioState }) }
}

/** Request with a token. A parameter without a value must be absent. */
function requestFor(
  method: string,
  id: string,
  query: Readonly<Record<string, string | undefined>>,
): JsonObject {
  const parameters = Object.entries(query).map(([key, value]) => [
    key,
    value === undefined ? { absent: true } : { equalTo: value },
  ])
  return {
    ...{ method, urlPath: `/v1.0/communications/calls/${id}`, headers: bearer },
    ...(parameters.length > 0 && { queryParameters: Object.fromEntries(parameters) }),
  }
}

type Response = Pick<Exchange, 'status' | 'headers' | 'body'>

function responseOf({ status, headers, body }: Response): JsonObject {
  return { status, headers, jsonBody: body }
}
