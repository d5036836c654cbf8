import { execFileSync } from 'node:child_process'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { buildInfoOf, ciServices } from '../../../contracts/publish/ci-services.ts'
import { consumerVersion } from '../../../contracts/publish/consumer-version.ts'
import { temporaryFolder } from '../committed.ts'

/** Variables that CI services set, as documented, and the expected build. */
const builds: readonly (readonly [string, Record<string, string>, object])[] = [
  [
    'GitHub Actions, a push',
    {
      GITHUB_ACTIONS: 'true',
      GITHUB_SHA: 'aaa',
      GITHUB_HEAD_REF: '',
      GITHUB_REF_NAME: 'main',
      GITHUB_REF_TYPE: 'branch',
      GITHUB_SERVER_URL: 'https://github.com',
      GITHUB_REPOSITORY: 'contoso/bot',
      GITHUB_RUN_ID: '7',
    },
    {
      from: 'GitHub Actions',
      version: 'aaa',
      branch: 'main',
      buildUrl: 'https://github.com/contoso/bot/actions/runs/7',
    },
  ],
  [
    'GitHub Actions, a pull request without its event',
    {
      GITHUB_ACTIONS: 'true',
      GITHUB_SHA: 'merge',
      GITHUB_HEAD_REF: 'topic',
      GITHUB_REF_NAME: '5/merge',
      GITHUB_EVENT_PATH: '/nowhere/event.json',
    },
    { version: 'merge', branch: 'topic' },
  ],
  [
    'GitHub Actions, a tag',
    { GITHUB_ACTIONS: 'true', GITHUB_SHA: 'aaa', GITHUB_REF_NAME: 'v1', GITHUB_REF_TYPE: 'tag' },
    { version: 'aaa', branch: undefined },
  ],
  [
    'GitLab CI',
    {
      GITLAB_CI: 'true',
      CI_COMMIT_SHA: 'aaa',
      CI_COMMIT_BRANCH: 'main',
      CI_JOB_URL: 'https://gitlab.example/j/1',
    },
    { from: 'GitLab CI', version: 'aaa', branch: 'main', buildUrl: 'https://gitlab.example/j/1' },
  ],
  [
    'GitLab CI, a merge request',
    {
      GITLAB_CI: 'true',
      CI_COMMIT_SHA: 'merge',
      CI_MERGE_REQUEST_SOURCE_BRANCH_SHA: 'head',
      CI_MERGE_REQUEST_SOURCE_BRANCH_NAME: 'topic',
    },
    { version: 'head', branch: 'topic' },
  ],
  [
    'Azure Pipelines',
    {
      TF_BUILD: 'True',
      BUILD_SOURCEVERSION: 'aaa',
      BUILD_SOURCEBRANCH: 'refs/heads/team/main',
      SYSTEM_TEAMFOUNDATIONCOLLECTIONURI: 'https://dev.azure.com/contoso/',
      SYSTEM_TEAMPROJECT: 'Calling bots',
      BUILD_BUILDID: '7',
    },
    {
      from: 'Azure Pipelines',
      version: 'aaa',
      branch: 'team/main',
      buildUrl: 'https://dev.azure.com/contoso/Calling%20bots/_build/results?buildId=7',
    },
  ],
  [
    'Azure Pipelines, a pull request',
    {
      TF_BUILD: 'True',
      BUILD_SOURCEVERSION: 'merge',
      BUILD_SOURCEBRANCH: 'refs/pull/5/merge',
      SYSTEM_PULLREQUEST_SOURCECOMMITID: 'head',
      SYSTEM_PULLREQUEST_SOURCEBRANCH: 'refs/heads/topic',
    },
    { version: 'head', branch: 'topic' },
  ],
  [
    'Azure Pipelines, a tag',
    { TF_BUILD: 'True', BUILD_SOURCEVERSION: 'aaa', BUILD_SOURCEBRANCH: 'refs/tags/v1' },
    { version: 'aaa', branch: undefined },
  ],
  [
    'Jenkins',
    {
      JENKINS_URL: 'https://ci.example/',
      GIT_COMMIT: 'aaa',
      GIT_BRANCH: 'origin/main',
      BUILD_URL: 'https://ci.example/1/',
    },
    { from: 'Jenkins', version: 'aaa', branch: 'main', buildUrl: 'https://ci.example/1/' },
  ],
  [
    'Jenkins, a change',
    { JENKINS_URL: 'https://ci.example/', GIT_COMMIT: 'aaa', CHANGE_BRANCH: 'topic', BRANCH_NAME: 'PR-5' },
    { version: 'aaa', branch: 'topic' },
  ],
  ['no CI service', { HOME: '/home/mira' }, {}],
]

