import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { type PactFile, type PactInteraction, parsePact } from '../../contracts/pact-file/pact-file.ts'

export const pacticipants = { consumer: 'graph-call-testkit-reference-bot', provider: 'microsoft-graph-calls' }
export const fileName = `${pacticipants.consumer}-${pacticipants.provider}.json`

/** The text of the pact that is committed. */
export const committedText = readFileSync(
  new URL(`../../contracts/pacts/${fileName}`, import.meta.url),
  'utf8',
)

/** A fresh copy of the pact that is committed. */
export const committedPact = (): PactFile => parsePact(committedText, fileName)

/** One interaction of a pact, by the fixture that it is made of. */
export function interactionIn(pact: PactFile, name: string): PactInteraction {
  const found = pact.interactions.find(({ description }) => description.endsWith(`(${name})`))
  if (!found) throw new Error(`The pact has no interaction of ${name}.`)
  return found
}

/** A folder that goes when the test ends. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'graph-call-testkit-test-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}
