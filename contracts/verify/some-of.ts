import type { PactFile, PactInteraction } from '../pact-file/pact-file.ts'
import { checked, type LevelResult, notChecked } from './levels.ts'
import type { Verification } from './verification.ts'

/** Whether an interaction can be checked, and as what; or why not. */
export type Checkable = { readonly as: PactInteraction } | { readonly not: string }

/**
 * Verifies those interactions of a pact that can be checked.
 *
 * @returns a result for each interaction, in their order
 */
export async function verifySome(
  pact: PactFile,
  checkable: (interaction: PactInteraction) => Checkable,
  verify: (pact: PactFile) => Promise<Pick<Verification, 'interactions'>>,
): Promise<LevelResult[]> {
  const all = pact.interactions.map(checkable)
  const interactions = all.flatMap((one) => ('as' in one ? [one.as] : []))
  // The Verifier takes a pact without interactions for a mistake.
  const verified = interactions.length === 0 ? [] : (await verify({ ...pact, interactions })).interactions
  const results = verified.values()
  return all.map((one) => ('as' in one ? checked(results.next().value?.findings ?? []) : notChecked(one.not)))
}
