import { actionDisagreements } from './action-disagreements.ts'
import { typeDisagreements } from './type-disagreements.ts'

/** Statement of a source about a fact. */
export interface Claim {
  readonly says: string
  /** Page and section, metadata type and property, or report. */
  readonly origin: string
}

/** Fact about which documentation, metadata and reports say different things. */
export interface Disagreement {
  readonly topic: string
  /** Names of the model: types, `Type.property`, `enum.member`, actions and `action.parameter`. */
  readonly subjects: readonly string[]
  readonly documented?: Claim
  readonly metadata?: Claim
  readonly reported?: Claim
  /** Behavior of this package. */
  readonly choice: string
}

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
