import { cloneJson } from '../../src/builder/clone-json.ts'
import { isJsonObject } from '../../src/model/json.ts'
import { type Path, pathText } from '../../src/model/path.ts'
import { compactText } from '../compact-text.ts'

/** A change of one value in a body. Without `before` the value is added, without `after` it is removed. */
export interface Difference {
  readonly path: Path
  readonly before?: { readonly value: unknown }
  readonly after?: { readonly value: unknown }
}

/** Returns the changes that turn one body into another. An object of another type is one change. */
export function differencesBetween(before: unknown, after: unknown, path: Path = []): Difference[] {
  if (JSON.stringify(before) === JSON.stringify(after)) return []
  if (Array.isArray(before) && Array.isArray(after)) {
    const length = Math.max(before.length, after.length)
    return Array.from({ length }, (_, index) => index).flatMap((index) =>
      inside(before, after, index, [...path, index]),
    )
  }
  if (!isJsonObject(before) || !isJsonObject(after) || before['@odata.type'] !== after['@odata.type']) {
    return [{ path, before: { value: before }, after: { value: after } }]
  }
  const keys = new Set([...Object.keys(before), ...Object.keys(after)])
  return [...keys].flatMap((key) => inside(before, after, key, [...path, key]))
}

function inside(before: object, after: object, key: string | number, path: Path): Difference[] {
  if (!Object.hasOwn(before, key)) return [{ path, after: { value: Reflect.get(after, key) } }]
  if (!Object.hasOwn(after, key)) return [{ path, before: { value: Reflect.get(before, key) } }]
  return differencesBetween(Reflect.get(before, key), Reflect.get(after, key), path)
}

/** Returns a copy of a body with changes. Removes values last, from the end, so that earlier indexes stay valid. */
export function withDifferences(body: unknown, differences: readonly Difference[]): unknown {
  const copy: { body: unknown } = { body: cloneJson(body) }
  for (const { path, after } of differences) if (after) set(copy, ['body', ...path], cloneJson(after.value))
  for (const { path, after } of differences.toReversed()) if (!after) remove(copy, ['body', ...path])
  return copy.body
}

function set(value: unknown, [key = '', ...rest]: Path, replacement: unknown): void {
  if (typeof value !== 'object' || value === null) return
  if (rest.length > 0) set(Reflect.get(value, key), rest, replacement)
  else if (Array.isArray(value) && Number(key) >= value.length) value.push(replacement)
  else
    Reflect.defineProperty(value, key, {
      value: replacement,
      writable: true,
      enumerable: true,
      configurable: true,
    })
}

function remove(value: unknown, [key = '', ...rest]: Path): void {
  if (typeof value !== 'object' || value === null) return
  if (rest.length > 0) remove(Reflect.get(value, key), rest)
  else if (Array.isArray(value)) value.splice(Number(key), 1)
  else Reflect.deleteProperty(value, key)
}

/** Longest line of a report, in characters. */
const longestLine = 160

/** Formats changes as the lines of a diff, one value on each line. */
export function diffLines(differences: readonly Difference[]): string[] {
  return differences.flatMap(({ path, before, after }) => [
    ...(before ? [diffLine('-', path, before.value)] : []),
    ...(after ? [diffLine('+', path, after.value)] : []),
  ])
}

function diffLine(sign: string, path: Path, value: unknown): string {
  const line = `${sign} ${pathText(path) || 'body'}: ${compactText(value)}`
  return line.length > longestLine ? `${line.slice(0, longestLine).toWellFormed()}…` : line
}
