import { execFile } from 'node:child_process'
import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { defineCallContract } from 'graph-call-testkit/contracts'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { committedText, temporaryFolder } from '../contracts/committed.ts'
import { get } from '../contracts/get.ts'
import { metadataFile } from '../metadata/contoso.ts'
import { deep, deepTest } from '../runs.ts'
import { runCommand } from './run-command.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Creates a directory with one pact, changed or not. */
async function pactWith(change: (text: string) => string = (text) => text): Promise<string> {
  const folder = await temporaryFolder()
  await writeFile(join(folder, 'pact.json'), change(committedText))
  return folder
}

/** Adds two problems: a weak name and a wrong method. */
const withProblems = (text: string) =>
  text
    .replace('"graph-call-testkit-reference-bot"', '"consumer"')
    .replace('"method": "GET"', '"method": "POST"')

async function contract(...argv: string[]) {
  const { exit, out, err } = runCommand('contract', ...argv)
  return { exit: await exit, out: out(), err: err() }
}

describe('help', () => {
  test.each([
    [['--help']],
    [['lint', '--help']],
    [['merge', '--help']],
    [['verify', '--help']],
    [['publish', '--help']],
  ])('%j', async (argv) => {
    const { exit, out, err } = await contract(...argv)
    expect({ exit, err }).toEqual({ exit: 0, err: '' })
    expect(out).toMatchSnapshot()
  })
})

describe('contract lint', () => {
  test('finds no problems in a correct pact', async () => {
    expect(await contract('lint', await pactWith())).toEqual({
      exit: 0,
      out: 'No problems found in 9 interactions of 1 pact.\n',
      err: '',
    })
  })
  test('prints location, problem, reason and fix', async () => {
    const folder = await pactWith(withProblems)
    const { exit, out, err } = await contract('lint', folder)
    expect({ exit, err }).toEqual({ exit: 1, err: '2 problems found in 9 interactions.\n' })
    expect(out.replaceAll(folder, 'pacts')).toMatchSnapshot()
  })
  test('prints JSON', async () => {
    const { exit, out } = await contract('lint', '--json', await pactWith(withProblems))
    expect(exit).toBe(1)
    expect(JSON.parse(out)).toMatchObject({
      passed: false,
      interactions: 9,
      findings: [{ rule: 'weak-name', line: 1 }, { rule: 'other-request' }],
    })
  })
  test('prints one escaped annotation per line for GitHub', async () => {
    const folder = await pactWith(withProblems)
    const { exit, out } = await contract('lint', '--github', folder)
    expect(exit).toBe(1)
    const [first = '', second = '', ...rest] = out.trimEnd().split('\n')
    expect(rest).toEqual([])
    expect(first).toMatch(/^::error file=\S+pact\.json,line=1,title=weak-name::consumer\.name: "consumer"%0A/)
    expect(second).toMatch(/^::error file=\S+pact\.json,line=7,title=other-request::/)
  })
  test('ends each sentence with one period', async () => {
    const folder = await pactWith((text) => text.replace('"scenario": "group"', '"scene": 1'))
    const { err } = await contract('publish', folder, '--broker-base-url', 'https://broker.example.com')
    expect(err).toMatch(/"a call exists": .*[^.]\. Use a provider state/)
  })
  test('does not report ignored rules', async () => {
    const { exit } = await contract(
      'lint',
      await pactWith(withProblems),
      '--ignore',
      'weak-name',
      '--ignore',
      'other-request',
    )
    expect(exit).toBe(0)
  })
  test('rejects a directory named like a pact', async () => {
    const folder = await pactWith()
    await mkdir(join(folder, 'folder.json'))
    expect(await contract('lint', folder)).toEqual({
      exit: 2,
      out: '',
      err: `${join(folder, 'folder.json')} cannot be read (EISDIR): each *.json must be a readable file.\n`,
    })
  })
  test.each([
    [['lint', 'nowhere'], /^nowhere cannot be read \(ENOENT\).*\n$/],
    [['lint', 'package.json'], /^package\.json is not a valid pact/],
    [
      ['lint', 'contracts/pacts', '--ignore', 'week-name'],
      /Unknown rule in --ignore: "week-name"\. Expected one of: .*weak-name/,
    ],
    [['lint', '--json', '--github'], /cannot be used with option/],
    [['publish', 'contracts/pacts', '--timeout', '0'], /seconds greater than 0/],
    [['verify', 'contracts/pacts', '--base-url', 'graph'], /Expected an http or https URL/],
    [
      ['verify', 'contracts/pacts', '--metadata', 'nowhere.xml'],
      /Cannot read the \$metadata document nowhere\.xml: ENOENT/,
    ],
    [
      ['verify', 'contracts/pacts', '--metadata', 'package.json'],
      /package\.json is not a \$metadata document of Graph/,
    ],
  ])('%j exits with 2 and prints a message', async (argv, message) => {
    const { exit, out, err } = await contract(...argv)
    expect({ exit, out }).toEqual({ exit: 2, out: '' })
    expect(err).toMatch(message)
    expect(err).not.toContain('    at ')
  })
})

