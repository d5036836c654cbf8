import { type PactSource, readPactFiles } from '../pact-file/pact-files.ts'
import { isNamed, nameList } from './interaction-names.ts'
import { VerificationError } from './verification-error.ts'
import type { VerifyOptions } from './verify-pacts.ts'

/**
 * Reads pacts, and keeps those of the provider and the interactions in the options.
 *
 * @throws {@link VerificationError} if no interaction is left, or if a name in the options is unknown
 */
export async function selectedPacts(
  paths: readonly string[],
  { provider, interactions: names = [], callIds = {} }: VerifyOptions,
): Promise<PactSource[]> {
  const sources = await readPactFiles(paths)
  const ofProvider = sources.filter(({ pact }) => provider === undefined || pact.provider.name === provider)
  const where = paths.join(', ')
  if (ofProvider.length === 0) {
    const providers = [...new Set(sources.map(({ pact }) => pact.provider.name))]
    throw new VerificationError(
      `No pact with the provider "${provider}" in ${where}. Found the providers: ${providers.join(', ')}.`,
    )
  }
  const all = ofProvider.flatMap(({ pact }) => pact.interactions)
  if (all.length === 0) {
    throw new VerificationError(
      `No HTTP interactions in ${where}. Expected at least one: run the tests that write the pacts, or pass other files.`,
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
  if (names.length === 0) return ofProvider
  return ofProvider
    .map(({ pact, ...source }) => ({
      ...source,
      pact: {
        ...pact,
        interactions: pact.interactions.filter((one) => names.some((name) => isNamed(one, name))),
      },
    }))
    .filter(({ pact }) => pact.interactions.length > 0)
}
