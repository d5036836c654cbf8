import { navigationProperties } from '../model/index.ts'
import { isAbsentProperty } from '../model/metadata-version.ts'
import { QueryError } from './query-error.ts'
import { type Part, split, trimmed } from './query-options.ts'
import { Sample } from './sample.ts'
import { readSelect, type SelectClause } from './select-clause.ts'

/** Name of a navigation property of a call. */
export type NavigationProperty = (typeof navigationProperties)[number]

/** Parsed `$expand`: the navigation properties, each with its `$select`, if any. */
export type ExpandClause = ReadonlyMap<NavigationProperty, SelectClause | undefined>

/** Types of the related entities. */
const types = {
  audioRoutingGroups: 'audioRoutingGroup',
  contentSharingSessions: 'contentSharingSession',
  operations: 'commsOperation',
  participants: 'participant',
} as const satisfies Record<NavigationProperty, string>

/**
 * Parses the value of an `$expand`: navigation properties, each with an optional `$select`. Related entities have no
 * navigation properties, so there is only one level.
 *
 * @param call - the call to expand
 * @param absent - names that the metadata of the service does not have
 * @throws a {@link QueryError} if a navigation property is unknown or a nested option is not supported
 * Source: OData URL Conventions 4.0, 5.1.2.
 */
export function readExpand(value: Part, call: unknown, absent: ReadonlySet<string>): ExpandClause {
  const clause = new Map<NavigationProperty, SelectClause | undefined>()
  const metadata: Metadata = {
    names: navigationProperties.filter((name) => !isAbsentProperty('call', name, absent)),
    absent,
  }
  const sample = new Sample([call])
  for (const item of split(value, ',')) {
    if (item.text === '*') for (const name of metadata.names) clause.set(name, clause.get(name))
    else clause.set(...readItem(item, sample, metadata))
  }
  return clause
}

/** Metadata of the service: its navigation properties, and the names that it does not have. */
interface Metadata {
  readonly names: readonly NavigationProperty[]
  readonly absent: ReadonlySet<string>
}

function readItem(
  item: Part,
  sample: Sample,
  { names, absent }: Metadata,
): [NavigationProperty, SelectClause | undefined] {
  const open = item.text.indexOf('(')
  const target = trimmed({ text: open < 0 ? item.text : item.text.slice(0, open), at: item.at })
  const name = names.find((known) => known === target.text)
  if (!name)
    throw expandError(`'${target.text}' is not a navigation property of 'microsoft.graph.call'.`, target)
  if (open < 0) return [name, undefined]
  if (!item.text.endsWith(')')) throw expandError('A closing parenthesis is missing.', item)
  const options = { text: item.text.slice(open + 1, -1), at: item.at + open + 1 }
  return [name, readOptions(options, name, sample.at(name), absent)]
}

function readOptions(
  options: Part,
  name: NavigationProperty,
  related: Sample,
  absent: ReadonlySet<string>,
): SelectClause | undefined {
  let clause: SelectClause | undefined
  for (const option of split(options, ';')) {
    const equals = option.text.indexOf('=')
    const key = (equals < 0 ? option.text : option.text.slice(0, equals)).trim()
    if (key !== '$select') throw expandError(`'${key}' is not supported within '${name}'.`, option)
    if (clause) throw expandError("'$select' was specified more than once.", option)
    clause = readSelect(
      { text: option.text.slice(equals + 1), at: option.at + equals + 1 },
      types[name],
      related,
      absent,
    )
  }
  return clause
}

function expandError(reason: string, { at }: Part): QueryError {
  return new QueryError(`Parsing OData Select and Expand failed: ${reason}`, '$expand', at)
}
