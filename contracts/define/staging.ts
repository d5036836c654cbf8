import { existsSync, rmSync } from 'node:fs'
import { UnwritableFileError, writeAtomically } from '../pact-file/atomic-write.ts'
import { pactText } from '../pact-file/pact-file.ts'
import type { StoredPact } from '../pact-file/stored-pact.ts'
import { DefinitionClaim } from './definition-claim.ts'
import type { SourceLocation } from './source-location.ts'
import type { StagedContract } from './staged-files.ts'
import { StagedResults } from './staged-results.ts'

/**
 * Directory that collects the results of interactions until every interaction has one. Test runners spread tests over
 * threads, processes and machines, may run only some of them, and do not report when all of them are done. Therefore the run
 * that adds the last result writes the pact. Until then, the old file stays.
 *
 * `staging/my-bot-microsoft-graph-calls/` contains the claim of the definition that owns the pact file, and a directory for
 * each hash of the contract, with the contract and one file for each result: `1.staged`, or `1.failed.staged`. Each file is
 * written atomically. Git ignores the directory.
 */
export class Staging {
  readonly #dir: string
  readonly #claim: DefinitionClaim
  readonly #results: StagedResults

  /**
   * @param staging - staging directory
   * @param dir - directory of the pact file
   */
  constructor(staging: string, dir: string, contract: StagedContract, location: SourceLocation) {
    this.#dir = dir
    this.#claim = new DefinitionClaim(staging, dir, contract, location)
    this.#results = new StagedResults(this.#claim.results, contract)
  }

  /**
   * Claims the pact file for a definition that no test has run yet, so that an old file is not taken for its pact. Does
   * nothing if the directory of the pact does not exist, or if the staging directory cannot be written.
   *
   * @throws a {@link ContractDefinitionError} if a definition at another location owns the file
   */
  register(): void {
    if (!existsSync(this.#dir)) return
    try {
      this.#claim.make()
    } catch (error) {
      // The first interaction that runs reports it.
      if (!(error instanceof UnwritableFileError)) throw error
    }
  }

  /**
   * Claims the pact file for the definition that runs an interaction.
   *
   * @throws a {@link ContractDefinitionError} if a definition at another location owns the file, or if the definition differs
   * between the processes of a run
   */
  claim(name: string): void {
    this.#claim.make(name)
  }

  /** Saves the result of an interaction, unless another definition has claimed the file since. */
  save(name: string, pact: StoredPact): void {
    this.#claim.make(name)
    writeAtomically(this.#results.pathOf(name), pactText(pact))
    removeFile(this.#results.failurePathOf(name))
  }

  /** Deletes the result of an interaction that has failed since. */
  discard(name: string): void {
    removeFile(this.#results.pathOf(name))
    writeAtomically(this.#results.failurePathOf(name), '')
  }

  /** True if every interaction has a result. */
  isComplete(): boolean {
    return this.#results.isComplete()
  }

  /** Returns the results that the same version of Pact wrote, by the name of the interaction. */
  results(like: StoredPact): ReadonlyMap<string, StoredPact> {
    return this.#results.all(like)
  }
}

function removeFile(path: string): void {
  rmSync(path, { force: true })
}
