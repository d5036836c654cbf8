import { readFileSync } from 'node:fs'
import { cp, readFile, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { peerToPeerCall } from 'graph-call-testkit/fixtures'
import { createTenant } from 'graph-call-testkit/tenant'
import { afterAll, beforeAll, describe, expect, inject, onTestFinished, test } from 'vitest'
import { blocksOf } from '../package/markdown.ts'
import { freshProject } from '../package/project.ts'
import { privateAuthority } from './authority.ts'
import { type Broker, startBroker } from './broker.ts'
import { BrokerClient } from './broker-client.ts'
import { environment } from './environment.ts'
import { forward, startGateway } from './gateway.ts'
import { listen } from './loopback-server.ts'

const root = new URL('../../', import.meta.url)
const metadata = readFileSync(new URL('test/metadata/contoso.csdl.xml', root))
const token = 'an-invented-broker-token'

/** Step of a GitHub workflow. */
interface Step {
  readonly command: string
  readonly condition: string | undefined
}

/** Returns the steps of the GitHub workflow on a page that run a command. */
const workflowIn = (page: string): Step[] =>
  blocksOf(new URL(page, root))
    .filter(({ language }) => language === 'yaml')
    .flatMap(({ code }) =>
      [...code.matchAll(/^ *- run: (.+)(?:\n *if: (.+))?$/gm)].map(([, command = '', condition]) => ({
        command,
        condition,
      })),
    )

const steps = workflowIn('docs/publishing.md')

/** Evaluates the conditions of the workflow for builds of the team's own repository. */
function runsIn(event: string, { condition }: Step): boolean {
  if (condition === undefined || condition.includes('head.repo.full_name == github.repository')) return true
  if (condition === "github.ref == 'refs/heads/main'") return event === 'push'
  throw new Error(`Unknown condition: ${condition}`)
}

let broker: Broker
beforeAll(async () => {
  broker = await startBroker('SQLite')
  const client = await BrokerClient.for(broker)
  await client.createProduction()
  await client.close()
})
afterAll(() => broker.stop())

/** Creates a team's repository with one commit, and installs the packed package in it. */
async function repositoryOf(bot: string) {
  const project = await freshProject()
  await cp(fileURLToPath(new URL(`test/consumers/${bot}/`, root)), project.folder, { recursive: true })
  const packages = ['install', '--no-audit', '--no-fund', '--prefer-offline', inject('tarball')]
  await project.run('npm', packages, environment)
  const git = (...args: readonly string[]) =>
    project.run('git', ['-c', 'user.name=Mira Holm', '-c', 'user.email=mira@contoso.com', ...args])
  await git('init', '--quiet', '--initial-branch', 'main')
  await git('add', '.')
  await git('commit', '--quiet', '--message', 'Read calls')
  return { project, commit: (await git('rev-parse', 'HEAD')).trim() }
}

/** Variables that GitHub Actions sets. */
const github = {
  CI: 'true',
  GITHUB_ACTIONS: 'true',
  GITHUB_SERVER_URL: 'https://github.com',
  GITHUB_RUN_ID: '42',
}

const push = (commit: string) => ({
  ...github,
  GITHUB_SHA: commit,
  GITHUB_REF: 'refs/heads/main',
  GITHUB_REF_TYPE: 'branch',
  GITHUB_REF_NAME: 'main',
  GITHUB_HEAD_REF: '',
})

/** Variables of a pull request. GITHUB_SHA is GitHub's merge commit; the event contains the commit that was pushed. */
async function pullRequest(commit: string, folder: string) {
  const GITHUB_EVENT_PATH = join(folder, '.git/event.json')
  await writeFile(
    GITHUB_EVENT_PATH,
    JSON.stringify({ pull_request: { head: { sha: commit, ref: 'topic/hold' } } }),
  )
  return {
    ...github,
    GITHUB_EVENT_PATH,
    GITHUB_SHA: commit.replaceAll(/./g, '0'),
    GITHUB_REF: 'refs/pull/7/merge',
    GITHUB_REF_TYPE: 'branch',
    GITHUB_REF_NAME: '7/merge',
    GITHUB_HEAD_REF: 'topic/hold',
  }
}

async function read(path: string) {
  const response = await fetch(broker.url + path, { headers: { Accept: 'application/hal+json' } })
  expect(response.ok, `${path}: ${response.status}`).toBe(true)
  return response.json()
}

test('the README has the same workflow, or does not have one', () => {
  expect([[], steps]).toContainEqual(workflowIn('README.md'))
})

describe.each([
  { bot: 'reception-bot', event: 'push', branch: 'main', provider: 'microsoft-graph-calls', interactions: 5 },
  {
    bot: 'recording-bot',
    event: 'pull_request',
    branch: 'topic/hold',
    provider: 'contoso-call-stub',
    interactions: 4,
  },
])('the repository of $bot', ({ bot, event, branch, provider, interactions }) => {
  test('publishes with the documented workflow', async () => {
    const { project, commit } = await repositoryOf(bot)
    const gateway = await startGateway(broker.url, ({ authorization }) =>
      authorization === `Bearer ${token}` ? undefined : 401,
    )
    onTestFinished(() => gateway.close())
    const variables = event === 'push' ? push(commit) : await pullRequest(commit, project.folder)
    const consumer = `contoso-${bot}`
    const env = {
      ...environment,
      ...variables,
      GITHUB_REPOSITORY: `contoso/${bot}`,
      PACT_BROKER_BASE_URL: gateway.url,
      PACT_BROKER_TOKEN: token,
    }
    const run = (command: string, more: NodeJS.ProcessEnv = {}) =>
      project.run('bash', ['-euo', 'pipefail', '-c', command.replaceAll('my-bot', consumer)], {
        ...env,
        ...more,
      })

    expect(steps).toHaveLength(7)
    const printed: string[] = []
    for (const step of steps.filter((one) => runsIn(event, one))) printed.push(await run(step.command))
    expect(printed.join('')).not.toContain(token)
    expect(printed.join('')).toContain(`version ${commit} (GitHub Actions), branch ${branch}`)

    const pact = JSON.parse(
      await readFile(join(project.folder, `pacts/${consumer}-${provider}.json`), 'utf8'),
    )
    const published = await read(`/pacts/provider/${provider}/consumer/${consumer}/latest`)
    expect(published.interactions.map(({ _id, ...interaction }: { _id: string }) => interaction)).toEqual(
      pact.interactions,
    )
    expect(pact.interactions).toHaveLength(interactions)
    const version = await read(`/pacticipants/${consumer}/versions/${commit}`)
    expect(version.buildUrl).toBe(`https://github.com/contoso/${bot}/actions/runs/42`)
    expect(version._embedded.branchVersions).toMatchObject([{ name: branch }])
    // Git ignores all files that a run creates.
    expect(await project.run('git', ['status', '--porcelain'])).toBe('')

    const gate = `npx pact-broker can-i-deploy --pacticipant ${consumer} --version ${commit} --to-environment production`
    await expect(run(gate)).rejects.toThrow(provider)
    if (provider === 'microsoft-graph-calls') {
      expect(printed.join('')).toContain('Warning: Nobody verifies microsoft-graph-calls.')
      expect(printed.join('')).toContain('Computer says yes')
      expect(printed.at(-1)).toContain(`Recorded deployment of ${consumer} version ${commit} to production`)
      return
    }
    expect(printed.join('')).not.toContain('Warning')
    await runBlocks(project.folder, provider, run)
    const stub = await read(`/pacticipants/${provider}/versions/${commit}`)
    expect(stub._embedded.branchVersions).toMatchObject([{ name: branch }])
    expect(await run(gate)).toContain('Computer says yes')
  })
})

/** Runs every shell block of the page in a team's repository, with local servers in place of Graph. */
async function runBlocks(
  folder: string,
  provider: string,
  run: (command: string, env?: NodeJS.ProcessEnv) => Promise<string>,
) {
  const blocks = blocksOf(new URL('docs/publishing.md', root)).filter(({ language }) => language === 'sh')
  const isOfStub = (code: string) => code.includes('verify:stub')
  // The gate of the bot opens once the stub is verified.
  const inOrder = blocks.map(({ code }) => code).toSorted((a, b) => Number(isOfStub(b)) - Number(isOfStub(a)))
  expect(inOrder.filter(isOfStub)).toHaveLength(1)

  const graph = await startGraph()
  onTestFinished(() => graph.close())
  for (const shard of ['shard-1', 'shard-2']) {
    await cp(join(folder, 'pacts'), join(folder, shard, 'pacts'), { recursive: true })
  }
  await writeFile(join(folder, 'contoso.pem'), (await privateAuthority()).authority)
  const env = {
    MY_CI_BRANCH: 'topic/hold',
    MY_CI_BUILD_URL: 'https://ci.contoso.com/1',
    npm_config_prefer_offline: 'true',
    npm_config_audit: 'false',
  }
  for (const code of inOrder) {
    const command = code
      .replaceAll('https://graph.microsoft.com', graph.url)
      .replaceAll('--call-id ID', `--call-id ${graph.callId}`)
      .replaceAll('--provider microsoft-graph-calls', `--provider ${provider}`)
      .replaceAll('GRAPH_ACCESS_TOKEN=...', 'GRAPH_ACCESS_TOKEN=an-invented-token')
    // A single call does not satisfy every interaction, and the invented metadata does not declare every state.
    const mayFail = /--call-id|--metadata/.test(command)
    await run(command, env).catch((error: Error) => {
      if (!mayFail || !error.message.includes('Not all interactions passed.')) throw error
    })
  }
}

/** Starts a virtual tenant with a call that also has a $metadata document. */
async function startGraph() {
  const tenant = createTenant()
  const callId = tenant.addCall(peerToPeerCall())
  const server = await tenant.listen()
  const front = await listen(
    createServer((request, response) => {
      if (request.url?.endsWith('/$metadata')) response.end(metadata)
      else forward(request, response, server.url + request.url)
    }),
    'http',
  )
  return {
    url: front.url,
    callId,
    async close() {
      await front.close()
      await server.close()
    },
  }
}
