import type { Path } from '../../src/model/path.ts'

/** Where a value is no longer what its copy was: the first place of all; nothing where the two are equal. */
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

/** An item that came or went says more than the length of the array, which is asked last. */
function keysOf(before: object, after: object): PropertyKey[] {
  const keys = new Set([...Reflect.ownKeys(before), ...Reflect.ownKeys(after)])
  return keys.delete('length') ? [...keys, 'length'] : [...keys]
}

/** What stands in a property. An accessor is no value that JSON holds, and is not run. */
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
