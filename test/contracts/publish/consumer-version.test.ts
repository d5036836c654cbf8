import { execFileSync } from 'node:child_process'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { consumerVersion } from '../../../contracts/publish/consumer-version.ts'
import { temporaryFolder } from '../committed.ts'

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
      failure: 'unknown-branch',
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
  test('is not asked for the branch if the CI service builds a tag or a merge commit', async () => {
    const { folder, commit } = await repository()
    const env = {
      JENKINS_URL: 'http://ci.contoso.com',
      BRANCH_NAME: 'v1.2.3',
      TAG_NAME: 'v1.2.3',
      GIT_COMMIT: commit,
    }
    await expect(consumerVersion({}, env, folder)).rejects.toMatchObject({
      failure: 'unknown-branch',
      exitCode: 5,
      message:
        'Unknown branch: Jenkins builds v1.2.3, which is not a branch. Pass the branch that contains this commit, for example --branch main.',
    })
    expect(await consumerVersion({ branch: 'main' }, env, folder)).toEqual({
      version: commit,
      branch: 'main',
      from: 'Jenkins',
    })
  })
  test('provides the branch if the CI service sets none', async () => {
    const { folder, git } = await repository()
    const env = { TEAMCITY_VERSION: '2025.11', BUILD_VCS_NUMBER: 'aaa' }
    expect(await consumerVersion({}, env, folder)).toEqual({
      version: 'aaa',
      branch: 'trunk',
      from: 'TeamCity',
    })
    git('checkout', '--quiet', '--detach')
    await expect(consumerVersion({}, env, folder)).rejects.toMatchObject({
      failure: 'unknown-branch',
      message: expect.stringMatching(/TeamCity sets no branch\. Pass .* --branch main\.$/),
    })
  })
})

test.each([
  ['version', { version: '1\n::error::x', branch: 'main' }],
  ['branch', { version: '1', branch: 'main\u001b[2J' }],
  ['build URL', { version: '1', branch: 'main', buildUrl: 'https://ci.example/1\r\nX: y' }],
])('a %s with a control character is rejected, and printed safely', async (name, given) => {
  const error = await consumerVersion(given, {}, '.').catch((error: unknown) => error)
  expect(error).toMatchObject({
    failure: 'cannot-run',
    message: expect.stringContaining(`Invalid ${name}: `),
  })
  expect(String(error)).not.toMatch(/\p{Cc}|^::/mu)
})
