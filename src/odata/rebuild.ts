import { isJsonObject, type JsonObject } from '../model/json.ts'

/** Property to keep, with the rule for the values within it. Without a rule, the value is kept as it is. */
export type Kept<Rule> = readonly [name: string, value: unknown, rule: Rule | undefined]

/**
 * Copies a JSON object at any depth, without recursion: a body from a client or a test may be nested deeper than the stack
 * allows. A rule for an array applies to its items.
 *
 * @param keep - returns the properties to keep of an object
 */
export function rebuild<Rule>(
  root: JsonObject,
  rule: Rule,
  keep: (object: JsonObject, rule: Rule) => Iterable<Kept<Rule>>,
): JsonObject {
  const arrays: { readonly from: readonly unknown[]; readonly to: unknown[]; readonly rule: Rule }[] = []
  const objects: { readonly from: JsonObject; readonly to: object; readonly rule: Rule }[] = []
  const copyOf = (value: unknown, rule: Rule | undefined): unknown => {
    if (rule === undefined) return value
    if (Array.isArray(value)) {
      const to: unknown[] = []
      arrays.push({ from: value, to, rule })
      return to
    }
    if (!isJsonObject(value)) return value
    const to = {}
    objects.push({ from: value, to, rule })
    return to
  }
  const copy: Record<string, unknown> = {}
  objects.push({ from: root, to: copy, rule })
  for (;;) {
    const array = arrays.pop()
    if (array) {
      for (const item of array.from) array.to.push(copyOf(item, array.rule))
      continue
    }
    const object = objects.pop()
    if (!object) return copy
    for (const [name, value, inner] of keep(object.from, object.rule)) {
      define(object.to, name, copyOf(value, inner))
    }
  }
}

/** Assigning to `__proto__` would change the prototype. */
function define(object: object, name: string, value: unknown): void {
  if (name !== '__proto__') Reflect.set(object, name, value)
  else Object.defineProperty(object, name, { value, enumerable: true, configurable: true, writable: true })
}
