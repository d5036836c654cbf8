import type { JsonObject } from '../../src/model/json.ts'
import type { Call } from '../../src/model/types.generated.ts'
import { applyQuery } from '../../src/odata/apply-query.ts'
import { contextUrl } from '../../src/odata/context-url.ts'
import type { NavigationProperty } from '../../src/odata/expand-clause.ts'
import { readQuery } from '../../src/odata/query.ts'
import { type GraphHost, graphHostOf } from '../../src/tenant/hosts/graph-hosts.ts'

/** The query of the request for a call: the options of OData that mean something on one entity. */
export interface CallQuery {
  /** The properties to answer with; all that are no navigation properties unless said. */
  readonly $select?: readonly (keyof Call)[] | undefined
  /** The navigation properties to answer with, each with a `$select` of its own where it is given one: `participants($select=id)`. */
  readonly $expand?: readonly (NavigationProperty | `${NavigationProperty}($select=${string})`)[] | undefined
}

/** A query as it is sent. */
export type QueryText = Readonly<Record<string, string>>

/** How a query is written in a request. */
export function textOf(query: CallQuery): QueryText {
  return Object.fromEntries(
    Object.entries(query).flatMap(([option, names]) => (names ? [[option, String(names)]] : [])),
  )
}

/** The query in the path of a request. */
export function queryIn(path: string): QueryText {
  const [, text] = path.split('?')
  return Object.fromEntries(new URLSearchParams(text))
}

/**
 * What the service makes of a call for a request: what was selected of it, related entities where they were asked for, and
 * the context of its cloud.
 *
 * @throws QueryError where the query cannot be answered
 */
export function answeredTo(asked: QueryText, cloud: GraphHost | undefined, call: JsonObject): JsonObject {
  const text = new URLSearchParams(asked).toString()
  const query = readQuery(text && `?${text}`, call)
  const { '@odata.context': context } = call
  const service = `https://${cloud ?? hostIn(context)}/v1.0`
  const answer = applyQuery(call, query, `${service}/communications/calls`)
  if (typeof context !== 'string') return answer
  return { ...answer, '@odata.context': contextUrl(`${service}/$metadata#communications/calls`, query) }
}

function hostIn(context: unknown): string {
  return graphHostOf(URL.canParse(String(context)) ? new URL(String(context)).hostname : '')
}
