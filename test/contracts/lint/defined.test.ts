import fc from 'fast-check'
import {
  type CustomInteraction,
  defineCallContract,
  lintPacts,
  readsOf,
  verifyPacts,
} from 'graph-call-testkit/contracts'
import { type FixtureName, fixtures, groupCall } from 'graph-call-testkit/fixtures'
import { anyCall } from 'graph-call-testkit/generators'
import { expect, test } from 'vitest'
import { fixtureNames } from '../../../contracts/fixture-names.ts'
import { runs } from '../../runs.ts'
import { temporaryFolder } from '../committed.ts'
import { get } from '../get.ts'

/** Each request of a contract has a token. */
const names = fixtureNames().filter((name) => name !== 'access-token-empty')

/** The query with which a fixture was answered. */
const queryOf = (name: string) =>
  names
    .filter((fixture) => fixture === name)
    .map((fixture) => /\?.*/.exec(fixtures[fixture].request.path)?.[0])
    .at(0)

/** A contract of these, run. */
async function contractOf<const Given extends FixtureName | CustomInteraction>(
  interactions: readonly Given[],
) {
  const contract = defineCallContract({
    consumer: 'contoso-reception-bot',
    dir: await temporaryFolder(),
    // All that there is.
    reads: await readsOf((call) => JSON.stringify(call), { warn: () => {} }),
    interactions,
    warn: () => {},
  })
  for (const interaction of contract.interactions) {
    await interaction.run((given) => get(given, queryOf(interaction.name)))
  }
  return contract
}

test('a contract of every fixture and of generated calls is what lint and verification want', async () => {
  const own = fc
    .sample(anyCall(), { seed: 42, numRuns: runs(2, 12) })
    .map((body, at) => ({ name: `generated call ${at}`, body }))
  const { file, interactions } = await contractOf([...names, ...own])
  const report = await lintPacts([file])
  expect(report.interactions).toBe(interactions.length)
  // Pact takes any collection for one that is empty in each element of another, so lint is right about that.
  const found = new Set(report.findings.map(({ rule, path }) => `${rule} ${path}`))
  expect([...found]).toEqual([
    'empty-each-like audioRoutingGroups[].receivers',
    'empty-each-like audioRoutingGroups[].sources',
  ])
  const { pacts } = await verifyPacts([file])
  expect(pacts[0]?.interactions.filter(({ passed }) => !passed)).toEqual([])
})

test('what a definition has no more is stale, and what it has is not', async () => {
  const { file } = await contractOf(['group', { name: 'held', body: groupCall() }])
  const definition = await contractOf(['group'])
  expect((await lintPacts([file], { definition })).findings).toMatchObject([
    { rule: 'stale-interaction', interaction: 'a request for a call (held)' },
  ])
})
