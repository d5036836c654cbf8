import { execFile } from 'node:child_process'
import { mkdir, readdir, symlink, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { temporaryFolder } from './committed.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href
const condition = 'graph-call-testkit-source'

/** Contract in a module of its own. Each test file evaluates the module again. */
const contract = (subject: string) => `
import { defineCallContract } from ${JSON.stringify(join(root, 'contracts/index.ts'))}
import { groupCall } from ${JSON.stringify(join(root, 'fixtures/index.ts'))}
export const contract = defineCallContract({
  consumer: 'runner-bot',
  dir: process.env.PACT_DIR,
  reads: ['state', 'subject'],
  interactions: ['group', { name: 'named', body: groupCall({ subject: ${subject} }) }],
})
`
const testOf = (name: string, runner: string) => `
import { test } from '${runner}'
import { contract } from '../contract.ts'
test('${name}', () =>
  contract.interaction('${name}').run(async ({ fetch, token, callId }) => {
    const headers = { Authorization: 'Bearer ' + token }
    await (await fetch('https://graph.microsoft.com/v1.0/communications/calls/' + callId, { headers })).json()
  }))
`

/** Creates a project with one test file for each interaction. */
async function projectWith(subject: string): Promise<string> {
  const folder = await temporaryFolder()
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'))
  const files = {
    'package.json': '{ "type": "module" }',
    'contract.ts': contract(subject),
    'vitest/a.test.ts': testOf('group', 'vitest'),
    'vitest/b.test.ts': testOf('named', 'vitest'),
    'node/a.test.ts': testOf('group', 'node:test'),
    'node/b.test.ts': testOf('named', 'node:test'),
    'vitest.config.mjs': `export default {
      root: ${JSON.stringify(folder)},
      resolve: { conditions: ['${condition}'] },
      ssr: { resolve: { conditions: ['${condition}'], externalConditions: ['${condition}'] } },
      server: { fs: { strict: false } },
      test: { testTimeout: 120_000 },
    }`,
  }
  for (const dir of ['vitest', 'node', 'pacts']) await mkdir(join(folder, dir))
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text)
  return folder
}

const vitest = ['node_modules/vitest/vitest.mjs', 'run', '--dir=vitest', '--no-color']
const runners: Readonly<Record<string, readonly string[]>> = {
  'Vitest, forks': [...vitest, '--pool=forks'],
  'Vitest, threads': [...vitest, '--pool=threads'],
  'Vitest, one file at a time': [...vitest, '--no-file-parallelism'],
  'Vitest, with a retry': [...vitest, '--retry=2'],
  'node:test': [`--conditions=${condition}`, '--import', tsx, '--test', 'node/a.test.ts', 'node/b.test.ts'],
  'node:test, one file at a time': [
    ...[`--conditions=${condition}`, '--import', tsx, '--test', '--test-concurrency=1'],
    ...['node/a.test.ts', 'node/b.test.ts'],
  ],
}

async function run(folder: string, args: readonly string[]) {
  const { NODE_TEST_CONTEXT: _, VITEST: __, ...rest } = process.env
  const env = { ...rest, PACT_DIR: join(folder, 'pacts') }
  return promisify(execFile)(process.execPath, args, { cwd: folder, env }).then(
    ({ stdout, stderr }) => ({ code: 0, output: stdout + stderr }),
    ({ code, stdout, stderr }: { code: number; stdout: string; stderr: string }) => ({
      code,
      output: stdout + stderr,
    }),
  )
}

test.each(Object.entries(runners))(
  'a random example fails a run that splits the tests: %s',
  async (_, args) => {
    const folder = await projectWith("'subject ' + Math.random()")
    const { code, output } = await run(folder, args)
    expect(code, output).toBe(1)
    expect(output).toMatch(
      /interactions\["named"\]\.response\.body\.subject is "subject 0\.\d+" in one and "subject 0\.\d+" in the other\./,
    )
    expect(await readdir(join(folder, 'pacts'))).toEqual(['staging'])
  },
)

/** One runner of each kind of process: what tells two runs apart is not how a run splits its tests. */
const kinds = ['Vitest, forks', 'Vitest, threads', 'node:test']

test.each(kinds)('a change between two runs is accepted: %s', async (kind) => {
  const args = runners[kind] ?? []
  const folder = await projectWith("'one'")
  for (const subject of ["'one'", "'two'"]) {
    await writeFile(join(folder, 'contract.ts'), contract(subject))
    const { code, output } = await run(folder, args)
    expect(code, output).toBe(0)
    expect(await readdir(join(folder, 'pacts'))).toContain('runner-bot-microsoft-graph-calls.json')
  }
})
