import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { branchName } from '../../../contracts/publish/branch-name.ts'
import { buildInfoOf } from '../../../contracts/publish/build-info.ts'
import { ciServices } from '../../../contracts/publish/ci-services.ts'
import { temporaryFolder } from '../committed.ts'
import { buildCases } from './builds.ts'
import { otherBuildCases } from './other-builds.ts'

const cases = [...buildCases, ...otherBuildCases]

test.each(cases)('detects the build: $title', ({ env, build }) => {
  const unset = { version: undefined, branch: undefined, otherRef: undefined }
  expect({ ...unset, ...buildInfoOf(env) }).toMatchObject(build)
})

test('detects no build without a known service', () => {
  expect(buildInfoOf({ HOME: '/home/mira', CI: 'true' })).toBeUndefined()
})

test('every variable of the table is tested', () => {
  const names = (conditions: readonly string[]) =>
    conditions.map((condition) => condition.split('=')[0] ?? '')
  const untested = ciServices.flatMap((service) => {
    const { knownBy, commit, tag, pullRequest, sourceBranch, branch, queue, buildUrl } = service
    const variables = [
      ...names([...knownBy, ...tag, ...pullRequest, ...(queue ? [queue.when] : [])]),
      ...commit,
      ...sourceBranch,
      ...branch,
      ...[...buildUrl.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name),
    ]
    const found = cases.filter(({ title }) => title.startsWith(`${service.name}, `))
    return variables.filter((name) => !found.some(({ env }) => env[name]))
  })
  expect(untested).toEqual([])
})

test('no variable of a service hides the build of another', () => {
  for (const { title, env } of cases) {
    expect(buildInfoOf(env)?.from, title).toBe(title.split(',')[0])
  }
})

test.each(['', 'refs/heads/', 'HEAD', 'refs/changes/34/1234/5', 'refs/pull-requests/1/from', 'refs/notes/x'])(
  '%j is not a branch',
  (ref) => {
    expect(branchName(ref)).toBeUndefined()
  },
)

test.each([
  ['main', 'main'],
  ['pull/request-templates', 'pull/request-templates'],
  ['release/5/merge', 'release/5/merge'],
  ['gh-readonly-queue', 'gh-readonly-queue'],
  ['refs/heads/tags/v1', 'tags/v1'],
  ['refs/heads/HEAD', 'HEAD'],
])('%j is the branch %j', (ref, branch) => {
  expect(branchName(ref)).toBe(branch)
})

/** Returns the build of a pull request on GitHub with an event. */
async function withEvent(event: object) {
  const file = join(await temporaryFolder(), 'event.json')
  await writeFile(file, JSON.stringify(event))
  return buildInfoOf({
    GITHUB_ACTIONS: 'true',
    GITHUB_SHA: 'merge',
    GITHUB_REF: 'refs/pull/5/merge',
    GITHUB_EVENT_PATH: file,
  })
}

test('the event of GitHub provides the head of a pull request, also for a review', async () => {
  const repo = { full_name: 'contoso/bot' }
  const head = { sha: 'head', ref: 'topic', label: 'contoso:topic', repo }
  expect(await withEvent({ pull_request: { head, base: { repo } } })).toMatchObject({
    version: 'head',
    branch: 'topic',
  })
})

test('the main branch of a fork is not the main branch', async () => {
  const head = { sha: 'head', ref: 'main', label: 'mira:main', repo: { full_name: 'mira/bot' } }
  const base = { repo: { full_name: 'contoso/bot' } }
  expect(await withEvent({ pull_request: { head, base } })).toMatchObject({ branch: 'mira:main' })
  expect(await withEvent({ pull_request: { head: { ...head, repo: null }, base } })).toMatchObject({
    branch: 'mira:main',
  })
})
