import { plainQuery, type Query } from './query.ts'

/**
 * The context URL of one entity, with the list of what was selected of it where something was.
 *
 * Without a `$select` there is no list, as in the fixtures of expanded calls.
 *
 * @param entities - the part that names the entities, e.g. `https://graph.microsoft.com/v1.0/$metadata#communications/calls`
 * @example `...#communications/calls(state,participants(id))/$entity`
 * Source: OData 4.0, 10.7 to 10.9.
 */
export function contextUrl(entities: string, { select, expand }: Query = plainQuery): string {
  if (!select && ![...expand.values()].some((clause) => clause)) return `${entities}/$entity`
  const related = [...expand].map(([name, clause]) => `${name}(${clause?.items.join(',') ?? ''})`)
  return `${entities}(${[...(select?.items ?? []), ...related].join(',')})/$entity`
}
