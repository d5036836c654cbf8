import { fixture } from 'graph-call-testkit/fixtures'
import { expect, test } from 'vitest'
import { type InteractionSettings, interactionOf } from '../../contracts/interaction/interaction.ts'
import { runInteraction } from '../../contracts/interaction/run-interaction.ts'
import type { PactInteraction } from '../../contracts/pact-file/pact-file.ts'
import { pacticipants } from './committed.ts'
import { get } from './get.ts'
import { verdictsOf } from './pact-verdicts.ts'

const names = ['incoming-peer-to-peer', 'peer-to-peer', 'on-hold', 'terminating', 'terminated'] as const
const reads = ['state', 'direction', 'source.identity.application.id']
const accepted = { ...fixture('transfer-accepted'), source: fixture('peer-to-peer').source }

/** Stubs that always send the same body, and the interactions that they satisfy. */
const stubs: readonly { body: object; settings: InteractionSettings; satisfied: readonly string[] }[] = [
  { body: accepted, settings: {}, satisfied: [] },
  { body: { ...accepted, state: 'established', direction: 'incoming' }, settings: {}, satisfied: [] },
  { body: fixture('peer-to-peer'), settings: {}, satisfied: ['peer-to-peer'] },
  {
    body: {
      state: 'established',
      direction: 'outgoing',
      source: { identity: { application: { id: 'another' } } },
    },
    settings: {},
    satisfied: ['peer-to-peer'],
  },
  {
    body: {
      state: 'established',
      direction: 'outgoing',
      source: { identity: { application: { id: 'another' } } },
    },
    settings: { exact: ['source.identity'] },
    satisfied: [],
  },
  { body: fixture('peer-to-peer'), settings: { exact: ['source'] }, satisfied: ['peer-to-peer'] },
  { body: accepted, settings: { exact: false }, satisfied: names },
]

test('a stub that ignores the provider state fails, unless the contract has exact: false', async () => {
  const pacts = new Map<string, readonly PactInteraction[]>()
  for (const { settings } of stubs) {
    const key = JSON.stringify(settings)
    if (!pacts.has(key)) pacts.set(key, await interactionsWith(settings))
  }
  const cases = stubs.flatMap(({ body, settings }) =>
    (pacts.get(JSON.stringify(settings)) ?? []).map((interaction) => ({ interaction, body })),
  )
  const verdicts = await verdictsOf(cases)
  const satisfied = stubs.map((_, at) => names.filter((_, index) => verdicts[at * names.length + index]))
  expect(satisfied).toEqual(stubs.map((stub) => stub.satisfied))
})

async function interactionsWith(settings: InteractionSettings): Promise<readonly PactInteraction[]> {
  const runs = names.map((name) =>
    runInteraction(interactionOf(name, reads, settings), pacticipants, (context) => get(context)),
  )
  return (await Promise.all(runs)).flatMap(({ pact }) => pact.interactions)
}

test.each([
  [{}, 'equality'],
  [{ exact: false }, 'type'],
] as const)('with %j, the code of an error is compared by %s', (settings, type) => {
  const { template } = interactionOf('throttled', reads, settings)
  expect(template.response.body).toEqual({
    error: { code: { 'pact:matcher:type': type, value: 'TooManyRequests' } },
  })
  expect(template.response.status).toBe(429)
})
