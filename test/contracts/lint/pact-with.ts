import type { PactFile, PactInteraction } from '../../../contracts/pact-file/pact-file.ts'
import { committedPact, interactionIn } from '../committed.ts'

/** Returns a pact with one interaction, changed in one way. */
export function pactWith(
  fixture: string,
  change: (interaction: PactInteraction, pact: PactFile) => void = () => {},
): PactFile {
  const pact = committedPact()
  pact.interactions = [interactionIn(pact, fixture)]
  for (const interaction of pact.interactions) change(interaction, pact)
  return pact
}

/** Matching rule of a pact. */
export interface Rule {
  readonly combine: string
  readonly matchers: readonly { readonly match: string; readonly regex?: string }[]
}

export const byEquality: Rule = { combine: 'AND', matchers: [{ match: 'equality' }] }
export const byType: Rule = { combine: 'AND', matchers: [{ match: 'type' }] }

/** Adds properties and matchers to the example body. */
export const withBody =
  (content: object, rules: Record<string, Rule> = {}) =>
  ({ response }: PactInteraction) => {
    Object.assign(Object(response.body?.content), content)
    Object.assign(Object(response.matchingRules?.body), rules)
  }
