import { partsOf } from '../src/builder/choices/simpler.ts'
import { cloneJson } from '../src/builder/clone-json.ts'
import { propertiesOf } from '../src/model/index.ts'
import type { Path } from '../src/model/path.ts'
import { typedObjects } from '../src/model/typed-objects.ts'

/**
 * Yields copies of a value without some optional properties and items of collections: first without all of them, then without
 * each half, each quarter, down to a single one.
 *
 * @param type - name of the type in the model
 */
export function* withFewerParts(value: unknown, type: string): Generator<unknown> {
  for (const paths of partsOf([...optionalPaths(value, type)])) yield without(value, paths)
}

/** Yields the paths of optional properties and of items of collections. */
function* optionalPaths(value: unknown, type: string): Generator<Path> {
  for (const typed of typedObjects(value, type)) {
    const declared = propertiesOf(typed.type)
    for (const [key, value] of Object.entries(typed.object)) {
      if (key !== '@odata.type' && !declared[key]?.required) yield [...typed.path, key]
      if (Array.isArray(value)) for (const index of value.keys()) yield [...typed.path, key, index]
    }
  }
}

/** Returns the optional properties of a value that are not part of another one. */
export function optionalParts(
  value: unknown,
  type: string,
): { readonly path: Path; readonly value: unknown }[] {
  const parts: { path: Path; value: unknown }[] = []
  for (const path of optionalPaths(value, type)) {
    const isInner = parts.some(({ path: outer }) => outer.every((key, index) => key === path[index]))
    if (!isInner)
      parts.push({ path, value: path.reduce((inner, key) => Reflect.get(Object(inner), key), value) })
  }
  return parts
}

/** Returns a copy without the values at the paths. Removes the last one first, so that earlier indexes stay valid. */
function without(value: unknown, paths: readonly Path[]): unknown {
  const copy = cloneJson(value)
  for (const path of paths.toReversed()) remove(copy, path)
  return copy
}

function remove(value: unknown, [key, ...rest]: Path): void {
  if (typeof value !== 'object' || value === null || key === undefined) return
  if (rest.length > 0) remove(Reflect.get(value, key), rest)
  else if (Array.isArray(value)) value.splice(Number(key), 1)
  else Reflect.deleteProperty(value, key)
}
