import { execFile } from 'node:child_process'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'
import { command } from '../../contracts/reference/command.ts'
import { askBot, runContract } from '../../contracts/reference/contract.ts'
import { CouldNotRunError } from '../../contracts/reference/quiet-process.ts'
import { deepTest } from '../runs.ts'
import { committedText, fileName, temporaryFolder } from './committed.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Runs the command as npm does. */
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

/** Runs the command in this process. */
async function run(argv: readonly string[], work?: Parameters<typeof command>[2]) {
  const written = { stdout: '', stderr: '' }
  const output = {
    stdout: (text: string) => {
      written.stdout += text
    },
    stderr: (text: string) => {
      written.stderr += text
    },
  }
  return { code: await command(argv, output, work), ...written }
}

deepTest('two at once write the committed bytes, print a screenful, and leave nothing else', async () => {
  const folders = [await temporaryFolder(), await temporaryFolder()]
  const TMPDIR = await temporaryFolder()
  const runs = await Promise.all(folders.map((folder) => npmRun(['--dir', folder], { TMPDIR })))
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
})

deepTest('--json prints the report for a machine, and a second run changes nothing', async () => {
  const folder = await temporaryFolder()
  const first = JSON.parse((await run(['--json', '--dir', folder])).stdout)
  const second = JSON.parse((await run(['--json', '--dir', folder])).stdout)
  expect(first).toMatchObject({ passed: true, pactFileWas: 'written', unpromisedReads: [] })
  expect(second).toEqual({ ...first, pactFileWas: 'unchanged' })
  expect(first.interactions).toHaveLength(9)
  expect(first.verified.map(({ against }: { against: string }) => against)).toEqual([
    'virtual tenant',
    'schema',
  ])
  expect(first.notVerified).toEqual(["Microsoft's service"])
})

describe('a mismatch', () => {
  // It forgets the token.
  const forgetful: Parameters<typeof runContract>[1] = ({ fetch, callId }) =>
    fetch(`https://graph.microsoft.com/v1.0/communications/calls/${callId}`).then((response) =>
      response.json(),
    )

  test('is exit 1, with the difference, and the pact is left as it was', async () => {
    const folder = await temporaryFolder()
    await writeFile(join(folder, fileName), 'the old one')
    const { code, stdout, stderr } = await run(['--dir', folder], (dir) => runContract(dir, forgetful))
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' })
    expect(stdout).toContain('MISMATCH  group')
    expect(stdout).toContain("Expected a header 'Authorization' but was missing")
    expect(stdout).toContain('left as it was')
    expect(await readFile(join(folder, fileName), 'utf8')).toBe('the old one')
  })
  test('is one too where the consumer misunderstands the answer', async () => {
    const confused: typeof forgetful = async (given) => {
      const answer = await askBot(given)
      return 'state' in answer ? { ...answer, state: 'terminated' } : answer
    }
    const { code, stdout } = await run(['--dir', await temporaryFolder()], (dir) =>
      runContract(dir, confused),
    )
    expect(code).toBe(1)
    expect(stdout).toMatch(/MISMATCH {2}group .*\n +expected \{.*established.*terminated/)
    expect(stdout).toContain('matched   throttled')
  })
  test('is one too where the consumer throws', async () => {
    const broken: typeof forgetful = async (given) => {
      await askBot(given)
      throw new RangeError('no such participant')
    }
    const { code, stdout } = await run(['--dir', await temporaryFolder()], (dir) => runContract(dir, broken))
    expect(code).toBe(1)
    expect(stdout).toContain('the consumer threw RangeError: no such participant')
  })
  test('is one too where a verification fails', async () => {
    const folder = await temporaryFolder()
    const report = JSON.parse((await run(['--json', '--dir', folder])).stdout)
    const finding = {
      where: 'response',
      path: 'state',
      expected: '"x"',
      actual: '"y"',
      message: "Expected 'y' to match 'x'",
    }
    const interactions = [{ description: 'a request for a call (group)', passed: false, findings: [finding] }]
    report.verified[0] = { ...report.verified[0], passed: false, interactions }
    const { code, stdout } = await run([], async () => ({ ...report, passed: false }))
    expect(code).toBe(1)
    expect(stdout).toContain(
      "MISMATCH  a request for a call (group): response state: Expected 'y' to match 'x'",
    )
    expect(stdout).not.toContain('Publish')
  })
})

describe('what cannot run is exit 2', () => {
  test('a folder that cannot be written, in one line', async () => {
    const file = join(await temporaryFolder(), 'pacts')
    await writeFile(file, '')
    const { code, stdout, stderr } = await run(['--dir', file])
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toMatch(
      /^\S+ cannot be written \(ENOTDIR\): make its folder writable, or choose another one\.\n$/,
    )
  })
  deepTest('a machine without the native library', async () => {
    const nowhere = await temporaryFolder()
    const { code, stdout, stderr } = await npmRun(['--dir', nowhere], {
      PACT_PREBUILD_PACKAGE_LOCATION: nowhere,
    })
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toMatch(/^Pact's native library for \S+ cannot be loaded \(.*\)\. .*--omit=optional.*\n$/)
    expect(await readdir(nowhere)).toEqual([])
  })
  test.each([['--jsn'], ['--dir'], ['extra']])('%s', async (argument) => {
    const { code, stdout, stderr } = await run([argument])
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toContain('Usage: npm run contract')
  })
  test('a process that dies', async () => {
    const died = () => Promise.reject(new CouldNotRunError('It died.'))
    expect(await run([], died)).toEqual({ code: 2, stdout: '', stderr: 'It died.\n' })
  })
})

test('--help prints how to use it', async () => {
  const { code, stdout, stderr } = await run(['--help'])
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  expect(stdout).toMatchSnapshot()
})

deepTest('a proxy in the environment is of no matter', async () => {
  const folder = join(await temporaryFolder(), 'new')
  await mkdir(folder)
  const proxy = 'http://127.0.0.1:9'
  const { code, stdout } = await npmRun(['--dir', folder], {
    http_proxy: proxy,
    HTTP_PROXY: proxy,
    HTTPS_PROXY: proxy,
  })
  expect({ code, stdout }).toMatchObject({ code: 0 })
})
