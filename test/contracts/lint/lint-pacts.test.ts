import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { lintPacts, NoPactsError, PactFormatError } from 'graph-call-testkit/contracts'
import { describe, expect, test } from 'vitest'
import { committedPact, committedText, fileName, temporaryFolder } from '../committed.ts'

const callPath = '/v1.0/communications/calls/2e1a0b00-2db4-4022-9570-243709c565ab'
const headers = { Authorization: 'Bearer any' }

/** Pacts of other versions and tools, and the rules that they violate. */
const otherPacts = [
  {
    version: 'of version 2',
    pact: {
      consumer: { name: 'contoso-bot' },
      provider: { name: 'graph' },
      interactions: [
        {
          description: 'a call',
          providerState: 'a call exists',
          request: {
            method: 'get',
            path: callPath,
            headers,
            matchingRules: { '$.headers.Authorization': { match: 'regex', regex: '^Bearer .+$' } },
          },
          response: {
            status: 200,
            body: { state: 'established', targets: [{ identity: { user: { id: 'x' } } }] },
            matchingRules: {
              '$.body.targets': { min: 1 },
              '$.body.targets[*].*': { match: 'type' },
              '$.body.state': { match: 'type' },
            },
          },
        },
      ],
      metadata: { pactSpecification: { version: '2.0.0' } },
    },
    rules: ['fixed-call-id', 'literal-under-each-like'],
  },
  {
    version: 'of version 3',
    pact: {
      consumer: { name: 'contoso-bot' },
      provider: { name: 'graph' },
      interactions: [
        {
          description: 'a call',
          providerStates: [
            { name: 'no call exists', params: { id: '2e1a0b00-2db4-4022-9570-243709c565ab' } },
          ],
          request: {
            method: 'GET',
            path: callPath,
            headers,
            matchingRules: {
              header: { Authorization: { matchers: [{ match: 'type' }] } },
              path: { matchers: [{ match: 'type' }] },
            },
            generators: { path: { type: 'ProviderState', expression: callPath } },
          },
          response: {
            status: 200,
            body: { id: 'x', subject: null },
            matchingRules: { body: { '$.id': { matchers: [{ match: 'type' }] } } },
            generators: { body: { '$.id': { type: 'RandomString' } } },
          },
        },
      ],
      metadata: { pactSpecification: { version: '3.0.0' } },
    },
    rules: ['loose-path', 'null-example', 'replaced-example'],
  },
]

describe('lintPacts', () => {
  test('finds no problems in the committed pact, read from its directory', async () => {
    const report = await lintPacts(['contracts/pacts'])
    expect(report).toEqual({
      passed: true,
      files: [`contracts/pacts/${fileName}`],
      interactions: 9,
      skipped: [],
      findings: [],
    })
  })

  test.each(otherPacts)('reads a pact $version', async ({ pact, rules }) => {
    const file = join(await temporaryFolder(), 'pact.json')
    await writeFile(file, JSON.stringify(pact))
    const { passed, findings } = await lintPacts([file])
    expect(passed).toBe(false)
    expect(findings.map(({ rule }) => rule).toSorted()).toEqual(rules)
  })

  test('reports location, reason and fix', async () => {
    const file = join(await temporaryFolder(), 'pact.json')
    await writeFile(file, committedText.replace('"method": "GET"', '"method": "POST"'))
    const { findings } = await lintPacts([file])
    expect(findings).toEqual([
      {
        rule: 'other-request',
        file,
        line: 12,
        interaction: 'a request for a call (access-token-expired)',
        path: 'request.path',
        found: expect.stringMatching(/^POST \/v1\.0/),
        why: expect.stringContaining('GET'),
        fix: expect.any(String),
      },
    ])
  })

  test('reports the right line for descriptions with spaces and escapes', async () => {
    const file = join(await temporaryFolder(), 'pact.json')
    const description = '"description": "a request for a call (peer-to-peer)"'
    expect(committedText).toContain(description)
    const text = committedText
      .replace(description, '"description" :\n"a \\u0022caf\\u00e9\\u0022"')
      .replaceAll('"method": "GET"', '"method": "POST"')
    await writeFile(file, text)
    const lines = text.split('\n')
    const { findings } = await lintPacts([file])
    expect(findings).toHaveLength(9)
    expect(findings.map(({ line }) => lines[line - 1]?.trim().slice(0, 13))).toEqual(
      Array(9).fill('"description"'),
    )
    expect(findings.map(({ interaction }) => interaction)).toContain('a "café"')
  })

  test('skips messages and interactions of plugins, and reads each file once', async () => {
    const folder = await temporaryFolder()
    const file = join(folder, 'a.json')
    const pact = committedPact()
    const message = { type: 'Asynchronous/Messages', description: 'a notification', contents: {} }
    const ofPlugin = { ...pact.interactions[0], description: 'a csv', pluginConfiguration: { csv: {} } }
    await writeFile(
      file,
      JSON.stringify({ ...pact, interactions: [message, ...pact.interactions, ofPlugin] }),
    )
    expect(await lintPacts([folder, file])).toMatchObject({
      passed: true,
      interactions: 9,
      skipped: [
        { file, interaction: 'a notification', reason: 'asynchronous message' },
        { file, interaction: 'a csv', reason: 'interaction of the Pact plugin "csv"' },
      ],
    })
  })

  test('compares interactions across files of one consumer', async () => {
    const folder = await temporaryFolder()
    await writeFile(join(folder, 'a.json'), committedText)
    await writeFile(join(folder, 'b.json'), committedText.replaceAll('an-invented-token', 'another-token'))
    const { findings } = await lintPacts([folder])
    expect(findings).toHaveLength(9)
    expect(new Set(findings.map(({ rule, file }) => `${rule} ${file}`))).toEqual(
      new Set([`colliding-interaction ${join(folder, 'b.json')}`]),
    )
  })
})

