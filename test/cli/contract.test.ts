import { execFile } from 'node:child_process'
import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { defineCallContract } from 'graph-call-testkit/contracts'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { committedText, temporaryFolder } from '../contracts/committed.ts'
import { get } from '../contracts/get.ts'
import { metadataFile } from '../metadata/contoso.ts'
import { deep, deepTest } from '../runs.ts'
import { type } from './terminal.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** A folder with one pact, spoilt in a way or not. */
async function pactWith(change: (text: string) => string = (text) => text): Promise<string> {
  const folder = await temporaryFolder()
  await writeFile(join(folder, 'pact.json'), change(committedText))
  return folder
}

/** Two things wrong with it: its name, and a method. */
const spoilt = (text: string) =>
  text
    .replace('"graph-call-testkit-reference-bot"', '"consumer"')
    .replace('"method": "GET"', '"method": "POST"')

async function typed(...argv: string[]) {
  const { exit, out, err } = type('contract', ...argv)
  return { exit: await exit, out: out(), err: err() }
}

describe('what the commands say of themselves', () => {
  test.each([
    [['--help']],
    [['lint', '--help']],
    [['merge', '--help']],
    [['verify', '--help']],
    [['publish', '--help']],
  ])('%j', async (argv) => {
    const { exit, out, err } = await typed(...argv)
    expect({ exit, err }).toEqual({ exit: 0, err: '' })
    expect(out).toMatchSnapshot()
  })
})

describe('contract lint', () => {
  test('finds nothing where nothing is wrong', async () => {
    expect(await typed('lint', await pactWith())).toEqual({
      exit: 0,
      out: 'Nothing found in 9 interactions of 1 pact.\n',
      err: '',
    })
  })
  test('says where, what, why, and how to mend it', async () => {
    const folder = await pactWith(spoilt)
    const { exit, out, err } = await typed('lint', folder)
    expect({ exit, err }).toEqual({ exit: 1, err: '2 findings in 9 interactions.\n' })
    expect(out.replaceAll(folder, 'pacts')).toMatchSnapshot()
  })
  test('prints JSON', async () => {
    const { exit, out } = await typed('lint', '--json', await pactWith(spoilt))
    expect(exit).toBe(1)
    expect(JSON.parse(out)).toMatchObject({
      passed: false,
      interactions: 9,
      findings: [{ rule: 'weak-name', line: 1 }, { rule: 'other-request' }],
    })
  })
  test('prints annotations for GitHub, each in one line, with what would end it escaped', async () => {
    const folder = await pactWith(spoilt)
    const { exit, out } = await typed('lint', '--github', folder)
    expect(exit).toBe(1)
    const [first = '', second = '', ...rest] = out.trimEnd().split('\n')
    expect(rest).toEqual([])
    expect(first).toMatch(/^::error file=\S+pact\.json,line=1,title=weak-name::consumer\.name: "consumer"%0A/)
    expect(second).toMatch(/^::error file=\S+pact\.json,line=7,title=other-request::/)
  })
  test('ends each sentence once', async () => {
    const folder = await pactWith((text) => text.replace('"fixture": "group"', '"scene": 1'))
    const { err } = await typed('publish', folder, '--broker-base-url', 'https://broker.example.com')
    expect(err).toContain('Expected a string that is not empty. Take a state')
  })
  test('leaves out what is to be ignored', async () => {
    const { exit } = await typed(
      'lint',
      await pactWith(spoilt),
      '--ignore',
      'weak-name',
      '--ignore',
      'other-request',
    )
    expect(exit).toBe(0)
  })
  test('cannot read what is no file', async () => {
    const folder = await pactWith()
    await mkdir(join(folder, 'folder.json'))
    expect(await typed('lint', folder)).toEqual({
      exit: 2,
      out: '',
      err: `${join(folder, 'folder.json')} cannot be read (EISDIR): each *.json must be a readable file.\n`,
    })
  })
  test.each([
    [['lint', 'nowhere'], /^nowhere cannot be read \(ENOENT\).*\n$/],
    [['lint', 'package.json'], /^package\.json is not a valid pact/],
    [['lint', 'contracts/pacts', '--ignore', 'week-name'], /no rule "week-name"\. Rules: .*weak-name/],
    [['lint', '--json', '--github'], /cannot be used with option/],
    [['publish', 'contracts/pacts', '--timeout', '0'], /seconds above 0/],
    [['verify', 'contracts/pacts', '--base-url', 'graph'], /no http or https URL/],
    [
      ['verify', 'contracts/pacts', '--metadata', 'nowhere.xml'],
      /document nowhere\.xml cannot be read: ENOENT/,
    ],
    [
      ['verify', 'contracts/pacts', '--metadata', 'package.json'],
      /package\.json is no \$metadata .* not XML/,
    ],
  ])('%j cannot run', async (argv, message) => {
    const { exit, out, err } = await typed(...argv)
    expect({ exit, out }).toEqual({ exit: 2, out: '' })
    expect(err).toMatch(message)
    expect(err).not.toContain('    at ')
  })
})

