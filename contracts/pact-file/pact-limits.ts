import { type PactFile, PactFormatError } from './pact-file.ts'
import { regexSize } from './pact-regex.ts'
import { stepsOfRule } from './rule-path.ts'

/** Maximum number of matching rules with `*` for the body of one response. */
const maximumWildcards = 100

/** Maximum size of all regular expressions for response bodies in a pact. Equal ones count once. */
const maximumRegexSize = 100_000

/**
 * Rejects a pact that would take too long to check.
 *
 * @throws a {@link PactFormatError} if it exceeds a limit
 */
export function rejectExcess({ interactions }: PactFile, file: string): void {
  const regexes = new Set<string>()
  for (const { description, response } of interactions) {
    let wildcards = 0
    for (const [path, { matchers }] of Object.entries(response.matchingRules?.body ?? {})) {
      if (path.includes('*') && stepsOfRule(path).includes('*')) wildcards++
      for (const { regex } of matchers) if (regex !== undefined) regexes.add(regex)
    }
    if (wildcards > maximumWildcards) {
      throw new PactFormatError(
        `${file} has ${wildcards} matching rules with ".*" in the interaction ${JSON.stringify(description)}. Expected at most ${maximumWildcards}.`,
      )
    }
  }
  let size = 0
  for (const regex of regexes) size += regexSize(regex)
  if (size <= maximumRegexSize) return
  throw new PactFormatError(
    `${file} has regular expressions of size ${size}, with repetitions such as {10} written out. Expected at most ${maximumRegexSize} in all response bodies together.`,
  )
}
