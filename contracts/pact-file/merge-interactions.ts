import { isDeepStrictEqual } from 'node:util'
import { RedactedError } from '../redacted-error.ts'
import type { StoredInteraction, StoredPact } from './stored-pact.ts'

/**
 * Thrown when pacts cannot be merged: they have different pacticipants, definitions or versions of Pact, two different
 * interactions with the same description and provider state, or interactions of another tool in an older version of the
 * specification.
 *
 * @example
 * ```ts
 * import { mergePacts } from 'graph-call-testkit/contracts'
 *
 * await mergePacts(['shard-1/pacts', 'other-commit/pacts'], 'pacts')
 * // PactMergeError: ... have results of different definitions of my-bot-microsoft-graph-calls.json. Run all shards on one commit
 * ```
 * Source: Pact Specification V4, the identity of an interaction.
 */
export class PactMergeError extends RedactedError {
  override readonly name = 'PactMergeError'
}

/** Part of an interaction that identifies it for Pact. */
interface IdentifiedInteraction {
  readonly description: string
  readonly providerStates?: readonly { readonly name: string; readonly params?: unknown }[] | null | undefined
}

/**
 * Merges pacts into one, with its interactions sorted by description and provider state. Pact's own merge silently loses
 * interactions if processes share a directory, and overwrites interactions with the same description and state.
 *
 * @throws a {@link PactMergeError} if the consumer, the provider or the metadata differ, if two different interactions have
 * the same description and state, or if the list is empty
 */
export function mergedPact<Pact extends StoredPact>(pacts: readonly Pact[]): Pact {
  const [first] = pacts
  if (!first) throw new PactMergeError('Cannot merge pacts: the list is empty. Expected at least one pact.')
  for (const pact of pacts) {
    for (const key of ['consumer', 'provider', 'metadata'] as const) {
      if (isDeepStrictEqual(first[key], pact[key])) continue
      const [one, other] = [JSON.stringify(first[key]), JSON.stringify(pact[key])]
      throw new PactMergeError(
        `Cannot merge pacts: the ${key} differs: ${one} and ${other}. Run all tests with the same versions of the packages.`,
      )
    }
  }
  const byIdentity = new Map<string, StoredInteraction>()
  for (const interaction of pacts.flatMap(({ interactions }) => interactions)) {
    const identity = identityOf(interaction)
    const other = byIdentity.get(identity)
    if (other && !isDeepStrictEqual(other, interaction)) {
      throw new PactMergeError(
        `Cannot merge pacts: two different interactions are ${identity}. Pact identifies interactions by description and state: change one.`,
      )
    }
    byIdentity.set(identity, interaction)
  }
  // By code unit, which does not depend on the language of the machine.
  const sorted = [...byIdentity]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, interaction]) => interaction)
  return { ...first, interactions: sorted }
}

/** Formats the description and the provider states, which identify an interaction for Pact. */
export function identityOf({ description, providerStates }: IdentifiedInteraction): string {
  const states = (providerStates ?? []).map(({ name, params }) => `${name} ${JSON.stringify(params ?? {})}`)
  return [`"${description}"`, ...states].join(', given ')
}
