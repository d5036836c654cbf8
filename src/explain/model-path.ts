import { declarationOf, type Property, propertyNamesOf, type ValueType } from '../model/index.ts'
import { ownerOf } from '../model/owner.ts'

/** Property that a path leads to, and the type that declares it. The property is absent for `@odata.type`. */
export interface PathTarget {
  readonly owner: string
  readonly key: string
  readonly property?: Property
}

/** Result of following a path: the property, or the names that could have followed. */
export type PathResult =
  | PathTarget
  | {
      /** Part of the path that the model knows, with the final dot. */
      readonly known: string
      /** Part that it does not know. */
      readonly unknown: string
      readonly names: readonly string[]
    }

/** Index of a collection in a path: `[]`, `[0]`, `[*]` or `.0`. */
const anyIndex = '[]'

/**
 * Splits a path such as `targets[0].identity` or `mediaConfig['@odata.type']`. Indexes become `[]`. Returns `undefined` for a
 * text that is not a path.
 */
export function keysOf(path: string): readonly string[] | undefined {
  const pattern = /\.?(?:\[(?:\d*|\*)\]|\['((?:[^'\\]|\\.)*)'\]|(@?odata\.\w+|@odata\.\w+)|([^.[\]]+))/gy
  const keys: string[] = []
  const text = path.replace(/^\$\.?/, '')
  while (pattern.lastIndex < text.length) {
    const match = pattern.exec(text)
    if (!match) return undefined
    const key = match[1] ?? match[2] ?? match[3]
    keys.push(key === undefined || /^\d+$/.test(key) ? anyIndex : key)
  }
  return keys.length > 0 ? keys : undefined
}

/** Follows a path from a type of the model. An index can be left out. */
export function followPath(root: string, keys: readonly string[]): PathResult {
  let type: ValueType = { kind: 'object', name: root }
  let target: PathTarget | undefined
  for (const [at, key] of keys.entries()) {
    if (key === anyIndex) {
      const item = itemOf(type)
      if (!item) return unknownAt(keys, at, [])
      type = item
      continue
    }
    const name = objectNames(type).find((each) => key === '@odata.type' || declarationOf(each, key))
    if (name === undefined) return unknownAt(keys, at, objectNames(type).flatMap(propertyNamesOf))
    const property = declarationOf(name, key)?.property
    target = { owner: ownerOf(name, key) ?? name, key, ...(property && { property }) }
    type = property?.type ?? { kind: 'string' }
  }
  return target ?? unknownAt(keys, 0, [])
}

function itemOf(type: ValueType): ValueType | undefined {
  if (type.kind === 'one-or-many') return { kind: 'object', name: type.many }
  return type.kind === 'collection' ? type.of : undefined
}

/** Returns the names of the types whose properties can follow. */
function objectNames(type: ValueType): readonly string[] {
  if (type.kind === 'one-or-many') return [type.one, type.many]
  if (type.kind === 'collection') return objectNames(type.of)
  return type.kind === 'object' ? [type.name] : []
}

function unknownAt(keys: readonly string[], at: number, names: readonly string[]): PathResult {
  const text = (part: readonly string[]) =>
    part.reduce((path, key) => (key === anyIndex ? `${path}[]` : path ? `${path}.${key}` : key), '')
  const known = text(keys.slice(0, at))
  return { known: known && `${known}.`, unknown: text(keys.slice(at)), names: [...new Set(names)] }
}
