import { cpSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, inject, test } from 'vitest'
import { findChromium } from '../browser/browser.ts'
import { freshProject } from '../package/project.ts'

const directory = fileURLToPath(new URL('projects/', import.meta.url))

interface Manifest {
  /** Major versions of Node that run the tests of the project. */
  readonly nodes: readonly string[]
  readonly packageManager?: string
}

/** Commands that install the dependencies and the packed package, by package manager. */
const installations: Readonly<Record<string, (tarball: string) => readonly string[][]>> = {
  npm: (tarball) => [
    ['npm', 'install', tarball, '--prefer-offline', '--no-audit', '--no-fund', '--legacy-peer-deps=false'],
  ],
  pnpm: (tarball) => [
    ['npx', '--yes', '--package', 'pnpm@10.20.0', 'pnpm', 'add', '--prefer-offline', tarball],
  ],
  yarn: (tarball) => [
    [
      'npx',
      '--yes',
      '--package',
      '@yarnpkg/cli-dist@4.18.1',
      'yarn',
      'add',
      `graph-call-testkit@file:${tarball}`,
    ],
  ],
}

/** Command that runs the tests of a project with a version of Node. */
function testWith(node: string, manager: string): readonly string[] {
  if (manager === 'yarn') return ['npx', '--yes', '--package', '@yarnpkg/cli-dist@4.18.1', 'yarn', 'test']
  const isCurrent = process.versions.node.startsWith(`${node}.`)
  return [...(isCurrent ? [] : ['npx', '--yes', '--package', `node@${node}`, '--']), 'npm', 'test']
}

const env = {
  ...process.env,
  CYPRESS_INSTALL_BINARY: '0',
  CYPRESS_CRASH_REPORTS: '0',
  PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1',
  PACT_DO_NOT_TRACK: 'true',
  YARN_ENABLE_TELEMETRY: '0',
  YARN_ENABLE_IMMUTABLE_INSTALLS: 'false',
  CHROMIUM: findChromium(),
}

const projects = readdirSync(directory)

test('every kind of project is here', () => {
  expect(projects.length).toBeGreaterThan(14)
})

test.concurrent.each(projects)('%s', async (name) => {
  const project = await freshProject()
  cpSync(join(directory, name), project.folder, { recursive: true })
  const { nodes, packageManager = 'npm' }: Manifest = JSON.parse(
    readFileSync(join(project.folder, 'package.json'), 'utf8'),
  )
  const [manager = 'npm'] = packageManager.split('@')
  for (const [command = '', ...args] of installations[manager]?.(inject('tarball')) ?? []) {
    await project.run(command, args, env)
  }
  for (const node of nodes) {
    const [command = '', ...args] = testWith(node, manager)
    await project.run(command, args, env)
  }
})
