import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdir, readFile, utimes, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { contractStatus } from 'graph-call-testkit/contracts'
import { expect, test } from 'vitest'
import { temporaryFolder } from './committed.ts'

const script = fileURLToPath(new URL('killed-run.ts', import.meta.url))
const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href
const condition = '--conditions=graph-call-testkit-source'

/** Reads of the same contract, before and after a change of its consumer. */
const definitions = [['state'], ['state', 'direction', 'source.identity.application.id']] as const

const fileOf = (dir: string) => join(dir, 'killed-bot-microsoft-graph-calls.json')

/** Starts a run whose temporary files are deleted with the test. */
function start(dir: string, reads: readonly string[], temporary: string): ChildProcess {
  return spawn(process.execPath, [condition, '--import', tsx, script, dir, temporary, ...reads], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
}

/** Completes a run. Returns the pact, and the milliseconds from the definition to the end. */
async function completeRun(dir: string, reads: readonly string[]) {
  const run = start(dir, reads, await temporaryFolder())
  const ended = once(run, 'close')
  await once(run.stdout ?? run, 'data')
  const startTime = performance.now()
  expect(await ended).toEqual([0, null])
  const duration = performance.now() - startTime
  return { text: await readFile(fileOf(dir), 'utf8'), duration }
}

test('a killed run leaves the old pact or the new one, and the next run writes the new one', async () => {
  const dir = await temporaryFolder()
  const [before, after] = definitions
  const next = await completeRun(await temporaryFolder(), after)
  const old = await completeRun(dir, before)
  expect(old.text).not.toBe(next.text)
  // Each run starts with the files that a killed run of the other definition left.
  const moments = [0.1, 0.95, 0.4, 0.8, 0.6, 1, 0.9]
  for (const [at, moment] of moments.entries()) {
    const run = start(dir, at % 2 === 0 ? after : before, await temporaryFolder())
    const ended = once(run, 'close')
    await once(run.stdout ?? run, 'data')
    await new Promise((resolve) => setTimeout(resolve, moment * next.duration))
    run.kill('SIGKILL')
    await ended
    expect([old.text, next.text]).toContain(await readFile(fileOf(dir), 'utf8'))
  }
  // Temporary files of killed runs are removed when they are ten minutes old.
  for (const name of await readdir(dir, { recursive: true })) {
    if (name.endsWith('.tmp')) await utimes(join(dir, name), 0, 0)
  }
  expect((await completeRun(dir, after)).text).toBe(next.text)
  const written = basename(fileOf(dir))
  const left = (await readdir(dir)).filter((name) => name.endsWith('.tmp') && name.startsWith(`.${written}`))
  expect(left).toEqual([])
  expect(await contractStatus([dir])).toMatchObject({ passed: true, abandoned: [] })
}, 300_000)

test('a killed run keeps the interactions that another tool wrote', async () => {
  const dir = await temporaryFolder()
  const [before, after] = definitions
  const other = { type: 'Asynchronous/Messages', description: 'a call has ended' }
  const { text, duration } = await completeRun(dir, before)
  const pact = JSON.parse(text)
  await writeFile(fileOf(dir), JSON.stringify({ ...pact, interactions: [other, ...pact.interactions] }))
  for (const [at, moment] of [0.7, 0.95, 0.8, 1].entries()) {
    const run = start(dir, at % 2 === 0 ? after : before, await temporaryFolder())
    const ended = once(run, 'close')
    await once(run.stdout ?? run, 'data')
    await new Promise((resolve) => setTimeout(resolve, moment * duration))
    run.kill('SIGKILL')
    await ended
    const { interactions } = JSON.parse(await readFile(fileOf(dir), 'utf8'))
    expect(interactions).toHaveLength(6)
    expect(interactions).toContainEqual(other)
  }
}, 300_000)

test('twenty processes write one pact, and none of them fails', async () => {
  const [dir, alone] = [await temporaryFolder(), await temporaryFolder()]
  const [reads] = definitions
  const { text } = await completeRun(alone, reads)
  const temporary = await temporaryFolder()
  const runs = Array.from({ length: 20 }, () => start(dir, reads, temporary))
  expect(await Promise.all(runs.map((run) => once(run, 'close')))).toEqual(Array(20).fill([0, null]))
  expect(await readFile(fileOf(dir), 'utf8')).toBe(text)
  const left = await readdir(dir, { recursive: true })
  expect(left.filter((name) => name.endsWith('.tmp') || name.includes('failed'))).toEqual([])
  expect(await contractStatus([dir])).toMatchObject({ passed: true })
}, 300_000)
