import { execFile } from 'node:child_process'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { defineCallContract } from 'graph-call-testkit/contracts'
import { openApi } from 'graph-call-testkit/export'
import { groupCall, peerToPeerCall } from 'graph-call-testkit/fixtures'
import { createTenant } from 'graph-call-testkit/tenant'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { committedText, temporaryFolder } from '../contracts/committed.ts'
import { get } from '../contracts/get.ts'
import { metadataFile } from '../metadata/contoso.ts'
import { deep, deepTest } from '../runs.ts'
import { runCommand } from './run-command.ts'
import { sarifProblems } from './sarif-problems.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Removes the parameters of the first state `a call exists` that say which call. */
const withoutCall = (text: string) =>
  text.replace('"call": {', '"cell": {').replace('"scenario": "group"', '"scene": 1')

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
    [['status', '--help']],
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
    const { exit, out } = await contract('lint', '--format', 'github', folder)
    expect(exit).toBe(1)
    const [first = '', second = '', ...rest] = out.trimEnd().split('\n')
    expect(rest).toEqual([])
    expect(first).toMatch(/^::error file=\S+pact\.json,line=1,title=weak-name::consumer\.name: "consumer"%0A/)
    expect(second).toMatch(/^::error file=\S+pact\.json,line=12,title=other-request::/)
  })
  test('prints a SARIF log, which lists the rules that it used', async () => {
    const { exit, out } = await contract('lint', '--format', 'sarif', await pactWith(withProblems))
    expect(exit).toBe(1)
    const log = JSON.parse(out)
    expect(sarifProblems(log)).toEqual([])
    expect(log.runs[0].results).toMatchObject([
      {
        ruleId: 'weak-name',
        message: { text: expect.stringContaining('consumer.name: "consumer"\n') },
        locations: [
          {
            physicalLocation: {
              artifactLocation: { uri: expect.stringMatching(/^file:.*\/pact\.json$/) },
              region: { startLine: 1 },
            },
          },
        ],
      },
      { ruleId: 'other-request', locations: [{ physicalLocation: { region: { startLine: 12 } } }] },
    ])
  })
  test('prints a SARIF log without results for a correct pact', async () => {
    const { exit, out } = await contract('lint', '--format', 'sarif', await pactWith())
    expect(exit).toBe(0)
    expect(sarifProblems(JSON.parse(out))).toEqual([])
    expect(JSON.parse(out).runs).toMatchObject([{ results: [] }])
  })
  test('ends each sentence with one period', async () => {
    const folder = await pactWith(withoutCall)
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
      err: `${join(folder, 'folder.json')} cannot be read: it is a directory. Expected a file.\n`,
    })
  })
  test.each([
    [['lint', 'nowhere'], /^nowhere cannot be read \(ENOENT\).*\n$/],
    [['lint', 'package.json'], /^package\.json is not a pact\. It is a package\.json\./],
    [
      ['lint', 'contracts/pacts', '--ignore', 'week-name'],
      /Unknown rule in --ignore: "week-name"\. Expected one of: .*weak-name/,
    ],
    [['lint', '--json', '--format', 'github'], /cannot be used with option/],
    [['publish', 'contracts/pacts', '--timeout', '0'], /seconds greater than 0/],
    [['verify', 'contracts/pacts', '--base-url', 'graph'], /Expected an http or https URL/],
    [
      ['verify', 'contracts/pacts', '--metadata', 'nowhere.xml'],
      /^Cannot read the \$metadata document: nowhere\.xml .*ENOENT/,
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
  test('copies the results, so that the other commands know the contract', async () => {
    const { one, two, dir } = await shards()
    await mkdir(dir)
    await contract('merge', one, '--dir', dir)
    expect((await contract('status', dir)).out).toMatch(/1 of 2 interactions passed.*\n.*not written yet/)
    await contract('merge', one, two, '--dir', dir)
    // The pact of an earlier consumer name.
    const text = await readFile(join(dir, file), 'utf8')
    await writeFile(join(dir, 'old.json'), text.replaceAll('contoso-reception-bot', 'contoso-phone-bot'))
    const { exit, out } = await contract('status', dir)
    expect(exit).toBe(1)
    expect(out).toMatch(
      /2 of 2 interactions passed.*\n.*: up to date\n.*old\.json: no test run has evaluated a definition/,
    )
    expect(await contract('lint', dir)).toMatchObject({ exit: 1, out: expect.stringContaining('stale-file') })
    // A directory can be a source and the target.
    expect(await contract('merge', dir, two, '--dir', dir)).toMatchObject({ exit: 0 })
  })
  test('keeps the interactions that another tool wrote, and prints them', async () => {
    const { one, two, dir } = await shards()
    const pact = {
      consumer: { name: 'contoso-reception-bot' },
      provider: { name: 'microsoft-graph-calls' },
      metadata: { pactSpecification: { version: '4.0' } },
      interactions: [{ type: 'Asynchronous/Messages', description: 'a call has ended' }],
    }
    await mkdir(dir)
    await writeFile(join(dir, file), JSON.stringify(pact))
    const { exit, out } = await contract('merge', one, two, '--dir', dir)
    expect(exit).toBe(0)
    expect(out).toContain('complete')
    expect(out).toContain('  kept, because another tool wrote them:\n    a call has ended\n')
    await writeFile(
      join(dir, file),
      JSON.stringify({ ...pact, metadata: { pactSpecification: { version: '3.0.0' } } }),
    )
    expect(await contract('merge', one, two, '--dir', dir)).toEqual({
      exit: 2,
      out: '',
      err: expect.stringMatching(
        /has 1 interaction in version 3\.0\.0 of the Pact Specification, written by another tool/,
      ),
    })
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
    ['1.staged', '', 'is not a valid staging file'],
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
    [['merge', 'nowhere'], /^nowhere does not exist\. Expected a directory in which tests wrote pacts/],
    [['merge', 'package.json'], /^package\.json has no results of a contract/],
  ])('%j exits with 2 and prints a message', async (argv, message) => {
    expect(await contract(...argv)).toEqual({ exit: 2, out: '', err: expect.stringMatching(message) })
  })
})

describe('contract status', () => {
  const consumer = 'contoso-reception-bot'
  const file = `${consumer}-microsoft-graph-calls.json`

  /** Creates a pact directory in which some interactions have run. */
  async function pactsAfter(...names: readonly ('group' | 'throttled')[]): Promise<string> {
    const dir = await temporaryFolder()
    const interactions = ['group', 'throttled'] as const
    const definition = defineCallContract({ consumer, dir, reads: ['state'], interactions })
    for (const name of names) await definition.interaction(name).run(get)
    return dir
  }

  test('exits with 0 if all pacts are up to date', async () => {
    const dir = await pactsAfter('group', 'throttled')
    const { exit, out, err } = await contract('status', dir)
    expect({ exit, err }).toEqual({ exit: 0, err: '' })
    expect(out.replaceAll(dir, 'pacts').replaceAll(/ts:\d+/g, 'ts:1')).toBe(
      `contoso-reception-bot -> microsoft-graph-calls: 2 of 2 interactions passed, defined at test/cli/contract.test.ts:1\n  pacts/${file}: up to date\n`,
    )
  })
  test('exits with 1, and prints what is missing, and what belongs to no definition', async () => {
    const dir = await pactsAfter('group')
    await writeFile(join(dir, file), committedText.replaceAll('graph-call-testkit-reference-bot', consumer))
    await writeFile(join(dir, 'old.json'), committedText)
    await writeFile(join(dir, 'team\u001b.json'), '{}')
    const { exit, out, err } = await contract('status', dir)
    expect({ exit, err }).toEqual({
      exit: 1,
      err: 'Not all pacts are up to date. Run all tests of the contracts, and look for a test that is skipped or missing.\n',
    })
    expect(out.replaceAll(dir, 'pacts').replaceAll(/ts:\d+/g, 'ts:1')).toMatchSnapshot()
    const json = await contract('status', dir, '--json')
    expect(json.exit).toBe(1)
    expect(JSON.parse(json.out)).toMatchObject({
      passed: false,
      contracts: [{ consumer, complete: false, missing: ['throttled'], pact: 'outdated' }],
      abandoned: [join(dir, 'old.json')],
      otherFiles: [join(dir, 'team\u001b.json')],
    })
  })
  test('exits with 2 if there are no results', async () => {
    const folder = await pactWith()
    expect(await contract('status', folder)).toEqual({
      exit: 2,
      out: '',
      err: `${folder} has no results of a contract. Pass directories in which tests wrote pacts, with "staging" in them. Some CI systems leave out files that Git ignores.\n`,
    })
    expect(await contract('status', 'nowhere')).toMatchObject({ exit: 2 })
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
    const pact = await pactWith((text) => text.replaceAll('"threadId": "', '"topic": "'))
    const { code, stdout } = await program(pact, '--metadata', metadataFile)
    expect(code).toBe(1)
    expect(stdout).toMatch(
      /\n {4}shape \(\$metadata\), response chatInfo\.topic: expected no such property of microsoft\.graph\.chatInfo, .*, actual "19:/,
    )
  })
  test('compares with an OpenAPI document', async () => {
    const folder = await temporaryFolder()
    const file = join(folder, 'openapi.json')
    await writeFile(file, JSON.stringify(openApi()))
    const { code, stdout } = await program(await pactWith(), '--openapi', file)
    expect(code).toBe(0)
    expect(stdout).toContain('(group): self-consistency passed, shape passed (OpenAPI passed), ')
    expect(stdout).toContain(`the schema and ${file} (shape)`)
  })
  test('verifies a server that sets up provider states, and only the chosen interactions', async () => {
    const serve = runCommand('serve')
    onTestFinished(async () => {
      serve.stop()
      await serve.exit
    })
    const url = /http:\S+/.exec(await serve.firstLine())?.[0] ?? ''
    const service = ['--base-url', url, '--provider-states-url', `${url}/_pact/provider-states`]
    const some = ['--interaction', 'throttled', '--interaction', '/peer/']
    const { code, stdout, stderr } = await program(await pactWith(), ...service, ...some)
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout.match(/behavior passed/g)).toHaveLength(3)
    expect(stdout).toContain(`${url} (behavior)`)
  })
  test('uses an ID for each interaction', async () => {
    const stub = createTenant({ calls: [groupCall({ id: '1' }), peerToPeerCall({ id: '2' })] })
    const server = await stub.listen()
    onTestFinished(() => server.close())
    const ids = ['--call-id', 'group=1', '--call-id', '2']
    const { code, stdout } = await program(
      await pactWith(),
      ...['--base-url', server.url, ...ids, '--interaction', 'group', '--interaction', 'peer-to-peer'],
    )
    expect(code).toBe(0)
    expect(stdout.match(/behavior passed/g)).toHaveLength(2)
  })
  test('prints text of pacts on one line, without commands for a terminal or a CI service', async () => {
    const hostile = JSON.stringify('a\n::error::b\u001b[2J##vso[task.complete]').slice(1, -1)
    const pact = await pactWith((text) => text.replace('a request for a call (group)', hostile))
    const { stdout } = await program(pact)
    expect(stdout).toContain('  a\\n::error::b\\u{1b}[2J\\x23#vso[task.complete]: self-consistency passed')
    const { stdout: json } = await program(pact, '--json')
    for (const text of ['##vso', '\u001b']) expect(json).not.toContain(text)
    expect(JSON.parse(json).pacts[0].interactions).toContainEqual(
      expect.objectContaining({ description: 'a\n::error::b\u001b[2J##vso[task.complete]' }),
    )
  })
  test.each([
    [['--publish'], /^Cannot use --publish with pact files\. Pass --broker-base-url as well\./],
    [
      ['--provider-version', '1', '--enable-pending'],
      /^Cannot use --enable-pending, --provider-version with pact files/,
    ],
    [['--broker-base-url', 'http://127.0.0.1:9'], /requires --provider and --base-url/],
    [
      ['pacts', '--call-id', '1', '--provider', 'a', '--base-url', 'http://a', '--broker-base-url'],
      /^Cannot use pacts, --call-id with --broker-base-url/,
    ],
    [
      ['--broker-base-url', '--provider', 'a', '--base-url', 'https://graph.microsoft.com', '--publish'],
      /^https:\/\/graph\.microsoft\.com is Microsoft's service\. Nothing is ever published for it/,
    ],
    [
      [
        ...['--broker-base-url', 'http://127.0.0.1:9', '--provider', 'microsoft-graph-calls'],
        ...['--base-url', 'http://127.0.0.1:9', '--publish'],
      ],
      /^microsoft-graph-calls is Microsoft's service, so the results of another provider are not published/,
    ],
    [
      [
        ...['--broker-base-url', 'http://127.0.0.1:9', '--provider', 'contoso-call-stub'],
        ...['--base-url', 'http://127.0.0.1:9', '--publish', '--interaction', 'group'],
      ],
      /^Results can only be published for all interactions/,
    ],
    [['--consumer-version-selector', '[]'], /Expected a JSON object such as '\{"mainBranch":true\}'/],
    [['--include-wip-pacts-since', 'today'], /Expected a date such as 2026-01-31/],
    [['contracts/pacts', '--interaction', '/(/'], /^Invalid pattern in --interaction: /],
    [
      ['contracts/pacts', '--interaction', 'groop'],
      /^No interaction called groop in contracts\/pacts\. Found: /,
    ],
    [['contracts/pacts', '--provider', 'nobody'], /^No pact with the provider "nobody"/],
  ])('%j exits with 2 and prints a message', async (argv, message) => {
    const { code, stdout, stderr } = await inProcess(...argv)
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toMatch(message)
  })
  test('exits with 2 if there is nothing to verify', async () => {
    const empty = await pactWith((text) => JSON.stringify({ ...JSON.parse(text), interactions: [] }))
    expect(await program(empty)).toEqual({
      code: 2,
      stdout: '',
      stderr: expect.stringMatching(/^No HTTP interactions or notifications in .*\. Expected at least one/),
    })
  })
  test('prints the response if its whole body differs', async () => {
    const { stdout } = await program(
      await pactWith((text) => text.replace(/(?<="content": \{\s+)"chatInfo": \{/, '"unheardOf": {')),
    )
    expect(stdout).toMatch(/^ {4}self-consistency, response: Actual map is missing/m)
  })
  test('prints why a provider state cannot be set up', async () => {
    const { code, stdout } = await program(
      await pactWith((text) => withoutCall(text).replace('"id": "2f1a', '"scenario": "groop", "id": "2f1a')),
    )
    expect(code).toBe(1)
    expect(stdout).toMatch(
      /^ {4}self-consistency, provider state a call exists: Invalid parameter "scenario"/m,
    )
  })
  test('exits with 2 if it cannot run', async () => {
    expect(await program('nowhere')).toEqual({
      code: 2,
      stdout: '',
      stderr: expect.stringMatching(/^nowhere cannot be read/),
    })
  })
})
