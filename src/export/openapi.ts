import { fixtures } from '../../fixtures/index.ts'
import { callEndpoints, callPaths, type Endpoint } from '../model/endpoints.ts'
import type { JsonObject } from '../model/json.ts'
import type { OptionKinds } from '../model/known-options.ts'
import { checkOptions } from '../read/check-options.ts'
import { describeValue } from '../read/describe-value.ts'
import { type OpenApiVersion, schemasOf } from './openapi-schemas.ts'

/**
 * Options of {@link openApi}.
 *
 * @example
 * ```ts
 * import { openApi, type OpenApiOptions } from 'graph-call-testkit/export'
 *
 * const options: OpenApiOptions = { version: '3.1' }
 * openApi(options).openapi // '3.1.0'
 * ```
 * Source: OpenAPI Specification 3.0.3 and 3.1.0.
 */
export interface OpenApiOptions {
  /** Version of the OpenAPI Specification. Defaults to `3.0`, which most tools read. */
  readonly version?: OpenApiVersion | undefined
}

/**
 * OpenAPI document that {@link openApi} returns.
 *
 * @example
 * ```ts
 * import { openApi, type OpenApiDocument } from 'graph-call-testkit/export'
 *
 * const pathsOf = ({ paths }: OpenApiDocument) => Object.keys(paths)
 * pathsOf(openApi()) // ['/v1.0/communications/calls/{id}', ...]
 * ```
 * Source: OpenAPI Specification 3.0.3 and 3.1.0.
 */
export interface OpenApiDocument {
  /** Version of the OpenAPI Specification, for example `3.0.3`. */
  readonly openapi: string
  /** Title and description of the API. */
  readonly info: JsonObject
  /** Root URL of the service. */
  readonly servers: readonly JsonObject[]
  /** Tag of all operations. */
  readonly tags: readonly JsonObject[]
  /** Authentication of all operations: a bearer token. */
  readonly security: readonly JsonObject[]
  /** Operations by path and method. */
  readonly paths: Readonly<Record<string, JsonObject>>
  /** Parameters, headers, error responses by status code, and schemas. */
  readonly components: {
    readonly securitySchemes: JsonObject
    readonly parameters: JsonObject
    readonly headers: JsonObject
    readonly responses: JsonObject
    /** Schemas by the name of the type, such as `call`. */
    readonly schemas: JsonObject
  }
}

const specifications = { '3.0': '3.0.3', '3.1': '3.1.0' } as const

/**
 * Returns an OpenAPI description of the requests to which the virtual tenant responds. Its schemas accept what the tolerant
 * schema accepts.
 *
 * It differs from Microsoft's own description, so that tools can compare pacts with it: the version is in the paths, each
 * status code has an entry of its own, and each schema declares `@odata.type` and the properties of derived types.
 *
 * @returns a new document, as JSON
 * @throws TypeError if the version is unknown
 * @example
 * ```ts
 * import { writeFileSync } from 'node:fs'
 * import { openApi } from 'graph-call-testkit/export'
 *
 * writeFileSync('openapi.json', JSON.stringify(openApi(), null, 2))
 * ```
 * Sources: the model; the fixtures, as examples.
 */
export function openApi(options: OpenApiOptions = {}): OpenApiDocument {
  checkOptions('openApi', options, { version: 'checked' } satisfies OptionKinds<OpenApiOptions>)
  const { version = '3.0' } = options
  if (!Object.hasOwn(specifications, version)) {
    throw new TypeError(`Invalid version: ${describeValue(version)}. Expected '3.0' or '3.1'.`)
  }
  return {
    openapi: specifications[version],
    info: {
      title: 'Microsoft Graph calls',
      version: 'v1.0',
      description:
        'Requests for one call of the Microsoft Graph cloud communications API, as far as documentation, metadata and reports describe them. Not published by Microsoft.',
    },
    servers: [{ url: 'https://graph.microsoft.com', description: 'Global cloud' }],
    tags: [{ name: 'calls', description: 'Calls of a bot.' }],
    security: [{ bearer: [] }],
    paths: Object.fromEntries(callPaths.map((root) => [root.path, pathItem(root)])),
    components: {
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer', description: 'Access token of the bot.' },
      },
      parameters,
      headers,
      responses: errorResponses(),
      schemas: schemasOf(['call', 'callError'], version),
    },
  }
}

