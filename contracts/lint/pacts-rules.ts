import { isDeepStrictEqual } from 'node:util'
import type { PactInteraction } from '../pact-file/pact-file.ts'
import type { ContractDefinition, NamedPact, PactsRule, PlacedProblem } from './rule.ts'

/** What goes wrong with pacts as wholes. */
export const pactsRules = {
  'weak-name': {
    why: 'All pacts of one name are one application to the broker: teams that share a name overwrite and gate each other.',
    fix: 'Take the name of the application as its team says it, e.g. contoso-reception-bot.',
    check: (pacts) =>
      pacts.flatMap(({ file, pact }) =>
        (['consumer', 'provider'] as const)
          .filter((role) => isWeak(pact[role].name))
          .map((role) => ({ file, path: `${role}.name`, found: `"${pact[role].name}"` })),
      ),
  },
  'colliding-interaction': {
    why: 'Pact tells interactions apart by description and provider state: of two that share both, one is lost when pacts are merged or published.',
    fix: 'Give one of them another description.',
    check: collisions,
  },
  'stale-interaction': {
    why: 'The definition does not have it any more: nobody runs it, and yet it is promised and gates deployments.',
    fix: 'Write the pact anew by running its tests, or take the interaction out.',
    check: (pacts, definition) => (definition ? stale(pacts, definition) : []),
  },
} satisfies Record<string, PactsRule>

const weakNames = new Set(
  'consumer provider test tests my myapp app application client service server api bot example sample demo dummy foo bar baz foobar default unknown undefined null none name consumername providername todo me team'.split(
    ' ',
  ),
)

/** A name that says what it is to Pact, and not who it is: `consumer`, `my-app`, `Test Consumer 2`. */
function isWeak(name: string): boolean {
  const words = name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter(Boolean)
  return words.length === 0 || weakNames.has(words.join('')) || words.every((word) => nothingSaid.has(word))
}

const nothingSaid = new Set(
  'consumer provider test tests my the a app example sample demo dummy foo bar baz'.split(' '),
)

function collisions(pacts: readonly NamedPact[]): PlacedProblem[] {
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
          found: `another one of the same description and state in ${other.file}`,
        },
      ]
    }),
  )
}

function stale(pacts: readonly NamedPact[], definition: ContractDefinition): PlacedProblem[] {
  const known = new Set(definition.interactions.map(({ description }) => description))
  return pacts
    .filter(({ pact }) => pact.consumer.name === definition.consumer)
    .filter(({ pact }) => definition.provider === undefined || pact.provider.name === definition.provider)
    .flatMap(({ file, pact }) =>
      pact.interactions
        .filter(({ description }) => !known.has(description))
        .map(({ description }) => ({
          file,
          interaction: description,
          found: 'nothing of that description in the definition',
        })),
    )
}
