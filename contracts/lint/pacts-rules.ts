import { dirname, join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import type { StagedContract } from '../define/staged-files.ts'
import { stagedContracts } from '../define/staging.ts'
import type { PactInteraction } from '../pact-file/pact-file.ts'
import type { NamedPact, PactProblem, PactsRule } from './rule.ts'

/** Rules for all pacts together. */
export const pactsRules = {
  'weak-name': {
    why: 'A broker treats all pacts with the same name as one application, so teams that share a name overwrite and block each other.',
    fix: 'Use the name of your application, for example contoso-reception-bot.',
    check: (pacts) =>
      pacts.flatMap(({ file, pact }) =>
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
  'stale-interaction': {
    why: 'The contract no longer defines this interaction, so no test runs it, but the pact still promises it.',
    fix: 'Run all tests of the contract. Once all of them pass, the pact is written without it.',
    check: staleInteractions,
  },
} satisfies Record<string, PactsRule>

const weakNames = new Set(
  'consumer provider test tests my myapp app application client service server api bot example sample demo dummy foo bar baz foobar default unknown undefined null none name consumername providername todo me team'.split(
    ' ',
  ),
)

/** True for a name that describes a role in Pact rather than an application: `consumer`, `my-app`, `Test Consumer 2`. */
function isWeak(name: string): boolean {
  const words = name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter(Boolean)
  return words.length === 0 || weakNames.has(words.join('')) || words.every((word) => fillers.has(word))
}

const fillers = new Set(
  'consumer provider test tests my the a app example sample demo dummy foo bar baz'.split(' '),
)

function collisions(pacts: readonly NamedPact[]): PactProblem[] {
  const seen = new Map<string, { file: string; interaction: PactInteraction }>()
  return pacts.flatMap(({ file, pact }) =>
    pact.interactions.flatMap((interaction) => {
      const { description, providerStates } = interaction
      const states = providerStates.map(({ name, params = {} }) => [name, Object.entries(params).toSorted()])
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

/**
 * Compares each pact with the definition that its last test run left in the staging directory. A pact is rewritten only
 * when all tests have passed, so it can be older than its definition.
 */
async function staleInteractions(pacts: readonly NamedPact[]): Promise<PactProblem[]> {
  const problems: PactProblem[] = []
  for (const { file, pact } of pacts) {
    const contracts = await stagedContracts(join(dirname(file), 'staging'))
    const contract = contracts.find((staged) => isContractOf(staged, pact))
    if (!contract) continue
    const defined = new Set(contract.descriptions)
    for (const { description } of pact.interactions) {
      if (defined.has(description)) continue
      problems.push({ file, interaction: description, found: 'an interaction that is not in the contract' })
    }
  }
  return problems
}

function isContractOf({ consumer, provider }: StagedContract, pact: NamedPact['pact']): boolean {
  return consumer === pact.consumer.name && provider === pact.provider.name
}
