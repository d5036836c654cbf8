import type { JsonObject } from '../model/json.ts'
import { type Kept, rebuild } from './rebuild.ts'
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
  return selection.size === 0 ? object : rebuild(object, selection, selected)
}

function selected(object: JsonObject, selection: Selection): Kept<Selection>[] {
  const type = typeNamed(object)
  const ofType = type === undefined ? undefined : selection.get(type)
  return Object.entries(object).flatMap(([key, value]): Kept<Selection>[] => {
    const owner = ownerOf(key)
    const part = ofType?.get(owner) ?? selection.get(owner)
    if (part) return [[key, value, part.size === 0 ? undefined : part]]
    return key.startsWith('@') ? [[key, value, undefined]] : []
  })
}
