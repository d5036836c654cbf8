import { navigationProperties } from '../model/index.ts'
import { isJsonObject, type JsonObject } from '../model/json.ts'
import { entityUrl } from './entity-url.ts'
import type { Query } from './query.ts'
import type { SelectClause } from './select-clause.ts'
import { select } from './selection.ts'
import { ownerOf } from './type-names.ts'

/**
 * Applies `$select` and `$expand` to a call. Related entities are returned only if `$expand` names them; the collection is
 * empty if the call has none. An entity gets an `@odata.id` if `$select` leaves out its `id`.
 *
 * @param setUrl - the URL of the collection of calls
 * Sources: OData 4.0, 11.2.4; OData JSON Format 4.0, 4.5.8 (`odata.id` must appear if key fields are left out).
 */
export function applyQuery(call: JsonObject, query: Query, setUrl: string): JsonObject {
  if (!query.select && query.expand.size === 0 && !Object.keys(call).some(isRelated)) return call
  const { id } = call
  const selected = entityOf(call, query.select, setUrl)
  const expanded = [...query.expand].map(([name, clause]) => {
    const value = call[name]
    const entities = Array.isArray(value) ? value.filter(isJsonObject) : []
    const url = `${entityUrl(setUrl, String(id))}/${name}`
    return [name, entities.map((entity) => entityOf(entity, clause, url))] as const
  })
  const kept = Object.entries(selected).filter(
    ([key]) => !isRelated(key) || expanded.some(([name]) => name === key),
  )
  return Object.fromEntries([...kept, ...expanded])
}

const related: ReadonlySet<string> = new Set(navigationProperties)

/** True if a key is a navigation property or an annotation of one. */
function isRelated(key: string): boolean {
  return related.has(ownerOf(key))
}

function entityOf(entity: JsonObject, clause: SelectClause | undefined, setUrl: string): JsonObject {
  if (!clause) return entity
  const selected = select(entity, clause.selection)
  const { id } = entity
  if (Object.hasOwn(selected, 'id') || typeof id !== 'string') return selected
  return { ...selected, '@odata.id': entityUrl(setUrl, id) }
}
