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
    rules: ['fixed-call-id', 'literal-under-each-like', 'unknown-state'],
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

  test('ignores a file that contains only messages', async () => {
    const file = join(await temporaryFolder(), 'messages.json')
    const { interactions: _, ...pact } = committedPact()
    await writeFile(file, JSON.stringify({ ...pact, messages: [{ description: 'a notification' }] }))
    expect(await lintPacts([file])).toMatchObject({ passed: true, interactions: 0 })
  })

  test('ignores messages, and reads each file once', async () => {
    const folder = await temporaryFolder()
    const pact = committedPact()
    const message = { type: 'Asynchronous/Messages', description: 'a notification', contents: {} }
    await writeFile(
      join(folder, 'a.json'),
      JSON.stringify({ ...pact, interactions: [message, ...pact.interactions] }),
    )
    expect(await lintPacts([folder, join(folder, 'a.json')])).toMatchObject({ passed: true, interactions: 9 })
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
  ])('%s', async (_, text) => {
    const folder = await temporaryFolder()
    await mkdir(join(folder, 'pacts'))
    await writeFile(join(folder, 'pacts', 'broken.json'), text)
    await expect(lintPacts([join(folder, 'pacts')])).rejects.toThrow(PactFormatError)
    await expect(lintPacts([join(folder, 'pacts')])).rejects.toThrow(/broken\.json is no/)
  })
})
