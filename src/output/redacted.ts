import type { Redact } from './redactor.ts'

/** Copies a JSON value, such as a report, and replaces the secrets in its strings. The keys stay as they are. */
export function redacted<Value extends object>(value: Value, redact: Redact): Value {
  const copy = structuredClone(value)
  replaceIn(copy, redact)
  return copy
}

function replaceIn(parent: object, redact: Redact): void {
  for (const [key, value] of Object.entries(parent)) {
    if (typeof value === 'string') Reflect.set(parent, key, redact(value))
    else if (typeof value === 'object' && value !== null) replaceIn(value, redact)
  }
}
