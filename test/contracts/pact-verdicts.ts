import { execFile } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import type { PactInteraction } from '../../contracts/pact-file/pact-file.ts'
import { committedPact, temporaryFolder } from './committed.ts'

const worker = fileURLToPath(new URL('pact-verdicts-worker.ts', import.meta.url))
const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href

/** A body, and the interaction that it may satisfy. */
export interface Case {
  readonly interaction: PactInteraction
  readonly body: unknown
}

/**
 * Returns true for each body that satisfies its interaction, according to Pact's Verifier. All interactions are in one pact,
 * each with its own path, because one verification of many interactions is faster.
 */
export async function verdictsOf(cases: readonly Case[]): Promise<boolean[]> {
  const verdicts: boolean[] = []
  for (let at = 0; at < cases.length; at += batchSize)
    verdicts.push(...(await verify(cases.slice(at, at + batchSize))))
  return verdicts
}

/** Number of interactions in one pact. Pact slows down with more. */
const batchSize = 200

async function verify(cases: readonly Case[]): Promise<boolean[]> {
  const interactions = cases.map(({ interaction: { response } }, at) => ({
    type: 'Synchronous/HTTP',
    description: `body ${at}`,
    request: { method: 'GET', path: `/${at}` },
    response,
  }))
  const folder = await temporaryFolder()
  const [pact, bodies, report] = ['pact.json', 'bodies.json', 'report.json'].map((name) => join(folder, name))
  await writeFile(`${pact}`, JSON.stringify({ ...committedPact(), interactions }))
  await writeFile(`${bodies}`, JSON.stringify(cases.map(({ body }) => body)))
  const options = {
    env: { ...process.env, PACT_DO_NOT_TRACK: 'true' },
    maxBuffer: Number.POSITIVE_INFINITY,
  }
  await promisify(execFile)(
    process.execPath,
    ['--import', tsx, worker, `${pact}`, `${bodies}`, `${report}`],
    options,
  )
  const { interactionResults }: { interactionResults: { description: string; result: string }[] } =
    JSON.parse(await readFile(`${report}`, 'utf8'))
  const results = new Map(interactionResults.map(({ description, result }) => [description, result]))
  return interactions.map(({ description }) => {
    const result = results.get(description)
    if (result === undefined) throw new Error(`Pact reported no result for ${description}.`)
    return result === 'OK'
  })
}
