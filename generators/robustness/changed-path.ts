import type { Path } from '../../src/model/walk.ts'

/** Returns the path of the first difference between a value and a copy of it, or `undefined` if they are equal. */
export function changedPath(before: unknown, after: unknown, path: Path = []): Path | undefined {
  if (Object.is(before, after)) return undefined
  if (!isContainer(before) || !isContainer(after) || !areAlike(before, after)) return path
  for (const key of keysOf(before, after)) {
    const inner = [...path, Array.isArray(before) && /^\d+$/.test(String(key)) ? Number(key) : key]
    const [was, is] = [valueAt(before, key), valueAt(after, key)]
    const changed = was && is ? changedPath(was.value, is.value, inner) : inner
    if (changed) return changed
  }
  return undefined
}

/** Returns `length` last: an added or removed item is more informative. */
function keysOf(before: object, after: object): PropertyKey[] {
  const keys = new Set([...Reflect.ownKeys(before), ...Reflect.ownKeys(after)])
  return keys.delete('length') ? [...keys, 'length'] : [...keys]
}

/** Returns the value of a property. Ignores accessors, which JSON does not have, without calling them. */
function valueAt(object: object, key: PropertyKey): { readonly value?: unknown } | undefined {
  const descriptor = Object.getOwnPropertyDescriptor(object, key)
  return descriptor && 'value' in descriptor ? descriptor : undefined
}

function areAlike(before: object, after: object): boolean {
  return (
    Array.isArray(before) === Array.isArray(after) &&
    Object.getPrototypeOf(before) === Object.getPrototypeOf(after)
  )
}

function isContainer(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}
