import { objectTypes } from '../src/model/index.ts'
import { isJsonObject } from '../src/model/json.ts'
import { typedObjects } from '../src/model/typed-objects.ts'
import { printableJson } from '../src/output/printable.ts'

/**
 * Formats a value as its difference from another one, on one line, in the notation of JavaScript. `…` is what both have. Omits each
 * `@odata.type` that the model declares at its path.
 */
export function differenceText(value: unknown, other: unknown): string {
  return textOf(value, other, impliedTypes(value))
}

/** Formats a value on one line, in the notation of JavaScript. Omits each `@odata.type` that the model declares at its path. */
export function compactText(value: unknown): string {
  return differenceText(value, undefined)
}

function textOf(value: unknown, other: unknown, implied: ReadonlySet<unknown>): string {
  if (Array.isArray(value)) {
    const others = Array.isArray(other) ? other : []
    return `[${value.map((item, index) => textOf(item, others[index] ?? others[0], implied)).join(', ')}]`
  }
  if (!isJsonObject(value)) return printableJson(value, 0)
  const others = isJsonObject(other) ? other : {}
  const parts: string[] = []
  let isPartial = false
  for (const [key, inner] of Object.entries(value)) {
    if (Object.hasOwn(others, key) && isEqual(inner, others[key])) isPartial ||= key !== '@odata.type'
    else if (key !== '@odata.type' || !implied.has(value)) {
      parts.push(`${keyText(key)}: ${textOf(inner, others[key], implied)}`)
    }
  }
  for (const key of Object.keys(others))
    if (!Object.hasOwn(value, key)) parts.push(`${keyText(key)}: undefined`)
  if (isPartial) parts.push('…')
  return parts.length === 0 ? '{}' : `{ ${parts.join(', ')} }`
}

function keyText(key: string): string {
  return /^[a-z_$][\w$]*$/i.test(key) ? key : printableJson(key, 0)
}

function isEqual(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b)
}

/** Returns the objects whose `@odata.type` is the declared one. */
function impliedTypes(value: unknown, implied = new Set<unknown>()): Set<unknown> {
  if (typeof value !== 'object' || value === null) return implied
  const type = isJsonObject(value) ? String(value['@odata.type']).replace('#microsoft.graph.', '') : ''
  if (Object.hasOwn(objectTypes, type)) {
    for (const { object, type: actual, declared } of typedObjects(value, type)) {
      if (actual === declared) implied.add(object)
    }
  } else for (const inner of Object.values(value)) impliedTypes(inner, implied)
  return implied
}