function pathItem({ version, namespace }: (typeof callPaths)[number]): JsonObject {
  const suffix = [version === 'beta' && 'Beta', namespace === 'app' && 'App'].filter(Boolean).join('')
  return {
    parameters: [{ $ref: '#/components/parameters/id' }],
    ...Object.fromEntries(
      callEndpoints.map((endpoint) => [endpoint.method.toLowerCase(), operation(endpoint, suffix)]),
    ),
  }
}

function operation({ name, doc, origin, status, errors, query }: Endpoint, suffix: string): JsonObject {
  const names = [...(query ? ['select', 'expand', 'prefer'] : []), 'clientRequestId']
  return {
    operationId: `${name}${suffix}`,
    summary: doc.replace(/\.$/, ''),
    description: `${doc} Source: ${origin}.`,
    tags: ['calls'],
    parameters: names.map((parameter) => ({ $ref: `#/components/parameters/${parameter}` })),
    responses: {
      [status]: status === 200 ? callResponse : { description: 'The call ends.', headers: headerRefs(false) },
      ...Object.fromEntries(errors.map((error) => [error, { $ref: `#/components/responses/${error}` }])),
    },
  }
}

const parameters: JsonObject = {
  id: {
    name: 'id',
    in: 'path',
    required: true,
    description: 'ID of the call.',
    schema: { type: 'string' },
  },
  select: {
    name: '$select',
    in: 'query',
    description: 'Properties to return.',
    style: 'form',
    explode: false,
    schema: { type: 'array', items: { type: 'string' } },
    example: ['id', 'state'],
  },
  expand: {
    name: '$expand',
    in: 'query',
    description: 'Related entities to return, each with an optional `$select` in parentheses.',
    style: 'form',
    explode: false,
    schema: { type: 'array', items: { type: 'string' } },
    example: ['participants'],
  },
  prefer: {
    name: 'Prefer',
    in: 'header',
    description: '`include-unknown-enum-members` returns enum members that older clients do not know.',
    schema: { type: 'string' },
  },
  clientRequestId: {
    name: 'client-request-id',
    in: 'header',
    description: 'ID that the client gives its request. The response repeats it.',
    schema: { type: 'string' },
  },
}

const headers: JsonObject = {
  'request-id': { description: 'ID that the service gives the request.', schema: { type: 'string' } },
  'client-request-id': { description: 'ID that the client gave the request.', schema: { type: 'string' } },
  'Retry-After': {
    description: 'Time in seconds until the next attempt. The service has sent fractions.',
    schema: { type: 'string' },
  },
}

/** Error responses that can have `Retry-After`. Source: Graph throttling guidance; the error fixtures. */
const retryStatuses: readonly number[] = [429, 503, 504]

/** Error responses that a proxy in front of the service sends as HTML. */
const proxyStatuses: readonly number[] = [502, 503, 504]

function headerRefs(retry: boolean): JsonObject {
  const names = ['request-id', 'client-request-id', ...(retry ? ['Retry-After'] : [])]
  return Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }]))
}

const callResponse: JsonObject = {
  description: 'The call.',
  headers: headerRefs(false),
  content: {
    'application/json': {
      schema: { $ref: '#/components/schemas/call' },
      examples: examplesOf(({ status, provenance }) => status === 200 && provenance === 'documented'),
    },
  },
}

function errorResponses(): JsonObject {
  const statuses = [...new Set(callEndpoints.flatMap(({ errors }) => errors))].toSorted()
  return Object.fromEntries(statuses.map((status) => [status, errorResponse(status)]))
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
