import { type StdioOptions, spawn } from 'node:child_process'
import { once } from 'node:events'
import { open, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, onTestFinished, test } from 'vitest'
import { committedText, temporaryFolder } from '../contracts/committed.ts'
import { deepTest } from '../runs.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** The command as a process, which is the one that knows what becomes of its output. */
function program(stdout: number | 'pipe', ...argv: string[]) {
  const stdio: StdioOptions = ['ignore', stdout, 'pipe']
  const main = ['--conditions', 'graph-call-testkit-source', '--import', 'tsx', 'src/cli/main.ts']
  const child = spawn(process.execPath, [...main, ...argv], { cwd: root, stdio })
  onTestFinished(() => void child.kill('SIGKILL'))
  let said = ''
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    said += text
  })
  return { child, ended: once(child, 'close').then(([code]) => ({ code, said })) }
}

describe('where whoever read along has gone', () => {
  test('a command still says by its exit code what it found', async () => {
    const folder = await temporaryFolder()
    await writeFile(join(folder, 'pact.json'), committedText.replace('"method": "GET"', '"method": "POST"'))
    const { child, ended } = program('pipe', 'contract', 'lint', folder)
    child.stdout?.destroy()
    expect(await ended).toEqual({ code: 1, said: '1 finding in 9 interactions.\n' })
  })
  deepTest('a server ends, and ends well', async () => {
    const { child, ended } = program('pipe', 'serve')
    child.stdout?.destroy()
    expect(await ended).toEqual({ code: 0, said: '' })
  })
})

deepTest('a result that cannot be written is no success', async () => {
  const readOnly = await open(fileURLToPath(import.meta.url), 'r')
  onTestFinished(() => readOnly.close())
  expect(await program(readOnly.fd, 'contract', 'lint', 'contracts/pacts').ended).toEqual({
    code: 2,
    said: expect.stringMatching(/^The result cannot be written: .*\.\n$/),
  })
})
