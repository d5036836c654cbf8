import { readPathOf } from '../../contracts/reads/read-paths.ts'

/** Returns copies of a body that each lack one property or element. An empty collection gets an element instead. */
export function withoutEach(
  value: unknown,
  steps: readonly string[] = [],
): { path: string; rest: unknown }[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => {
    const path = [...steps, Array.isArray(value) ? '[]' : key]
    const replace = (part: unknown) => replaced(value, key, part)
    return [
      { path: readPathOf(path), rest: replace(isEmpty(inner) ? [{}] : undefined) },
      ...withoutEach(inner, path).map(({ path, rest }) => ({ path, rest: replace(rest) })),
    ]
  })
}

const isEmpty = (value: unknown) => Array.isArray(value) && value.length === 0

function replaced(value: object, key: string, part: unknown): unknown {
  if (Array.isArray(value))
    return value.flatMap((element, at) => (String(at) === key ? (part ?? []) : element))
  return { ...value, [key]: part }
}
