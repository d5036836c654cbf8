import { type StdioOptions, spawn } from 'node:child_process'
import { once } from 'node:events'
import { open, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { run } from '../../src/cli/run.ts'
import { subprocessRunner } from '../../src/cli/subprocess.ts'
import { committedText, temporaryFolder } from '../contracts/committed.ts'
import { deepTest } from '../runs.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Runs the command as a process, with the given standard output. */
function program(stdout: number | 'pipe', ...argv: string[]) {
  const stdio: StdioOptions = ['ignore', stdout, 'pipe']
  const main = ['--conditions', 'graph-call-testkit-source', '--import', 'tsx', 'src/cli/main.ts']
  const child = spawn(process.execPath, [...main, ...argv], { cwd: root, stdio })
  onTestFinished(() => void child.kill('SIGKILL'))
  let stderr = ''
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    stderr += text
  })
  return { child, ended: once(child, 'close').then(([code]) => ({ code, stderr })) }
}

describe('when the reader closes the pipe', () => {
  test('the exit code still reports the result', async () => {
    const folder = await temporaryFolder()
    await writeFile(join(folder, 'pact.json'), committedText.replace('"method": "GET"', '"method": "POST"'))
    const { child, ended } = program('pipe', 'contract', 'lint', folder)
    child.stdout?.destroy()
    expect(await ended).toEqual({ code: 1, stderr: '1 problem found in 9 interactions.\n' })
  })
  test('generate ends without a message, as with head', async () => {
    const { child, ended } = program('pipe', 'generate', '--count', '4000000000')
    child.stdout?.once('data', () => child.stdout?.destroy())
    expect(await ended).toEqual({ code: 0, stderr: '' })
  })
  deepTest('a server stops with exit code 0', async () => {
    const { child, ended } = program('pipe', 'serve')
    child.stdout?.destroy()
    expect(await ended).toEqual({ code: 0, stderr: '' })
  })
})

test('exits with 2 if the message of an error cannot be written', async () => {
  const { child, ended } = program('pipe', 'generate', '--cuont', '1')
  child.stderr?.destroy()
  expect(await ended).toEqual({ code: 2, stderr: '' })
})

test('names a directory for temporary files that does not exist', async () => {
  vi.stubEnv('TMPDIR', '/nowhere')
  onTestFinished(() => void vi.unstubAllEnvs())
  const { subprocess } = subprocessRunner(process, () => new AbortController().signal)
  await expect(subprocess?.()).rejects.toThrow(
    'Cannot write temporary files to /nowhere: its directory does not exist. Create the directory first (ENOENT).',
  )
})

test('an error of the system has no stack', async () => {
  const error = Object.assign(new Error('EMFILE: too many open files, open'), { syscall: 'open' })
  let err = ''
  const exit = await run(['--version'], {
    out() {
      throw error
    },
    err(text) {
      err += text
    },
    write: async () => true,
    async *input() {},
    columns: 100,
    colors: false,
    version: '1.2.3',
    stopped: async () => {},
  })
  expect({ exit, err }).toEqual({ exit: 2, err: 'EMFILE: too many open files, open.\n' })
})

deepTest('exits with 2 if the disk is full', async () => {
  const full = await open('/dev/full', 'w')
  onTestFinished(() => full.close())
  expect(await program(full.fd, 'generate', '--count', '10').ended).toEqual({
    code: 2,
    stderr:
      'Cannot write to standard output: the disk is full. Free some space, then run the command again (ENOSPC).\n',
  })
})

deepTest('exits with 2 if the result cannot be written', async () => {
  const readOnly = await open(fileURLToPath(import.meta.url), 'r')
  onTestFinished(() => readOnly.close())
  expect(await program(readOnly.fd, 'contract', 'lint', 'contracts/pacts').ended).toEqual({
    code: 2,
    stderr: expect.stringMatching(/^Cannot write to standard output: .*\.\n$/),
  })
})
