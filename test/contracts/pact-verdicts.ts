import { execFile } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import type { PactInteraction } from '../../contracts/pact-file/pact-file.ts'
import { committedPact, temporaryFolder } from './committed.ts'

const worker = fileURLToPath(new URL('judge-worker.ts', import.meta.url))
const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href

/** A body that an interaction may be answered with. */
export interface Case {
  readonly interaction: PactInteraction
  readonly body: unknown
}

/**
 * Whether each body satisfies its interaction, by Pact's own Verifier. All stand in one pact, each under a path of its own,
 * since one verification of many costs less than many of one.
 */
export async function verdictsOf(cases: readonly Case[]): Promise<boolean[]> {
  const verdicts: boolean[] = []
  for (let at = 0; at < cases.length; at += batch)
    verdicts.push(...(await verify(cases.slice(at, at + batch))))
  return verdicts
}

/** More at once take Pact longer than one after the other. */
const batch = 200

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
    if (result === undefined) throw new Error(`Pact says nothing of ${description}.`)
    return result === 'OK'
  })
}
