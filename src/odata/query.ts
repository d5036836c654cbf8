import { type ExpandClause, readExpand } from './expand-clause.ts'
import { QueryError } from './query-error.ts'
import { type QueryOption, queryOptions } from './query-options.ts'
import { readSelect, type SelectClause } from './select-clause.ts'

/** What a query asks of one call. */
export interface Query {
  readonly select: SelectClause | undefined
  readonly expand: ExpandClause
}

/** What is asked without a query. */
export const plainQuery: Query = { select: undefined, expand: new Map() }

/** Whether a query asks the service for anything: whether the name of an option begins with `$`. */
export function asksForAnything(query: string): boolean {
  return query !== '' && /[?&](?:\$|%24)/.test(query)
}

/** The options that are made for many entities, and mean nothing on one. */
const ofCollections = [
  '$filter',
  '$orderby',
  '$count',
  '$skip',
  '$top',
  '$search',
  '$skiptoken',
  '$deltatoken',
]

/**
 * Reads the query of a request for one call: `$select` and `$expand`. An option whose name does not begin with `$` is the
 * client's own, and changes nothing.
 *
 * @param query - from the question mark on, or empty
 * @param call - the call that is asked for
 * @throws QueryError for any other option that begins with `$`, one that is there twice, one without a value, or a wrong one
 * Sources: OData URL Conventions 4.0, 5; the messages are those of Microsoft's OData library as Graph passes them on.
 */
export function readQuery(query: string, call: unknown): Query {
  const found = new Map<string, QueryOption>()
  for (const option of queryOptions(query)) {
    const { name, at, value } = option
    if (!name.startsWith('$')) continue
    if (name !== '$select' && name !== '$expand') throw new QueryError(whyNot(name), name, at)
    if (found.has(name))
      throw new QueryError(`Query option '${name}' was specified more than once.`, name, at)
    if (value.text.trim() === '') throw new QueryError('The value is empty.', name, value.at)
    found.set(name, option)
  }
  const select = found.get('$select')
  const expand = found.get('$expand')
  return {
    select: select && readSelect(select.value, 'call', call),
    expand: expand ? readExpand(expand.value, call) : plainQuery.expand,
  }
}

function whyNot(name: string): string {
  return ofCollections.includes(name)
    ? 'The query specified in the URI is not valid. The requested resource is not a collection. ' +
        `Query option ${name} can be applied only on collections.`
    : `The query parameter '${name}' is not supported.`
}
