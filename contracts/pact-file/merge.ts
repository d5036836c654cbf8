import { isDeepStrictEqual } from 'node:util'
import { TestkitError } from '../../src/model/errors.ts'
import type { PactFile, PactInteraction } from './pact-file.ts'

/**
 * Pacts that do not go together, or interactions that would take each other's place.
 *
 * @example
 * ```ts
 * await mergePacts(['shard-1/pacts', 'other-commit/pacts'], 'pacts')
 * // PactMergeError: ... have results of different definitions of my-bot-microsoft-graph-calls.json. Run all shards on one commit
 * ```
 */
export class PactMergeError extends TestkitError {
  override readonly name = 'PactMergeError'
}

/**
 * One pact of all interactions, sorted by description and provider state. Pact's own merge loses interactions without a
 * word when processes share a folder, and lets one interaction overwrite another of the same description and state.
 *
 * @throws PactMergeError where consumer, provider or the versions of Pact differ, where two different interactions have
 * the same description and state, or where there is nothing to merge
 */
export function mergedPact(pacts: readonly PactFile[]): PactFile {
  const [first] = pacts
  if (!first) throw new PactMergeError('There is no pact to merge.')
  for (const pact of pacts) {
    for (const key of ['consumer', 'provider', 'metadata'] as const) {
      if (isDeepStrictEqual(first[key], pact[key])) continue
      const [ours, theirs] = [JSON.stringify(first[key]), JSON.stringify(pact[key])]
      throw new PactMergeError(`Pacts of one file have one ${key}, and these differ: ${ours}, ${theirs}.`)
    }
  }
  const byIdentity = new Map<string, PactInteraction>()
  for (const interaction of pacts.flatMap(({ interactions }) => interactions)) {
    const identity = identityOf(interaction)
    const other = byIdentity.get(identity)
    if (other && !isDeepStrictEqual(other, interaction)) {
      throw new PactMergeError(
        `Two different interactions are called ${identity}. Pact tells interactions apart by description and state: change one.`,
      )
    }
    byIdentity.set(identity, interaction)
  }
  // By code unit, and not by the language of the machine.
  const sorted = [...byIdentity]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, interaction]) => interaction)
  return { ...first, interactions: sorted }
}

/** What Pact tells interactions apart by. */
function identityOf({ description, providerStates }: PactInteraction): string {
  const states = providerStates.map(({ name, params }) => `${name} ${JSON.stringify(params ?? {})}`)
  return [`"${description}"`, ...states].join(', given ')
}
