import type { PactInteraction } from '../pact-file/pact-file.ts'
import type { PactMessage } from '../pact-file/pact-message.ts'

/** An interaction or a message that can be chosen by its name. */
type Named = Pick<PactInteraction, 'description'> & Pick<PactMessage, 'providerStates'>

/**
 * Returns the names of an interaction: its description, the name in parentheses at the end of it, and the fixture of its
 * provider state.
 */
export function namesOf({ description, providerStates = [] }: Named): string[] {
  const scenarios = providerStates.flatMap(({ params: { scenario } = {} }) =>
    typeof scenario === 'string' ? [scenario] : [],
  )
  const [, inParentheses] = /\(([^()]+)\)$/.exec(description) ?? []
  return [...new Set([...(inParentheses ? [inParentheses] : []), ...scenarios, description])]
}

/** Returns the shortest unambiguous name of each interaction, for messages. */
export function nameList(interactions: readonly Named[]): string {
  return [...new Set(interactions.map((interaction) => namesOf(interaction)[0]))].join(', ')
}

/** True if an interaction has a name, or a name that a pattern matches. */
export function isNamed(interaction: Named, name: string | RegExp): boolean {
  return namesOf(interaction).some((one) => (typeof name === 'string' ? one === name : one.search(name) >= 0))
}
