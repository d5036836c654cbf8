import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { lintPacts } from 'graph-call-testkit/contracts'
import { expect, test } from 'vitest'
import { readPactFiles } from '../../../contracts/pact-file/pact-files.ts'
import { verifyShape } from '../../../contracts/verify/verify-shape.ts'
import { TestkitError } from '../../../src/model/errors.ts'
import { deepTest } from '../../runs.ts'
import { temporaryFolder } from '../committed.ts'
import { call, hostile, minimal } from './hostile-pact.ts'

const regexRule = (regex: string) => ({ '$.state': { matchers: [{ match: 'regex', regex }] } })
const keys = (count: number, value: unknown) =>
  Object.fromEntries(Array.from({ length: count }, (_, at) => [`k${at}`, value]))
const nested = (depth: number, open: string, close: string) => open.repeat(depth) + close.repeat(depth)

/** Pacts by what is wrong with them: their text, and the size of their parts. */
const pacts: Readonly<Record<string, (size: number) => string>> = {
  'exponential regex': () => hostile({ body: call, rules: regexRule('^((((.*)*)*)*)*=$') }),
  'exponential alternatives': () => hostile({ body: call, rules: regexRule('^(a|a|b|[a-z])*$') }),
  'nested repetitions': () => hostile({ body: call, rules: regexRule('((((a{30}){30}){30}){30}){30}') }),
  'chain of repetitions': () => hostile({ body: call, rules: regexRule('(.{1,1000})'.repeat(150)) }),
  'long regex': (size) => hostile({ body: call, rules: regexRule(`(${'a|'.repeat(size)}b)`) }),
  'nested groups': (size) => hostile({ body: call, rules: regexRule('('.repeat(size) + ')'.repeat(size)) }),
  'unclosed classes': (size) => hostile({ body: call, rules: regexRule('['.repeat(size)) }),
  'look-around': () => hostile({ body: call, rules: regexRule('^(?!x)(?<=y).*$') }),
  'many regexes': (size) =>
    hostile({
      body: call,
      rules: Object.fromEntries(
        Array.from({ length: size / 10 }, (_, at) => [
          `$.k${at}`,
          { matchers: [{ match: 'regex', regex: `^a${at}(b|c)+$` }] },
        ]),
      ),
    }),
  'long path': (size) => hostile({ path: `/v1.0/communications/calls/${'a'.repeat(size)}` }),
  'generators that are texts': () => hostile({ body: call, generators: { body: 'x' } }),
  'path of slashes': (size) => hostile({ path: '/'.repeat(size) }),
  'path of percent signs': (size) => hostile({ path: `/v1.0/communications/calls/${'%'.repeat(size)}` }),
  'text of name characters': (size) => hostile({ body: { ...call, subject: 'a.b-'.repeat(size) } }),
  'text of at signs': (size) => hostile({ body: { ...call, subject: 'a@'.repeat(size) } }),
  'text of domains': (size) => hostile({ body: { ...call, subject: `a@${'a.'.repeat(size)}` } }),
  'text of tenants': (size) => hostile({ body: { ...call, subject: 'a.onmicrosoft.'.repeat(size) } }),
  'text of tokens': (size) => hostile({ body: { ...call, subject: 'eyJ'.repeat(size) } }),
  'text of phone numbers': (size) => hostile({ body: { ...call, subject: '+4'.repeat(size) } }),
  'text of digits': (size) => hostile({ body: { ...call, subject: `+${'4'.repeat(size)}` } }),
  'authorization of spaces': (size) => hostile({ headers: { Authorization: `Bearer ${' '.repeat(size)}x` } }),
  'prefer of separators': (size) =>
    hostile({ headers: { Authorization: 'Bearer x', Prefer: ';,'.repeat(size) } }),
  'base64 of equal signs': (size) => hostile({ body: '='.repeat(size) }),
  'long rule path': (size) => hostile({ body: call, rules: { [`$${'.a'.repeat(size)}`]: { matchers: [] } } }),
  'rule path of brackets': (size) =>
    hostile({ body: call, rules: { [`$${"['".repeat(size)}`]: { matchers: [] } } }),
  'rule path of digits': (size) =>
    hostile({ body: call, rules: { [`$[${'1'.repeat(size)}`]: { matchers: [] } } }),
  'many rules': (size) =>
    hostile({ body: keys(size, 1), rules: keys(size, { matchers: [{ match: 'type' }] }) }),
  'many rules of one path': (size) =>
    hostile({
      body: call,
      rules: Object.fromEntries(
        Array.from({ length: size }, (_, at) => [`$.state[${at}]`, { matchers: [] }]),
      ),
    }),
  'many wildcards': (size) =>
    hostile({
      body: call,
      rules: Object.fromEntries(
        Array.from({ length: size }, (_, at) => [`$${'.*'.repeat(at % 50)}.a${at}`, { matchers: [] }]),
      ),
    }),
  'many properties': (size) => hostile({ body: { ...call, ...keys(size, null) } }),
  'many elements': (size) => hostile({ body: { ...call, targets: Array(size).fill(1) } }),
  'many empty targets': (size) => hostile({ body: { ...call, targets: Array(size).fill({}) } }),
  'many email addresses': (size) => hostile({ body: { ...call, ...keys(size, 'a@b.io') } }),
  'deep arrays': (size) => hostile({ body: 'x' }).replace('"x"', nested(size, '[', ']')),
  'deep objects': (size) =>
    hostile({ body: 'x' }).replace('"x"', nested(size, '{"a":', '}').replace(':}', ':1}')),
  'deep text': (size) => hostile({ body: nested(size, '[', ']') }),
  'deep parameters': (size) =>
    hostile({ body: call, providerStates: [{ name: 'a', params: 'x' }] }).replace(
      '"x"',
      nested(size, '[', ']'),
    ),
  'many interactions': (size) =>
    JSON.stringify({
      ...minimal,
      interactions: Array.from({ length: size }, (_, at) => ({
        description: `a ${at}`,
        request: { method: 'GET', path: '/a' },
        response: { status: 200 },
      })),
      metadata: {},
    }),
  'many equal descriptions': (size) =>
    JSON.stringify({
      ...minimal,
      interactions: Array.from({ length: size }, (_, at) => ({
        description: 'a',
        request: { method: 'GET', path: `/${at}` },
        response: { status: 200 },
      })),
    }),
  'many variants': (size) =>
    JSON.stringify({
      ...minimal,
      interactions: Array.from({ length: size / 4 }, (_, at) => ({
        description: `a ${at}`,
        providerState: `s ${at}`,
        request: { method: 'GET', path: '/communications/calls/1' },
        response: { status: 404, body: { error: { code: `${at}`, message: '' } } },
      })),
    }),
  'many provider states': (size) =>
    hostile({ providerStates: Array(size).fill({ name: 'a call exists', params: { id: '1' } }) }),
  'many messages': (size) => JSON.stringify({ ...minimal, messages: Array(size).fill({ description: 'a' }) }),
  'unknown interaction types': () =>
    JSON.stringify({ ...minimal, interactions: [{ type: 'Quantum' }, { type: 5 }] }),
  'interactions that are texts': () => JSON.stringify({ ...minimal, interactions: ['a', 1, [], {}] }),
  'prototype keys': () =>
    hostile({
      body: { ...call, constructor: { name: null }, toString: [], valueOf: 1, hasOwnProperty: 'a' },
    }).replace('"constructor"', '"__proto__"'),
  'prototype rules': () => hostile({ body: call }).replace('"$.state"', '"$.__proto__.polluted"'),
  'prototype headers': () => hostile({ headers: { a: 'x' } }).replace('"a":"x"', '"__proto__":"polluted"'),
  'prototype states': () =>
    hostile({ providerStates: [{ name: '__proto__' }, { name: 'constructor' }, { name: 'toString' }] }),
  'repeated keys': () => `{"consumer":{"name":"a"},${hostile({}).slice(1)}`,
  'control characters': () => hostile({ description: '\u001b[2J\n::error::x\r##vso[task.complete]\u202e' }),
  'half of a surrogate pair': () => hostile({ description: '\ud800' }).replace('\ud800', '\\ud800'),
  'long names': (size) =>
    JSON.stringify({ ...JSON.parse(hostile({})), consumer: { name: 'aB'.repeat(size) } }),
  'version 5': () =>
    JSON.stringify({ ...minimal, interactions: [], metadata: { pactSpecification: { version: '5.0' } } }),
  'version as an object': () =>
    JSON.stringify({ ...minimal, interactions: [], metadata: { pactSpecification: { version: {} } } }),
  'numbers out of range': () => hostile({}).replace('"status":200', '"status":1e999'),
  'no JSON': (size) => '{"a":'.repeat(size),
}