describe('contract merge', () => {
  /** Two machines, that ran one test each; and where their pact is to be. */
  async function shards() {
    const folder = await temporaryFolder()
    for (const [dir, ran] of [
      ['one', 'group'],
      ['two', 'throttled'],
    ] as const) {
      const contract = defineCallContract({
        consumer: 'contoso-reception-bot',
        dir: join(folder, dir),
        reads: ['state'],
        interactions: ['group', 'throttled'],
      })
      await contract.interaction(ran).run(get)
    }
    return { one: join(folder, 'one'), two: join(folder, 'two'), dir: join(folder, 'pacts') }
  }
  const file = 'contoso-reception-bot-microsoft-graph-calls.json'

  test('writes what is whole', async () => {
    const { one, two, dir } = await shards()
    expect(await typed('merge', one, two, '--dir', dir)).toEqual({
      exit: 0,
      out: `contoso-reception-bot asks microsoft-graph-calls: whole (${join(dir, file)})\n`,
      err: '',
    })
    expect(await typed('lint', dir)).toMatchObject({ exit: 0 })
  })
  test('says what is missing, and writes nothing', async () => {
    const { one, dir } = await shards()
    expect(await typed('merge', one, '--dir', dir)).toEqual({
      exit: 1,
      out: `contoso-reception-bot asks microsoft-graph-calls: ${join(dir, file)} is left as it was. Missing:\n  throttled\n`,
      err: '1 interaction missing.\n',
    })
    const { exit, out } = await typed('merge', one, '--dir', dir, '--json')
    expect(exit).toBe(1)
    expect(JSON.parse(out)).toMatchObject([
      { file: join(dir, file), complete: false, missing: ['throttled'] },
    ])
    expect(await typed('lint', dir)).toMatchObject({ exit: 2 })
  })
  /** A contract whose file would be written beside the folder that was named. */
  const elsewhere = JSON.stringify({
    consumer: 'a',
    provider: 'b',
    file: '../a-b.json',
    hash: '0',
    interactions: [],
  })
  test.each([
    ['contract.staged', '{ cut', 'is not a valid staging file. Delete the "staging" directory'],
    ['contract.staged', '{}', 'is not a valid staging file. Delete the "staging" directory'],
    ['contract.staged', elsewhere, 'is not a valid staging file. Delete the "staging" directory'],
    ['1.staged', '', 'is not JSON'],
  ])('names a result that is damaged, and writes nothing: %s with %j', async (name, text, message) => {
    const { one, two, dir } = await shards()
    const owner = join(one, 'staging', file.replace('.json', ''))
    const [hash = ''] = (await readdir(owner, { withFileTypes: true }))
      .filter((entry) => entry.isDirectory())
      .map((entry) => entry.name)
    await writeFile(join(owner, hash, name), text)
    const { exit, out, err } = await typed('merge', one, two, '--dir', dir)
    expect({ exit, out }).toEqual({ exit: 2, out: '' })
    expect(err).toContain(`${join(owner, hash, name)} ${message}`)
    expect(err).not.toContain('    at ')
    expect(await typed('lint', dir)).toMatchObject({ exit: 2 })
  })
  test.each([
    [['merge'], /missing required argument/],
    [['merge', 'nowhere'], /^nowhere has no results of a contract/],
    [['merge', 'package.json'], /^package\.json has no results of a contract/],
  ])('%j cannot run', async (argv, message) => {
    expect(await typed(...argv)).toEqual({ exit: 2, out: '', err: expect.stringMatching(message) })
  })
})

