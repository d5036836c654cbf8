import { join } from 'node:path'
import { writeAtomically } from '../pact-file/atomic-write.ts'
import { mergedPact } from '../pact-file/merge-interactions.ts'
import { type PactFile, pactText } from '../pact-file/pact-file.ts'
import type { StagedContract } from './staged-files.ts'

/**
 * Writes the pact of a contract if every interaction has a result.
 *
 * @returns the names of the interactions without a result
 */
export async function writeIfComplete(
  dir: string,
  contract: StagedContract,
  results: ReadonlyMap<string, PactFile>,
): Promise<readonly string[]> {
  const missing = contract.interactions.filter((name) => !results.has(name))
  if (missing.length === 0) {
    await writeAtomically(join(dir, contract.file), pactText(mergedPact([...results.values()])))
  }
  return missing
}
