import { cp, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, inject, onTestFinished, test } from 'vitest'
import { blocksOf } from '../package/markdown.ts'
import { freshProject } from '../package/project.ts'
import { type Broker, startBroker } from './broker.ts'
import { environment } from './environment.ts'
import { gateTo } from './gate.ts'

const root = new URL('../../', import.meta.url)
const token = 'an-invented-broker-token'

/** What the workflow that the README shows has GitHub run. */
const commands = blocksOf(new URL('README.md', root))
  .filter(({ language }) => language === 'yaml')
  .flatMap(({ code }) => [...code.matchAll(/^ *- run: (.+)$/gm)].map(([, command = '']) => command))

let broker: Broker
beforeAll(async () => {
  broker = await startBroker('SQLite')
})
afterAll(() => broker.stop())

/** A team's repository, with this very package installed, and its only commit. */
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

/** The same variables that GitHub sets for a run of a workflow. */
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

/** GitHub's commit of a pull request is a merge that it made; the event says which commit was pushed. */
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
  const answer = await fetch(broker.url + path, { headers: { Accept: 'application/hal+json' } })
  expect(answer.ok, `${path}: ${answer.status}`).toBe(true)
  return answer.json()
}

describe.each([
  { bot: 'reception-bot', event: 'push', branch: 'main', provider: 'microsoft-graph-calls', interactions: 5 },
  {
    bot: 'recording-bot',
    event: 'pull_request',
    branch: 'topic/hold',
    provider: 'contoso-call-stub',
    interactions: 4,
  },
])('the repository of the team of $bot', ({ bot, event, branch, provider, interactions }) => {
  test('publishes by the workflow of the README', async () => {
    const { project, commit } = await repositoryOf(bot)
    const gate = await gateTo(broker.url, ({ authorization }) =>
      authorization === `Bearer ${token}` ? undefined : 401,
    )
    onTestFinished(() => gate.close())
    const variables = event === 'push' ? push(commit) : await pullRequest(commit, project.folder)
    const env = {
      ...environment,
      ...variables,
      GITHUB_REPOSITORY: `contoso/${bot}`,
      PACT_BROKER_BASE_URL: gate.url,
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
    // All that a run leaves is ignored.
    expect(await project.run('git', ['status', '--porcelain'])).toBe('')

    const ask = () => run(`npx pact-broker can-i-deploy --pacticipant ${consumer} --version ${commit}`)
    await expect(ask()).rejects.toThrow('no verified pact')
    if (provider === 'microsoft-graph-calls') return
    await run('npm run verify:stub')
    expect(await ask()).toContain('Computer says yes')
  })
})
