import type { Parameter } from '../model/actions/action-definitions.ts'
import { actions, type NamedAction } from '../model/actions/index.ts'
import type { ValueType } from '../model/definitions.ts'
import type { JsonObject } from '../model/json.ts'
import { callResponse, errorStatuses, headerRefs } from './openapi-responses.ts'
import { type OpenApiVersion, referenceIn, valueSchema } from './openapi-schemas.ts'

/** Root paths of the API. `app` is the older name of `communications`. Source: Get call; traffic observed on beta. */
export const rootPaths = [
  { root: '/v1.0/communications', isBeta: false, suffix: '' },
  { root: '/beta/communications', isBeta: true, suffix: 'Beta' },
  { root: '/v1.0/app', isBeta: false, suffix: 'App' },
  { root: '/beta/app', isBeta: true, suffix: 'BetaApp' },
] as const

/** Returns the paths of every action in every version, each with its operations. */
export function pathsOf(version: OpenApiVersion): Readonly<Record<string, JsonObject>> {
  const paths: Record<string, JsonObject> = {}
  for (const { root, isBeta, suffix } of rootPaths) {
    for (const action of actions) {
      if (action.betaOnly && !isBeta) continue
      const path = root + action.path
      paths[path] = {
        ...(paths[path] ?? { parameters: idsIn(path) }),
        [action.method.toLowerCase()]: operation(action, suffix, version),
      }
    }
  }
  return paths
}

/** Returns the names of the types in requests and responses. */
export function typesOfActions(): readonly string[] {
  return actions.flatMap(({ parameters = {}, response }) => [
    ...Object.values(parameters).flatMap(({ type }) => referenceIn(type)),
    ...referenceIn(response.body),
  ])
}

const idDescriptions: Readonly<Record<string, string>> = { id: 'ID of the call.' }

function idsIn(path: string): readonly JsonObject[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => ({
    ...{ name, in: 'path', required: true, schema: { type: 'string' } },
    description: idDescriptions[name] ?? `ID of the ${name.replace(/Id$/, '')}.`,
  }))
}

function operation(action: NamedAction, suffix: string, version: OpenApiVersion): JsonObject {
  const { name, method, doc, origin, parameters, headers = [] } = action
  const names = [...(name === 'getCall' ? ['select', 'expand', 'prefer'] : []), 'clientRequestId']
  return {
    operationId: name + suffix,
    summary: doc.replace(/\.$/, ''),
    description: `${doc} Source: ${origin}.`,
    tags: ['calls'],
    parameters: [
      ...names.map((parameter) => ({ $ref: `#/components/parameters/${parameter}` })),
      ...headers.map((header) => ({
        name: header,
        in: 'header',
        required: true,
        schema: { type: 'string' },
      })),
    ],
    ...(parameters && { requestBody: requestBody(parameters, version) }),
    responses: {
      [action.response.status]: successResponse(action, version),
      ...Object.fromEntries(
        errorStatuses(method).map((status) => [status, { $ref: `#/components/responses/${status}` }]),
      ),
    },
  }
}

function requestBody(parameters: Readonly<Record<string, Parameter>>, version: OpenApiVersion): JsonObject {
  const required = Object.entries(parameters).flatMap(([name, each]) => (each.required ? [name] : []))
  return {
    required: required.length > 0,
    content: {
      'application/json': {
        schema: {
          type: 'object',
          ...(required.length > 0 && { required }),
          properties: Object.fromEntries(
            Object.entries(parameters).map(([name, each]) => [name, parameterSchema(each, version)]),
          ),
        },
      },
    },
  }
}

function parameterSchema(parameter: Parameter, version: OpenApiVersion): JsonObject {
  const { type, nullable, doc, minimum, maximum, minimumItems, maximumItems, maximumLength } = parameter
  const schema = valueSchema(parameter.ignoreCase ? { kind: 'string' } : type, nullable, version)
  // In version 3.0, tools ignore everything next to a reference.
  if ('$ref' in schema) return schema
  return {
    ...schema,
    description: doc,
    ...(minimum !== undefined && { minimum }),
    ...(maximum !== undefined && { maximum }),
    ...(minimumItems !== undefined && { minItems: minimumItems }),
    ...(maximumItems !== undefined && { maxItems: maximumItems }),
    ...(maximumLength !== undefined && { maxLength: maximumLength }),
  }
}

function successResponse({ name, doc, response }: NamedAction, version: OpenApiVersion): JsonObject {
  if (name === 'getCall') return callResponse
  const { body, isList } = response
  const description = `${doc.replace(/\.$/, '')}: the request was successful.`
  if (!body) return { description, headers: headerRefs(false) }
  const schema = isList ? listSchema(body, version) : valueSchema(body, false, version)
  return { description, headers: headerRefs(false), content: { 'application/json': { schema } } }
}

function listSchema(of: ValueType, version: OpenApiVersion): JsonObject {
  return {
    type: 'object',
    required: ['value'],
    properties: {
      '@odata.context': { type: 'string' },
      value: { type: 'array', items: valueSchema(of, false, version) },
    },
  }
}
