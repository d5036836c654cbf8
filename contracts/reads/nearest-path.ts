import type { ValueType } from '../../src/model/definitions.ts'
import { propertyNamesOf } from '../../src/model/index.ts'
import { nearestNames } from '../../src/model/nearest-names.ts'
import { declaredAt } from '../../src/model/walk.ts'
import { type BodyType, type ReadPath, readPathOf, type Step } from './read-paths.ts'

/** Returns the path of a body that is most similar to an unknown path. */
export function nearestPath(steps: readonly Step[], body: BodyType = 'call'): ReadPath {
  const found: Step[] = []
  for (const input of steps) {
    const { kind } = declaredAt(body, found) ?? {}
    const isCollection = kind === 'collection'
    const hasElements = isCollection || kind === 'one-or-many'
    // An index means any element.
    const step = hasElements && /^\d+$/.test(input) ? '[]' : input
    // People forget the `[]` of a collection, or add one to an object.
    if (step === '[]' && !hasElements) continue
    if (step !== '[]' && isCollection) found.push('[]')
    const nearest = nearestStep(body, found, step)
    if (nearest === undefined) break
    found.push(nearest)
  }
  return readPathOf(found)
}

function nearestStep(body: BodyType, path: readonly Step[], step: Step): Step | undefined {
  if (declaredAt(body, [...path, step])) return step
  const name = objectAt(declaredAt(body, path))
  return name === undefined ? undefined : nearestNames(step, propertyNamesOf(name))[0]
}

/** Returns the name of the type of an object, or of the one object that can be in place of a list. */
export function objectAt(type: ValueType | undefined): string | undefined {
  if (type?.kind === 'one-or-many') return type.one
  return type?.kind === 'object' ? type.name : undefined
}
