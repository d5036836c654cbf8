import { readPathOf } from '../../contracts/reads/read-paths.ts'

/** Returns a copy of the body for each property and element, without that part. An empty collection gets an element instead. */
export function withoutEachPart(
  value: unknown,
  steps: readonly string[] = [],
): { path: string; rest: unknown }[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => {
    const path = [...steps, Array.isArray(value) ? '[]' : key]
    const replace = (part: unknown) => replaced(value, key, part)
    return [
      { path: readPathOf(path), rest: replace(isEmpty(inner) ? [{}] : undefined) },
      ...withoutEachPart(inner, path).map(({ path, rest }) => ({ path, rest: replace(rest) })),
    ]
  })
}

const isEmpty = (value: unknown) => Array.isArray(value) && value.length === 0

function replaced(value: object, key: string, part: unknown): unknown {
  if (Array.isArray(value))
    return value.flatMap((element, at) => (String(at) === key ? (part ?? []) : element))
  return { ...value, [key]: part }
}
