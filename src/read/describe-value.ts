/** Description of an object with a getter or proxy that throws. */
export const unreadable = 'an object that cannot be read'

/** Describes a value in a few words. A body is never printed completely. */
export function describeValue(value: unknown): string {
  if (value === undefined) return 'nothing'
  if (typeof value === 'string') {
    return value.length > 60
      ? `${JSON.stringify(value.slice(0, 60))}... (${value.length} characters)`
      : JSON.stringify(value)
  }
  if (value === null || typeof value === 'number' || typeof value === 'boolean') return String(value)
  return typeof value === 'object' ? describeObject(value) : `a ${typeof value}`
}

/** Describes an object by its class. "a Promise" shows that an `await` is missing. */
function describeObject(value: object): string {
  try {
    if (Array.isArray(value)) return `an array of ${value.length}`
    const name = Object.prototype.toString.call(value).slice('[object '.length, -1)
    return name === 'Object' ? 'an object' : `${/^[AEIO]/.test(name) ? 'an' : 'a'} ${name}`
  } catch {
    return unreadable
  }
}
