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

/** Body of a possible response to an interaction. */
export interface Case {
  readonly interaction: PactInteraction
  readonly body: unknown
}

/**
 * Checks with Pact's Verifier whether each body satisfies its interaction. All bodies are verified in one pact, each with
 * its own path, because one verification of many is faster than many of one.
 */
export async function judge(cases: readonly Case[]): Promise<boolean[]> {
  const verdicts: boolean[] = []
  for (let at = 0; at < cases.length; at += batch)
    verdicts.push(...(await verify(cases.slice(at, at + batch))))
  return verdicts
}

/** Number of bodies in one pact. Pact is slower with more. */
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
    if (result === undefined) throw new Error(`Pact reports no result for ${description}.`)
    return result === 'OK'
  })
}
