import { describeInstance, isJsonObject, unreadable } from './json.ts'
import type { Path } from './path.ts'

/** Maximum depth of nested objects and arrays. A call has fewer than 20 levels. */
export const maximumDepth = 200

/** Maximum number of values. The largest roster has fewer than a million. */
const maximumValues = 5_000_000

/** A value that JSON cannot represent. */
export interface NotJson {
  readonly path: Path
  /** Description of the value, for example `a Map`. */
  readonly found: string
}

class NotJsonSignal {
  readonly problem: NotJson

  constructor(problem: NotJson) {
    this.problem = problem
  }
}

/**
 * Copies a value as JSON. Check and keep the copy: a value with getters, or a proxy, can return something else the next time.
 * Reads each property once. Leaves out properties that are `undefined`. Never calls `toJSON`.
 *
 * @returns the copy, or the first value that JSON cannot represent
 */
export function jsonCopy(value: unknown): { readonly copy: unknown } | { readonly notJson: NotJson } {
  const state: State = { ancestors: new Set(), remaining: maximumValues }
  try {
    return { copy: copyOf(value, [], state) }
  } catch (error) {
    if (error instanceof NotJsonSignal) return { notJson: error.problem }
    throw error
  }
}

interface State {
  readonly ancestors: Set<object>
  remaining: number
}

function copyOf(value: unknown, path: PropertyKey[], state: State): unknown {
  if (typeof value === 'string' || typeof value === 'boolean' || value === null) return value
  if (typeof value === 'number' && Number.isFinite(value)) return value
  if (typeof value !== 'object') throw notJson(path, describePrimitive(value))
  if (state.ancestors.has(value)) throw notJson(path, 'a reference to an object that contains it')
  if (path.length > maximumDepth) {
    throw notJson(path.slice(0, 5), `more than ${maximumDepth} levels of nesting`)
  }
  state.ancestors.add(value)
  const copy = copyOfContent(value, path, state)
  state.ancestors.delete(value)
  return copy
}

function copyOfContent(value: object, path: PropertyKey[], state: State): unknown {
  try {
    if (Array.isArray(value)) return copyOfArray(value, path, state)
    if (isJsonObject(value)) return copyOfObject(value, path, state)
  } catch (error) {
    if (error instanceof NotJsonSignal) throw error
    throw notJson(path, unreadable) // A getter or a proxy threw.
  }
  throw notJson(path, describeInstance(value))
}

function copyOfArray(value: readonly unknown[], path: PropertyKey[], state: State): unknown[] {
  const copy: unknown[] = []
  const { length } = value
  for (let index = 0; index < length; index++) {
    copy.push(copyOfItem(value[index], index, path, state))
  }
  return copy
}

function copyOfObject(
  value: Record<string, unknown>,
  path: PropertyKey[],
  state: State,
): Record<string, unknown> {
  const { toJSON } = value
  if (typeof toJSON === 'function') throw notJson(path, 'an object with a toJSON method')
  const copy: Record<string, unknown> = {}
  for (const key of Object.keys(value)) {
    const inner = value[key]
    if (inner === undefined) continue
    const copied = copyOfItem(inner, key, path, state)
    if (key === '__proto__') {
      // An assignment would set the prototype.
      Object.defineProperty(copy, key, {
        value: copied,
        writable: true,
        enumerable: true,
        configurable: true,
      })
    } else copy[key] = copied
  }
  return copy
}

function copyOfItem(value: unknown, key: PropertyKey, path: PropertyKey[], state: State): unknown {
  if (--state.remaining < 0) throw notJson([], `more than ${maximumValues} values`)
  path.push(key)
  const copy = copyOf(value, path, state)
  path.pop()
  return copy
}

function notJson(path: Path, found: string): NotJsonSignal {
  return new NotJsonSignal({ path: [...path], found })
}

function describePrimitive(value: unknown): string {
  return typeof value === 'number' || value === undefined ? String(value) : `a ${typeof value}`
}
