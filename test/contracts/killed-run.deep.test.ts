import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdir, readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { temporaryFolder } from './committed.ts'

const script = fileURLToPath(new URL('killed-run.ts', import.meta.url))
const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href
const condition = '--conditions=graph-call-testkit-source'

/** Reads of the same contract, before and after a change of its consumer. */
const definitions = [['state'], ['state', 'direction', 'source.identity.application.id']] as const

/** Starts a run whose temporary files are deleted with the test. */
function start(dir: string, reads: readonly string[], temporary: string): ChildProcess {
  return spawn(process.execPath, [condition, '--import', tsx, script, dir, ...reads], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, TMPDIR: temporary, TEMP: temporary },
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
  return { text: await readFile(join(dir, 'killed-bot-microsoft-graph-calls.json'), 'utf8'), duration }
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
    expect([old.text, next.text]).toContain(
      await readFile(join(dir, 'killed-bot-microsoft-graph-calls.json'), 'utf8'),
    )
  }
  expect((await completeRun(dir, after)).text).toBe(next.text)
  const left = await readdir(dir, { recursive: true })
  expect(left.filter((name) => name.endsWith('.tmp'))).toEqual([])
}, 120_000)
