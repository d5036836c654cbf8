import { cpSync, existsSync, readdirSync, readFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, inject, test } from 'vitest'
import { findChromium } from '../browser/browser.ts'
import { createProject } from '../package/project.ts'
import { nodeOf } from './node-versions.ts'
import { passedTests } from './passed-tests.ts'

const directory = fileURLToPath(new URL('projects/', import.meta.url))

interface Manifest {
  /** Scripts that run tests, each with the major versions of Node that it runs on, and its number of tests. */
  readonly runs: Readonly<Record<string, { readonly nodes: readonly string[]; readonly tests: number }>>
  readonly packageManager?: string
  /** Project whose files this one has, too. */
  readonly extends?: string
}

const manifestOf = (name: string): Manifest =>
  JSON.parse(readFileSync(join(directory, name, 'package.json'), 'utf8'))

const yarn = ['npx', '--yes', '--package', '@yarnpkg/cli-dist@4.18.1', 'yarn']

/** Commands that install the dependencies and the packed package, by package manager. */
const installations: Readonly<Record<string, (tarball: string) => readonly string[]>> = {
  npm: (tarball) => ['npm', 'install', tarball, '--prefer-offline', '--no-audit', '--no-fund'],
  pnpm: (tarball) => [
    ...['npx', '--yes', '--package', 'pnpm@10.20.0', 'pnpm', 'add', '--prefer-offline', tarball],
  ],
  yarn: (tarball) => [...yarn, 'add', `graph-call-testkit@file:${tarball}`],
}

const env = {
  ...process.env,
  npm_config_legacy_peer_deps: 'false',
  CYPRESS_INSTALL_BINARY: '0',
  CYPRESS_CRASH_REPORTS: '0',
  PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1',
  PACT_DO_NOT_TRACK: 'true',
  YARN_ENABLE_TELEMETRY: '0',
  YARN_ENABLE_IMMUTABLE_INSTALLS: 'false',
  CHROMIUM: findChromium(),
}

/** Environment in which `node` is a version of Node. */
async function environmentFor(version: string) {
  return { ...env, PATH: [dirname(await nodeOf(version)), env['PATH']].join(delimiter) }
}

const projects = readdirSync(directory)

test('every kind of project is here, and runs tests', () => {
  const runs = projects.flatMap((name) => Object.entries(manifestOf(name).runs))
  expect(runs.map(([script]) => script).sort()).toEqual([
    'bun',
    'cypress',
    'deno',
    'jest-29-commonjs',
    'jest-30-commonjs',
    'jest-30-esm',
    'jest-30-jsdom',
    'microsoft-graph-client',
    'microsoft-sdk',
    'mocha',
    'newest',
    'node-test',
    'playwright',
    'pnpm',
    'typescript',
    'vite-browser',
    'vitest',
    'yarn-pnp',
  ])
  expect(runs.filter(([, { tests }]) => tests === 0)).toEqual([])
  expect([...new Set(runs.flatMap(([, { nodes }]) => nodes))].sort()).toEqual(['20', '22', '24', '26'])
})

test.concurrent.for(projects)('%s', async (name, { onTestFinished }) => {
  const project = await createProject()
  onTestFinished(() => project.remove())
  const { runs, packageManager = 'npm', extends: base } = manifestOf(name)
  for (const source of [base, name]) {
    if (source) cpSync(join(directory, source), project.folder, { recursive: true })
  }
  const [manager = 'npm'] = packageManager.split('@')
  const [command = '', ...args] = installations[manager]?.(inject('tarball')) ?? []
  await project.run(command, args, env)
  const [runner = '', ...before] = existsSync(join(project.folder, '.pnp.cjs')) ? yarn : ['npm']
  for (const [script, { nodes, tests }] of Object.entries(runs)) {
    for (const version of nodes) {
      const output = await project.run(runner, [...before, 'run', script], await environmentFor(version))
      expect(passedTests(output), `${script} on Node ${version}\n${output}`).toBe(tests)
    }
  }
})

test.each([
  'jest-30/commonjs/jest.config.js',
  'browsers/playwright/route-calls.ts',
  'browsers/cypress/calls.cy.ts',
])('%s is in the guide', (file) => {
  const withoutSpaces = (text: string) => text.replace(/\s+/g, '').replaceAll(',]', ']')
  const guide = readFileSync(new URL('../../docs/tenant.md', import.meta.url), 'utf8')
  expect(withoutSpaces(guide)).toContain(withoutSpaces(readFileSync(join(directory, file), 'utf8')))
})
