/** A place within a JSON value: its path, and a copy of the whole with something else there. */
export interface Spot {
  readonly path: readonly (string | number)[]
  readonly value: unknown
  replace(value: unknown): unknown
  remove(): unknown
}

const removed = Symbol('removed')

/** Every place within a JSON value, the value itself first. */
export function spotsOf(whole: unknown): Spot[] {
  return walk(whole, [], (replacement) => replacement)
}

function walk(
  value: unknown,
  path: readonly (string | number)[],
  rebuild: (value: unknown) => unknown,
): Spot[] {
  const spot: Spot = { path, value, replace: rebuild, remove: () => rebuild(removed) }
  if (Array.isArray(value)) {
    const items = value.flatMap((item, index) =>
      walk(item, [...path, index], (inner) =>
        rebuild(inner === removed ? value.toSpliced(index, 1) : value.with(index, inner)),
      ),
    )
    return [spot, ...items]
  }
  if (!isObject(value)) return [spot]
  const members = Object.entries(value).flatMap(([key, member]) =>
    walk(member, [...path, key], (inner) => {
      const { [key]: _, ...rest } = value
      return rebuild(inner === removed ? rest : { ...value, [key]: inner })
    }),
  )
  return [spot, ...members]
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
