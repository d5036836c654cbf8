import { fixtures } from 'graph-call-testkit/fixtures'
import { expect, test } from 'vitest'
import { fixtureNames } from '../../contracts/fixture-names.ts'
import { interactionOf } from '../../contracts/interaction/interaction.ts'
import { type MockServerContext, runInteraction } from '../../contracts/interaction/run-interaction.ts'
import { mergedPact } from '../../contracts/pact-file/merge-interactions.ts'
import type { PactFile } from '../../contracts/pact-file/pact-file.ts'
import { verifyAgainstTenant } from '../../contracts/verify/verify-against-tenant.ts'
import { verifyShape } from '../../contracts/verify/verify-shape.ts'

// A request without a token does not depend on a provider state.
const names = fixtureNames().filter((name) => name !== 'access-token-empty')
const pacticipants = { consumer: 'reader-of-everything', provider: 'microsoft-graph-calls' }

async function get({ fetch, token }: MockServerContext, path: string): Promise<unknown> {
  const headers = { Authorization: `Bearer ${token}` }
  return (await fetch(`https://graph.microsoft.com${path}`, { headers })).json()
}

test('the mock server returns every fixture as expected, and both verifications pass', async () => {
  const pacts: PactFile[] = []
  for (const name of names) {
    const interaction = interactionOf(name, ['*'])
    const { result, pact } = await runInteraction(interaction, pacticipants, (context) =>
      get(context, fixtures[name].request.path),
    )
    expect(result, name).toEqual(interaction.response.body)
    pacts.push(pact)
  }
  const pact = mergedPact(pacts)
  for (const verification of [verifyShape(pact), await verifyAgainstTenant(pact)]) {
    expect(verification.interactions.filter(({ passed }) => !passed)).toEqual([])
    expect(verification.interactions).toHaveLength(names.length)
    expect(verification.passed).toBe(true)
  }
})