describe('with a provider', () => {
  const unrelated = {
    consumer: { name: 'app' },
    provider: { name: 'orders' },
    interactions: [
      {
        description: 'a list of orders of jane@acme.com',
        request: { method: 'GET', path: '/orders', body: { page: 1 } },
        response: {
          status: 200,
          body: { next: null, orders: [] },
          matchingRules: { '$.body': { match: 'type' } },
        },
      },
    ],
  }
  test('reads only its pacts', async () => {
    const folder = await temporaryFolder()
    await writeFile(join(folder, 'a.json'), committedText)
    await writeFile(join(folder, 'b.json'), JSON.stringify({ provider: { name: 'orders' } }))
    expect(await lintPacts([folder], { provider: 'microsoft-graph-calls' })).toMatchObject({
      passed: true,
      files: [join(folder, 'a.json')],
    })
    await expect(lintPacts([folder])).rejects.toThrow('b.json is not a pact')
  })
  test('rejects a directory without such pacts, and names the others', async () => {
    const folder = await temporaryFolder()
    await writeFile(join(folder, 'a.json'), committedText)
    const linted = lintPacts([folder], { provider: 'graph' })
    await expect(linted).rejects.toThrow(NoPactsError)
    await expect(linted).rejects.toThrow(
      `No pact with the provider "graph" in ${folder}. Found: "microsoft-graph-calls".`,
    )
  })
  test('of another API, a pact is only checked for secrets and collisions', async () => {
    const folder = await temporaryFolder()
    await writeFile(join(folder, 'a.json'), committedText)
    await writeFile(join(folder, 'b.json'), JSON.stringify(unrelated))
    expect(await lintPacts([folder])).toMatchObject({ passed: true, interactions: 10 })
    const leaky = JSON.stringify(unrelated).replace(
      '/orders',
      `/${['eyJhbGciOiJub25lIn0', 'eyJpbnZlbnRlZCI6MX0'].join('.')}`,
    )
    await writeFile(join(folder, 'b.json'), leaky)
    expect((await lintPacts([folder])).findings).toMatchObject([{ rule: 'real-token' }])
  })
  test('of another API alone, there is nothing to check', async () => {
    const file = join(await temporaryFolder(), 'b.json')
    await writeFile(file, JSON.stringify(unrelated))
    await expect(lintPacts([file])).rejects.toThrow(
      `Nothing to check in ${file}. Expected requests for a call (GET /v1.0/communications/calls/{id}) or notifications, found 1 request for the provider "orders".`,
    )
  })
})

describe('rejects', () => {
  test('a missing path and an empty directory', async () => {
    const folder = await temporaryFolder()
    await expect(lintPacts([join(folder, 'pacts')])).rejects.toThrow(/pacts cannot be read \(ENOENT\)/)
    await expect(lintPacts([folder])).rejects.toThrow(NoPactsError)
    await expect(lintPacts([])).rejects.toThrow(NoPactsError)
  })
  test.each([
    ['a file that is not JSON', '{'],
    ['a file that is not a pact', '{}'],
    ['null', 'null'],
    ['a list', '[]'],
    ['a list of messages without pacticipants', '{"messages":[]}'],
    ['an interaction that is null', '{"interactions":[null]}'],
    ['an empty file', ' '],
    ['a text', '"pact"'],
    ['a package.json', '{"name":"bot","dependencies":{}}'],
    ['a list of pacts from a Pact Broker', '{"_links":{"pb:pacts":[]}}'],
    ['a call', '{"id":"1","callbackUri":"https://bot.contoso.com"}'],
  ])('%s', async (_, text) => {
    const folder = await temporaryFolder()
    await mkdir(join(folder, 'pacts'))
    await writeFile(join(folder, 'pacts', 'broken.json'), text)
    await expect(lintPacts([join(folder, 'pacts')])).rejects.toThrow(PactFormatError)
    await expect(lintPacts([join(folder, 'pacts')])).rejects.toThrow(/broken\.json is no/)
  })
})
