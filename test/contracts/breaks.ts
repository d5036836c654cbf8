import { declaredAt, type Step } from '../../contracts/reads/declared.ts'
import { readPathOf } from '../../contracts/reads/read-paths.ts'
import { isObject } from '../../src/odata/json.ts'

/** Body that violates one promise of a contract, and the path of the violation. */
export interface Break {
  readonly path: string
  readonly body: unknown
}

/** Returns copies of a body that each violate one promise: a part has another type, is null, or is missing. */
export function breaksOf(value: unknown, promised: unknown, steps: readonly Step[] = []): Break[] {
  const here = (...bodies: unknown[]): Break[] => bodies.map((body) => ({ path: readPathOf(steps), body }))
  if (Array.isArray(promised) && Array.isArray(value)) {
    // Within elements, Pact accepts a non-empty collection for an empty one.
    if (promised.length === 0) return here('none', {}, ...(steps.includes('[]') ? [] : [[{}]]))
    const last = value.length - 1
    return [
      ...here('some', [], value.with(last, null), value.with(last, [])),
      ...breaksOf(value[last], promised[0], [...steps, '[]']).map(({ path, body }) => ({
        path,
        body: value.with(last, body),
      })),
    ]
  }
  if (isObject(promised) && isObject(value)) {
    const parts = Object.entries(promised).flatMap(([key, inner]) => {
      const path = [...steps, key]
      const others = breaksOf(value[key], inner, path)
      return [undefined, null]
        .map((body): Break => ({ path: readPathOf(path), body }))
        .concat(others)
        .map(({ path, body }) => ({ path, body: { ...value, [key]: body } }))
    })
    return steps.length > 0 ? [...here('text', [], 5), ...parts] : parts
  }
  return here(...wrongAt(value, steps))
}

/** Returns values that the model does not allow at a path. */
function wrongAt(value: unknown, steps: readonly Step[]): unknown[] {
  const others = [5, 'text', true, {}, []].filter((other) => typeof other !== typeof value)
  if (steps.at(-1) === '@odata.type') return [...others, '#microsoft.graph.another']
  const type = declaredAt('call', steps)
  switch (type?.kind) {
    case 'enum':
      return [...others, 'noMember']
    case 'int32':
    case 'int64':
      return [...others, 0.5]
    case 'string':
      return type.format === 'date-time' ? [...others, 'yesterday'] : others
    default:
      return others
  }
}
