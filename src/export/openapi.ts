import type { JsonObject } from '../model/json.ts'
import type { OptionKinds } from '../model/known-options.ts'
import { checkOptions } from '../read/check-options.ts'
import { invalidValue } from '../read/invalid-value.ts'
import { pathsOf, typesOfActions } from './openapi-paths.ts'
import { errorResponses } from './openapi-responses.ts'
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
    throw invalidValue('version', version, "'3.0' or '3.1'")
  }
  return {
    openapi: specifications[version],
    info: {
      title: 'Microsoft Graph calls',
      contact: { name: 'graph-call-testkit' },
      version: 'v1.0',
      description:
        'Requests of a calling bot to the Microsoft Graph cloud communications API, as far as documentation, metadata and reports describe them. Not published by Microsoft.',
    },
    servers: [{ url: 'https://graph.microsoft.com', description: 'Global cloud' }],
    tags: [{ name: 'calls', description: 'Calls of a bot.' }],
    security: [{ bearer: [] }],
    paths: pathsOf(version),
    components: {
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer', description: 'Access token of the bot.' },
      },
      parameters,
      headers,
      responses: errorResponses(),
      schemas: schemasOf(['callError', ...typesOfActions()], version),
    },
  }
}

const parameters: JsonObject = {
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