test.each(builds)('detects the build: %s', (_, env, build) => {
  expect(buildInfoOf(env)).toMatchObject(build)
})

test('every CI service is tested', () => {
  const names = ciServices.map(({ name }) => name)
  expect(names.filter((name) => !builds.some(([title]) => title.startsWith(name)))).toEqual([])
})

test('uses the head commit of a pull request on GitHub, not the merge commit', async () => {
  const file = join(await temporaryFolder(), 'event.json')
  await writeFile(file, JSON.stringify({ pull_request: { head: { sha: 'head' } } }))
  expect(buildInfoOf({ GITHUB_ACTIONS: 'true', GITHUB_SHA: 'merge', GITHUB_EVENT_PATH: file })).toMatchObject(
    { version: 'head' },
  )
})

/** Creates a repository with one commit on the branch `trunk`. */
async function repository() {
  const folder = await temporaryFolder()
  const git = (...args: readonly string[]) =>
    execFileSync('git', ['-c', 'user.name=Mira Holm', '-c', 'user.email=mira.holm@contoso.com', ...args], {
      cwd: folder,
      encoding: 'utf8',
    }).trim()
  git('init', '--quiet', '--initial-branch', 'trunk')
  await writeFile(join(folder, 'bot.js'), '')
  git('add', '.')
  git('commit', '--quiet', '--message', 'Begin')
  return { folder, git, commit: git('rev-parse', 'HEAD') }
}

describe('git', () => {
  test('provides the commit and the branch, even with untracked files', async () => {
    const { folder, commit } = await repository()
    await writeFile(join(folder, 'coverage.txt'), '')
    expect(await consumerVersion({}, {}, folder)).toEqual({ version: commit, branch: 'trunk', from: 'git' })
  })
  test('is not used if the options or the CI service set both', async () => {
    const folder = await temporaryFolder()
    expect(await consumerVersion({ version: '1', branch: 'b' }, {}, folder)).toEqual({
      version: '1',
      branch: 'b',
      from: 'given',
    })
    const env = { JENKINS_URL: 'x', GIT_COMMIT: 'aaa', GIT_BRANCH: 'main' }
    expect(await consumerVersion({ branch: 'b' }, env, folder)).toEqual({
      version: 'aaa',
      branch: 'b',
      from: 'Jenkins',
    })
  })
  test('provides only the branch if the version is an option', async () => {
    const { folder } = await repository()
    await writeFile(join(folder, 'bot.js'), 'changed')
    expect(await consumerVersion({ version: '1' }, {}, folder)).toEqual({
      version: '1',
      branch: 'trunk',
      from: 'given',
    })
  })
  test('with changed files causes an error that lists them', async () => {
    const { folder } = await repository()
    await writeFile(join(folder, 'bot.js'), 'changed')
    await expect(consumerVersion({}, {}, folder)).rejects.toMatchObject({
      failure: 'dirty-git',
      exitCode: 4,
      output: expect.stringContaining('bot.js'),
    })
  })
  test('with a detached HEAD causes an error, unless the branch is an option', async () => {
    const { folder, git, commit } = await repository()
    git('checkout', '--quiet', '--detach')
    await expect(consumerVersion({}, {}, folder)).rejects.toMatchObject({
      failure: 'detached-head',
      exitCode: 5,
    })
    expect(await consumerVersion({ branch: 'b' }, {}, folder)).toEqual({
      version: commit,
      branch: 'b',
      from: 'git',
    })
  })
  test('without a repository causes an error', async () => {
    const folder = join(await temporaryFolder(), 'bot')
    await mkdir(folder)
    await expect(consumerVersion({}, {}, folder)).rejects.toMatchObject({
      failure: 'no-git',
      exitCode: 3,
      message: expect.stringContaining('--consumer-app-version'),
    })
  })
})
