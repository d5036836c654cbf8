import { isJsonObject, type JsonObject } from '../model/json.ts'
import { ownerOf, typeNamed } from './type-names.ts'

/** Selected properties by name, each with its own selection. An empty selection selects everything. */
export type Selection = ReadonlyMap<string, Selection>

/** Combines paths into a selection. A path into a property has no effect if another path selects the complete property. */
export function selectionOf(paths: Iterable<readonly string[]>): Selection {
  type Draft = Map<string, Draft>
  const selection: Draft = new Map()
  for (const path of paths) {
    let current = selection
    for (const [depth, name] of path.entries()) {
      const existing = current.get(name)
      if (existing?.size === 0) break
      const next: Draft = depth === path.length - 1 ? new Map() : (existing ?? new Map())
      current.set(name, next)
      current = next
    }
  }
  return selection
}

/**
 * Returns the selected properties of an object. The selection of a collection applies to each item. Keeps control
 * information of the object, such as `@odata.type`, because it is not a property.
 *
 * Sources: OData 4.0, 11.2.4.1; OData JSON Format 4.0, 4.5.
 */
export function select(object: JsonObject, selection: Selection): JsonObject {
  if (selection.size === 0) return object
  const parts = new Map(selection)
  for (const [name, castSelection] of selection) {
    if (name === typeNamed(object)) for (const [key, part] of castSelection) parts.set(key, part)
  }
  return Object.fromEntries(
    Object.entries(object).flatMap(([key, value]) => {
      const part = parts.get(ownerOf(key))
      if (part) return [[key, selectWithin(value, part)]]
      return key.startsWith('@') ? [[key, value]] : []
    }),
  )
}

function selectWithin(value: unknown, selection: Selection): unknown {
  if (Array.isArray(value)) return value.map((item) => selectWithin(item, selection))
  return isJsonObject(value) ? select(value, selection) : value
}
