import { navigationProperties } from '../model/index.ts'
import { isJsonObject, type JsonObject } from '../model/json.ts'
import { entityUrl } from './entity-url.ts'
import type { Query } from './query.ts'
import type { SelectClause } from './select-clause.ts'
import { select } from './selection.ts'
import { ownerOf } from './type-names.ts'

/**
 * What a query leaves of a call, and brings with it. Related entities come only where they are asked for: from the call,
 * or none. Where an entity is left without its `id`, `@odata.id` says which one it is.
 *
 * @param setUrl - the URL of all calls
 * Sources: OData 4.0, 11.2.4; OData JSON Format 4.0, 4.5.8 (`odata.id` must appear where key fields are left out).
 */
export function applyQuery(call: JsonObject, query: Query, setUrl: string): JsonObject {
  const { id } = call
  const own = entityOf(call, query.select, setUrl)
  const expanded = [...query.expand].map(([name, clause]) => {
    const related = call[name]
    const entities = Array.isArray(related) ? related.filter(isJsonObject) : []
    const url = `${entityUrl(setUrl, String(id))}/${name}`
    return [name, entities.map((entity) => entityOf(entity, clause, url))] as const
  })
  const kept = Object.entries(own).filter(
    ([key]) => !isRelated(key) || expanded.some(([name]) => name === key),
  )
  return Object.fromEntries([...kept, ...expanded])
}

/** Whether a key is a navigation property, or tells of one. */
function isRelated(key: string): boolean {
  const owner = ownerOf(key)
  return navigationProperties.some((name) => name === owner)
}

function entityOf(entity: JsonObject, clause: SelectClause | undefined, setUrl: string): JsonObject {
  if (!clause) return entity
  const left = select(entity, clause.selection)
  const { id } = entity
  if (Object.hasOwn(left, 'id') || typeof id !== 'string') return left
  return { ...left, '@odata.id': entityUrl(setUrl, id) }
}
