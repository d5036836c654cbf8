import { describeInstance, isJsonObject, unreadable } from '../model/json.ts'
import { printable } from '../output/printable.ts'

/** Describes a value in a few words. A body is never printed completely. */
export function describeValue(value: unknown): string {
  if (value === undefined) return 'nothing'
  if (typeof value === 'string') {
    return value.length > 60 ? `${quoted(value.slice(0, 60))}... (${value.length} characters)` : quoted(value)
  }
  if (value === null || typeof value === 'number' || typeof value === 'boolean') return String(value)
  return typeof value === 'object' ? describeObject(value) : `a ${typeof value}`
}

function describeObject(value: object): string {
  try {
    if (Array.isArray(value)) return `an array of length ${value.length}`
    return isJsonObject(value) ? 'an object' : describeInstance(value)
  } catch {
    return unreadable
  }
}

function quoted(text: string): string {
  return printable(JSON.stringify(text))
}
