import { fixtures } from '../../fixtures/index.ts'
import type { JsonObject } from '../model/json.ts'

/**
 * Returns the status codes of the error responses to a method. 406 is for an `Accept` header without JSON, and 502 is a proxy in
 * front of the service.
 *
 * Source: the error fixtures.
 */
export function errorStatuses(method: string): readonly number[] {
  const statuses = [400, 401, 403, 404, 406, 409, 412, 429, 500, 502, 503, 504]
  return method === 'GET' ? statuses : statuses.filter((status) => status !== 406)
}

/** Error responses that can have `Retry-After`. Source: Graph throttling guidance; the error fixtures. */
const retryStatuses: readonly number[] = [429, 503, 504]

/** Error responses that a proxy in front of the service sends as HTML. */
const proxyStatuses: readonly number[] = [502, 503, 504]

export function headerRefs(retry: boolean): JsonObject {
  const names = ['request-id', 'client-request-id', ...(retry ? ['Retry-After'] : [])]
  return Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }]))
}

export const callResponse: JsonObject = {
  description: 'The call.',
  headers: headerRefs(false),
  content: {
    'application/json': {
      schema: { $ref: '#/components/schemas/call' },
      examples: examplesOf(({ status, provenance }) => status === 200 && provenance === 'documented'),
    },
  },
}

export function errorResponses(): JsonObject {
  return Object.fromEntries(errorStatuses('GET').map((status) => [status, errorResponse(status)]))
}

function errorResponse(status: number): JsonObject {
  return {
    description: `Error ${status}.`,
    headers: headerRefs(retryStatuses.includes(status)),
    content: {
      ...(status !== 502 && {
        'application/json': {
          schema: { $ref: '#/components/schemas/callError' },
          examples: examplesOf((fixture) => fixture.status === status),
        },
      }),
      ...(proxyStatuses.includes(status) && { 'text/html': { schema: { type: 'string' } } }),
    },
  }
}

type AnyFixture = (typeof fixtures)[keyof typeof fixtures]

function examplesOf(applies: (fixture: AnyFixture) => boolean): JsonObject {
  return Object.fromEntries(
    Object.values(fixtures)
      .filter(applies)
      .map(({ name, title, body }) => [name, { summary: title, value: JSON.parse(JSON.stringify(body)) }]),
  )
}
