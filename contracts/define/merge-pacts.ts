import { existsSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { checkDirectories, checkPath } from '../contract-arguments.ts'
import { writeAtomically } from '../pact-file/atomic-write.ts'
import { PactMergeError } from '../pact-file/merge-interactions.ts'
import { pactText } from '../pact-file/pact-file.ts'
import type { StoredPact } from '../pact-file/stored-pact.ts'
import { copyClaim, ownerDirectory } from './definition-claim.ts'
import { differenceOf } from './definition-difference.ts'
import { definitionsIn, type StagedDefinition } from './staged-definitions.ts'
import { StagedResults } from './staged-results.ts'
import { completePact, writeIfComplete } from './write-pact.ts'

/**
 * Result of `mergePacts` for one contract.
 *
 * @example
 * ```ts
 * import { type MergedPact, mergePacts } from 'graph-call-testkit/contracts'
 *
 * const incomplete: MergedPact[] = (await mergePacts(['shard-1/pacts'], 'pacts')).filter(({ complete }) => !complete)
 * ```
 * Source: the staging directories that `defineCallContract` writes.
 */
export interface MergedPact {
  /** Name of the consumer. */
  readonly consumer: string
  /** Name of the provider. */
  readonly provider: string
  /** Absolute path of the pact file. */
  readonly file: string
  /** True if the file now has every interaction of the contract. Otherwise the file was not changed. */
  readonly complete: boolean
  /** Names of the interactions without a result. */
  readonly missing: readonly string[]
  /** Descriptions of interactions that other tools wrote, and that stayed in the file. */
  readonly others: readonly string[]
}

/**
 * Writes pact files from the results of several test runs, such as the shards of a CI job. Reads everything before it
 * writes anything. Copies the results to `staging` in `dir`, for `contractStatus`, `lintPacts` and `publishPacts`.
 *
 * @param directories - pact directories of the shards, each with its `staging` directory, or the staging directories
 * @param dir - directory of the pact files, as a path
 * @returns a result for each contract, sorted by file
 * @throws a {@link NoResultsError} if a directory has no results
 * @throws a {@link PactMergeError} if the results come from different definitions or from different versions of Pact, or if
 * the interactions that other tools wrote to a file cannot be kept
 * @throws a {@link PactFormatError} if a result or an existing pact file is invalid
 * @throws a {@link NoPactsError} if the list is empty
 * @throws an {@link UnreadableFileError} if a file or directory cannot be read
 * @throws an {@link UnwritableFileError} if a pact file cannot be written
 * @throws TypeError if `directories` is not an array of paths, or `dir` is not a path
 * @example
 * ```ts
 * import { mergePacts } from 'graph-call-testkit/contracts'
 *
 * const merged = await mergePacts(['shard-1/pacts', 'shard-2/pacts'], 'pacts')
 * const missing = merged.flatMap(({ missing }) => missing)
 * ```
 * Source: the staging directories that `defineCallContract` writes.
 */
export async function mergePacts(
  directories: readonly string[],
  dir: string,
): Promise<readonly MergedPact[]> {
  checkDirectories('directories', directories)
  checkPath('dir', dir)
  const merges = new Map<string, Merge>()
  for (const directory of directories) {
    const { staging, definitions } = definitionsIn(directory)
    for (const definition of definitions) {
      const known = merges.get(definition.contract.file)
      if (!known)
        merges.set(definition.contract.file, { staging, definition, results: resultsOf(definition) })
      else if (isDeepStrictEqual(known.definition.contract, definition.contract)) {
        for (const [name, pact] of resultsOf(definition)) known.results.set(name, pact)
      } else throw new PactMergeError(differenceMessage(known, staging, definition))
    }
  }
  const target = resolve(dir)
  const sorted = [...merges].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, merge]) => merge)
  for (const { definition, results } of sorted) {
    // Throws before anything is written.
    if (results.size === definition.contract.interactions.length) {
      completePact(target, definition.contract, results)
    }
  }
  return sorted.map((merge) => written(merge, target))
}

/** Results of one contract from several directories. */
interface Merge {
  /** Staging directory of the first results. */
  readonly staging: string
  readonly definition: StagedDefinition
  readonly results: Map<string, StoredPact>
}

function resultsOf({ results }: StagedDefinition): Map<string, StoredPact> {
  return new Map(results.all())
}

function written({ definition, results }: Merge, dir: string): MergedPact {
  const { contract, claim } = definition
  const { consumer, provider, file } = contract
  const { missing, others } = writeIfComplete(dir, contract, results)
  if (existsSync(dir)) {
    const staging = join(dir, 'staging')
    rmSync(ownerDirectory(staging, contract), { recursive: true, force: true, maxRetries: 3 })
    const copied = new StagedResults(join(ownerDirectory(staging, contract), contract.hash), contract)
    for (const [name, pact] of results) writeAtomically(copied.pathOf(name), pactText(pact))
    copyClaim(staging, { ...claim, dir }, contract)
  }
  return { consumer, provider, file: resolve(dir, file), complete: missing.length === 0, missing, others }
}

function differenceMessage({ definition, staging }: Merge, otherStaging: string, other: StagedDefinition) {
  return `${staging} and ${otherStaging} have results of different definitions of ${other.contract.file}. ${differenceOf(definition.contract, other.contract)}. Run all shards on one commit, from a clean checkout, and without random values or the current time in the definition.`
}
