/** A copy of what JSON holds, sharing nothing with it. `structuredClone` takes ten times as long. */
export function copyOf<T>(value: T): T
export function copyOf(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(copyOf)
  const copy: Record<string, unknown> = {}
  for (const key in value) copy[key] = copyOf(Reflect.get(value, key))
  return copy
}
