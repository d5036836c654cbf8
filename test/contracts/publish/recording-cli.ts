import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { PactCli, PactCliResult } from '../../../contracts/publish/pact-cli.ts'
import { committedPact, temporaryFolder } from '../committed.ts'

export const pacts = 'contracts/pacts'
export const required = { broker: 'https://broker.example.com', version: '1', branch: 'main', warn: () => {} }
export const context = { env: {}, directory: process.cwd() }

/** Creates a Pact CLI that records its calls and publishes nothing. */
export function recordingCli(result: PactCliResult = { code: 0, output: '' }) {
  const calls: { args: readonly string[]; env: Record<string, string | undefined> }[] = []
  const pactCli: PactCli = async (args, env) => {
    calls.push({ args, env: { ...env } })
    return result
  }
  return { calls, pactCli }
}

/** Writes a pact of each consumer or pacticipants to a directory. */
export async function pactsOf(...names: readonly (readonly [consumer: string, provider?: string])[]) {
  const folder = await temporaryFolder()
  for (const [index, [consumer, provider = 'contoso-call-stub']] of names.entries()) {
    const pact = { ...committedPact(), consumer: { name: consumer }, provider: { name: provider } }
    await writeFile(join(folder, `${index}.json`), JSON.stringify(pact))
  }
  return folder
}
