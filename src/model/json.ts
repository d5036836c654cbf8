/** A JSON object. */
export type JsonObject = Readonly<Record<string, unknown>>

/**
 * True for objects as `JSON.parse` returns them, also from another realm, such as the one of a test runner. False for
 * arrays and for class instances with a name of their own: a Promise, a Response, a Buffer, a Date.
 */
export function isJsonObject(value: unknown): value is Record<string, unknown> {
  return builtInTag(value) === '[object Object]'
}

/** Returns `[object Date]` for a date, and so on. Not `instanceof`: Jest has classes of its own. */
export const builtInTag = (value: unknown): string => Object.prototype.toString.call(value)

/** Description of an object with a getter or a proxy that throws. */
export const unreadable = 'an object that cannot be read'

/** Describes an object by its class. "a Promise" shows that an `await` is missing. */
export function describeInstance(value: object): string {
  const name = builtInTag(value).slice('[object '.length, -1)
  return `${/^[AEIO]/.test(name) ? 'an' : 'a'} ${name}`
}

/** Returns an `@odata.type` without its number sign, which the service sometimes leaves out. */
export function withoutNumberSign(tag: unknown): unknown {
  return typeof tag === 'string' && tag.startsWith('#') ? tag.slice(1) : tag
}
