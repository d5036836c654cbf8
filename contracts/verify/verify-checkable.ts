import { requestsCall } from '../pact-file/call-request.ts'
import type { PactFile, PactInteraction } from '../pact-file/pact-file.ts'
import { checked, type LevelResult, notChecked } from './levels.ts'
import type { Verification } from './verification.ts'

/** Interaction to check in place of the original, or the reason why it cannot be checked. */
export type Checkable = { readonly as: PactInteraction } | { readonly not: string }

/** Limits checks to interactions that request a call. */
export function checkableCall(interaction: PactInteraction): Checkable {
  return requestsCall(interaction) ? { as: interaction } : { not: 'it is not a GET request for a call' }
}

/**
 * Verifies the interactions of a pact that can be checked.
 *
 * @returns one result for each interaction, in their order
 */
export async function verifyCheckable(
  pact: PactFile,
  checkable: (interaction: PactInteraction) => Checkable,
  verify: (pact: PactFile) => Promise<Pick<Verification, 'interactions'>>,
): Promise<LevelResult[]> {
  const all = pact.interactions.map(checkable)
  const interactions = all.flatMap((one) => ('as' in one ? [one.as] : []))
  // The Verifier rejects a pact without interactions.
  const verified = interactions.length === 0 ? [] : (await verify({ ...pact, interactions })).interactions
  const results = verified.values()
  return all.map((one) => ('as' in one ? checked(results.next().value?.findings ?? []) : notChecked(one.not)))
}
