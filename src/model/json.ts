/** A JSON object. */
export type JsonObject = Readonly<Record<string, unknown>>

/**
 * True for objects as `JSON.parse` returns them, also from another realm, such as the one of a test runner. False for
 * arrays and for class instances with a name of their own: a Promise, a Response, a Buffer, a Date.
 */
export function isJsonObject(value: unknown): value is Record<string, unknown> {
  return Object.prototype.toString.call(value) === '[object Object]'
}
