import { execFile } from 'node:child_process'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'
import { committedText, fileName, temporaryFolder } from '../contracts/committed.ts'
import { deepTest } from '../runs.ts'
import { runBot } from './call-contract.ts'
import { type RunOptions, runReferenceBot } from './run.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Runs the script as npm does. */
async function npmRun(args: readonly string[], env: NodeJS.ProcessEnv = {}) {
  const options = { cwd: root, env: { ...process.env, ...env } }
  return promisify(execFile)('npm', ['run', '--silent', 'contract', '--', ...args], options).then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    ({ code, stdout, stderr }: { code: number; stdout: string; stderr: string }) => ({
      code,
      stdout,
      stderr,
    }),
  )
}

/** Runs the bot in this process. */
async function run(dir: string, options: Pick<RunOptions, 'bot' | 'command'> = {}) {
  const output = { stdout: '', stderr: '' }
  const code = await runReferenceBot(dir, {
    out(text) {
      output.stdout += text
    },
    err(text) {
      output.stderr += text
    },
    ...options,
  })
  return { code, ...output }
}

deepTest(
  'two runs at once write the committed bytes, print a screenful, and leave no other files',
  async () => {
    const folders = [await temporaryFolder(), await temporaryFolder()]
    const TMPDIR = await temporaryFolder()
    const runs = await Promise.all(folders.map((folder) => npmRun([folder], { TMPDIR })))
    for (const [at, { code, stdout, stderr }] of runs.entries()) {
      const folder = folders[at] ?? ''
      expect({ code, stderr, stdout }).toMatchObject({ code: 0, stderr: '' })
      expect(await readFile(join(folder, fileName), 'utf8')).toBe(committedText)
      expect(await readdir(folder)).toEqual([fileName])
      expect(stdout.split('\n').length).toBeLessThan(25)
    }
    expect((await readdir(TMPDIR)).filter((name) => name.startsWith('graph-call-testkit'))).toEqual([])
    const [screen, other] = runs.map(({ stdout }) =>
      stdout.replaceAll(/\S*graph-call-testkit-test-[^/]+/g, 'FOLDER'),
    )
    expect(screen).toMatchSnapshot()
    expect(other).toBe(screen)
  },
)

test('a second run leaves the pact unchanged', async () => {
  const folder = await temporaryFolder()
  const command = async () => ({ code: 0, stdout: 'No problems found.\n', stderr: '' })
  expect(await run(folder, { command })).toMatchObject({
    code: 0,
    stdout: expect.stringContaining(`${fileName}: written`),
  })
  expect(await run(folder, { command })).toMatchObject({
    code: 0,
    stdout: expect.stringContaining(`${fileName}: unchanged`),
  })
})

describe('exits with 1 and prints a message', () => {
  test('if the request differs, and leaves the pact unchanged', async () => {
    const folder = await temporaryFolder()
    await writeFile(join(folder, fileName), 'the old one')
    const withoutToken: typeof runBot = ({ fetch, callId }) =>
      fetch(`https://graph.microsoft.com/v1.0/communications/calls/${callId}`).then((response) =>
        response.json(),
      )
    const { code, stdout, stderr } = await run(folder, { bot: withoutToken })
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' })
    expect(stdout).toContain('MISMATCH  group')
    expect(stdout).toContain("Expected a header 'Authorization' but was missing")
    expect(stdout).toContain('left unchanged')
    expect(await readFile(join(folder, fileName), 'utf8')).toBe('the old one')
  })
  test('if the bot misunderstands the response', async () => {
    const confused: typeof runBot = async (context) => {
      const outcome = await runBot(context)
      return 'state' in outcome ? { ...outcome, state: 'terminated' } : outcome
    }
    const { code, stdout } = await run(await temporaryFolder(), { bot: confused })
    expect(code).toBe(1)
    expect(stdout).toMatch(/MISMATCH {2}group .*\n +expected \{.*established.*terminated/)
    expect(stdout).toContain('matched   throttled')
  })
  test('if the bot throws', async () => {
    const broken: typeof runBot = async (context) => {
      await runBot(context)
      throw new RangeError('no such participant')
    }
    const { code, stdout } = await run(await temporaryFolder(), { bot: broken })
    expect(code).toBe(1)
    expect(stdout).toContain('the bot threw RangeError: no such participant')
  })
  test('if a command finds a problem, and prints its whole output', async () => {
    const stdout = 'group: shape failed\n  expected "x", actual "y"\n'
    const { code, ...output } = await run(await temporaryFolder(), {
      command: async (_, name) =>
        name === 'verify'
          ? { code: 1, stdout, stderr: 'Not all interactions passed.\n' }
          : { code: 0, stdout: 'No problems found.\n', stderr: '' },
    })
    expect(code).toBe(1)
    expect(output.stdout).toContain(stdout)
    expect(output.stderr).toBe('Not all interactions passed.\n')
  })
})

describe('exits with 2 and prints a message', () => {
  test('of one line if the directory cannot be written', async () => {
    const file = join(await temporaryFolder(), 'pacts')
    await writeFile(file, '')
    const { code, stderr } = await run(file)
    expect(code).toBe(2)
    expect(stderr).toMatch(/^Invalid dir: .* is a file\.\n$/)
  })
  deepTest('if the native library is missing', async () => {
    const nowhere = await temporaryFolder()
    const { code, stderr } = await npmRun([nowhere], { PACT_PREBUILD_PACKAGE_LOCATION: nowhere })
    expect(code).toBe(2)
    expect(stderr).toMatch(/^Cannot load Pact's native library .*--omit=optional.*\n$/)
    expect(await readdir(nowhere)).toEqual([])
  })
  test('if a command cannot run', async () => {
    const command = async () => ({ code: 2, stdout: '', stderr: 'It crashed.\n' })
    expect(await run(await temporaryFolder(), { command })).toMatchObject({
      code: 2,
      stderr: 'It crashed.\n',
    })
  })
  test('if an option is unknown', async () => {
    const { code, stdout, stderr } = await npmRun(['--jsn'])
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toContain('Usage: npm run contract')
  })
})

deepTest('a proxy in the environment has no effect', async () => {
  const proxy = 'http://127.0.0.1:9'
  const { code, stdout } = await npmRun([join(await temporaryFolder(), 'new')], {
    http_proxy: proxy,
    HTTP_PROXY: proxy,
    HTTPS_PROXY: proxy,
  })
  expect({ code, stdout }).toMatchObject({ code: 0 })
})
