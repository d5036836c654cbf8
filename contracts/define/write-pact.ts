import { join } from 'node:path'
import { printable } from '../../src/output/printable.ts'
import { readBeforeWriting, writeAtomically } from '../pact-file/atomic-write.ts'
import { mergedPact } from '../pact-file/merge-interactions.ts'
import { withOrigin } from '../pact-file/origin.ts'
import { addedTo, otherInteractionsIn, withOtherInteractions } from '../pact-file/other-interactions.ts'
import { pactText } from '../pact-file/pact-file.ts'
import type { StoredPact } from '../pact-file/stored-pact.ts'
import { interactionHash, type StagedContract } from './staged-files.ts'

/** Outcome of {@link writeIfComplete}. */
export interface WrittenPact {
  /** Names of the interactions without a result. The file was written if the list is empty. */
  readonly missing: readonly string[]
  /** Descriptions of the interactions of other tools that stayed in the file. */
  readonly others: readonly string[]
}

/**
 * Writes the pact of a contract if every interaction has a result. Keeps the interactions that other tools wrote to the file.
 *
 * @throws a {@link PactMergeError} if the results, or the interactions of other tools, cannot be merged
 * @throws a {@link PactFormatError} if the file exists and is not a pact
 * @throws an {@link UnwritableFileError} if the file cannot be written
 */
export function writeIfComplete(
  dir: string,
  contract: StagedContract,
  results: ReadonlyMap<string, StoredPact>,
): WrittenPact {
  const missing = contract.interactions.map(({ name }) => name).filter((name) => !results.has(name))
  if (missing.length > 0) return { missing, others: [] }
  const { text, others } = completePact(dir, contract, results)
  writeAtomically(join(dir, contract.file), text, { flush: true })
  return { missing, others }
}

/** Returns the text of the pact of a contract whose interactions all have a result. */
export function completePact(
  dir: string,
  contract: StagedContract,
  results: ReadonlyMap<string, StoredPact>,
): { readonly text: string; readonly others: readonly string[] } {
  const merged = mergedPact(
    contract.interactions.flatMap((interaction) => {
      const pact = results.get(interaction.name)
      if (!pact) return []
      const hash = interactionHash(interaction)
      return { ...pact, interactions: pact.interactions.map((one) => withOrigin(one, hash)) }
    }),
  )
  const path = join(dir, contract.file)
  const existing = readBeforeWriting(path)
  if (existing === undefined) return { text: pactText(merged), others: [] }
  const others = otherInteractionsIn(existing, path, contract)
  return {
    text: pactText(withOtherInteractions(merged, others)),
    others: addedTo(merged, others).map(({ description }) => description),
  }
}

/** Returns the warning for a pact file that other tools write too. */
export function othersWarning(file: string, others: readonly string[]): string {
  const names = others.map((description) => printable(JSON.stringify(description))).join(', ')
  return `${file} also has interactions that another tool wrote, and they stay in the file: ${names}. If nothing writes them any longer, delete the file and run the tests again.`
}
