import fc from 'fast-check'
import {
  type CustomInteraction,
  defineCallContract,
  lintPacts,
  readsOf,
  verifyPacts,
} from 'graph-call-testkit/contracts'
import { type FixtureName, fixtures } from 'graph-call-testkit/fixtures'
import { anyCall } from 'graph-call-testkit/generators'
import { expect } from 'vitest'
import { fixtureNames } from '../../../contracts/fixture-names.ts'
import { deepTest } from '../../runs.ts'
import { temporaryFolder } from '../committed.ts'
import { get } from '../get.ts'

/** Fixtures whose request has a token, as every request of a contract does. */
const names = fixtureNames().filter((name) => name !== 'access-token-empty')

/** Returns the query of a fixture's request. */
const queryOf = (name: string) =>
  names
    .filter((fixture) => fixture === name)
    .map((fixture) => /\?.*/.exec(fixtures[fixture].request.path)?.[0])
    .at(0)

/** Defines a contract and runs all its interactions. */
async function contractOf<const Input extends FixtureName | CustomInteraction>(
  interactions: readonly Input[],
) {
  const contract = defineCallContract({
    consumer: 'contoso-reception-bot',
    dir: await temporaryFolder(),
    reads: await readsOf((call) => JSON.stringify(call), { warn: () => {} }),
    interactions,
    warn: () => {},
  })
  for (const interaction of contract.interactions) {
    await interaction.run((context) => get(context, queryOf(interaction.name)))
  }
  return contract
}

deepTest('contracts of all fixtures and of generated calls pass lint and verification', async () => {
  const generated = fc
    .sample(anyCall(), { seed: 42, numRuns: 12 })
    .map((body, at) => ({ name: `generated call ${at}`, body }))
  const { file, interactions } = await contractOf([...names, ...generated])
  const report = await lintPacts([file])
  expect(report.interactions).toBe(interactions.length)
  // Within elements of a collection, Pact accepts any collection for an empty one, so this finding is right.
  const found = new Set(report.findings.map(({ rule, path }) => `${rule} ${path}`))
  expect([...found]).toEqual([
    'empty-each-like audioRoutingGroups[].receivers',
    'empty-each-like audioRoutingGroups[].sources',
  ])
  const { pacts } = await verifyPacts([file])
  expect(pacts[0]?.interactions.filter(({ passed }) => !passed)).toEqual([])
})
