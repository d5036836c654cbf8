import type { JsonObject } from '../../src/model/json.ts'
import type { Call } from '../../src/model/types.generated.ts'
import { applyQuery } from '../../src/odata/apply-query.ts'
import { contextUrl } from '../../src/odata/context-url.ts'
import type { NavigationProperty } from '../../src/odata/expand-clause.ts'
import { readQuery } from '../../src/odata/query.ts'
import { type GraphHost, graphHostOf } from '../../src/tenant/hosts/graph-hosts.ts'

/**
 * Query options of a request for a call: those that OData defines for a single entity.
 *
 * @example
 * ```ts
 * import type { CallQuery } from 'graph-call-testkit/contracts'
 *
 * const query: CallQuery = { $select: ['id', 'state'], $expand: ['participants($select=id)'] }
 * ```
 * Source: OData 4.01 URL Conventions, 5.1.
 */
export interface CallQuery {
  /** Properties in the response. Defaults to all except navigation properties. */
  readonly $select?: readonly (keyof Call)[] | undefined
  /** Navigation properties in the response, each with an optional `$select` of its own: `participants($select=id)`. */
  readonly $expand?: readonly (NavigationProperty | `${NavigationProperty}($select=${string})`)[] | undefined
}

/** Query parameters by name, as they are sent. */
export type QueryParameters = Readonly<Record<string, string>>

/** Formats a query as query parameters. */
export function toQueryParameters(query: CallQuery): QueryParameters {
  return Object.fromEntries(
    Object.entries(query).flatMap(([option, names]) => (names ? [[option, String(names)]] : [])),
  )
}

/** Returns the query parameters of a path. */
export function queryParametersOf(path: string): QueryParameters {
  const [, text] = path.split('?')
  return Object.fromEntries(new URLSearchParams(text))
}

/**
 * Returns the body with which the service responds to a query for a call: with selected properties, with related entities
 * if they are expanded, and with the `@odata.context` of the cloud.
 *
 * @throws {@link QueryError} if the service rejects the query
 */
export function responseBodyFor(
  parameters: QueryParameters,
  cloud: GraphHost | undefined,
  call: JsonObject,
): JsonObject {
  const text = new URLSearchParams(parameters).toString()
  const query = readQuery(text && `?${text}`, call)
  const { '@odata.context': context } = call
  const service = `https://${cloud ?? hostIn(context)}/v1.0`
  const body = applyQuery(call, query, `${service}/communications/calls`)
  if (typeof context !== 'string') return body
  return { ...body, '@odata.context': contextUrl(`${service}/$metadata#communications/calls`, query) }
}

function hostIn(context: unknown): string {
  return graphHostOf(URL.canParse(String(context)) ? new URL(String(context)).hostname : '')
}
