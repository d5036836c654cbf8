import { copyFile, mkdir, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import manifest from '../../package.json' with { type: 'json' }
import { sharedProject } from './project.ts'

/** Contract that all tests share, in both module systems. */
const names = ['peer-to-peer', 'group', 'call-not-found', 'throttled']
const showCall = `(call) => {
  const { state, targets } = readCall(call)
  return [state, targets?.map(({ identity }) => identity?.user?.displayName)]
}`
const definition = (reads: string) => `defineCallContract({
  consumer: 'runner-bot',
  dir: process.env.PACT_DIR,
  reads: ${reads},
  interactions: ${JSON.stringify(names)},
  warn: () => {},
})`
const halfOfTests = (half: 0 | 1) => `
for (const name of ${JSON.stringify(names.filter((_, index) => index % 2 === half))}) {
  test(name, async () => (await contract).interaction(name).run(async ({ baseUrl, token, callId, expected, ...context }) => {
    const headers = { Authorization: 'Bearer ' + token }
    for (const send of [fetch, context.fetch]) {
      const response = await send(baseUrl + '/v1.0/communications/calls/' + callId, { headers })
      if (response.status !== expected.status) throw new Error('status ' + response.status)
    }
  }))
}
`
const esm = (half: 0 | 1, runner: string) =>
  `import { test } from '${runner}'\nimport { contract } from '../contract.mjs'\n${halfOfTests(half)}`
const commonjs = (half: 0 | 1) => `const { contract } = require('../contract.cjs')\n${halfOfTests(half)}`

const correct = {
  'contract.mjs': `import { readCall } from 'graph-call-testkit'
import { defineCallContract, readsOf } from 'graph-call-testkit/contracts'
const reads = await readsOf(${showCall})
export const contract = ${definition('reads')}
`,
  'contract.cjs': `const { readCall } = require('graph-call-testkit')
const { defineCallContract, readsOf } = require('graph-call-testkit/contracts')
exports.contract = readsOf(${showCall}).then((reads) => ${definition('reads')})
`,
  'vitest/a.test.mjs': esm(0, 'vitest'),
  'vitest/b.test.mjs': esm(1, 'vitest'),
  'node/a.test.mjs': esm(0, 'node:test'),
  'node/b.test.mjs': esm(1, 'node:test'),
  'jest/a.test.cjs': commonjs(0),
  'jest/b.test.cjs': commonjs(1),
  // A busy machine takes seconds to load Pact, which counts for the first test.
  'jest.config.cjs': `module.exports = { testMatch: ['<rootDir>/jest/*.cjs'], testTimeout: 60_000 }\n`,
  'vitest.config.mjs': `export default { test: { testTimeout: 60_000 } }\n`,
}
const pactFile = 'runner-bot-microsoft-graph-calls.json'

/** Commands that run the tests, with one or more processes or threads. */
const runs: Readonly<Record<string, readonly (readonly string[])[]>> = {
  'Vitest, threads': [['vitest', 'run', '--dir=vitest', '--pool=threads']],
  'Vitest, forks, shuffled': [
    ['vitest', 'run', '--dir=vitest', '--pool=forks', '--sequence.shuffle', '--sequence.seed=7'],
  ],
  'Vitest, one file at a time': [['vitest', 'run', '--dir=vitest', '--no-file-parallelism']],
  'Vitest, not isolated': [['vitest', 'run', '--dir=vitest', '--no-isolate', '--sequence.concurrent']],
  'node:test': [['node', '--test', 'node/a.test.mjs', 'node/b.test.mjs']],
  'Jest, workers': [['jest', '--maxWorkers=2']],
  'Jest, in band': [['jest', '--runInBand', '--randomize']],
  'two runs in parallel': [
    ['vitest', 'run', 'vitest/a', '--dir=vitest'],
    ['node', '--test', 'node/a.test.mjs', 'node/b.test.mjs'],
  ],
}

/** Tests with the mistakes that Pact alone does not find, or that a runner does not report. */
const mistakes = `
const call = ({ baseUrl, token }, id) =>
  fetch(baseUrl + '/v1.0/communications/calls/' + id, { headers: { Authorization: 'Bearer ' + token } })
const run = async (name, send) => (await contract).interaction(name).run(send)
test('a lost id', () => run('peer-to-peer', async (context) => { await call(context, context.callID) }))
test('a missing await', () => run('group', (context) => { call(context, context.callId) }))
test('a second missing await', () => run('throttled', async (context) => {
  await call(context, context.callId)
  call(context, context.callId)
}))
test('a failed check', () => run('call-not-found', async (context) => {
  const { status } = await call(context, context.callId)
  if (status !== 200) throw new Error('status ' + status)
}))
`
const withMistakes = (runner: string) =>
  `import { test } from '${runner}'\nimport { contract } from '../contract.mjs'\n${mistakes}`

const wrong = {
  'wrong/vitest.test.mjs': withMistakes('vitest'),
  'wrong/node-test.mjs': withMistakes('node:test'),
  'wrong/jest-test.cjs': `const { contract } = require('../contract.cjs')\n${mistakes}`,
}

const { devDependencies } = manifest
const peers = (['vitest', '@pact-foundation/pact', 'fast-check'] as const).map(
  (name) => `${name}@${devDependencies[name]}`,
)
const installed = sharedProject({ ...correct, ...wrong }, [...peers, 'jest@^30'])

/** Commands that run these tests, and the number of failed tests in their output. */
const failingRuns = [
  ['npx vitest run --dir=wrong', /4 failed/],
  ['node --test wrong/node-test.mjs', /fail 4\n/],
  ['npx jest --testMatch=<rootDir>/wrong/*.cjs', /4 failed/],
] as const

test('every runner reports each mistake of a test, and writes nothing', async () => {
  const project = installed()
  for (const [index, [command, failed]] of failingRuns.entries()) {
    const output = await project.run('env', [`PACT_DIR=wrong-${index}`, ...command.split(' ')]).then(
      () => 'passed',
      (error: unknown) => String(error),
    )
    expect(output, command).toMatch(failed)
    expect(output, command).toContain('It requested the call "undefined" instead of')
    expect(output.match(/Add the missing await/g)?.length, command).toBeGreaterThanOrEqual(2)
    const written = await readdir(join(project.folder, `wrong-${index}`), { recursive: true })
    expect(
      written.filter((file) => /\.json$|\d\.staged$/.test(file)),
      command,
    ).toEqual([])
  }
})

test('every runner writes the same bytes, and shards are merged', async () => {
  const project = installed()
  const runIn = (dir: string, [command = '', ...args]: readonly string[]) =>
    project.run('env', [`PACT_DIR=${dir}`, ...(command === 'node' ? [command] : ['npx', command]), ...args])
  const text = (dir: string) => readFile(join(project.folder, dir, pactFile), 'utf8')

  const texts = new Map<string, string>()
  for (const [index, [name, commands]] of Object.entries(runs).entries()) {
    const results = await Promise.allSettled(commands.map((command) => runIn(`run-${index}`, command)))
    if (commands.length === 1) expect(results, name).toMatchObject([{ status: 'fulfilled' }])
    texts.set(name, await text(`run-${index}`))
    expect(JSON.parse(texts.get(name) ?? '').interactions, name).toHaveLength(4)
  }
  expect(new Set(texts.values()).size).toBe(1)

  // Two machines with one shard each: neither has the whole contract.
  for (const shard of [1, 2]) {
    await runIn(`shard-${shard}`, ['vitest', 'run', '--dir=vitest', `--shard=${shard}/2`])
    expect(await readdir(join(project.folder, `shard-${shard}`))).toEqual(['staging'])
  }
  const merge = (folders: string) =>
    project.esm(`
      import { mergePacts } from 'graph-call-testkit/contracts'
      for (const { complete, missing } of await mergePacts([${folders}], 'merged')) console.log(complete, missing.join())
    `)
  expect(await merge(`'shard-1'`)).toMatch(/^false \S+,\S+\n$/)
  expect(await readdir(project.folder)).not.toContain('merged')
  expect(await merge(`'shard-1', 'shard-2'`)).toBe('true \n')
  expect(await text('merged')).toBe([...texts.values()][0])

  // A second definition of the same pact, in another directory.
  await mkdir(join(project.folder, 'elsewhere'))
  await copyFile(join(project.folder, 'contract.mjs'), join(project.folder, 'elsewhere/contract.mjs'))
  await project.write({ 'elsewhere/test/a.test.mjs': esm(0, 'node:test') })
  await expect(runIn('shard-1', ['node', '--test', 'elsewhere/test/a.test.mjs'])).rejects.toThrow(
    /is defined at contract\.mjs:\d+ and at elsewhere\/contract\.mjs:\d+/,
  )
})
