import type { FixtureName } from '../../fixtures/index.ts'
import { jsonCopy } from '../../src/model/json-copy.ts'
import { declaredAt } from '../../src/model/walk.ts'
import { describeValue } from '../../src/read/describe-value.ts'
import { fixtureNames, isErrorFixture } from '../fixture-names.ts'
import type { Exact } from '../interaction/exact.ts'
import { nearestPath } from '../reads/nearest-path.ts'
import {
  type CallReads,
  isPrefixOf,
  leafPathsOf,
  type ReadPath,
  readPathOf,
  stepsOf,
} from '../reads/read-paths.ts'
import type { CallContractDefinition } from './call-contract.ts'
import { ContractDefinitionError } from './contract-definition-error.ts'
import type { CustomInteraction, FixtureInteraction } from './interaction-input.ts'

/**
 * Returns the reads of a definition in a single notation, sorted and without duplicates.
 *
 * @throws a {@link ContractDefinitionError} if a path is neither in the model nor in a body of the definition, or if a contract
 * with calls has no reads: it would promise nothing about them
 */
export function checkedReads({
  reads,
  interactions,
}: Pick<
  CallContractDefinition<FixtureName | FixtureInteraction | CustomInteraction, CallReads<never>>,
  'interactions' | 'reads'
>): ReadPath[] {
  if (reads.length === 0 && !interactions.every(isError)) {
    throw new ContractDefinitionError(
      "Invalid reads: the list is empty. Expected at least one path, such as ['state'], or the result of readsOf.",
      { option: 'reads', value: reads },
    )
  }
  const customPaths = interactions.flatMap((item) =>
    typeof item === 'object' && 'body' in item ? pathsIn(item.body) : [],
  )
  return checkedPaths('call', reads, customPaths)
}

/**
 * Returns paths in a single notation, sorted and without duplicates.
 *
 * @param customPaths - paths that are not in the model, but in a body of the definition
 * @throws a {@link ContractDefinitionError} if a path is neither in the model nor in a body
 */
export function checkedPaths(
  body: keyof typeof nouns,
  reads: readonly ReadPath[],
  customPaths: readonly ReadPath[],
): ReadPath[] {
  const checked = reads.map((path) => {
    const steps = typeof path === 'string' ? stepsOf(path) : []
    const parent = steps.at(-1) === '*' ? steps.slice(0, -1) : steps
    const isKnown =
      steps.length > 0 &&
      (declaredAt(body, parent) || customPaths.some((other) => isPrefixOf(readPathOf(parent), other)))
    if (!isKnown) throw unknownRead(body, path, parent)
    return readPathOf(steps)
  })
  return [...new Set(checked)].toSorted()
}

const nouns = {
  call: { noun: 'a call', example: 'state' },
  commsNotifications: { noun: 'a notification', example: 'value[].resourceUrl' },
} as const

/** True for the name of an error fixture. An unknown name is reported later. */
function isError(item: FixtureName | FixtureInteraction | CustomInteraction): boolean {
  if (typeof item === 'object' && 'body' in item) return false
  const name = typeof item === 'string' ? item : item.fixture
  return !fixtureNames().includes(name) || isErrorFixture(name)
}

function unknownRead(
  body: keyof typeof nouns,
  path: ReadPath,
  steps: readonly string[],
): ContractDefinitionError {
  const { noun, example } = nouns[body]
  const nearest = steps.length > 0 ? nearestPath(steps, body) : example
  return new ContractDefinitionError(
    `Invalid reads: ${noun} does not have ${describeValue(path)}. Nearest: ${nearest || example}.`,
    { option: 'reads', value: path },
  )
}

/**
 * Checks the paths that a provider must send exactly.
 *
 * @throws a {@link ContractDefinitionError} if it is not a list of paths, or if the consumer does not read one of them
 */
export function checkedExact(
  option: string,
  exact: Exact | undefined,
  reads: readonly ReadPath[],
): Exact | undefined {
  if (exact === undefined || exact === false) return exact
  if (!Array.isArray(exact)) {
    throw new ContractDefinitionError(
      `Invalid ${option}: ${describeValue(exact)}. Expected a list of paths, such as ["subject"], or false.`,
      { option, value: exact },
    )
  }
  for (const path of exact) {
    const isText = typeof path === 'string' && path !== ''
    if (isText && reads.some((read) => isPrefixOf(path, read) || isPrefixOf(read, path))) continue
    throw new ContractDefinitionError(
      `Invalid ${option}: the consumer does not read ${describeValue(path)}. Expected one of its reads: ${reads.join(', ')}.`,
      { option, value: exact },
    )
  }
  return exact
}

/** Returns the paths of a body. A body that is not JSON is reported later. */
export function pathsIn(body: unknown): ReadPath[] {
  const result = jsonCopy(body)
  return 'copy' in result ? leafPathsOf(result.copy) : []
}
