import { mkdir, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { defineCallContract, publishPacts, type Warn } from 'graph-call-testkit/contracts'
import { groupCall } from 'graph-call-testkit/fixtures'
import { createTenant } from 'graph-call-testkit/tenant'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { committedPact, temporaryFolder } from '../contracts/committed.ts'
import { get } from '../contracts/get.ts'
import { some } from '../runs.ts'
import { listening } from './listening-server.ts'
import { runCommand } from './run-command.ts'

/** Texts that a terminal or a CI service would obey if they were printed as they are. */
const texts: Readonly<Record<string, string>> = {
  'a command to GitHub': 'a\n::error::planted',
  'a command to GitHub after a carriage return': 'a\r::set-output name=x::planted',
  'a command to Azure Pipelines': 'a\n##vso[task.complete result=Succeeded]planted',
  'a group of Azure Pipelines': '##[error]planted',
  'an escape sequence': 'a\u001b[2J\u001b[31mplanted',
  'a title of the terminal': '\u001b]0;planted\u0007',
  'a C1 control character': 'a\u009b31mplanted',
  'a change of direction': 'a\u202eplanted\u2066',
  'a line separator': 'a\u2028::error::planted\u0085::error::planted',
  'an invisible character': 'a\u200bplanted\u{e0041}',
  'a line of a result': 'a\nplanted: No problems found',
  'a backspace': 'a\b\b\bplanted',
}

/** Expects that a terminal and a CI service find nothing to obey. */
function expectHarmless(...shown: readonly string[]): void {
  for (const text of shown) {
    expect(text.replaceAll('\n', '')).not.toMatch(/(?!\u200d)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u)
    // `contract lint --format github` prints commands of its own.
    expect(text.replaceAll(/^::error file=/gm, '')).not.toMatch(/^\s*::|##(?:vso)?\[/m)
    expect(text).not.toMatch(/^planted/m)
  }
}

async function command(...argv: string[]): Promise<void> {
  const { exit, stop, out, err } = runCommand(...argv)
  // `serve` would otherwise run until it is stopped.
  stop()
  await exit
  expect(out() + err()).not.toBe('')
  expectHarmless(out(), err())
}

async function messageOf(run: () => unknown): Promise<string> {
  try {
    await run()
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
  throw new Error('Expected an error.')
}

/** Writes a pact in which a text is everywhere that a pact may have one. */
async function pactWith(text: string): Promise<string> {
  const folder = await temporaryFolder()
  const { interactions, ...pact } = committedPact()
  await writeFile(
    join(folder, 'pact.json'),
    JSON.stringify({
      ...pact,
      consumer: { name: text },
      interactions: interactions.slice(0, 2).map((interaction) => ({
        ...interaction,
        description: text,
        providerStates: [{ name: text, params: { [text]: text } }],
        request: { ...interaction.request, method: text, path: `/${text}`, query: { [text]: [text] } },
        response: {
          ...interaction.response,
          headers: { [text]: [text] },
          body: { content: { state: text, [text]: text }, contentType: text, encoded: false },
          matchingRules: {
            body: { [`$.${text}`]: { combine: 'AND', matchers: [{ match: 'regex', regex: text }] } },
          },
        },
      })),
    }),
  )
  return folder
}

/** Writes the results of a contract whose names are a text. */
async function stagedWith(text: string): Promise<string> {
  const dir = await temporaryFolder()
  const contract = defineCallContract({
    consumer: 'contoso-reception-bot',
    dir,
    reads: ['state'],
    interactions: ['group', { name: text, body: groupCall({ state: 'hold' }) }],
  })
  await contract.interaction('group').run(get)
  return dir
}

async function startServer(text: string): Promise<string> {
  const server = createServer((_request, response) =>
    response
      .writeHead(400, { 'Content-Type': 'application/hal+json' })
      .end(JSON.stringify({ state: text, errors: { [text]: [text] }, error: { message: text } })),
  )
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  onTestFinished(() => void server.close().closeAllConnections())
  return `http://127.0.0.1:${Object(server.address()).port}`
}

const broker = ['--broker-base-url', 'https://broker.example.com']
const publishing = ['--consumer-app-version', '1', '--branch', 'main']

const channels: Readonly<Record<string, (text: string) => Promise<void>>> = {
  'a pact, in contract lint': async (text) => {
    const folder = await pactWith(text)
    for (const format of [[], ['--json'], ['--format', 'github']])
      await command('contract', 'lint', folder, ...format)
  },
  'a pact, in contract publish': async (text) =>
    command('contract', 'publish', await pactWith(text), ...publishing, ...broker),
  'a pact, in contract verify': async (text) => {
    const folder = await pactWith(text)
    await command('contract', 'verify', folder)
    await command('contract', 'verify', folder, '--json')
    await command('contract', 'verify', folder, '--interaction', text)
  },
  'a file, in each command': async (text) => {
    const folder = await temporaryFolder()
    // A name of a file cannot contain a slash.
    const name = join(folder, `${text.replaceAll('/', '')}.json`)
    await writeFile(name, '{')
    for (const argv of ['lint', 'merge', 'status', 'verify', 'publish'])
      await command('contract', argv, name, ...(argv === 'publish' ? [...publishing, ...broker] : []))
    await command('contract', 'lint', folder)
    await command('contract', 'lint', join(folder, text))
    await command('serve', '--calls', folder)
    await command('serve', '--calls', name)
    await command('serve', '--tls-key', name, '--tls-cert', name)
    await command('export', 'openapi', '--out', join(folder, 'missing', text))
    await command('contract', 'verify', 'contracts/pacts', '--metadata', name)
    await command('contract', 'verify', 'contracts/pacts', '--openapi', name)
  },
  'options and arguments': async (text) => {
    for (const argv of [
      [text],
      ['contract', text],
      ['serve', text],
      ['serve', `--${text}`],
      ['serve', '--port', text],
      ['serve', '--host', text],
      ['serve', '--allowed-host', text],
      ['serve', '--throttle', text],
      ['serve', '--token', text],
      ['serve', '--log', text],
      ['contract', 'lint', '--ignore', text],
      ['contract', 'lint', 'contracts/pacts', '--provider', text],
      ['contract', 'verify', 'contracts/pacts', '--base-url', text],
      ['contract', 'verify', 'contracts/pacts', '--call-id', text],
      ['contract', 'publish', 'contracts/pacts', ...publishing, '--broker-base-url', text],
      ['contract', 'publish', 'contracts/pacts', '--timeout', text],
      ['export', 'openapi', '--openapi-version', text],
    ])
      await command(...argv)
  },
  'a version, branch, tag and build URL': async (text) => {
    const dryRun = ['contract', 'publish', 'contracts/pacts', '--dry-run', ...broker]
    await command(...dryRun, '--consumer-app-version', text, '--branch', 'main')
    await command(...dryRun, '--consumer-app-version', '1', '--branch', text)
    for (const option of ['--tag', '--build-url']) {
      await command(...dryRun, ...publishing, option, text)
      await command(...dryRun, ...publishing, option, text, '--json')
    }
  },
  'the variables of a build': async (text) => {
    for (const [name, value] of Object.entries({
      GITHUB_ACTIONS: '',
      GITLAB_CI: 'true',
      CI_COMMIT_SHA: '1',
      CI_COMMIT_BRANCH: text,
      CI_JOB_URL: text,
    }))
      vi.stubEnv(name, value)
    onTestFinished(() => void vi.unstubAllEnvs())
    await command('contract', 'publish', 'contracts/pacts', '--dry-run', ...broker)
    vi.stubEnv('CI_COMMIT_BRANCH', 'main')
    await command('contract', 'publish', 'contracts/pacts', '--dry-run', ...broker)
  },
  'a broker': async (text) => {
    vi.stubEnv('NO_PROXY', '127.0.0.1')
    onTestFinished(() => void vi.unstubAllEnvs())
    const url = await startServer(text)
    await command('contract', 'publish', 'contracts/pacts', ...publishing, '--broker-base-url', url)
    const provider = ['--provider', 'contoso-call-stub', '--base-url', 'http://127.0.0.1:9']
    await command('contract', 'verify', '--broker-base-url', url, ...provider)
    const shown = await messageOf(() =>
      publishPacts(['contracts/pacts'], { broker: url, version: '1', branch: 'main', warn: () => {} }),
    )
    expectHarmless(shown)
  },
  'a service': async (text) => {
    const url = await startServer(text)
    const verify = ['contract', 'verify', 'contracts/pacts', '--interaction', 'group', '--base-url', url]
    await command(...verify, '--call-id', 'a')
    await command(...verify, '--call-id', 'a', '--json')
    await command(...verify, '--provider-states-url', `${url}/states`)
    vi.stubEnv('GRAPH_ACCESS_TOKEN', 'a-token')
    onTestFinished(() => void vi.unstubAllEnvs())
    await command('verify-service', 'a', '--base-url', url)
    await using site = await listening(
      createServer((_request, response) =>
        response.end(JSON.stringify({ ...groupCall(), [text]: text, state: text, subject: [text] })),
      ),
    )
    for (const format of [[], ['--json']])
      await command('verify-service', 'a', '--base-url', site.url, ...format)
  },
  'the results of tests': async (text) => {
    const dir = await stagedWith(`name of ${text}`).catch(() => undefined)
    if (dir === undefined) return
    for (const format of [[], ['--json']]) {
      await command('contract', 'status', dir, ...format)
      await command('contract', 'merge', dir, '--dir', join(dir, 'merged'), ...format)
    }
    await command('contract', 'lint', dir)
  },
  'call files and requests of serve': async (text) => {
    const folder = await temporaryFolder()
    await writeFile(
      join(folder, 'bad.json'),
      JSON.stringify({ id: text, [text]: text, state: text, source: text }),
    )
    await command('serve', '--calls', folder)
    await mkdir(join(folder, 'good'))
    await writeFile(
      join(folder, 'good', 'one.json'),
      JSON.stringify(groupCall({ id: 'a-call', subject: text })),
    )
    for (const log of ['pretty', 'json']) {
      const { out, err, exit, stop, firstLine } = runCommand(
        'serve',
        '--calls',
        join(folder, 'good'),
        '--log',
        log,
      )
      const [url = ''] = /https?:\/\/[^\s"]+/.exec(await firstLine()) ?? []
      const encoded = encodeURIComponent(text)
      await fetch(`${url}/v1.0/communications/calls/${encoded}?${encoded}=${encoded}`)
      await fetch(`${url}/${encoded}`, { headers: { Authorization: 'Bearer any' } })
      for (const body of [
        text,
        JSON.stringify({ state: text }),
        JSON.stringify({ action: text, state: text }),
      ])
        await fetch(`${url}/_pact/provider-states`, { method: 'POST', body })
      stop()
      await exit
      expectHarmless(out(), err())
    }
  },
  'the options of the package': async (text) => {
    const dir = await temporaryFolder()
    const definition = {
      consumer: 'contoso-reception-bot',
      dir,
      reads: ['state'],
      interactions: ['group'],
    } as const
    const tenant = createTenant({ calls: [groupCall()] })
    for (const run of [
      () => defineCallContract({ ...definition, consumer: `${text} ` }),
      () => defineCallContract({ ...definition, reads: [text] }),
      () => defineCallContract({ ...definition, interactions: [{ fixture: 'group', callId: `${text}/` }] }),
      () => defineCallContract({ ...definition, headers: { [text]: text } }),
      () => defineCallContract({ ...definition, headers: { Accept: text } }),
      () => tenant.endCall(text),
      () => tenant.addCall(JSON.parse(JSON.stringify({ id: text, state: text, [text]: 1, source: text }))),
      () => tenant.restore(JSON.parse(JSON.stringify({ version: text, [text]: text }))),
      () => tenant.forbid(groupCall().id, JSON.parse(JSON.stringify(text))),
    ])
      expectHarmless(await messageOf(run))
    const warnings: string[] = []
    const warn: Warn = (message) => warnings.push(message)
    const contract = defineCallContract({ ...definition, warn })
    for (const path of [`?${encodeURIComponent(text)}=1`, `/${encodeURIComponent(text)}`])
      expectHarmless(
        await messageOf(() => contract.interaction('group').run((context) => get(context, path))),
      )
    expectHarmless(...warnings)
  },
}

describe('text from others cannot control a terminal or a CI service', () => {
  test.each(
    Object.entries(channels).flatMap(([channel, run], at) =>
      [...some(Object.entries(texts), 0), ...some(Object.entries(texts), at + 1)].map(([kind, text]) => ({
        channel,
        run,
        kind,
        text,
      })),
    ),
  )('$channel: $kind', ({ run, text }) => run(text))
})
