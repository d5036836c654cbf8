import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type PactFile, pactText } from '../pact-file/pact-file.ts'

/** Gives a pact as a file to something that takes only files, and removes it afterwards. */
export async function withPactFile<T>(pact: PactFile, use: (file: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'graph-call-testkit-verify-'))
  try {
    const file = join(folder, 'pact.json')
    await writeFile(file, pactText(pact))
    return await use(file)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
