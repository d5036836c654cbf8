import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { withoutOrigin } from '../../contracts/pact-file/origin.ts'
import {
  type PactFile,
  type PactInteraction,
  pactText,
  parsePact,
} from '../../contracts/pact-file/pact-file.ts'

export const pacticipants = {
  consumer: 'graph-call-testkit-reference-bot',
  provider: 'microsoft-graph-calls',
}
export const fileName = `${pacticipants.consumer}-${pacticipants.provider}.json`

/** Text of the committed pact. */
export const committedText = readFileSync(
  new URL(`../../contracts/pacts/${fileName}`, import.meta.url),
  'utf8',
)

/** Returns a new copy of the committed pact. */
export const committedPact = (): PactFile => parsePact(committedText, fileName)

/** Text of the committed pact as Pact writes it, without the hashes of the definitions. */
export const committedTextOfPact = pactText({
  ...committedPact(),
  interactions: committedPact().interactions.map(withoutOrigin),
})

/** Returns the interaction of a fixture. */
export function interactionIn(pact: PactFile, name: string): PactInteraction {
  const found = pact.interactions.find(({ description }) => description.endsWith(`(${name})`))
  if (!found) throw new Error(`The pact does not have an interaction of ${name}.`)
  return found
}

/** Creates a temporary directory that is deleted when the test ends. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'graph-call-testkit-test-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}
