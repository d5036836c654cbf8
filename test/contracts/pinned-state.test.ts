import { fixture } from 'graph-call-testkit/fixtures'
import { expect, test } from 'vitest'
import { type InteractionSettings, interactionOf } from '../../contracts/interaction/interaction.ts'
import { runInteraction } from '../../contracts/interaction/run-interaction.ts'
import { pacticipants } from './committed.ts'
import { get } from './get.ts'
import { verdictsOf } from './pact-verdicts.ts'

const names = ['incoming-peer-to-peer', 'peer-to-peer', 'on-hold', 'terminating', 'terminated'] as const
const reads = ['state', 'direction', 'source.identity.application.id', 'mediaState.audio']

/** Returns the verdicts of Pact's Verifier for a provider that always sends one body. */
async function verdictsFor(body: object, settings: InteractionSettings): Promise<boolean[]> {
  const cases = []
  for (const name of names) {
    const { pact } = await runInteraction(interactionOf(name, reads, settings), pacticipants, (context) =>
      get(context),
    )
    cases.push(...pact.interactions.map((interaction) => ({ interaction, body })))
  }
  return verdictsOf(cases)
}

test('a provider that ignores its states fails every interaction, also with a call in the right direction', async () => {
  const accepted = {
    ...fixture('transfer-accepted'),
    source: fixture('peer-to-peer').source,
    mediaState: { audio: 'active' },
  }
  expect(await verdictsFor(accepted, {})).toEqual(names.map(() => false))
  expect(await verdictsFor({ ...accepted, state: 'established', direction: 'incoming' }, {})).toEqual(
    names.map(() => false),
  )
})

test('a provider in the right state passes, with other values at paths that are not exact', async () => {
  const body = {
    state: 'established',
    direction: 'outgoing',
    source: { identity: { application: { id: 'another' } } },
    mediaState: { audio: 'inactive' },
  }
  expect(await verdictsFor(body, {})).toEqual(names.map((name) => name === 'peer-to-peer'))
  const exact = ['mediaState']
  expect(await verdictsFor(body, { exact })).toEqual(names.map(() => false))
})

test('without exact paths, a provider may ignore the state', async () => {
  const body = { ...fixture('transfer-accepted'), source: fixture('peer-to-peer').source }
  expect((await verdictsFor(body, { exact: false })).filter((passed) => passed)).toHaveLength(3)
})
