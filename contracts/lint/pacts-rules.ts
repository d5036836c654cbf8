import { dirname, join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { differencesOf } from '../define/pact-comparison.ts'
import { locationText } from '../define/source-location.ts'
import { type StagedDefinition, stagedDefinitions } from '../define/staged-definitions.ts'
import { interactionHash, type StagedContract } from '../define/staged-files.ts'
import { isForCalls, requestsCall } from '../pact-file/call-request.ts'
import { originOf } from '../pact-file/origin.ts'
import type { StoredInteraction, StoredPact } from '../pact-file/stored-pact.ts'
import { forPacts, type NamedPact, type PactProblem } from './rule.ts'

/** Rules for all pacts together. */
export const pactsRules = /* @__PURE__ */ forPacts({
  'weak-name': {
    why: 'A broker treats all pacts with the same name as one application, so teams that share a name overwrite and block each other.',
    fix: 'Use the name of your application, for example contoso-reception-bot.',
    check: (pacts) =>
      pacts
        .filter(isAboutCalls)
        .flatMap(({ file, pact }) =>
          (['consumer', 'provider'] as const)
            .filter((role) => isWeak(pact[role].name))
            .map((role) => ({ file, path: `${role}.name`, found: `"${pact[role].name}"` })),
        ),
  },
  'colliding-interaction': {
    why: 'Pact identifies an interaction by its description and provider state. If two interactions share both, one is lost when pacts are merged or published.',
    fix: 'Change the description of one of them.',
    check: collisions,
  },
  'missing-interaction': {
    why: 'The contract defines this interaction, but no test has run it, so the pact does not have it.',
    fix: 'Run all tests of the contract. Look for a test that is skipped, or missing.',
    check: (pacts) =>
      againstDefinitions(pacts, ({ file, definition, missing }) =>
        missing.map((description) => ({
          file,
          found: `no interaction "${description}", defined ${definition}`,
        })),
      ),
  },
  'stale-interaction': {
    why: 'The contract no longer defines this interaction, so no test runs it, but the pact still promises it.',
    fix: 'Run all tests of the contract. Once all of them pass, the pact is written without it.',
    check: (pacts) =>
      againstDefinitions(pacts, ({ file, removed }) =>
        removed.map((interaction) => ({
          file,
          interaction,
          found: 'an interaction that is not in the contract',
        })),
      ),
  },
  'stale-file': {
    why: 'An earlier definition of the contract wrote this pact, so it does not show what the code does now.',
    fix: 'Run all tests of the contract. If its consumer or provider has a new name, delete the file.',
    check: staleFiles,
  },
})

const weakNames = new Set(
  'consumer provider test tests my myapp app application client service server api bot example sample demo dummy foo bar baz foobar default unknown undefined null none name consumername providername todo me team'.split(
    ' ',
  ),
)

/** True for a name that describes a role in Pact rather than an application: `consumer`, `my-app`, `Test Consumer 2`. */
function isWeak(name: string): boolean {
  const words = name
    .normalize('NFKC')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{M}]+/u)
    .filter(Boolean)
  return words.length === 0 || weakNames.has(words.join('')) || words.every((word) => fillers.has(word))
}

const fillers = new Set(
  'consumer provider test tests my the a app example sample demo dummy foo bar baz'.split(' '),
)

/** False for pacts of other APIs in the same directory. */
function isAboutCalls({ pact, messages }: NamedPact): boolean {
  return isForCalls(pact) || messages.length > 0 || pact.interactions.some(requestsCall)
}

function collisions(pacts: readonly NamedPact[]): PactProblem[] {
  const seen = new Map<string, { file: string; interaction: StoredInteraction }>()
  return pacts.flatMap(({ file, pact, ...named }) =>
    wholePact({ file, pact, ...named }).interactions.flatMap((interaction) => {
      const { description, providerStates } = interaction
      const states = (providerStates ?? []).map(({ name, params }) => [
        name,
        Object.entries(params ?? {}).toSorted(),
      ])
      const key = JSON.stringify([pact.consumer.name, pact.provider.name, description, states])
      const other = seen.get(key)
      if (!other) seen.set(key, { file, interaction })
      if (!other || isDeepStrictEqual(other.interaction, interaction)) return []
      return [
        {
          file,
          interaction: description,
          found: `another interaction with the same description and state in ${other.file}`,
        },
      ]
    }),
  )
}

/** A pact file and its differences from the definition that the last test run evaluated. */
type ComparedPact = ReturnType<typeof differencesOf> & { readonly file: string; readonly definition: string }

/**
 * Compares each pact with the definition that its last test run left in the staging directory. A pact is rewritten only
 * when all tests have passed, so it can be older than its definition. Without results, as in a new checkout, nothing is
 * known.
 */
function againstDefinitions(
  pacts: readonly NamedPact[],
  problemsOf: (compared: ComparedPact) => readonly PactProblem[],
): PactProblem[] {
  return withDefinitions(pacts).flatMap(({ file, pact, own }) =>
    own ? problemsOf({ ...differencesOf(pact, own), file, definition: `at ${locationText(own.claim)}` }) : [],
  )
}

function staleFiles(pacts: readonly NamedPact[]): PactProblem[] {
  const outdated = againstDefinitions(pacts, ({ file, definition, outdated }) =>
    outdated.map((interaction) => ({
      file,
      interaction,
      found: `an interaction that differs from its definition ${definition}`,
    })),
  )
  const renamed = withDefinitions(pacts).flatMap(({ file, pact, own, all }) => {
    const successor = own ? undefined : all.find(({ contract }) => definesAll(contract, pact))
    if (!successor) return []
    const { claim, contract } = successor
    return [
      {
        file,
        found: `interactions that the definition at ${locationText(claim)} writes to ${contract.file}`,
      },
    ]
  })
  return [...outdated, ...renamed]
}

/**
 * True if a contract has all interactions that this package wrote to a pact: the consumer or the provider was renamed. A pact
 * without a definition is not enough, because a run of some test files evaluates only some definitions.
 */
function definesAll(
  { interactions }: StagedContract,
  pact: { readonly interactions: readonly unknown[] },
): boolean {
  const written = pact.interactions.map(originOf).filter((hash) => hash !== undefined)
  const defined = new Set(interactions.map(interactionHash))
  return written.length > 0 && written.every((hash) => defined.has(hash))
}

/** Returns a pact with its notifications: a definition has interactions of one kind, but a file can have both. */
function wholePact({ pact, messages }: NamedPact): StoredPact {
  return { ...pact, interactions: [...pact.interactions, ...messages] }
}

function withDefinitions(pacts: readonly NamedPact[]) {
  const byDirectory = new Map<string, StagedDefinition[]>()
  return pacts.map((named) => {
    const { file } = named
    const pact = wholePact(named)
    const staging = join(dirname(file), 'staging')
    const all = byDirectory.get(staging) ?? stagedDefinitions(staging)
    byDirectory.set(staging, all)
    const own = all.find(
      ({ contract }) => contract.consumer === pact.consumer.name && contract.provider === pact.provider.name,
    )
    return { file, pact, own, all }
  })
}