/** Reads, lints and verifies a pact. Returns the number of findings, or the message of the error. */
async function outcomeOf(file: string): Promise<number | string> {
  try {
    const sources = await readPactFiles([file])
    const shape = sources.flatMap(({ pact }) => verifyShape(pact).interactions)
    const { findings } = await lintPacts([file])
    return findings.length + shape.length
  } catch (error) {
    if (error instanceof TestkitError) return error.message
    throw error
  }
}

async function outcomeFor(name: string, size: number): Promise<number | string> {
  const file = join(await temporaryFolder(), 'pact.json')
  await writeFile(file, pacts[name]?.(size) ?? '')
  return outcomeOf(file)
}

const names = Object.keys(pacts)

test.each(names)('%s: findings, or one clear error', async (name) => {
  const outcome = await outcomeFor(name, 2_000)
  if (typeof outcome === 'string') expect(outcome).toMatch(/pact\.json.*\.$/s)
  else expect(outcome).toBeGreaterThan(0)
  expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
})

/** Returns the shortest of three durations. A shorter one than the real duration cannot be measured. */
async function shortestOf(work: () => Promise<unknown>): Promise<number> {
  const durations: number[] = []
  for (let run = 0; run < 3; run++) {
    const { user } = process.cpuUsage()
    await work()
    durations.push((process.cpuUsage().user - user) / 1_000)
  }
  return Math.min(...durations)
}

deepTest.each(names)(
  '%s: four times the size takes less than ten times as long',
  async (name) => {
    const folder = await temporaryFolder()
    const [small, large] = [join(folder, 'small.json'), join(folder, 'large.json')]
    await writeFile(small, pacts[name]?.(5_000) ?? '')
    await writeFile(large, pacts[name]?.(20_000) ?? '')
    await outcomeOf(small)
    const before = await shortestOf(() => outcomeOf(small))
    const after = await shortestOf(() => outcomeOf(large))
    // Quadratic work takes 16 times as long. Below 50 ms, the clock and the garbage collector decide.
    expect(after).toBeLessThan(10 * Math.max(before, 50))
  },
  600_000,
)
