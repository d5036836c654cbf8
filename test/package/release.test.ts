import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, inject, onTestFinished, test } from 'vitest'
import { parse } from 'yaml'
import manifest from '../../package.json' with { type: 'json' }
import { releasedChangelog } from '../../scripts/release/changelog.ts'
import { freshProject, sharedProject } from './project.ts'

const root = new URL('../../', import.meta.url)
const read = (path: string) => readFileSync(new URL(path, root), 'utf8')
const pipelines = ['.github/workflows/contracts.yml', 'docs/ci/azure-pipelines.yml'] as const

/** Commands in a workflow of GitHub, or in an Azure pipeline. */
function commandsIn(path: string): string[] {
  const { jobs = {}, steps = [] } = parse(read(path))
  const all = [...Object.values(jobs).flatMap((job) => Object(job).steps), ...steps]
  return all.flatMap(({ run, script }) => run ?? script ?? [])
}

test('the release workflow publishes with provenance and without a token', () => {
  const workflow = parse(read('.github/workflows/release.yml'))
  expect(workflow.on).toEqual({ push: { tags: ['v*'] } })
  expect(workflow.jobs.publish.permissions).toEqual({ contents: 'read', 'id-token': 'write' })
  expect(JSON.stringify(workflow)).not.toMatch(/secrets\.|NODE_AUTH_TOKEN/)
  const commands = commandsIn('.github/workflows/release.yml')
  expect(commands.at(-1)).toBe('npm publish --provenance --access public')
  for (const command of commands) {
    const [, script] = /^npm run (\S+)$/.exec(command) ?? []
    if (script) expect(Object.keys(manifest.scripts)).toContain(script)
  }
})

test('npm version dates the changelog', () => {
  expect(manifest.scripts.version).toBe('tsx scripts/changelog.ts && git add CHANGELOG.md')
  expect(releasedChangelog('# Changelog\n\n## Unreleased\n\n- A.\n\n## 0.1.0\n', '0.2.0', '2026-01-02')).toBe(
    '# Changelog\n\n## 0.2.0 (2026-01-02)\n\n- A.\n\n## 0.1.0\n',
  )
  expect(() => releasedChangelog('## Unreleased\n\n## 0.1.0\n\n- A.\n', '0.2.0', '2026-01-02')).toThrow(
    'no changes to release',
  )
  expect(() => releasedChangelog('', '', '')).toThrow(
    'Invalid version: "". Run this script with npm version.',
  )
})

const installed = sharedProject()

test.each(pipelines)('the commands of %s run', async (path) => {
  const commands = commandsIn(path).filter((command) => command.startsWith('npx graph-call-testkit'))
  expect(commands).toHaveLength(2)
  const project = installed()
  cpSync(fileURLToPath(new URL('contracts/pacts', root)), join(project.folder, 'pacts'), { recursive: true })
  const environment = {
    ...process.env,
    PACTS: 'pacts',
    PACT_BROKER_BASE_URL: 'http://127.0.0.1:9292',
    GITHUB_ACTIONS: '',
    TF_BUILD: '',
  }
  for (const command of commands) {
    const offline = command.includes('publish')
      ? `${command} --dry-run --consumer-app-version 1 --branch main`
      : command
    await project.run('bash', ['-euc', offline], environment)
  }
})

/** Instructions of the Dockerfile, by name. */
const instructions = new Map(
  read('Dockerfile')
    .split('\n')
    .flatMap((line) => {
      const [, name = '', value = ''] = /^([A-Z]+) (.+)$/.exec(line) ?? []
      return name ? [[name, value] as const] : []
    }),
)

test('the steps of the Dockerfile install and start a healthy server', async () => {
  const project = await freshProject()
  const { folder } = project
  const environment = {
    ...process.env,
    npm_config_prefix: folder,
    PACKAGE: inject('tarball'),
    PATH: `${join(folder, 'bin')}:${process.env['PATH']}`,
  }
  await project.run('bash', ['-euc', instructions.get('RUN') ?? ''], environment)
  const [command, ...args]: string[] = JSON.parse(instructions.get('ENTRYPOINT') ?? '[]')
  expect(args.at(-1)).toBe(instructions.get('EXPOSE'))
  const port = '0'
  const server = spawn(command ?? '', [...args.slice(0, -1), port], { env: environment, cwd: folder })
  onTestFinished(() => void server.kill('SIGKILL'))
  const [output] = await once(server.stdout, 'data')
  const [, actual] = /:(\d+)\n/.exec(String(output)) ?? []
  const health = (instructions.get('HEALTHCHECK') ?? '').replace(/^CMD /, '').replace('4010', String(actual))
  await promisify(execFile)('bash', ['-euc', health])
  server.kill('SIGTERM')
  expect(await once(server, 'close')).toEqual([0, null])
})
