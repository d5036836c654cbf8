import { fixtures } from 'graph-call-testkit/fixtures'
import { expect, test } from 'vitest'
import { fixtureNames } from '../../contracts/fixture-names.ts'
import { interactionOf } from '../../contracts/interaction/interaction.ts'
import { type Exercise, runInteraction } from '../../contracts/interaction/run-interaction.ts'
import { mergedPact } from '../../contracts/pact-file/merge.ts'
import type { PactFile } from '../../contracts/pact-file/pact-file.ts'
import { verifyAgainstTenant } from '../../contracts/verify/verify-against-tenant.ts'
import { verifyShape } from '../../contracts/verify/verify-shape.ts'

// A request without a token is no matter of what is so at the provider.
const names = fixtureNames().filter((name) => name !== 'access-token-empty')
const parties = { consumer: 'reader-of-everything', provider: 'microsoft-graph-calls' }

async function get({ fetch, token }: Exercise, path: string): Promise<unknown> {
  const headers = { Authorization: `Bearer ${token}` }
  return (await fetch(`https://graph.microsoft.com${path}`, { headers })).json()
}

test('every fixture, read whole, is served as promised, and passes both checks', async () => {
  const pacts: PactFile[] = []
  for (const name of names) {
    const interaction = interactionOf(name, ['*'])
    const { answer, pact } = await runInteraction(interaction, parties, (exercise) =>
      get(exercise, fixtures[name].request.path),
    )
    expect(answer, name).toEqual(interaction.response.body)
    pacts.push(pact)
  }
  const pact = mergedPact(pacts)
  for (const verification of [verifyShape(pact), await verifyAgainstTenant(pact)]) {
    expect(verification.interactions.filter(({ passed }) => !passed)).toEqual([])
    expect(verification.interactions).toHaveLength(names.length)
    expect(verification.passed).toBe(true)
  }
})
