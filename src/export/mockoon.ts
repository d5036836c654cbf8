import type { JsonObject } from '../model/json.ts'
import { allExchanges, type Exchange, exchangeOf } from './exchanges.ts'
import { stableUuid } from './stable-uuid.ts'

/**
 * Returns an environment for Mockoon: one route for calls, with a response for each fixture that is chosen by the id.
 *
 * Source: Mockoon, environment files (version 33 of their format).
 */
export function mockoonEnvironment(): JsonObject {
  const notFound = exchangeOf('call-not-found')
  const anonymous = exchangeOf('access-token-empty')
  const exchanges = allExchanges().filter(({ hasToken }) => hasToken)
  const routes = [
    route('get', 'Returns a call', [
      responseOf({ ...notFound, name: 'other calls' }, [], true),
      responseOf(anonymous, withoutToken, false),
      ...exchanges.map((exchange) => responseOf(exchange, rulesOf(exchange), false)),
    ]),
    route('delete', 'Ends a call', [
      responseOf({ ...notFound, name: 'other calls to end' }, [], true),
      responseOf({ ...anonymous, name: 'end without a token' }, withoutToken, false),
      ...exchanges.filter(({ body: { state } }) => state !== undefined && state !== 'terminated').map(endOf),
    ]),
  ]
  return {
    uuid: stableUuid('environment'),
    lastMigration: 33,
    name: 'Microsoft Graph calls',
    endpointPrefix: 'v1.0',
    latency: 0,
    port: 3000,
    hostname: '127.0.0.1',
    folders: [],
    routes,
    rootChildren: routes.map(({ uuid }) => ({ type: 'route', uuid })),
    proxyMode: false,
    proxyHost: '',
    proxyRemovePrefix: false,
    tlsOptions: {
      enabled: false,
      type: 'CERT',
      pfxPath: '',
      certPath: '',
      keyPath: '',
      caPath: '',
      passphrase: '',
    },
    cors: true,
    headers: [],
    proxyReqHeaders: [],
    proxyResHeaders: [],
    data: [],
    callbacks: [],
  }
}

interface Route extends JsonObject {
  readonly uuid: string
}

function route(method: string, documentation: string, responses: readonly JsonObject[]): Route {
  return {
    uuid: stableUuid(`route ${method}`),
    ...{ type: 'http', documentation, method, endpoint: 'communications/calls/:id', responses },
    ...{ responseMode: null, streamingMode: null, streamingInterval: 0 },
  }
}

/** A response with rules comes before the default response. All rules must hold. */
function rulesOf({ callId, query }: Exchange): readonly JsonObject[] {
  return [
    rule('params', 'id', callId),
    ...Object.entries(query).map(([name, value]) => rule('query', name, value)),
  ]
}

/** Comes before the calls. */
const withoutToken = [{ ...rule('header', 'Authorization', ''), operator: 'null' }]

/** Response to DELETE. Mockoon keeps no state, so GET still returns the call. */
function endOf(exchange: Exchange): JsonObject {
  const { name, callId } = exchange
  const response = responseOf({ ...exchange, name: `end ${name}` }, [rule('params', 'id', callId)], false)
  return { ...response, body: '', statusCode: 204, headers: [] }
}

function rule(target: string, modifier: string, value: string): JsonObject {
  return { target, modifier, value, invert: false, operator: 'equals' }
}

function responseOf(exchange: Exchange, rules: readonly JsonObject[], isDefault: boolean): JsonObject {
  const { name, title, status, headers, body } = exchange
  return {
    uuid: stableUuid(`response ${name}`),
    body: JSON.stringify(body, null, 2),
    ...{ latency: 0, statusCode: status, label: isDefault ? name : `${name}: ${title}` },
    headers: Object.entries(headers).map(([key, value]) => ({ key, value })),
    ...{ bodyType: 'INLINE', filePath: '', databucketID: '', sendFileAsBody: false },
    ...{ rules, rulesOperator: 'AND', disableTemplating: true, fallbackTo404: false },
    ...{ default: isDefault, crudKey: 'id', callbacks: [] },
  }
}