describe('contract publish', () => {
  const given = [
    '--broker-base-url',
    'https://broker.example.com',
    '--consumer-app-version',
    '1',
    '--branch',
    'main',
  ]

  test('says in a dry run what would be sent', async () => {
    const folder = await pactWith()
    const dry = [
      'publish',
      folder,
      ...given,
      '--dry-run',
      '--tag',
      'a',
      '--tag',
      'b',
      '--build-url',
      'https://ci.example/1',
    ]
    const { exit, out, err } = await typed(...dry)
    expect({ exit, err }).toEqual({ exit: 0, err: '' })
    expect(out.replaceAll(folder, 'pacts')).toMatchSnapshot()
    expect(JSON.parse((await typed(...dry, '--json')).out)).toMatchObject({
      published: false,
      version: '1',
      tags: ['a', 'b'],
    })
  })
  test('ends with the code of what went wrong', async () => {
    const { exit, out, err } = await typed('publish', await pactWith(spoilt), ...given)
    expect({ exit, out }).toEqual({ exit: 1, out: '' })
    expect(err).toMatch(/^Not published: 2 things are wrong/)
    expect(err).toContain('weak-name')
  })
})

describe('contract verify, as a program', () => {
  const spawned = (...argv: string[]) =>
    promisify(execFile)(
      process.execPath,
      [
        '--conditions',
        'graph-call-testkit-source',
        '--import',
        'tsx',
        'src/cli/main.ts',
        'contract',
        'verify',
        ...argv,
      ],
      { cwd: root },
    ).then(
      ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
      ({ code, stdout, stderr }: { code: number; stdout: string; stderr: string }) => ({
        code,
        stdout,
        stderr,
      }),
    )

  const inProcess = async (...argv: string[]) => {
    const { exit, out, err } = await typed('verify', ...argv)
    return { code: exit, stdout: out, stderr: err }
  }
  const program = deep ? spawned : inProcess

  test('prints its report, and nothing of what Pact prints', async () => {
    const { code, stdout, stderr } = await program('--json', await pactWith())
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(JSON.parse(stdout)).toMatchObject({
      passed: true,
      pacts: [{ interactions: Array(9).fill({ reached: ['selfConsistency', 'shape'] }) }],
    })
  })
  deepTest('has no use for a proxy', async () => {
    vi.stubEnv('HTTP_PROXY', 'http://127.0.0.1:9')
    vi.stubEnv('HTTPS_PROXY', 'http://127.0.0.1:9')
    onTestFinished(() => void vi.unstubAllEnvs())
    expect(await program(await pactWith())).toMatchObject({ code: 0, stderr: '' })
  })
  test('ends with 1 where something failed, and says what', async () => {
    const { code, stdout, stderr } = await program(
      await pactWith((text) => text.replace('"status": 429', '"status": 503')),
    )
    expect({ code, stderr }).toEqual({ code: 1, stderr: 'Not all interactions passed.\n' })
    expect(stdout).toMatch(
      /\(throttled\): self-consistency failed, shape passed, behaviour not checked\n {4}self-consistency, response status/,
    )
  })
  test('names what a $metadata document says as a part of the shape', async () => {
    const { code, stdout } = await program(await pactWith(), '--metadata', metadataFile)
    expect(code).toBe(0)
    expect(stdout).toContain(
      '(group): self-consistency passed, shape passed ($metadata passed), behaviour not checked\n',
    )
    expect(stdout).toContain('(throttled): self-consistency passed, shape passed ($metadata not checked), ')
    expect(stdout).toContain(
      `the schema and ${metadataFile} (shape). None of it is a verification by Microsoft.`,
    )
  })
  test('tells what a $metadata document does not declare', async () => {
    const pact = await pactWith((text) => text.replace('"threadId": "', '"topic": "'))
    const { code, stdout } = await program(pact, '--metadata', metadataFile)
    expect(code).toBe(1)
    expect(stdout).toMatch(
      /\n {4}shape \(\$metadata\), response chatInfo\.topic: expected no such property of microsoft\.graph\.chatInfo, .*, actual "19:/,
    )
  })
  test('names the answer where all of its body is another', async () => {
    const { stdout } = await program(
      await pactWith((text) => text.replace('"fixture": "group"', '"scene": 1')),
    )
    expect(stdout).toMatch(/^ {4}self-consistency, response: Actual map is missing/m)
  })
  test('ends with 2 where it cannot run', async () => {
    expect(await program('nowhere')).toEqual({
      code: 2,
      stdout: '',
      stderr: expect.stringMatching(/^nowhere cannot be read/),
    })
  })
})
