import { lstatSync } from 'node:fs'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { entriesIn, ignoreMissing } from '../pact-file/missing-file.ts'
import { parseStoredPact, type StoredPact } from '../pact-file/stored-pact.ts'
import { extension, invalid, readStaged, type StagedContract } from './staged-files.ts'

/** Extension of the empty file of an interaction whose last run failed. */
const failedExtension = `.failed${extension}`

/** Results of the interactions of one contract, in a directory. Parses each file once. */
export class StagedResults {
  readonly #contract: StagedContract
  readonly #dir: string
  /** Parsed results by path, with the version of the file that was parsed. */
  readonly #parsed = new Map<string, { readonly version: string; readonly pact: StoredPact }>()

  constructor(dir: string, contract: StagedContract) {
    this.#contract = contract
    this.#dir = dir
  }

  /** Returns the path of a result. */
  pathOf(name: string): string {
    return this.#path(name, extension)
  }

  /** Returns the path of the file that shows that the last run of an interaction failed. */
  failurePathOf(name: string): string {
    return this.#path(name, failedExtension)
  }

  /** Returns the names of the interactions that have run, successfully or not. */
  attempts(): string[] {
    const files = this.#files()
    return this.#names().filter((name) => files.has(this.pathOf(name)) || files.has(this.failurePathOf(name)))
  }

  /** Returns the time when an interaction ran last, in milliseconds, or 0. */
  changedAt(name: string): number {
    return Math.max(changedAt(this.pathOf(name)), changedAt(this.failurePathOf(name)))
  }

  /** True if every interaction has a result. */
  isComplete(): boolean {
    const files = this.#files()
    return this.#names().every((name) => files.has(this.pathOf(name)))
  }

  /**
   * Returns the results by the name of the interaction.
   *
   * @param like - if set, returns only results that the same version of Pact wrote
   * @throws a {@link PactFormatError} if a result is invalid
   */
  all(like?: StoredPact): ReadonlyMap<string, StoredPact> {
    const results = new Map<string, StoredPact>()
    for (const name of this.#names()) {
      const pact = this.#resultOf(name)
      if (pact && (!like || isDeepStrictEqual(pact.metadata, like.metadata))) results.set(name, pact)
    }
    return results
  }

  /** Returns the results that the version of Pact of the newest result wrote. */
  latest(): ReadonlyMap<string, StoredPact> {
    const ages = [...this.all()].map(([name, pact]) => ({ pact, at: this.changedAt(name) }))
    return this.all(ages.toSorted((a, b) => b.at - a.at)[0]?.pact)
  }

  #resultOf(name: string): StoredPact | undefined {
    const path = this.pathOf(name)
    const version = versionOf(path)
    const known = this.#parsed.get(path)
    if (known && known.version === version) return known.pact
    const pact = readStaged(path, (text) => parseStoredPact(text, path))
    if (version === undefined || pact === undefined) return undefined
    if (!this.#isResultOf(name, pact)) throw invalid(path, 'is not the result of its interaction')
    this.#parsed.set(path, { version, pact })
    return pact
  }

  #isResultOf(name: string, { consumer, provider, interactions }: StoredPact): boolean {
    const staged = this.#contract.interactions.find((interaction) => interaction.name === name)
    return (
      consumer.name === this.#contract.consumer &&
      provider.name === this.#contract.provider &&
      interactions.length === 1 &&
      interactions[0]?.description === staged?.description
    )
  }

  #names(): string[] {
    return this.#contract.interactions.map(({ name }) => name)
  }

  #path(name: string, ending: string): string {
    return join(this.#dir, `${this.#names().indexOf(name) + 1}${ending}`)
  }

  #files(): ReadonlySet<string> {
    return new Set(entriesIn(this.#dir).map(({ name }) => join(this.#dir, name)))
  }
}

/** Returns a text that changes whenever the file is replaced. */
function versionOf(path: string): string | undefined {
  const found = ignoreMissing(() => lstatSync(path, { bigint: true }))
  return found && `${found.ino} ${found.mtimeNs} ${found.size}`
}

function changedAt(path: string): number {
  return ignoreMissing(() => lstatSync(path))?.mtimeMs ?? 0
}
