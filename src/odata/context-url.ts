import { plainQuery, type Query } from './query.ts'

/**
 * Returns the context URL of one entity. It lists the selected properties only if the query has a `$select`, as in the
 * fixtures of expanded calls.
 *
 * @param entities - the context URL of the collection, for example
 * `https://graph.microsoft.com/v1.0/$metadata#communications/calls`
 * @example `...#communications/calls(state,participants(id))/$entity`
 * Source: OData 4.0, 10.7 to 10.9.
 */
export function contextUrl(entities: string, { select, expand }: Query = plainQuery): string {
  if (!select && ![...expand.values()].some((clause) => clause)) return `${entities}/$entity`
  const related = [...expand].map(([name, clause]) => `${name}(${clause?.items.join(',') ?? ''})`)
  return `${entities}(${[...(select?.items ?? []), ...related].join(',')})/$entity`
}
