import { type Arbitrary, tuple } from 'fast-check'
import { isJsonObject } from '../src/model/json.ts'
import type { Path } from '../src/model/path.ts'

/**
 * Arbitraries that replace generated values: one for a property, or several for the properties of a nested object. A nested
 * object that a call does not have is not added. `undefined` from an arbitrary removes the property.
 */
export type ArbitraryOverrides<T> = {
  readonly [K in keyof T]?: Arbitrary<T[K]> | Nested<NonNullable<T[K]>> | undefined
}

type Nested<T> = T extends readonly unknown[] ? never : T extends object ? ArbitraryOverrides<T> : never

/** Type of the overridden properties. */
export type Overridden<Overrides> = {
  -readonly [K in keyof Overrides as Overrides[K] extends Arbitrary<unknown>
    ? K
    : never]: Overrides[K] extends Arbitrary<infer Value> ? Value : never
}

/** Returns an arbitrary whose values have the overrides. Both the values and the overrides shrink. */
export function withOverrides<T extends object>(values: Arbitrary<T>, overrides: object): Arbitrary<T> {
  const [paths, arbitraries] = flatten(overrides)
  return tuple(values, ...arbitraries).map(
    ([value, ...replacements]) =>
      paths.reduce((changed, path, index) => replaceAt(changed, path, replacements[index]), value),
    // An example shrinks if each arbitrary takes the value that it replaces.
    (value) => [value, ...paths.map((path) => valueAt(value, path))] as [T, ...unknown[]],
  )
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((inner, key) => (isJsonObject(inner) ? inner[String(key)] : undefined), value)
}

function flatten(overrides: object, path: Path = []): [Path[], Arbitrary<unknown>[]] {
  const paths: Path[] = []
  const arbitraries: Arbitrary<unknown>[] = []
  for (const [key, override] of Object.entries(overrides)) {
    if (isArbitrary(override)) {
      paths.push([...path, key])
      arbitraries.push(override)
    } else if (isJsonObject(override)) {
      const [innerPaths, innerArbitraries] = flatten(override, [...path, key])
      paths.push(...innerPaths)
      arbitraries.push(...innerArbitraries)
    }
  }
  return [paths, arbitraries]
}

/** Returns a copy with another value at the path, or the same object if the path leads to no object. */
function replaceAt<T extends object>(object: T, path: Path, replacement: unknown): T {
  const [key = '', ...rest] = path
  const inner: unknown = Reflect.get(object, key)
  if (rest.length > 0)
    return isJsonObject(inner) ? { ...object, [key]: replaceAt(inner, rest, replacement) } : object
  const changed = { ...object, [key]: replacement }
  if (replacement === undefined) Reflect.deleteProperty(changed, key)
  return changed
}

/** Checks for methods, because the arbitrary may come from another copy of fast-check. */
function isArbitrary(value: unknown): value is Arbitrary<unknown> {
  return isJsonObject(value) && 'generate' in value && 'shrink' in value
}
