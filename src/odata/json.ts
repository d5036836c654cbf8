/** An object as JSON has them. */
export type JsonObject = Readonly<Record<string, unknown>>

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The property that a key belongs to: `state` for `state@odata.type`; none for control information of the object itself. */
export function ownerOf(key: string): string {
  const at = key.indexOf('@')
  return at < 0 ? key : key.slice(0, at)
}

/** The type that an object says it has, with its namespace. The service was seen to leave the `#` out. */
export function typeNamed(object: JsonObject): string | undefined {
  const type = object['@odata.type']
  return typeof type === 'string' ? type.replace(/^#/, '') : undefined
}
