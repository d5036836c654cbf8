import type { FixtureName } from '../../fixtures/index.ts'
import { jsonCopy } from '../../src/model/json-copy.ts'
import { declaredAt } from '../../src/model/walk.ts'
import { nearestPath } from '../reads/nearest-path.ts'
import {
  type CallReads,
  isPrefixOf,
  leafPathsOf,
  type ReadPath,
  readPathOf,
  stepsOf,
} from '../reads/read-paths.ts'
import type { CallContractDefinition, CustomInteraction } from './call-contract.ts'
import { ContractDefinitionError } from './contract-definition-error.ts'

/**
 * Returns the reads of a definition in a single notation, sorted and without duplicates.
 *
 * @throws {@link ContractDefinitionError} if a path is neither in the model nor in a body of the definition
 */
export function checkedReads({
  reads,
  interactions,
}: Pick<
  CallContractDefinition<FixtureName | CustomInteraction, CallReads<never>>,
  'interactions' | 'reads'
>): ReadPath[] {
  const customPaths = interactions.flatMap((item) => (typeof item === 'object' ? pathsIn(item.body) : []))
  const checked = reads.map((path) => {
    const steps = typeof path === 'string' ? stepsOf(path) : []
    const parent = steps.at(-1) === '*' ? steps.slice(0, -1) : steps
    const isKnown =
      steps.length > 0 &&
      (declaredAt('call', parent) || customPaths.some((other) => isPrefixOf(readPathOf(parent), other)))
    if (!isKnown) throw new ContractDefinitionError(unknownRead(path, parent))
    return readPathOf(steps)
  })
  return [...new Set(checked)].toSorted()
}

/** Returns the paths of a body. `interactionsOf` reports a body that is not JSON. */
function pathsIn(body: unknown): ReadPath[] {
  const result = jsonCopy(body)
  return 'copy' in result ? leafPathsOf(result.copy) : []
}

function unknownRead(path: ReadPath, steps: readonly string[]): string {
  const nearest = steps.length > 0 ? nearestPath(steps) : 'state'
  return `Invalid reads: a call does not have ${JSON.stringify(path)}. Nearest: ${nearest || 'state'}.`
}
