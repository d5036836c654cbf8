import { existsSync, rmSync } from 'node:fs'
import { hostname } from 'node:os'
import { basename, join } from 'node:path'
import { writeAtomically } from '../pact-file/atomic-write.ts'
import { PactFormatError } from '../pact-file/pact-file.ts'
import { isSourceChanged } from './changed-sources.ts'
import { ContractDefinitionError } from './contract-definition-error.ts'
import { differenceOf } from './definition-difference.ts'
import {
  isSameFile,
  isSameLocation,
  isUnchanged,
  locationText,
  type SourceLocation,
} from './source-location.ts'
import { twoLocationsMessage } from './staged-contract.ts'
import {
  checkDirectory,
  extension,
  readStagedJson,
  type StagedClaim,
  type StagedContract,
  stagedClaim,
  stagedContract,
  stagedDirectories,
} from './staged-files.ts'
import { StagedResults } from './staged-results.ts'

const claimFile = `claim${extension}`
const contractFile = `contract${extension}`

/**
 * Claim of a definition on its pact file: a file in the staging directory, `my-bot-microsoft-graph-calls/claim.staged`. It
 * contains the location of the definition and the hash of its contract, which names the directory with the results.
 *
 * A definition that differs between the processes of one run would split the results, and no process would write the pact.
 * Two rules find it. Both apply only while the source file of the definition is unchanged:
 *
 * 1. A definition has made its claim, and another one has taken the file since. They run at the same time.
 * 2. Another definition has results of the same run, but has never run the interaction that runs now. The two ran one after
 *    the other, and share the interactions between them. In watch mode, a definition also differs after a change to an
 *    imported module: then the same interactions run again, or a source file is newer than the results, and the new
 *    definition replaces the old one.
 */
export class DefinitionClaim {
  readonly #owner: string
  readonly #contract: StagedContract
  readonly #contractText: string
  readonly #claim: Omit<StagedClaim, 'replaces'>
  #isMade = false
  #difference: ContractDefinitionError | undefined

  /**
   * @param staging - staging directory
   * @param dir - directory of the pact file
   */
  constructor(staging: string, dir: string, contract: StagedContract, location: SourceLocation) {
    const { file, line, hash } = location
    this.#owner = ownerDirectory(staging, contract)
    this.#contract = contract
    this.#contractText = JSON.stringify(contract)
    this.#claim = { file, line, hash, dir, definition: contract.hash, run: runId() }
  }

