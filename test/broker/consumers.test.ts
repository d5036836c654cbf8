import { cp, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, inject, onTestFinished, test } from 'vitest'
import { blocksOf } from '../package/markdown.ts'
import { freshProject } from '../package/project.ts'
import { type Broker, startBroker } from './broker.ts'
import { environment } from './environment.ts'
import { startGateway } from './gateway.ts'

const root = new URL('../../', import.meta.url)
const token = 'an-invented-broker-token'

/** Returns the commands of the GitHub workflow on a page. */
const workflowIn = (page: string) =>
  blocksOf(new URL(page, root))
    .filter(({ language }) => language === 'yaml')
    .flatMap(({ code }) => [...code.matchAll(/^ *- run: (.+)$/gm)].map(([, command = '']) => command))

const commands = workflowIn('docs/publishing.md')

let broker: Broker
beforeAll(async () => {
  broker = await startBroker('SQLite')
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
  GITHUB_REF_TYPE: 'branch',
  GITHUB_REF_NAME: 'main',
  GITHUB_HEAD_REF: '',
})

/** Variables of a pull request. GITHUB_SHA is GitHub's merge commit; the event contains the commit that was pushed. */
async function pullRequest(commit: string, folder: string) {
  const GITHUB_EVENT_PATH = join(folder, '.git/event.json')
  await writeFile(GITHUB_EVENT_PATH, JSON.stringify({ pull_request: { head: { sha: commit } } }))
  return {
    ...github,
    GITHUB_EVENT_PATH,
    GITHUB_SHA: commit.replaceAll(/./g, '0'),
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
  expect([[], commands]).toContainEqual(workflowIn('README.md'))
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
    const env = {
      ...environment,
      ...variables,
      GITHUB_REPOSITORY: `contoso/${bot}`,
      PACT_BROKER_BASE_URL: gateway.url,
      PACT_BROKER_TOKEN: token,
    }
    const run = (command: string) => project.run('bash', ['-euo', 'pipefail', '-c', command], env)

    expect(commands).toHaveLength(4)
    const printed: string[] = []
    for (const command of commands) printed.push(await run(command))
    expect(printed.join('')).not.toContain(token)
    expect(printed.at(-1)).toContain(`version ${commit} (GitHub Actions), branch ${branch}`)

    const consumer = `contoso-${bot}`
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

    const canDeploy = () => run(`npx pact-broker can-i-deploy --pacticipant ${consumer} --version ${commit}`)
    await expect(canDeploy()).rejects.toThrow('no verified pact')
    if (provider === 'microsoft-graph-calls') return
    await run('npm run verify:stub')
    expect(await canDeploy()).toContain('Computer says yes')
  })
})
