import { type PactSource, readPactFiles } from '../pact-file/pact-files.ts'
import { isNamed, nameList } from './interaction-names.ts'
import { VerificationError } from './verification-error.ts'
import type { VerifyOptions } from './verify-options.ts'

/**
 * Reads pacts, and keeps those of the provider and the interactions in the options.
 *
 * @throws a {@link NoPactsError} if no pact is left
 * @throws a {@link VerificationError} if no interaction is left, or if a name in the options is unknown
 */
export async function selectedPacts(
  paths: readonly string[],
  { provider, interactions: names = [], callIds = {} }: VerifyOptions,
): Promise<PactSource[]> {
  const sources = await readPactFiles(paths, { provider })
  const where = paths.join(', ')
  const all = sources.flatMap(({ pact, messages }) => [...pact.interactions, ...messages])
  if (all.length === 0) {
    throw new VerificationError(
      `No HTTP interactions or notifications in ${where}. Expected at least one: run the tests that write the pacts, or pass other files.`,
    )
  }
  const unknown = [...names, ...Object.keys(callIds)].find(
    (name) => !all.some((interaction) => isNamed(interaction, name)),
  )
  if (unknown !== undefined) {
    throw new VerificationError(
      `No interaction called ${String(unknown)} in ${where}. Found: ${nameList(all)}.`,
    )
  }
  if (names.length === 0) return sources
  return sources
    .map(({ pact, messages, ...source }) => {
      const interactions = pact.interactions.filter((one) => names.some((name) => isNamed(one, name)))
      const chosen = messages.filter((one) => names.some((name) => isNamed(one, name)))
      return { ...source, messages: chosen, pact: { ...pact, interactions } }
    })
    .filter(({ pact, messages }) => pact.interactions.length + messages.length > 0)
}