  /** Directory of the results. */
  get results(): string {
    return join(this.#owner, this.#contract.hash)
  }

  /**
   * Claims the pact file.
   *
   * @param name - interaction that runs. Absent when the definition is evaluated
   * @throws a {@link ContractDefinitionError} if a definition at another location owns the file and is still there, or if the
   * definition differs between the processes of a run
   * @throws a {@link PactFormatError} if the existing claim is invalid
   * @throws an {@link UnwritableFileError} if the staging directory cannot be written
   */
  make(name?: string): void {
    if (this.#difference) throw this.#difference
    for (const dir of [this.#owner, this.results]) checkDirectory(dir)
    const path = join(this.#owner, claimFile)
    const found = readStagedJson(path, stagedClaim)
    // Two definitions in one file share a process, which finds them. Coverage tools change line numbers.
    if (found && !isSameFile(found, this.#claim) && isUnchanged(found) && this.#isHere(found)) {
      const message = twoLocationsMessage(this.#contract.file, found, this.#claim)
      throw new ContractDefinitionError(`${message} If the first one is gone, delete ${this.#owner}.`)
    }
    if (found && this.#isRival(found) && this.#isMade) throw this.#differs(found.definition)
    const replaces = this.#replaced(found, name)
    writeAtomically(join(this.#owner, '.gitignore'), '*\n')
    writeAtomically(join(this.results, contractFile), this.#contractText)
    if (writeAtomically(path, JSON.stringify({ ...this.#claim, replaces }))) this.#removeOutdated(replaces)
    this.#isMade = true
  }

  /** Returns the definition whose results of this run do not belong to this one, unless it is outdated. */
  #replaced(found: StagedClaim | undefined, name: string | undefined): string | undefined {
    if (found?.run !== this.#claim.run || !isSameSource(found, this.#claim)) return undefined
    const candidates = [found.definition, found.replaces].filter((hash) => hash !== this.#claim.definition)
    for (const hash of candidates) {
      if (hash === undefined) continue
      const contract = readContract(this.#owner, hash)
      const results = contract && new StagedResults(join(this.#owner, hash), contract)
      const attempts = results?.attempts() ?? []
      if (!contract || attempts.length === 0) continue
      if (name === undefined) return hash
      if (!contract.interactions.some((interaction) => interaction.name === name)) return undefined
      const [first = ''] = attempts
      const since = results?.changedAt(first) ?? 0
      if (attempts.includes(name) || isSourceChanged(since, this.#claim.dir)) return undefined
      const error = this.#differs(hash)
      // The next run starts again.
      rmSync(join(this.#owner, hash), { recursive: true, force: true, maxRetries: 3 })
      throw error
    }
    return undefined
  }

  /** False if the staging directory was copied from another folder, for example with the whole project. */
  #isHere({ dir }: StagedClaim): boolean {
    return isSameFile({ file: dir }, { file: this.#claim.dir })
  }

  #isRival(found: StagedClaim): boolean {
    return isSameSource(found, this.#claim) && found.definition !== this.#claim.definition
  }

  #differs(hash: string): ContractDefinitionError {
    const other = readContract(this.#owner, hash)
    const difference = other ? ` ${differenceOf(other, this.#contract)}.` : ''
    this.#difference = new ContractDefinitionError(
      `${this.#contract.file}: the definition at ${locationText(this.#claim)} differs between processes or test files that run together, so their results do not belong to one pact.${difference} Replace random values and the current time by fixed values. If you have just changed the definition, run the tests again.`,
    )
    return this.#difference
  }

  /** Removes the results of earlier versions of the definition, and the claims of definitions that no longer exist. */
  #removeOutdated(replaces: string | undefined): void {
    for (const dir of stagedDirectories(this.#owner)) {
      if (dir === this.results || basename(dir) === replaces) continue
      rmSync(dir, { recursive: true, force: true, maxRetries: 3 })
    }
    for (const owner of stagedDirectories(join(this.#owner, '..'))) {
      if (owner !== this.#owner && this.#isGone(owner)) rmSync(join(owner, claimFile), { force: true })
    }
  }

  /**
   * True if the source file of another claim has changed since, and the definition that makes this claim is in the same file:
   * if the other definition still existed, it would claim its pact file again. Also true if the file was deleted on this
   * machine.
   */
  #isGone(owner: string): boolean {
    const { file, hash, run } = readClaim(owner) ?? {}
    if (file === undefined || hash === undefined || run === undefined) return false
    if (isSameFile({ file }, this.#claim)) return this.#claim.hash !== undefined && hash !== this.#claim.hash
    return run.startsWith(`${hostname()}:`) && !existsSync(file)
  }
}

/** Returns the directory of the claim and the results for a pact file. */
export function ownerDirectory(staging: string, { file }: Pick<StagedContract, 'file'>): string {
  return join(staging, file.replace(/\.json$/, ''))
}

/** Writes the claim and the contract of a definition that was evaluated on another machine. */
export function copyClaim(staging: string, claim: StagedClaim, contract: StagedContract): void {
  const owner = ownerDirectory(staging, contract)
  writeAtomically(join(owner, '.gitignore'), '*\n')
  writeAtomically(join(owner, contract.hash, contractFile), JSON.stringify(contract))
  writeAtomically(join(owner, claimFile), JSON.stringify(claim))
}

/**
 * Returns the claim and the contract in a directory.
 *
 * @throws a {@link PactFormatError} if one of them is invalid, or belongs to another pact file
 */
export function readDefinition(
  owner: string,
): { readonly claim: StagedClaim; readonly contract: StagedContract } | undefined {
  const claim = readStagedJson(join(owner, claimFile), stagedClaim)
  if (!claim) return undefined
  const path = join(owner, claim.definition)
  checkDirectory(path)
  const contract = readContract(owner, claim.definition)
  if (!contract) return undefined
  if (contract.hash === claim.definition && basename(owner) === basename(contract.file, '.json')) {
    return { claim, contract }
  }
  throw new PactFormatError(
    `${join(path, contractFile)} belongs to another directory. Delete the "staging" directory that contains it, and run the tests that write the pacts again.`,
  )
}

function readContract(owner: string, hash: string): StagedContract | undefined {
  return readStagedJson(join(owner, hash, contractFile), stagedContract)
}

/** Returns the claim of another pact file, if it is valid. */
function readClaim(owner: string): StagedClaim | undefined {
  try {
    return readStagedJson(join(owner, claimFile), stagedClaim)
  } catch (error) {
    if (error instanceof PactFormatError) return undefined
    throw error
  }
}

function isSameSource(one: SourceLocation, other: SourceLocation): boolean {
  return isSameLocation(one, other) && one.hash !== undefined && one.hash === other.hash
}

/**
 * Returns an id of the test run. Worker processes of a test runner have a channel to their parent, or a variable of
 * node:test. Worker threads share the id of their process.
 */
function runId(): string {
  const isWorker = process.connected === true || 'NODE_TEST_CONTEXT' in process.env
  return `${hostname()}:${isWorker ? process.ppid : process.pid}`
}
