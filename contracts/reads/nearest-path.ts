import { nearestNames } from '../../fixtures/nearest-names.ts'
import { propertyNamesOf } from '../../src/model/index.ts'
import { declaredAt } from '../../src/model/walk.ts'
import { type ReadPath, readPathOf, type Step } from './read-paths.ts'

/** Returns the path of a call that is most similar to an unknown path. */
export function nearestPath(steps: readonly Step[]): ReadPath {
  const found: Step[] = []
  for (const input of steps) {
    const isCollection = declaredAt('call', found)?.kind === 'collection'
    // An index means any element.
    const step = isCollection && /^\d+$/.test(input) ? '[]' : input
    // People forget the `[]` of a collection, or add one to an object.
    if (step === '[]' && !isCollection) continue
    if (step !== '[]' && isCollection) found.push('[]')
    const nearest = nearestStep(found, step)
    if (nearest === undefined) break
    found.push(nearest)
  }
  return readPathOf(found)
}

function nearestStep(path: readonly Step[], step: Step): Step | undefined {
  if (declaredAt('call', [...path, step])) return step
  const type = declaredAt('call', path)
  return type?.kind === 'object' ? nearestNames(step, propertyNamesOf(type.name))[0] : undefined
}
