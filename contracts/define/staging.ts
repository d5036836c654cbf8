import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import * as z from 'zod'
import { mergedPact } from '../pact-file/merge.ts'
import { type PactFile, PactFormatError, pactText, parsePact } from '../pact-file/pact-file.ts'
import { textOf, writeWhole } from '../pact-file/write-whole.ts'
import { ContractDefinitionError } from './contract-definition-error.ts'
import { isSameLocation, isUnchanged, locationText, type SourceLocation } from './source-location.ts'

/**
 * What staging knows of a contract: enough for another process, or another machine, to put the pact together.
 */
export interface StagedContract {
  readonly consumer: string
  readonly provider: string
  /** The name of the pact file. */
  readonly file: string
  /** Of all that decides the bytes of the pact, but for Pact itself. */
  readonly hash: string
  /** The names of the interactions, in the order of the pact. */
  readonly interactions: readonly string[]
}

const contractFile = 'contract'
const claimFile = 'claim'
/** Not `.json`: who publishes or lints a folder of pacts should not find these. */
const extension = '.staged'

const stagedContract = z.object({
  consumer: z.string(),
  provider: z.string(),
  // It comes from another machine, and may lead out of no folder.
  file: z.string().regex(/^[^/\\]+\.json$/, 'The file of a pact has a name, and no path.'),
  hash: z.string(),
  interactions: z.array(z.string()),
})
const claim = z.object({ file: z.string(), line: z.number(), hash: z.string().optional() })

/**
 * The place where the results of interactions wait until all of them are there. Test runners spread interactions over
 * threads, processes and machines, run some of them alone, and tell nobody when they are done: so whoever brings the last
 * one writes the pact, and until then the old file stays.
 *
 * `folder/my-bot-microsoft-graph-calls/` holds the claim of the definition that owns the file, and a folder for each hash of
 * it: the contract, and `1.staged`, `2.staged` ... for its interactions. Each file is written whole. Git ignores the folder.
 */
export class Staging {
  readonly #contract: StagedContract
  readonly #owner: string
  readonly #folder: string

  constructor(folder: string, contract: StagedContract) {
    this.#contract = contract
    this.#owner = join(folder, contract.file.replace(/\.json$/, ''))
    this.#folder = join(this.#owner, contract.hash)
  }

  /**
   * Says which definition the file belongs to.
   *
   * @throws ContractDefinitionError where one at another place owns it, and still stands there; PactFormatError where the claim
   * is damaged
   */
  async claim(place: SourceLocation): Promise<void> {
    const path = join(this.#owner, claimFile + extension)
    const owner = staged(claim, await textOf(path), path)
    if (owner && !isSameLocation(owner, place) && isUnchanged(owner)) {
      throw new ContractDefinitionError(conflict(this.#contract.file, owner, place))
    }
    for (const folder of await foldersIn(this.#owner)) {
      // What an earlier state of the definition left is of no use to this one.
      if (folder !== this.#folder) await rm(folder, { recursive: true, force: true })
    }
    await writeWhole(join(this.#owner, '.gitignore'), '*\n')
    await writeWhole(path, JSON.stringify(place))
    await writeWhole(join(this.#folder, contractFile + extension), JSON.stringify(this.#contract))
  }

  /** Leaves the result of an interaction. */
  async leave(name: string, pact: PactFile): Promise<void> {
    await writeWhole(this.#pathOf(name), pactText(pact))
  }

  /** Takes back what an interaction left: it failed since. */
  async withdraw(name: string): Promise<void> {
    await rm(this.#pathOf(name), { force: true })
  }

  /** The results that are there, of the Pact that made `like` where it is said: others are out of date. */
  async results(like?: PactFile): Promise<ReadonlyMap<string, PactFile>> {
    const results = new Map<string, PactFile>()
    for (const name of this.#contract.interactions) {
      const text = await textOf(this.#pathOf(name))
      if (text === undefined) continue
      const pact = parsePact(text, this.#pathOf(name))
      if (!like || isDeepStrictEqual(pact.metadata, like.metadata)) results.set(name, pact)
    }
    return results
  }

  #pathOf(name: string): string {
    return join(this.#folder, `${this.#contract.interactions.indexOf(name) + 1}${extension}`)
  }
}

/**
 * The contracts that have results in a folder.
 *
 * @throws PactFormatError where what it knows of one is damaged
 */
export async function stagedContracts(folder: string): Promise<StagedContract[]> {
  const found: StagedContract[] = []
  for (const owner of await foldersIn(folder)) {
    for (const hash of await foldersIn(owner)) {
      const path = join(hash, contractFile + extension)
      const contract = staged(stagedContract, await textOf(path), path)
      if (contract) found.push(contract)
    }
  }
  return found
}

/** Writes the pact of a contract, if all its results are there. @returns the names of those that are missing */
export async function writeIfComplete(
  dir: string,
  contract: StagedContract,
  results: ReadonlyMap<string, PactFile>,
): Promise<readonly string[]> {
  const missing = contract.interactions.filter((name) => !results.has(name))
  if (missing.length === 0) {
    await writeWhole(join(dir, contract.file), pactText(mergedPact([...results.values()])))
  }
  return missing
}

/** Says that two definitions want one file. */
export function conflict(file: string, owner: SourceLocation, place: SourceLocation): string {
  const places = isSameLocation(owner, place)
    ? `at ${locationText(place)}, twice and differently`
    : `at ${locationText(owner)} and at ${locationText(place)}`
  return `${file} is defined ${places}. One definition owns one file: put the interactions into one, or give one another consumer, provider or dir.`
}

/** What a file holds, if it is there. It was written whole, so whatever else it holds came from outside. */
function staged<T>(schema: z.ZodType<T>, text: string | undefined, path: string): T | undefined {
  if (text === undefined) return undefined
  try {
    return schema.parse(JSON.parse(text))
  } catch (cause) {
    throw new PactFormatError(
      `${path} is damaged. Remove the folder "staging" that it is in, and run the tests that write the pacts again.`,
      { cause },
    )
  }
}

async function foldersIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return []
    throw error
  })
  return entries
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => join(folder, name))
    .toSorted()
}
