import type { FixtureName } from '../../fixtures/index.ts'
import { declaredAt } from '../../src/model/walk.ts'
import { nearestPath } from '../reads/nearest-path.ts'
import { type CallReads, leadsTo, pathsIn, type ReadPath, readPathOf, stepsOf } from '../reads/read-paths.ts'
import type { CallContractDefinition, CustomInteraction } from './call-contract.ts'
import { ContractDefinitionError } from './contract-definition-error.ts'

/**
 * The reads of a definition, sorted, each in its one form.
 *
 * @throws ContractDefinitionError where no call is known to have one, nor has a body that the definition gives
 */
export function checkedReads({
  reads,
  interactions,
}: Pick<
  CallContractDefinition<FixtureName | CustomInteraction, CallReads<never>>,
  'interactions' | 'reads'
>): ReadPath[] {
  const given = interactions.flatMap((own) => (typeof own === 'object' ? pathsIn(own.body) : []))
  const checked = reads.map((path) => {
    const steps = typeof path === 'string' ? stepsOf(path) : []
    const place = steps.at(-1) === '*' ? steps.slice(0, -1) : steps
    const known =
      steps.length > 0 &&
      (declaredAt('call', place) || given.some((other) => leadsTo(readPathOf(place), other)))
    if (!known) throw new ContractDefinitionError(unknown(path, place))
    return readPathOf(steps)
  })
  return [...new Set(checked)].toSorted()
}

function unknown(path: ReadPath, steps: readonly string[]): string {
  const nearest = steps.length > 0 ? nearestPath(steps) : 'state'
  return `reads: no call is known to have ${JSON.stringify(path)}. Nearest: ${nearest || 'state'}.`
}