describe('contract merge', () => {
  /** Creates the pact directories of two shards that ran one test each, and a path to merge them to. */
  async function shards() {
    const folder = await temporaryFolder()
    for (const [dir, name] of [
      ['one', 'group'],
      ['two', 'throttled'],
    ] as const) {
      const definition = defineCallContract({
        consumer: 'contoso-reception-bot',
        dir: join(folder, dir),
        reads: ['state'],
        interactions: ['group', 'throttled'],
      })
      await definition.interaction(name).run(get)
    }
    return { one: join(folder, 'one'), two: join(folder, 'two'), dir: join(folder, 'pacts') }
  }
  const file = 'contoso-reception-bot-microsoft-graph-calls.json'

  test('writes a complete pact', async () => {
    const { one, two, dir } = await shards()
    expect(await contract('merge', one, two, '--dir', dir)).toEqual({
      exit: 0,
      out: `contoso-reception-bot -> microsoft-graph-calls: complete (${join(dir, file)})\n`,
      err: '',
    })
    expect(await contract('lint', dir)).toMatchObject({ exit: 0 })
  })
  test('reports missing interactions, and does not write the pact', async () => {
    const { one, dir } = await shards()
    expect(await contract('merge', one, '--dir', dir)).toEqual({
      exit: 1,
      out: `contoso-reception-bot -> microsoft-graph-calls: ${join(dir, file)} not written. Missing interactions:\n  throttled\n`,
      err: '1 interaction missing.\n',
    })
    const { exit, out } = await contract('merge', one, '--dir', dir, '--json')
    expect(exit).toBe(1)
    expect(JSON.parse(out)).toMatchObject([
      { file: join(dir, file), complete: false, missing: ['throttled'] },
    ])
    expect(await contract('lint', dir)).toMatchObject({ exit: 2 })
  })
  /** Staged contract with a file outside the target directory. */
  const outsideDirectory = JSON.stringify({
    consumer: 'a',
    provider: 'b',
    file: '../a-b.json',
    hash: '0',
    interactions: [],
  })
  test.each([
    ['contract.staged', '{ cut', 'is not a valid staging file. Delete the "staging" directory'],
    ['contract.staged', '{}', 'is not a valid staging file. Delete the "staging" directory'],
    ['contract.staged', outsideDirectory, 'is not a valid staging file. Delete the "staging" directory'],
    ['1.staged', '', 'is not JSON'],
  ])('reports an invalid result, and does not write the pact: %s with %j', async (name, text, message) => {
    const { one, two, dir } = await shards()
    const owner = join(one, 'staging', file.replace('.json', ''))
    const [hash = ''] = (await readdir(owner, { withFileTypes: true }))
      .filter((entry) => entry.isDirectory())
      .map((entry) => entry.name)
    await writeFile(join(owner, hash, name), text)
    const { exit, out, err } = await contract('merge', one, two, '--dir', dir)
    expect({ exit, out }).toEqual({ exit: 2, out: '' })
    expect(err).toContain(`${join(owner, hash, name)} ${message}`)
    expect(err).not.toContain('    at ')
    expect(await contract('lint', dir)).toMatchObject({ exit: 2 })
  })
  test.each([
    [['merge'], /missing required argument/],
    [['merge', 'nowhere'], /^nowhere has no results of a contract/],
    [['merge', 'package.json'], /^package\.json has no results of a contract/],
  ])('%j exits with 2 and prints a message', async (argv, message) => {
    expect(await contract(...argv)).toEqual({ exit: 2, out: '', err: expect.stringMatching(message) })
  })
})

