import { objectType } from '../../src/model/index.ts'
import { isJsonObject, type JsonObject } from '../../src/model/json.ts'
import { declaredAt } from '../../src/model/walk.ts'
import { typeNamed } from '../../src/odata/type-names.ts'
import { objectAt } from './nearest-path.ts'
import { type BodyType, type ReadPath, type ReadTree, readTreeOf, type Step } from './read-paths.ts'

/**
 * Returns the body that a contract expects: the part of an example that the consumer reads.
 *
 * - Leaves out nulls, because a contract with a null requires the null.
 * - Leaves out an object in which the example has nothing that is read, unless a path ends at the object: then the consumer
 *   reads that it exists.
 * - A collection becomes one element with what all of its elements have in common. The element may be empty, because a
 *   consumer that reads an element also reads that there is one.
 */
export function expectedBodyOf(body: BodyType, example: unknown, reads: readonly ReadPath[]): unknown {
  return readFrom(body, example, readTreeOf(reads), [])
}

function readFrom(body: BodyType, value: unknown, tree: ReadTree, path: readonly Step[]): unknown {
  if (value === null || value === undefined) return undefined
  const everything = tree.next['*']
  if (Array.isArray(value)) {
    const elements = value.map((element) =>
      readFrom(body, element, everything ? tree : (tree.next['[]'] ?? unread), [...path, '[]']),
    )
    return elements.length === 0 ? [] : sole(elements.reduce(common))
  }
  if (!isJsonObject(value)) return value
  const keys = everything ? Object.keys(value) : Object.keys(tree.next)
  const expected: Record<string, unknown> = {}
  for (const key of withDiscriminator(keys, body, path)) {
    const inner = Object.hasOwn(value, key) ? value[key] : undefined
    const found = readFrom(body, inner, everything ? tree : (tree.next[key] ?? unread), [...path, key])
    if (found !== undefined) expected[key] = found
  }
  if (keys.some((key) => Object.hasOwn(expected, key))) return expected
  return path.length === 0 || path.at(-1) === '[]' || tree.isRead || everything ? {} : undefined
}

const unread: ReadTree = { isRead: false, next: {} }

/** Adds `@odata.type` if the other properties depend on it. */
function withDiscriminator(
  keys: readonly string[],
  body: BodyType,
  path: readonly Step[],
): ReadonlySet<string> {
  const name = keys.length > 0 ? objectAt(declaredAt(body, path)) : undefined
  const needsType = name !== undefined && objectType(name).abstract
  return new Set(needsType ? ['@odata.type', ...keys] : keys)
}

/** Returns what two elements have in common, with the values of the first. */
function common(first: unknown, second: unknown): unknown {
  if (Array.isArray(first) && Array.isArray(second)) {
    if (first.length === 0 || second.length === 0) return first.length === second.length ? [] : undefined
    return sole(common(first[0], second[0]))
  }
  if (!isJsonObject(first) || !isJsonObject(second)) return typeof first === typeof second ? first : undefined
  const both: Record<string, unknown> = {}
  for (const key of Object.keys(first).filter((key) => Object.hasOwn(second, key))) {
    const shared = key === '@odata.type' ? commonType(first, second) : common(first[key], second[key])
    if (shared !== undefined) both[key] = shared
  }
  return both
}

/** Returns the `@odata.type` of two elements if it is the same. */
function commonType(first: JsonObject, second: JsonObject): unknown {
  return typeNamed(first) === typeNamed(second) ? first['@odata.type'] : undefined
}

/** Returns a collection with one element, if there is one to expect. */
function sole(element: unknown): unknown[] | undefined {
  return element === undefined ? undefined : [element]
}
