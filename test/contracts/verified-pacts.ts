import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { VerifyOptions } from 'graph-call-testkit/contracts'
import type { PactFile } from '../../contracts/pact-file/pact-file.ts'
import { verifyFrom } from '../../contracts/verify/verify-from.ts'
import { committedPact, interactionIn, temporaryFolder } from './committed.ts'

/** Writes a pact to a temporary file. */
export async function fileOf(pact: PactFile): Promise<string> {
  const file = join(await temporaryFolder(), 'pact.json')
  await writeFile(file, JSON.stringify(pact))
  return file
}

/** Verifies a pact. Returns the results of the levels by fixture. */
export async function results(pact: PactFile, options: VerifyOptions = {}, env: Record<string, string> = {}) {
  const { pacts, ...report } = await verifyFrom([await fileOf(pact)], options, env)
  const interactions = (pacts[0]?.interactions ?? []).map(({ description, levels }) => {
    const { selfConsistency, shape, behavior } = levels
    return [/\((.*)\)/.exec(description)?.[1], selfConsistency.result, shape.result, behavior.result]
  })
  return {
    ...report,
    interactions: Object.fromEntries(interactions.map(([name, ...levels]) => [name, levels])),
    pacts,
  }
}

/** The committed pact with one interaction. */
export const groupOnly = { ...committedPact(), interactions: [interactionIn(committedPact(), 'group')] }

/** The committed pact, with another path in the interaction of the group call. */
export function withOtherRequest(): PactFile {
  const pact = committedPact()
  interactionIn(pact, 'group').request.path = '/v1.0/me'
  return pact
}
