import { isJsonObject, type JsonObject } from '../../src/model/json.ts'
import type { PactInteraction } from '../pact-file/pact-file.ts'
import type { Finding } from './verification.ts'

/** Result of `@pactflow/openapi-pact-comparator`. */
export interface ComparatorResult {
  readonly type: 'error' | 'warning'
  /** Kind of difference, for example `response.body.incompatible`. */
  readonly code: string
  readonly message: string
  /** Value in the pact, and its location: `[root].interactions[2].response.body.state`. */
  readonly mockDetails?: { readonly location: string; readonly value?: unknown }
  /** Part of the OpenAPI document. */
  readonly specDetails?: { readonly location: string; readonly value?: unknown }
}

type Exchange = Pick<PactInteraction, 'request' | 'response'>

/** Advice for a document that cannot describe the interaction at all. */
const useOurs = 'Or compare with the document of "graph-call-testkit export openapi".'

/**
 * Explains a difference between a pact and an OpenAPI document. The comparator names rules of JSON Schema and gives no
 * reasons, which are often the same three: Graph's own description has the version in `servers`, ranges of status codes, and
 * no `@odata.type`.
 */
export function comparatorFinding(
  { code, message, mockDetails, specDetails }: ComparatorResult,
  document: JsonObject,
  exchange: Exchange,
): Finding {
  const path = pathIn(mockDetails?.location ?? '')
  if (code === 'request.path-or-method.unknown') return unknownPath(document, exchange)
  if (code === 'response.status.unknown') return unknownStatus(specDetails?.value, exchange)
  const [, property] = /must NOT have additional properties - (.+)$/.exec(message) ?? []
  if (property !== undefined) return undeclared([path, property].filter(Boolean).join('.'), property)
  if (code === 'response.body.unknown') {
    const expected = `a schema for the body of status ${exchange.response.status}`
    return finding(
      'response',
      '',
      expected,
      'none',
      `The document declares no body for this status. ${useOurs}`,
    )
  }
  return {
    where: code.startsWith('request') ? 'request' : 'response',
    against: 'openapi',
    path,
    expected: expectedBy(specDetails?.value),
    actual: JSON.stringify(mockDetails?.value) ?? 'nothing',
    message: `${message.replace(/^.*in the spec file: /, '')} (${code})`,
  }
}

function unknownPath({ paths: declared }: JsonObject, { request }: Exchange): Finding {
  const paths = Object.keys(Object(declared))
  const [, withoutVersion = ''] = /^\/(?:v1\.0|beta)(\/.*)$/.exec(request.path) ?? []
  const isServed = paths.some((path) => withoutVersion && fits(path, withoutVersion))
  const advice = isServed
    ? 'The document has the version in "servers", which the comparator ignores. Add it to the paths.'
    : `The document has ${paths.length} ${paths.length === 1 ? 'path' : 'paths'}, but not this one with this method.`
  return finding(
    'request',
    'path',
    'a path of the document',
    `${request.method} ${request.path}`,
    `${advice} ${useOurs}`,
  )
}

/** True if a path with parameters, such as `/communications/calls/{id}`, fits a path. */
function fits(template: string, path: string): boolean {
  const segments = path.split('/')
  const parts = template.split('/')
  return (
    parts.length === segments.length && parts.every((part, i) => part === segments[i] || part.startsWith('{'))
  )
}

function unknownStatus(responses: unknown, { response }: Exchange): Finding {
  const declared = isJsonObject(responses) ? Object.keys(responses).join(', ') : 'none'
  return finding(
    'response',
    'status',
    `one of the declared status codes: ${declared}`,
    String(response.status),
    `Add the status code to the document. ${useOurs}`,
  )
}

function undeclared(path: string, property: string): Finding {
  const advice = property.startsWith('@odata.')
    ? `Graph's own description leaves out ${property}, although the service sends it. Declare it in the schema.`
    : 'The schema has no such property: check its name, and the schemas of derived types, which a schema with allOf does not contain.'
  return finding('response', path, 'a property of the schema', property, `${advice} ${useOurs}`)
}

function finding(
  where: Finding['where'],
  path: string,
  expected: string,
  actual: string,
  message: string,
): Finding {
  return { where, against: 'openapi', path, expected, actual, message }
}

function expectedBy(value: unknown): string {
  return value === undefined
    ? 'what the document declares'
    : (JSON.stringify(value) ?? String(value)).slice(0, 200)
}

/** Returns the path in the request or the response: `[root].interactions[2].response.body.state` is `state`. */
function pathIn(location: string): string {
  return location.replace(/^\[root\]\.interactions\[\d+\]\.(request|response)\.?/, '').replace(/^body\.?/, '')
}
