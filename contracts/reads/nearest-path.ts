import { nearestNames } from '../../fixtures/nearest-names.ts'
import { propertyNamesOf } from '../../src/model/index.ts'
import { declaredAt } from '../../src/model/walk.ts'
import { type ReadPath, readPathOf, type Step } from './read-paths.ts'

/** The path of a call that is most like one that no call has. */
export function nearestPath(steps: readonly Step[]): ReadPath {
  const found: Step[] = []
  for (const given of steps) {
    const isCollection = declaredAt('call', found)?.kind === 'collection'
    // One element, by its number, stands for all.
    const step = isCollection && /^\d+$/.test(given) ? '[]' : given
    // A collection is easily taken for its elements, and one object for many.
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
