import { expect, inject, test } from 'vitest'
import { freshProject } from './project.ts'

const assertions = `
expect.extend(callMatchers)
test('passes', () => {
  expect(groupCall()).toBeCallInState('established')
  expect(fixture('call-not-found')).toBeCallError('8522')
  expect(groupCall()).toMatchCallFixture('group')
  expect(groupCall()).not.toBeNotification()
  expect({ call: groupCall() }).toEqual({ call: expect.toBeCall() })
})
test('fails', () => expect({ state: 5 }).toBeCall())
`
const types = (runner: string) => `
import { groupCall } from 'graph-call-testkit/fixtures'
import { callMatchers } from 'graph-call-testkit/matchers'
${runner}
expect.extend(callMatchers)
expect(groupCall()).toBeCallInState('established')
expect(groupCall()).not.toBeCallError()
expect({ call: groupCall() }).toEqual({ call: expect.toBeCall() })
// @ts-expect-error not a state of the service
expect(groupCall()).toBeCallInState('ringing')
`

const compile = [
  '--noEmit',
  '--strict',
  '--target',
  'es2022',
  '--module',
  'nodenext',
  '--moduleResolution',
  'nodenext',
]

test.each(['29', '30'])('the matchers work in Jest %s, with types', async (version) => {
  const project = await freshProject({
    'package.json': JSON.stringify({ name: 'fresh-project', private: true }),
    'calls.test.js': `
const { fixture, groupCall } = require('graph-call-testkit/fixtures')
const { callMatchers } = require('graph-call-testkit/matchers')
${assertions}`,
    'imported.cts': types("import { expect } from '@jest/globals'"),
    'global.cts': types(''),
  })
  const packages = [
    inject('tarball'),
    ...['jest', '@types/jest', '@jest/globals'].map((name) => `${name}@^${version}`),
  ]
  await project.run('npm', ['install', ...packages, '--prefer-offline', '--no-audit', '--no-fund'])
  const output = await project.run('npx', ['jest']).catch(String)
  expect(output).toContain('1 failed, 1 passed')
  expect(output).toContain('Expected a call.')
  expect(output).toContain('- state: expected one of incoming')
  const options = [...compile, '--skipLibCheck']
  expect(await project.compile('typescript-6', [...options, '--types', 'jest', 'global.cts'])).toBe('')
  expect(await project.compile('typescript-6', [...options, '--types', 'node', 'imported.cts'])).toBe('')
})

test('the entry compiles without a test runner, and without skipLibCheck', async () => {
  const code = `import { callMatchers, type CallMatchers } from 'graph-call-testkit/matchers'
export const names: (keyof CallMatchers)[] = ['toBeCall']
export const { pass } = callMatchers.toBeCall({})`
  const project = await freshProject({ 'main.mts': code })
  await project.unpack(['@types/node', 'undici-types'])
  expect(await project.compile('typescript', [...compile, '--types', 'node', 'main.mts'])).toBe('')
})