describe('contract publish', () => {
  const options = [
    '--broker-base-url',
    'https://broker.example.com',
    '--consumer-app-version',
    '1',
    '--branch',
    'main',
  ]

  test('prints in a dry run what would be published', async () => {
    // The command names the file of the variable.
    vi.stubEnv('NODE_EXTRA_CA_CERTS', '')
    onTestFinished(() => void vi.unstubAllEnvs())
    const folder = await pactWith()
    const dryRun = [
      'publish',
      folder,
      ...options,
      '--dry-run',
      '--tag',
      'a,b',
      '--build-url',
      'https://ci.example/1',
    ]
    const { exit, out, err } = await contract(...dryRun)
    expect({ exit, err }).toEqual({
      exit: 0,
      err: expect.stringMatching(/^Warning: Nobody verifies microsoft-graph-calls.*\n$/),
    })
    expect(out.replaceAll(folder, 'pacts')).toMatchSnapshot()
    expect(JSON.parse((await contract(...dryRun, '--json')).out)).toMatchObject({
      published: false,
      version: '1',
      tags: ['a', 'b'],
    })
  })
  test('prints the output of a hostile broker safely', async () => {
    const message = '\u001b[31mred\n::error::failed\n##[error]failed\n##vso[task.complete]done'
    const server = createServer((_request, response) => {
      response
        .writeHead(400, { 'Content-Type': 'application/hal+json' })
        .end(JSON.stringify({ error: { message } }))
    })
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
    onTestFinished(() => void server.close().closeAllConnections())
    vi.stubEnv('NO_PROXY', '127.0.0.1')
    onTestFinished(() => void vi.unstubAllEnvs())
    const broker = `http://127.0.0.1:${Object(server.address()).port}`
    const { exit, err } = await contract('publish', await pactWith(), ...options, '--broker-base-url', broker)
    expect(exit).toBe(10)
    expect(err).toContain('error')
    expect(err.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u)
    expect(err).not.toMatch(/^\s*::|##(?:vso)?\[/m)
  })
  test('prints names safely', async () => {
    const name = 'contoso\u202ebot'
    const folder = await pactWith((text) => text.replace('graph-call-testkit-reference-bot', name))
    const { err } = await contract('publish', folder, ...options)
    expect(err).toContain('contoso\\u{202e}bot')
    const { out } = await contract(
      'publish',
      await pactWith(),
      ...options,
      '--dry-run',
      '--json',
      '--tag',
      '##[error]x',
    )
    expect(out).not.toContain('##[')
    expect(JSON.parse(out)).toMatchObject({ tags: ['##[error]x'] })
  })
  test('exits with the code of the failure', async () => {
    const { exit, out, err } = await contract('publish', await pactWith(withProblems), ...options)
    expect({ exit, out }).toEqual({ exit: 1, out: '' })
    expect(err).toMatch(/^Not published: lint found 2 problems/)
    expect(err).toContain('weak-name')
  })
})

describe('contract verify', () => {
  const inSubprocess = (...argv: string[]) =>
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
    const { exit, out, err } = await contract('verify', ...argv)
    return { code: exit, stdout: out, stderr: err }
  }
  const program = deep ? inSubprocess : inProcess

  test('prints only its report, without the output of Pact', async () => {
    const { code, stdout, stderr } = await program('--json', await pactWith())
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(JSON.parse(stdout)).toMatchObject({
      passed: true,
      pacts: [{ interactions: Array(9).fill({ reached: ['selfConsistency', 'shape'] }) }],
    })
  })
  deepTest('does not use a proxy', async () => {
    vi.stubEnv('HTTP_PROXY', 'http://127.0.0.1:9')
    vi.stubEnv('HTTPS_PROXY', 'http://127.0.0.1:9')
    onTestFinished(() => void vi.unstubAllEnvs())
    expect(await program(await pactWith())).toMatchObject({ code: 0, stderr: '' })
  })
  test('exits with 1 and prints what failed', async () => {
    const { code, stdout, stderr } = await program(
      await pactWith((text) => text.replace('"status": 429', '"status": 503')),
    )
    expect({ code, stderr }).toEqual({ code: 1, stderr: 'Not all interactions passed.\n' })
    expect(stdout).toMatch(
      /\(throttled\): self-consistency failed, shape passed, behavior not checked\n {4}self-consistency, response status/,
    )
  })
  test('prints the result of $metadata as part of the shape level', async () => {
    const { code, stdout } = await program(await pactWith(), '--metadata', metadataFile)
    expect(code).toBe(0)
    expect(stdout).toContain(
      '(group): self-consistency passed, shape passed ($metadata passed), behavior not checked\n',
    )
    expect(stdout).toContain('(throttled): self-consistency passed, shape passed ($metadata not checked), ')
    expect(stdout).toContain(
      `the schema and ${metadataFile} (shape). None of these is a verification by Microsoft.`,
    )
  })
  test('prints what a $metadata document does not declare', async () => {
    const pact = await pactWith((text) => text.replace('"threadId": "', '"topic": "'))
    const { code, stdout } = await program(pact, '--metadata', metadataFile)
    expect(code).toBe(1)
    expect(stdout).toMatch(
      /\n {4}shape \(\$metadata\), response chatInfo\.topic: expected no such property of microsoft\.graph\.chatInfo, .*, actual "19:/,
    )
  })
  test('prints the response if its whole body differs', async () => {
    const { stdout } = await program(
      await pactWith((text) => text.replace('"scenario": "group"', '"scene": 1')),
    )
    expect(stdout).toMatch(/^ {4}self-consistency, response: Actual map is missing/m)
  })
  test('exits with 2 if it cannot run', async () => {
    expect(await program('nowhere')).toEqual({
      code: 2,
      stdout: '',
      stderr: expect.stringMatching(/^nowhere cannot be read/),
    })
  })
})
