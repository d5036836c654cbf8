import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { lintPacts, verifyPacts } from 'graph-call-testkit/contracts'
import { describe, expect, test } from 'vitest'
import { bodyOf } from '../../contracts/pact-file/body.ts'
import { temporaryFolder } from './committed.ts'

const text = '{"id":"1","state":"established"}'
const value = { id: '1', state: 'established' }
const base64 = Buffer.from(text).toString('base64')
const json = { 'Content-Type': ['application/json; charset=utf-8'] }

/** Bodies as tools write them. */
const readable = [
  ['JSON', { content: value, contentType: 'application/json', encoded: false }],
  ['text of any type', { content: text, contentType: '*/*', encoded: false }],
  [
    'text of a type with a charset',
    { content: text, contentType: 'application/json;charset=utf-8', encoded: false },
  ],
  ['text of a JSON type', { content: text, contentType: 'application/problem+json', encoded: 'JSON' }],
  ['text without a type', { content: text }],
  ['text with a byte order mark', { content: `\uFEFF${text}`, contentType: '*/*' }],
  ['base64', { content: base64, contentType: 'application/json', encoded: 'base64' }],
  ['base64, in capitals', { content: base64, contentType: '*/*', encoded: 'BASE64' }],
  ['base64, as true', { content: base64, contentType: '*/*', encoded: true }],
  [
    'base64 with a byte order mark',
    { content: Buffer.from(`\uFEFF${text}`).toString('base64'), contentType: '*/*', encoded: 'base64' },
  ],
  [
    'base64 in UTF-16',
    {
      content: Buffer.from(text, 'utf16le').toString('base64'),
      contentType: 'application/json; charset="utf-16le"',
      encoded: 'base64',
    },
  ],
] as const

const unreadable = [
  ['text that is not JSON', { content: '{"id"', contentType: '*/*' }, 'text that is not JSON'],
  ['text of another type', { content: text, contentType: 'text/plain' }, 'text of the type text/plain'],
  [
    'base64 of another alphabet',
    { content: '-_-_', contentType: '*/*', encoded: 'base64' },
    'invalid base64',
  ],
  ['base64 without padding', { content: 'e30', contentType: '*/*', encoded: 'base64' }, 'invalid base64'],
  ['bytes', { content: '//79/A==', contentType: '*/*', encoded: 'base64' }, 'bytes that are not utf-8'],
  [
    'an unknown charset',
    { content: base64, contentType: 'application/json; charset=klingon', encoded: 'base64' },
    'bytes that are not klingon',
  ],
  ['an unknown encoding', { content: text, encoded: 'gzip' }, 'the unknown encoding "gzip"'],
  ['a repeated key', { content: '{"id":"1","id":"2"}' }, expect.stringContaining('has the key "id" twice')],
  ['deep text', { content: '['.repeat(999) + ']'.repeat(999) }, expect.stringContaining('999 levels deep')],
] as const

describe('bodyOf', () => {
  test.each(readable)('reads %s', (_, body) => {
    expect(bodyOf({ headers: json, body })).toEqual({ kind: 'json', value })
  })
  test.each(unreadable)('does not read %s', (_, body, found) => {
    expect(bodyOf({ headers: {}, body })).toEqual({ kind: 'other', found })
  })
  test('finds no body if it is absent or empty', () => {
    expect(bodyOf({})).toEqual({ kind: 'none' })
    expect(bodyOf({ body: { content: '' } })).toEqual({ kind: 'none' })
  })
})

/** A pact as Go and .NET write it. Source: pact-reference 162. */
async function pactWithBody(body: object): Promise<string> {
  const rule = (matcher: object) => ({ combine: 'AND', matchers: [matcher] })
  const pact = {
    consumer: { name: 'contoso-bot' },
    provider: { name: 'microsoft-graph-calls' },
    interactions: [
      {
        type: 'Synchronous/HTTP',
        description: 'a call',
        providerStates: [{ name: 'a call exists', params: { id: '1', scenario: 'group' } }],
        request: {
          method: 'GET',
          path: '/v1.0/communications/calls/1',
          headers: { Authorization: ['Bearer an-invented-token'] },
          matchingRules: {
            path: rule({ match: 'regex', regex: '^/v1\\.0/communications/calls/[^/]+$' }),
            header: { 'Authorization[0]': rule({ match: 'regex', regex: '^Bearer \\S+$' }) },
          },
          generators: { path: { type: 'ProviderState', expression: '/v1.0/communications/calls/\x24{id}' } },
        },
        response: {
          status: 200,
          headers: { 'Content-Type': ['application/json'] },
          body,
          matchingRules: {
            body: {
              '$.id': rule({ match: 'type' }),
              '$.state': rule({ match: 'regex', regex: 'established|incoming' }),
            },
          },
        },
      },
    ],
    metadata: { pactSpecification: { version: '4.0' } },
  }
  const file = join(await temporaryFolder(), 'pact.json')
  await writeFile(file, `\uFEFF${JSON.stringify(pact)}`)
  return file
}

test.each(readable)('lint finds nothing in a pact with a body as %s', async (_, body) => {
  expect((await lintPacts([await pactWithBody(body)])).findings).toEqual([])
})

test.each(unreadable)('lint finds a wrong body in a pact with a body as %s', async (_, body, found) => {
  const { findings } = await lintPacts([await pactWithBody(body)])
  expect(findings.map(({ rule }) => rule)).toContain('wrong-body')
  if (typeof found === 'string') expect(findings[0]?.found).toBe(`${found}, expected JSON`)
})

test('a matcher path with an unquoted @ is an unknown path', async () => {
  // Source: pact-net 103.
  const file = await pactWithBody({ content: { ...value, '@odata.type': '#microsoft.graph.call' } })
  await writeFile(file, (await readFile(file, 'utf8')).replace('"$.id"', '"$.@odata.type"'))
  expect((await lintPacts([file])).findings).toMatchObject([
    { rule: 'exact-value', path: 'id' },
    { rule: 'unknown-path', path: "['@odata'].type" },
  ])
})

test('the shape level passes a body as text and as base64, and Pact does if it knows the encoding', async () => {
  const encoded = [
    { content: text, contentType: 'application/json', encoded: 'JSON' },
    { content: base64, contentType: 'application/json', encoded: 'base64' },
  ]
  for (const body of encoded) {
    const { pacts } = await verifyPacts([await pactWithBody(body)])
    expect(pacts[0]?.interactions).toMatchObject([{ passed: true, reached: ['selfConsistency', 'shape'] }])
  }
  // Pact's core 0.5 compares a body of this type byte by byte.
  const { pacts } = await verifyPacts([await pactWithBody({ content: text, contentType: '*/*' })])
  expect(pacts[0]?.interactions).toMatchObject([{ passed: false, reached: ['shape'] }])
})
