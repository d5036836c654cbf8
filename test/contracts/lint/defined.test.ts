import { cp } from 'node:fs/promises'
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

test('an interaction is stale if its contract no longer defines it', async () => {
  const before = await contractOf(['group', { name: 'held', body: groupCall() }])
  expect((await lintPacts([before.file])).findings).toEqual([])

  // The definition has changed, but not all tests have passed yet, so the old pact remains.
  const dir = await temporaryFolder()
  const contract = defineCallContract({
    consumer: 'contoso-reception-bot',
    dir,
    reads: ['state'],
    interactions: ['group', 'throttled'],
  })
  await contract.interaction('group').run(get)
  await cp(before.file, contract.file)
  expect((await lintPacts([dir])).findings).toMatchObject([
    { rule: 'stale-interaction', interaction: 'a request for a call (held)' },
  ])

  await contract.interaction('throttled').run(get)
  expect((await lintPacts([dir])).findings).toEqual([])
})
