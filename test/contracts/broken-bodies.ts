import type { Step } from '../../contracts/reads/read-paths.ts'
import { readPathOf } from '../../contracts/reads/read-paths.ts'
import { isJsonObject } from '../../src/model/json.ts'
import { declaredAt } from '../../src/model/walk.ts'

/** A body in which one part does not satisfy the contract. */
export interface BrokenBody {
  readonly path: string
  readonly body: unknown
}

/** Returns copies of a body in which one expected part has another type, is null or is missing. */
export function brokenBodiesOf(value: unknown, expected: unknown, steps: readonly Step[] = []): BrokenBody[] {
  const brokenBy = (...bodies: unknown[]): BrokenBody[] =>
    bodies.map((body) => ({ path: readPathOf(steps), body }))
  if (Array.isArray(expected) && Array.isArray(value)) {
    // Inside an element, Pact accepts any collection if an empty one is expected.
    if (expected.length === 0) return brokenBy('none', {}, ...(steps.includes('[]') ? [] : [[{}]]))
    const last = value.length - 1
    return [
      ...brokenBy('some', [], value.with(last, null), value.with(last, [])),
      ...brokenBodiesOf(value[last], expected[0], [...steps, '[]']).map(({ path, body }) => ({
        path,
        body: value.with(last, body),
      })),
    ]
  }
  if (isJsonObject(expected) && isJsonObject(value)) {
    const parts = Object.entries(expected).flatMap(([key, inner]) => {
      const path = [...steps, key]
      const others = brokenBodiesOf(value[key], inner, path)
      return [undefined, null]
        .map((body): BrokenBody => ({ path: readPathOf(path), body }))
        .concat(others)
        .map(({ path, body }) => ({ path, body: { ...value, [key]: body } }))
    })
    return steps.length > 0 ? [...brokenBy('text', [], 5), ...parts] : parts
  }
  return brokenBy(...disallowedAt(value, steps))
}

/** Returns values that the model does not allow at a path. */
function disallowedAt(value: unknown, steps: readonly Step[]): unknown[] {
  const others = [5, 'text', true, {}, []].filter((other) => typeof other !== typeof value)
  if (steps.at(-1) === '@odata.type') return [...others, '#microsoft.graph.another']
  const type = declaredAt('call', steps)
  switch (type?.kind) {
    case 'enum':
      // The provider state fixes these two, so another member is wrong too.
      if (value === 'established' && steps.join() === 'state') return [...others, 'noMember', 'hold']
      if (value === 'outgoing' && steps.join() === 'direction') return [...others, 'noMember', 'incoming']
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
