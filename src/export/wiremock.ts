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
const ended = 'ended'
const anyCall = '/(v1.0|beta)/(communications|app)/calls/[^/]+'
const bearer = { Authorization: { matches: 'Bearer .+' } }

/**
 * Returns mappings for WireMock: the fixtures, whose calls DELETE ends, a call that changes its state with each GET, 401
 * without a token, and 404 for other calls.
 *
 * Source: WireMock, stub mappings and stateful behavior.
 */
export function wireMockMappings(): JsonObject {
  const notFound = exchangeOf('call-not-found')
  const anonymous = exchangeOf('access-token-empty')
  return {
    mappings: [
      ...allExchanges()
        .filter(({ hasToken }) => hasToken)
        .flatMap((exchange) => mappingsOf(exchange, notFound)),
      ...changingMappings(notFound),
      {
        ...{ name: 'a request without a token', priority: 1 },
        request: { urlPathPattern: anyCall, method: 'ANY', headers: { Authorization: { absent: true } } },
        response: responseOf(anonymous),
      },
      {
        ...{ name: 'a call that does not exist', priority: 9 },
        request: { urlPathPattern: anyCall, method: 'ANY', headers: bearer },
        response: responseOf(notFound),
      },
    ],
  }
}

function mappingsOf(exchange: Exchange, notFound: Exchange): readonly JsonObject[] {
  const { name, title, pathname, query, status } = exchange
  const request = {
    ...{ method: 'GET', urlPath: pathname, headers: bearer },
    ...(Object.keys(query).length > 0 && {
      queryParameters: Object.fromEntries(
        Object.entries(query).map(([key, value]) => [key, { equalTo: value }]),
      ),
    }),
  }
  const response = responseOf(exchange)
  if (status !== 200) return [{ name: `${name}: ${title}`, request, response }]
  const gone = { method: 'GET', urlPath: pathname, headers: bearer }
  return [
    { name: `${name}: ${title}`, ...inState(name, started), request, response },
    ...endings(name, pathname, [started]),
    {
      name: `${name}: after its end`,
      ...inState(name, ended),
      request: gone,
      response: responseOf(notFound),
    },
  ]
}

/** A call whose state changes with each GET. */
function changingMappings(notFound: Exchange): readonly JsonObject[] {
  const urlPath = `/v1.0/communications/calls/${changingCallId}`
  const request = { method: 'GET', urlPath, headers: bearer }
  const headers = { 'Content-Type': 'application/json' }
  const states = [started, ...changingStates.slice(1), ended]
  return [
    ...changingStates.map((state, index) => ({
      ...{ name: `a call that changes: ${state}`, ...inState('changing', states[index], states[index + 1]) },
      request,
      response: { status: 200, headers, jsonBody: changingCall(state) },
    })),
    ...endings('changing', urlPath, states.slice(0, -1)),
    {
      name: 'a call that changes: after its end',
      ...inState('changing', ended),
      request,
      response: responseOf(notFound),
    },
  ]
}

/** DELETE in each state that a call can be ended in. */
function endings(scenario: string, urlPath: string, states: readonly string[]): readonly JsonObject[] {
  return states.map((state) => ({
    ...{ name: `${scenario}: ended by the bot`, ...inState(scenario, state, ended) },
    request: { method: 'DELETE', urlPath, headers: bearer },
    response: { status: 204 },
  }))
}

function inState(
  scenarioName: string,
  requiredScenarioState = started,
  newScenarioState?: string,
): JsonObject {
  return { scenarioName, requiredScenarioState, ...(newScenarioState !== undefined && { newScenarioState }) }
}

function responseOf({ status, headers, body }: Exchange): JsonObject {
  return { status, headers, jsonBody: body }
}
