import { isJsonObject, type JsonObject } from '../model/json.ts'
import { ownerOf, typeNamed } from './type-names.ts'

/** What is kept of an object, by name: each property as far as its own selection says, and whole where that is empty. */
export type Selection = ReadonlyMap<string, Selection>

/** The selection of many paths. A path that leads into what another takes whole adds nothing. */
export function selectionOf(paths: Iterable<readonly string[]>): Selection {
  type Growing = Map<string, Growing>
  const selection: Growing = new Map()
  for (const path of paths) {
    let here = selection
    for (const [depth, name] of path.entries()) {
      const known = here.get(name)
      if (known?.size === 0) break
      const next: Growing = depth === path.length - 1 ? new Map() : (known ?? new Map())
      here.set(name, next)
      here = next
    }
  }
  return selection
}

/**
 * What a selection keeps of an object; of a collection in it, what it keeps of each item. Control information of an
 * object, such as `@odata.type`, is none of its properties, and stays.
 *
 * Sources: OData 4.0, 11.2.4.1; OData JSON Format 4.0, 4.5.
 */
export function select(object: JsonObject, selection: Selection): JsonObject {
  if (selection.size === 0) return object
  const parts = new Map(selection)
  for (const [name, ofType] of selection) {
    if (name === typeNamed(object)) for (const [key, part] of ofType) parts.set(key, part)
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
