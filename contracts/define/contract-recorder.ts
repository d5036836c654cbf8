import { join } from 'node:path'
import type { Pacticipants } from '../interaction/run-interaction.ts'
import type { StoredPact } from '../pact-file/stored-pact.ts'
import type { Warn } from '../warn.ts'
import { checkedPath } from './checked-path.ts'
import { outsideProjectWarning } from './project-directory.ts'
import type { RecordedInteraction } from './recorded-interaction.ts'
import type { CallerLocation } from './source-location.ts'
import { registerOwner, stagedContractOf } from './staged-contract.ts'
import type { StagedContract } from './staged-files.ts'
import { Staging } from './staging.ts'
import { othersWarning, writeIfComplete } from './write-pact.ts'

/** Options of a definition that decide the files it writes. */
interface Files {
  readonly dir: string | URL
  readonly staging?: string | URL | undefined
  readonly warn: Warn
}

/** Records the results of a contract, and writes its pact when every interaction has one. */
export class ContractRecorder {
  readonly #dir: string
  readonly #contract: StagedContract
  readonly #staging: Staging
  readonly #warn: Warn
  #hasWarned = false

  /**
   * Registers the definition.
   *
   * @throws a {@link ContractDefinitionError} if a path is invalid, or if another definition writes the same file
   */
  constructor(
    pacticipants: Pacticipants,
    interactions: readonly RecordedInteraction[],
    location: CallerLocation,
    { dir, staging, warn }: Files,
  ) {
    this.#dir = checkedPath('dir', dir)
    this.#warn = warn
    this.#contract = stagedContractOf(pacticipants, interactions)
    registerOwner(this.file, location, this.#contract)
    const stagingDir = checkedPath('staging', staging ?? join(this.#dir, 'staging'))
    this.#staging = new Staging(stagingDir, this.#dir, this.#contract, location)
    this.#staging.register()
    const outsideProject = outsideProjectWarning(this.#dir, location.file)
    if (outsideProject !== undefined) warn(outsideProject)
  }

  /** Absolute path of the pact file. */
  get file(): string {
    return join(this.#dir, this.#contract.file)
  }

  /** Runs an interaction, and keeps its result unless it fails. */
  async record<T>(name: string, run: () => Promise<{ result: T; pact: StoredPact }>): Promise<T> {
    this.#staging.claim(name)
    try {
      const { result, pact } = await run()
      this.#staging.save(name, pact)
      if (this.#staging.isComplete()) this.#write(pact)
      return result
    } catch (error) {
      this.#staging.discard(name)
      throw error
    }
  }

  #write(pact: StoredPact): void {
    const { others } = writeIfComplete(this.#dir, this.#contract, this.#staging.results(pact))
    if (others.length === 0 || this.#hasWarned) return
    this.#hasWarned = true
    this.#warn(othersWarning(this.file, others))
  }
}
