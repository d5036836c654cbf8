import { join, resolve } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { PactMergeError } from '../pact-file/merge-interactions.ts'
import type { PactFile } from '../pact-file/pact-file.ts'
import type { StagedContract } from './staged-files.ts'
import { Staging, stagedContracts } from './staging.ts'
import { writeIfComplete } from './write-pact.ts'

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
}

/**
 * Writes pact files from the results of several test runs, such as the shards of a CI job.
 *
 * @param directories - pact directories of the shards, each with its `staging` directory, or the staging directories
 * @param dir - directory of the pact files, as a path
 * @returns a result for each contract, sorted by file
 * @throws {@link PactMergeError} if a directory has no results, or if the results come from different definitions or from
 * different versions of Pact
 * @throws {@link PactFormatError} if a result is invalid
 * @throws {@link UnwritableFileError} if a pact file cannot be written
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
  const contracts = new Map<string, { contract: StagedContract; stagings: string[] }>()
  for (const directory of directories) {
    const { staging, found } = await stagedIn(directory)
    for (const contract of found) {
      const known = contracts.get(contract.file)
      if (!known) contracts.set(contract.file, { contract, stagings: [staging] })
      else if (isDeepStrictEqual(known.contract, contract)) known.stagings.push(staging)
      else throw new PactMergeError(differenceMessage(contract.file, known.stagings[0] ?? '', staging))
    }
  }
  const merged: MergedPact[] = []
  for (const { contract, stagings } of contracts.values()) {
    const results = new Map<string, PactFile>()
    for (const staging of stagings) {
      for (const [name, pact] of await new Staging(staging, contract).results()) results.set(name, pact)
    }
    const missing = await writeIfComplete(resolve(dir), contract, results)
    const { consumer, provider, file } = contract
    merged.push({ consumer, provider, file: resolve(dir, file), complete: missing.length === 0, missing })
  }
  return merged.toSorted((a, b) => (a.file < b.file ? -1 : 1))
}

/** Returns the contracts in a pact directory, which has them in `staging`, or in a staging directory. */
async function stagedIn(directory: string): Promise<{ staging: string; found: StagedContract[] }> {
  for (const staging of [join(directory, 'staging'), directory]) {
    const found = await stagedContracts(staging)
    if (found.length > 0) return { staging, found }
  }
  throw new PactMergeError(
    `${directory} has no results of a contract. Pass the directories that the shards wrote, with "staging" in them. Some CI systems leave out files that Git ignores.`,
  )
}

function differenceMessage(file: string, one: string, other: string): string {
  return `${one} and ${other} have results of different definitions of ${file}. Run all shards on one commit, from a clean checkout.`
}
