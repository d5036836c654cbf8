import { readdir, rm, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { readTextFile, writeAtomically } from '../pact-file/atomic-write.ts'
import { type PactFile, pactText, parsePact } from '../pact-file/pact-file.ts'
import { ContractDefinitionError } from './contract-definition-error.ts'
import { isSameLocation, isUnchanged, locationText, type SourceLocation } from './source-location.ts'
import { parseStaged, type StagedContract, stagedClaim, stagedContract } from './staged-files.ts'

const contractFile = 'contract'
const claimFile = 'claim'
/** Not `.json`, so that commands that publish or lint a directory of pacts do not find these files. */
const extension = '.staged'

/**
 * Directory that collects the results of interactions until every interaction has one. Test runners spread tests over
 * threads, processes and machines, may run only some of them, and do not report when all of them are done. Therefore the run
 * that adds the last result writes the pact. Until then, the old file stays.
 *
 * `staging/my-bot-microsoft-graph-calls/` contains the claim of the definition that owns the pact file, and a directory for
 * each hash of the definition, with the contract and one file for each result: `1.staged`, `2.staged` and so on. Each file
 * is written atomically. Git ignores the directory.
 */
export class Staging {
  readonly #contract: StagedContract
  readonly #owner: string
  readonly #dir: string
  /** Parsed results by path, with the version of the file that was parsed. */
  readonly #parsed = new Map<string, { readonly version: string; readonly pact: PactFile }>()

  constructor(dir: string, contract: StagedContract) {
    this.#contract = contract
    this.#owner = join(dir, contract.file.replace(/\.json$/, ''))
    this.#dir = join(this.#owner, contract.hash)
  }

  /**
   * Claims the pact file for the definition at a location.
   *
   * @throws {@link ContractDefinitionError} if a definition at another location owns the file, and is still there
   * @throws {@link PactFormatError} if the existing claim is invalid
   */
  async claim(location: SourceLocation): Promise<void> {
    const path = join(this.#owner, claimFile + extension)
    const owner = parseStaged(stagedClaim, await readTextFile(path), path)
    if (owner && !isSameLocation(owner, location) && isUnchanged(owner)) {
      throw new ContractDefinitionError(conflictMessage(this.#contract.file, owner, location))
    }
    for (const dir of await directoriesIn(this.#owner)) {
      // Results of an earlier version of the definition.
      if (dir !== this.#dir) await rm(dir, { recursive: true, force: true })
    }
    await writeAtomically(join(this.#owner, '.gitignore'), '*\n')
    await writeAtomically(path, JSON.stringify(location))
    await writeAtomically(join(this.#dir, contractFile + extension), JSON.stringify(this.#contract))
  }

  /** Saves the result of an interaction. */
  async save(name: string, pact: PactFile): Promise<void> {
    await writeAtomically(this.#pathOf(name), pactText(pact))
  }

  /** Deletes the result of an interaction that has failed since. */
  async discard(name: string): Promise<void> {
    await rm(this.#pathOf(name), { force: true })
  }

  /** True if every interaction has a result. */
  async isComplete(): Promise<boolean> {
    const files = new Set(await readdir(this.#dir).catch(ignoreMissing))
    return this.#contract.interactions.every((name) => files.has(basename(this.#pathOf(name))))
  }

  /**
   * Returns the results by the name of the interaction. Parses each file once.
   *
   * @param like - if set, returns only results that the same version of Pact wrote
   */
  async results(like?: PactFile): Promise<ReadonlyMap<string, PactFile>> {
    const results = new Map<string, PactFile>()
    for (const name of this.#contract.interactions) {
      const pact = await this.#resultOf(name)
      if (pact && (!like || isDeepStrictEqual(pact.metadata, like.metadata))) results.set(name, pact)
    }
    return results
  }

  async #resultOf(name: string): Promise<PactFile | undefined> {
    const path = this.#pathOf(name)
    const version = await versionOf(path)
    const known = this.#parsed.get(path)
    if (known && known.version === version) return known.pact
    const text = await readTextFile(path)
    if (version === undefined || text === undefined) return undefined
    const pact = parsePact(text, path)
    this.#parsed.set(path, { version, pact })
    return pact
  }

  #pathOf(name: string): string {
    return join(this.#dir, `${this.#contract.interactions.indexOf(name) + 1}${extension}`)
  }
}

/**
 * Returns the contracts that have results in a staging directory.
 *
 * @throws {@link PactFormatError} if the file of a contract is invalid
 */
export async function stagedContracts(staging: string): Promise<StagedContract[]> {
  const found: StagedContract[] = []
  for (const owner of await directoriesIn(staging)) {
    for (const dir of await directoriesIn(owner)) {
      const path = join(dir, contractFile + extension)
      const contract = parseStaged(stagedContract, await readTextFile(path), path)
      if (contract) found.push(contract)
    }
  }
  return found
}

/** Returns the message of the error for two definitions of one file. */
export function conflictMessage(file: string, owner: SourceLocation, location: SourceLocation): string {
  const locations = isSameLocation(owner, location)
    ? `twice at ${locationText(location)}, with different options`
    : `at ${locationText(owner)} and at ${locationText(location)}`
  return `${file} is defined ${locations}. A file belongs to one definition: merge the two, or change the consumer, provider or dir of one.`
}

/** Returns a text that changes whenever the file is replaced. */
async function versionOf(path: string): Promise<string | undefined> {
  const found = await stat(path, { bigint: true }).catch(ignoreMissing)
  return found && `${found.ino} ${found.mtimeNs} ${found.size}`
}

async function directoriesIn(dir: string): Promise<string[]> {
  const entries = (await readdir(dir, { withFileTypes: true }).catch(ignoreMissing)) ?? []
  return entries
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => join(dir, name))
    .toSorted()
}

function ignoreMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT' && error.code !== 'ENOTDIR') throw error
}
