import type { Call } from '../src/schema/types.ts'
import type { GraphHost } from '../src/tenant/graph-hosts.ts'

/** The query of the request for a call: the options of OData that mean something on one entity. */
export interface CallQuery {
  /** The properties to answer with; all that are no navigation properties unless said. */
  readonly $select?: readonly (keyof Call)[] | undefined
  /** The navigation properties to answer with. */
  readonly $expand?:
    | readonly ('audioRoutingGroups' | 'contentSharingSessions' | 'operations' | 'participants')[]
    | undefined
}

/** A query as it is sent. */
export type QueryText = Readonly<Record<string, string>>

/** How a query is written in a request. */
export function textOf(query: CallQuery): QueryText {
  return Object.fromEntries(
    Object.entries(query).flatMap(([option, names]) => (names ? [[option, names.join()]] : [])),
  )
}

/** The query in the path of a request. */
export function queryIn(path: string): QueryText {
  const [, text] = path.split('?')
  return Object.fromEntries(new URLSearchParams(text))
}

/** What the service makes of a call for a request: what was selected, and the context of its cloud. */
export function answeredTo(query: QueryText, cloud: GraphHost | undefined, body: object): object {
  const { $select, $expand } = query
  const wanted = new Set([$select, $expand].flatMap((names) => names?.split(',') ?? []))
  return Object.fromEntries(
    Object.entries(body)
      .filter(([key]) => $select === undefined || key.startsWith('@') || wanted.has(key))
      .map(([key, value]) => [key, key === '@odata.context' && cloud ? inCloud(value, cloud) : value]),
  )
}

function inCloud(context: unknown, cloud: GraphHost): unknown {
  return typeof context === 'string' ? context.replace(/^https:\/\/[^/]+/, `https://${cloud}`) : context
}
