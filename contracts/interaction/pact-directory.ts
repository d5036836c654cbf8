import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { packageVersion } from '../package-version.ts'
import type { StoredPact } from '../pact-file/stored-pact.ts'
import type { InteractionAnnotations } from './annotations.ts'

/**
 * Runs work with a temporary directory for one run of Pact. Pact's writer loses interactions if several runs share a
 * directory.
 */
export async function withPactDirectory<T>(work: (dir: string) => Promise<T>): Promise<T> {
  const dir = await mkdtemp(join(tmpdir(), 'graph-call-testkit-pact-'))
  try {
    return await work(dir)
  } finally {
    await rm(dir, { recursive: true, force: true })
  }
}

/** Reads the pact that Pact wrote to a directory, and adds what its builder cannot write: the key, and the version of this package. */
export async function pactIn<Pact extends StoredPact>(
  dir: string,
  { key }: InteractionAnnotations,
  parse: (text: string, file: string) => Pact,
): Promise<Pact> {
  const [name] = await readdir(dir)
  if (!name) throw new Error('Pact wrote no file. Run the test again with LOG_LEVEL=debug to see why.')
  const pact = parse(await readFile(join(dir, name), 'utf8'), name)
  return {
    ...pact,
    interactions: pact.interactions.map((interaction) => ({ ...interaction, ...(key && { key }) })),
    metadata: { ...pact.metadata, 'graph-call-testkit': { version: packageVersion } },
  }
}
