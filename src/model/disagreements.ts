import { actionDisagreements } from './action-disagreements.ts'
import type { Claim, Disagreement } from './disagreement.ts'
import { typeDisagreements } from './type-disagreements.ts'

/** Every fact about calls on which the sources disagree. Source: each claim has its own. */
export const disagreements: readonly Disagreement[] = [...typeDisagreements, ...actionDisagreements]

/** Returns the disagreements about a name. */
export function disagreementsAbout(name: string): readonly Disagreement[] {
  return disagreements.filter(({ subjects }) => subjects.includes(name))
}

/** Returns a disagreement in one line. */
export function noteOf({ topic, documented, metadata, reported, choice }: Disagreement): string {
  const claims = Object.entries({ documented, metadata, reported }).flatMap(([kind, claim]) =>
    claim ? [claimText(kind, claim)] : [],
  )
  return `${topic}: ${claims.join('; ')}. This package: ${choice}`
}

function claimText(kind: string, { says, origin }: Claim): string {
  return `${kind}: ${says} (${origin})`
}
