import { ChildProcess } from 'node:child_process'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { pactCliFor } from '../../../contracts/publish/pact-cli.ts'
import { temporaryFolder } from '../committed.ts'

test.skipIf(process.platform === 'win32')('a run that Ctrl+C ends as well was stopped', async () => {
  const folder = await temporaryFolder()
  const native = `@pact-foundation/pact-cli-${process.platform}-${process.arch}`
  for (const name of ['@pact-foundation/pact-cli', native]) {
    const directory = join(folder, 'node_modules', name)
    await mkdir(join(directory, 'standalone'), { recursive: true })
    await writeFile(join(directory, 'package.json'), JSON.stringify({ name }))
    await writeFile(join(directory, 'standalone', 'pact'), '#!/bin/sh\nkill -INT $$\n', { mode: 0o755 })
  }
  const run = pactCliFor(folder)
  const stop = new AbortController()
  expect(await run([], process.env, stop.signal)).toEqual({ code: 1, output: '\nIt was ended by SIGINT.' })
  // The terminal sends its signal to both processes, so the program can end before this process kills it.
  vi.spyOn(ChildProcess.prototype, 'kill').mockReturnValue(true)
  onTestFinished(() => void vi.restoreAllMocks())
  stop.abort()
  expect(await run([], process.env, stop.signal)).toEqual({ output: '' })
})
