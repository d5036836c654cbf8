import { join, resolve } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { PactMergeError } from '../pact-file/merge.ts'
import type { PactFile } from '../pact-file/pact-file.ts'
import { type StagedContract, Staging, stagedContracts, writeIfComplete } from './staging.ts'

/** What came of one contract whose tests ran on several machines. */
export interface MergedPact {
  /** The name of the consumer. */
  readonly consumer: string
  /** The name of the provider. */
  readonly provider: string
  /** The pact's file: an absolute path. */
  readonly file: string
  /** Whether the file now holds the whole contract. Where something is missing, it was left as it was. */
  readonly complete: boolean
  /** The names of the interactions that no folder has a result of. */
  readonly missing: readonly string[]
}

/**
 * Puts the results of several test runs together: the shards of a CI job, each with a `staging` folder of its own.
 *
 * @param folders - the shards' pact folders, or their staging folders
 * @param dir - where the pacts are written, as a path; each whole or not at all
 * @returns each contract that was found, by its file's name, with what is missing
 * @throws PactMergeError where a folder has no results, or where shards ran different definitions, or different versions of
 * Pact; PactFormatError where a result is damaged; UnwritableFileError
 * @example
 * ```ts
 * const merged = await mergePacts(['shard-1/pacts', 'shard-2/pacts'], 'pacts')
 * merged.filter(({ complete }) => !complete).map(({ missing }) => missing)
 * ```
 * Source: the staging folders that `defineCallContract` keeps.
 */
export async function mergePacts(folders: readonly string[], dir: string): Promise<readonly MergedPact[]> {
  const contracts = new Map<string, { contract: StagedContract; places: string[] }>()
  for (const folder of folders) {
    const { place, found } = await stagedIn(folder)
    for (const contract of found) {
      const known = contracts.get(contract.file)
      if (!known) contracts.set(contract.file, { contract, places: [place] })
      else if (isDeepStrictEqual(known.contract, contract)) known.places.push(place)
      else throw new PactMergeError(differ(contract.file, known.places[0] ?? '', place))
    }
  }
  const merged: MergedPact[] = []
  for (const { contract, places } of contracts.values()) {
    const results = new Map<string, PactFile>()
    for (const place of places) {
      for (const [name, pact] of await new Staging(place, contract).results()) results.set(name, pact)
    }
    const missing = await writeIfComplete(resolve(dir), contract, results)
    const { consumer, provider, file } = contract
    merged.push({ consumer, provider, file: resolve(dir, file), complete: missing.length === 0, missing })
  }
  return merged.toSorted((a, b) => (a.file < b.file ? -1 : 1))
}

/** The contracts of a pact folder, whose results are in `staging`, or of a staging folder. */
async function stagedIn(folder: string): Promise<{ place: string; found: StagedContract[] }> {
  for (const place of [join(folder, 'staging'), folder]) {
    const found = await stagedContracts(place)
    if (found.length > 0) return { place, found }
  }
  throw new PactMergeError(
    `${folder} has no results of a contract. Give the folders that the shards wrote, with "staging" in them: a CI system may leave out what Git ignores.`,
  )
}

function differ(file: string, one: string, other: string): string {
  return `${one} and ${other} have results of different definitions of ${file}. Run all shards on one commit, from a clean checkout.`
}
