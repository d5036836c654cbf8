import type { JsonObject } from '../model/json.ts'
import {
  allExchanges,
  changingCall,
  changingCallId,
  changingStates,
  type Exchange,
  exchangeOf,
} from './exchanges.ts'

const graph = 'https://graph.microsoft.com'
const json = { 'Content-Type': 'application/json' }

/**
 * Returns a mock file for Microsoft Dev Proxy (MockResponsePlugin): the fixtures, and a call that changes its state with each
 * request.
 *
 * Source: Dev Proxy, MockResponsePlugin, and its schema of mock files.
 */
export function devProxyMocks(): JsonObject {
  const changing = changingStates.map((state, index) =>
    mock(`${graph}/v1.0/communications/calls/${changingCallId}`, 200, json, changingCall(state), index + 1),
  )
  const { status, headers, body } = exchangeOf('call-not-found')
  return {
    $schema:
      'https://raw.githubusercontent.com/dotnet/dev-proxy/main/schemas/v1.0.0/mockresponseplugin.mocksfile.schema.json',
    mocks: [
      ...allExchanges().map((exchange) => mockOf(exchange)),
      ...changing,
      // The first mock that matches is used, so this one is for all other calls.
      mock(`${graph}/v1.0/communications/calls/*`, status, headers, body),
    ],
  }
}

function mockOf({ path, status, headers, body }: Exchange): JsonObject {
  return mock(`${graph}${path}`, status, headers, body)
}

function mock(
  url: string,
  statusCode: number,
  headers: Exchange['headers'],
  body: JsonObject,
  nth?: number,
): JsonObject {
  return {
    request: { url, method: 'GET', ...(nth !== undefined && { nth }) },
    response: {
      statusCode,
      headers: Object.entries(headers).map(([name, value]) => ({ name, value })),
      body,
    },
  }
}
