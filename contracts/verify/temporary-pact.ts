import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pactText } from '../pact-file/pact-file.ts'

/** Writes a pact to a temporary file for Pact's Verifier, which only takes files, and removes it afterwards. */
export async function withPactFile<T>(pact: object, use: (file: string) => Promise<T>): Promise<T> {
  const directory = await mkdtemp(join(tmpdir(), 'graph-call-testkit-verify-'))
  try {
    const file = join(directory, 'pact.json')
    await writeFile(file, pactText(pact))
    return await use(file)
  } finally {
    await rm(directory, { recursive: true, force: true })
  }
}
