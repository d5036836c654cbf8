import { isDeepStrictEqual } from 'node:util'
import { originOf, withoutOrigin } from '../pact-file/origin.ts'
import type { StoredInteraction, StoredPact } from '../pact-file/stored-pact.ts'
import type { StagedDefinition } from './staged-definitions.ts'
import { interactionHash } from './staged-files.ts'

/** Differences between a pact file and its definition: descriptions of interactions. */
export interface PactDifferences {
  /** Interactions of the definition that are not in the file. */
  readonly missing: readonly string[]
  /** Interactions in the file that an earlier definition wrote, or whose content differs from their results. */
  readonly outdated: readonly string[]
  /** Interactions that this package wrote to the file, and that are not in the definition. */
  readonly removed: readonly string[]
}

/**
 * Compares a pact with its definition. The file contains the hash of the definition of each interaction, so this also finds
 * an outdated interaction that no test has run since the definition changed.
 */
export function differencesOf(pact: StoredPact, { contract, results }: StagedDefinition): PactDifferences {
  const latest = results.latest()
  const missing: string[] = []
  const outdated: string[] = []
  for (const interaction of contract.interactions) {
    const { name, description } = interaction
    const candidates = pact.interactions.filter((one) => one.description === description)
    const [result] = latest.get(name)?.interactions ?? []
    if (candidates.length === 0) missing.push(description)
    else if (!candidates.some((one) => isCurrent(one, interactionHash(interaction), result))) {
      outdated.push(description)
    }
  }
  const defined = new Set(contract.interactions.map(({ description }) => description))
  const removed = pact.interactions
    .filter((one) => originOf(one) !== undefined && !defined.has(one.description))
    .map(({ description }) => description)
  return { missing, outdated, removed }
}

function isCurrent(found: StoredInteraction, hash: string, result: StoredInteraction | undefined): boolean {
  const origin = originOf(found)
  if (origin !== undefined && origin !== hash) return false
  return !result || isDeepStrictEqual(withoutOrigin(found), withoutOrigin(result))
}
