import { join, resolve } from 'node:path'
import { readUtf8FileIfExists } from '../../src/files/read-utf8-file.ts'
import { checkDirectories } from '../contract-arguments.ts'
import { PactMergeError } from '../pact-file/merge-interactions.ts'
import { entriesIn } from '../pact-file/missing-file.ts'
import { originOf } from '../pact-file/origin.ts'
import { parseStoredPact, type StoredPact } from '../pact-file/stored-pact.ts'
import { differencesOf, type PactDifferences } from './pact-comparison.ts'
import { locationText } from './source-location.ts'
import { definitionsIn, type StagedDefinition } from './staged-definitions.ts'
import { completePact } from './write-pact.ts'

/**
 * Status of one contract.
 *
 * @example
 * ```ts
 * import { type ContractStatus, contractStatus } from 'graph-call-testkit/contracts'
 *
 * const lineOf = ({ file, definition, pact }: ContractStatus) => `${file} (${definition}): ${pact}`
 * const lines = (await contractStatus(['pacts'])).contracts.map(lineOf)
 * ```
 * Source: the staging directories that `defineCallContract` writes.
 */
export interface ContractStatus {
  /** Name of the consumer. */
  readonly consumer: string
  /** Name of the provider. */
  readonly provider: string
  /** Path of the pact file. */
  readonly file: string
  /** Source location of the definition: file and line, relative to the working directory. */
  readonly definition: string
  /** Number of interactions of the definition. */
  readonly interactions: number
  /** True if every interaction has passed since the definition changed. */
  readonly complete: boolean
  /** Names of the interactions without a result: they failed, or no test ran them. */
  readonly missing: readonly string[]
  /**
   * State of the pact file:
   *
   * - `current`: it has the bytes that the results give. If interactions have no result, its interactions are those of the
   *   definition
   * - `reformatted`: it has the same interactions, but other bytes, because another tool wrote it since
   * - `outdated`: at least one of its interactions differs from the definition or from its result
   * - `absent`: it does not exist, or is not a pact that can be read
   */
  readonly pact: 'current' | 'reformatted' | 'outdated' | 'absent'
  /** Interactions of this package that differ between the pact file and the definition. */
  readonly differences: readonly InteractionDifference[]
  /** Descriptions of interactions that other tools wrote to the pact file. */
  readonly others: readonly string[]
}

/**
 * Difference between a pact file and the definition of its contract.
 *
 * @example
 * ```ts
 * import { contractStatus, type InteractionDifference } from 'graph-call-testkit/contracts'
 *
 * const isOutdated = ({ kind }: InteractionDifference) => kind === 'outdated'
 * const [contract] = (await contractStatus(['pacts'])).contracts
 * const outdated = contract?.differences.filter(isOutdated)
 * ```
 * Source: the staging directories that `defineCallContract` writes.
 */
export interface InteractionDifference {
  /** Description of the interaction. */
  readonly interaction: string
  /**
   * Kind of difference: the interaction is not in the file, is there as an earlier definition wrote it, or is there but no
   * longer defined.
   */
  readonly kind: 'missing' | 'outdated' | 'removed'
}

/**
 * Result of {@link contractStatus}.
 *
 * @example
 * ```ts
 * import { type ContractStatusReport, contractStatus } from 'graph-call-testkit/contracts'
 *
 * const report: ContractStatusReport = await contractStatus(['pacts'])
 * if (!report.passed) process.exitCode = 1
 * ```
 * Source: the staging directories that `defineCallContract` writes.
 */
export interface ContractStatusReport {
  /** True if every contract is complete, every pact is up to date, and every pact of this package has a definition. */
  readonly passed: boolean
  /** Contracts, sorted by file. */
  readonly contracts: readonly ContractStatus[]
  /**
   * Pact files that this package wrote, and that no evaluated definition writes: the consumer has a new name, or the test file
   * of the definition did not run.
   */
  readonly abandoned: readonly string[]
  /** JSON files in the same directories that other tools wrote. */
  readonly otherFiles: readonly string[]
}

