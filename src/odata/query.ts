import { nothingAbsent } from '../model/metadata-version.ts'
import { type ExpandClause, readExpand } from './expand-clause.ts'
import { QueryError } from './query-error.ts'
import { type QueryOption, queryOptions } from './query-options.ts'
import { Sample } from './sample.ts'
import { readSelect, type SelectClause } from './select-clause.ts'

/** Parsed query of a request for one call. */
export interface Query {
  readonly select: SelectClause | undefined
  readonly expand: ExpandClause
}

/** Query without options. */
export const plainQuery: Query = { select: undefined, expand: new Map() }

/** True if a query has a system option of OData. Their names start with `$`. */
export function hasSystemOptions(query: string): boolean {
  return query !== '' && /[?&](?:\$|%24)/.test(query)
}

/** Options that apply only to collections. */
const collectionOptions = [
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
 * Parses the query of a request for one call: `$select` and `$expand`. Ignores custom options, which do not start with `$`.
 *
 * @param query - the query including the question mark, or an empty string
 * @param call - the requested call
 * @param absent - names that the metadata of the service does not have, which are unknown
 * @throws a {@link QueryError} if a `$` option is not supported, occurs twice, is empty or is invalid
 * Sources: OData URL Conventions 4.0, 5; the messages of Microsoft's OData library, which Graph passes on.
 */
export function readQuery(query: string, call: unknown, absent = nothingAbsent): Query {
  const found = new Map<string, QueryOption>()
  for (const option of queryOptions(query)) {
    const { name, at, value } = option
    if (!name.startsWith('$')) continue
    if (name !== '$select' && name !== '$expand') throw new QueryError(reasonFor(name), name, at)
    if (found.has(name))
      throw new QueryError(`Query option '${name}' was specified more than once.`, name, at)
    if (value.text.trim() === '') throw new QueryError('The value is empty.', name, value.at)
    found.set(name, option)
  }
  const select = found.get('$select')
  const expand = found.get('$expand')
  return {
    select: select && readSelect(select.value, 'call', new Sample([call]), absent),
    expand: expand ? readExpand(expand.value, call, absent) : plainQuery.expand,
  }
}

function reasonFor(name: string): string {
  return collectionOptions.includes(name)
    ? 'The query specified in the URI is not valid. The requested resource is not a collection. ' +
        `Query option ${name} can be applied only on collections.`
    : `The query parameter '${name}' is not supported.`
}
