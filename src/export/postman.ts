import { actions, type NamedAction } from '../model/actions/index.ts'
import type { JsonObject } from '../model/json.ts'
import { allExchanges, type Exchange } from './exchanges.ts'
import { stableUuid } from './stable-uuid.ts'

/**
 * Returns a Postman collection: a request for each fixture, with its response as an example and a test of the status, and a
 * request for each action. The variables `baseUrl` and `token` choose the server.
 *
 * Source: Postman Collection Format v2.1.0.
 */
export function postmanCollection(): JsonObject {
  return {
    info: {
      _postman_id: stableUuid('collection'),
      name: 'Microsoft Graph calls',
      description:
        'Requests of a calling bot, with the responses of graph-call-testkit. Not published by Microsoft.',
      schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json',
    },
    variable: [
      { key: 'baseUrl', value: 'http://127.0.0.1:8080' },
      { key: 'token', value: 'an-invented-token' },
    ],
    auth: { type: 'bearer', bearer: [{ key: 'token', value: '{{token}}', type: 'string' }] },
    item: [
      { name: 'Calls', item: allExchanges().map(itemOf) },
      { name: 'Actions', item: actions.filter(({ betaOnly }) => !betaOnly).map(itemOfAction) },
    ],
  }
}

function itemOf({ name, title, path, query, hasToken, status, headers, body }: Exchange): JsonObject {
  const request = requestOf('GET', path, query, hasToken)
  return {
    name: `${name}: ${title}`,
    request,
    response: [
      {
        name: title,
        originalRequest: request,
        code: status,
        status: String(status),
        _postman_previewlanguage: 'json',
        header: Object.entries(headers).map(([key, value]) => ({ key, value })),
        body: JSON.stringify(body, null, 2),
      },
    ],
    ...(status === 200 && {
      event: [
        {
          listen: 'test',
          script: {
            type: 'text/javascript',
            exec: [`pm.test('${name}', () => pm.expect(pm.response.code).to.equal(${status}))`],
          },
        },
      ],
    }),
  }
}

function itemOfAction({ name, method, path, doc, parameters }: NamedAction): JsonObject {
  const pathname = `/v1.0/communications${path.replace(/\{(\w+)\}/g, ':$1')}`
  const body = Object.fromEntries(Object.keys(parameters ?? {}).map((parameter) => [parameter, null]))
  return {
    name,
    request: {
      ...requestOf(method, pathname, {}, true),
      description: doc,
      ...(parameters && {
        body: { mode: 'raw', raw: JSON.stringify(body, null, 2), options: { raw: { language: 'json' } } },
      }),
    },
    response: [],
  }
}

function requestOf(method: string, path: string, query: Exchange['query'], hasToken: boolean): JsonObject {
  const segments = (path.split('?')[0] ?? '').split('/').slice(1)
  const parameters = Object.entries(query).map(([key, value]) => ({ key, value }))
  return {
    method,
    header: [{ key: 'Accept', value: 'application/json' }],
    ...(!hasToken && { auth: { type: 'noauth' } }),
    url: {
      raw: `{{baseUrl}}${path}`,
      host: ['{{baseUrl}}'],
      path: segments,
      ...(parameters.length > 0 && { query: parameters }),
    },
  }
}