/**
 * Compares pact files with the definitions and results that test runs left in `staging`: which contracts are complete, which
 * interactions have no result, and which files no definition writes. Writes nothing.
 *
 * @param directories - pact directories with a `staging` directory, or staging directories
 * @throws a {@link NoResultsError} if a directory has no results, for example in a new checkout
 * @throws a {@link PactFormatError} if a staged file is invalid
 * @throws a {@link NoPactsError} if the list is empty
 * @throws an {@link UnreadableFileError} if a file or directory cannot be read
 * @throws TypeError if `directories` is not an array of paths
 * @example
 * ```ts
 * import { contractStatus } from 'graph-call-testkit/contracts'
 *
 * const { contracts } = await contractStatus(['pacts'])
 * for (const { file, missing } of contracts) console.log(`${file}: ${missing.length} interactions without a result`)
 * ```
 * Source: the staging directories that `defineCallContract` writes.
 */
export async function contractStatus(directories: readonly string[]): Promise<ContractStatusReport> {
  checkDirectories('directories', directories)
  const found = directories.flatMap((directory) => {
    const { staging, definitions } = definitionsIn(directory)
    // The claim has the directory of the pact, which another machine or checkout may have in another place.
    return definitions.map((definition) => ({
      definition,
      dir: staging === directory ? definition.claim.dir : directory,
    }))
  })
  const contracts = found
    .map(({ definition, dir }) => statusOf(definition, dir))
    .toSorted((a, b) => (a.file < b.file ? -1 : 1))
  const claimed = new Set(contracts.map(({ file }) => resolve(file)))
  const unclaimed = [...new Set(found.map(({ dir }) => dir))]
    .flatMap(jsonFilesIn)
    .filter((file) => !claimed.has(resolve(file)))
  const abandoned = unclaimed.filter((file) => isOwn(pactAt(file)))
  return {
    passed: abandoned.length === 0 && contracts.every(isUpToDate),
    contracts,
    abandoned,
    otherFiles: unclaimed.filter((file) => !abandoned.includes(file)),
  }
}

/** True if this package wrote an interaction of a pact. */
function isOwn(pact: StoredPact | undefined): boolean {
  return pact?.interactions.some((one) => originOf(one) !== undefined) ?? false
}

function statusOf(definition: StagedDefinition, dir: string): ContractStatus {
  const { claim, contract, results } = definition
  const { consumer, provider } = contract
  const file = join(dir, contract.file)
  const latest = results.latest()
  const missing = contract.interactions.map(({ name }) => name).filter((name) => !latest.has(name))
  const pact = pactAt(file)
  const differences = pact && differencesOf(pact, definition)
  const defined = new Set(contract.interactions.map(({ description }) => description))
  return {
    consumer,
    provider,
    file,
    definition: locationText(claim),
    interactions: contract.interactions.length,
    complete: missing.length === 0,
    missing,
    pact: stateOf(definition, dir, differences),
    differences: [
      ...describe('missing', differences?.missing),
      ...describe('outdated', differences?.outdated),
      ...describe('removed', differences?.removed),
    ],
    others: (pact?.interactions ?? [])
      .filter((one) => originOf(one) === undefined && !defined.has(one.description))
      .map(({ description }) => description),
  }
}

function describe(
  kind: InteractionDifference['kind'],
  descriptions: readonly string[] = [],
): InteractionDifference[] {
  return descriptions.map((interaction) => ({ interaction, kind }))
}

function stateOf(
  { contract, results }: StagedDefinition,
  dir: string,
  differences: PactDifferences | undefined,
): ContractStatus['pact'] {
  if (!differences) return 'absent'
  if (Object.values(differences).some((descriptions) => descriptions.length > 0)) return 'outdated'
  const latest = results.latest()
  if (latest.size < contract.interactions.length) return 'current'
  try {
    const { text } = completePact(dir, contract, latest)
    return text === readUtf8FileIfExists(join(dir, contract.file)) ? 'current' : 'reformatted'
  } catch (error) {
    // Another tool wrote interactions that cannot be kept.
    if (error instanceof PactMergeError) return 'outdated'
    throw error
  }
}

function isUpToDate({ complete, pact }: ContractStatus): boolean {
  return complete && (pact === 'current' || pact === 'reformatted')
}

function jsonFilesIn(dir: string): string[] {
  return entriesIn(dir)
    .map(({ name }) => name)
    .filter((name) => name.endsWith('.json') && !name.startsWith('.'))
    .toSorted()
    .map((name) => join(dir, name))
}

/** Returns a pact, or `undefined` if the file does not exist or is not a readable pact. */
function pactAt(file: string): StoredPact | undefined {
  try {
    const text = readUtf8FileIfExists(file)
    return text === undefined ? undefined : parseStoredPact(text, file)
  } catch {
    return undefined
  }
}
