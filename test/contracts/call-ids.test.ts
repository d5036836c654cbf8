import { readFile } from 'node:fs/promises'
import fc from 'fast-check'
import { verifyPacts } from 'graph-call-testkit/contracts'
import { fixtures, peerToPeerCall } from 'graph-call-testkit/fixtures'
import { expect, test } from 'vitest'
import { requestedId } from '../../contracts/interaction/requested-id.ts'
import { runs } from '../runs.ts'
import { temporaryFolder } from './committed.ts'
import { define, rejected } from './define.ts'

import { get } from './get.ts'

test('an id is found in every path of a call, in any encoding', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (id) => {
      const encoded = encodeURIComponent(id).replaceAll("'", '%27')
      for (const path of [`/${encoded}`, `('${encoded}')`, `/${encoded}/participants?x=/y`, `/${encoded}?x`])
        expect(requestedId(`/v1.0/communications/calls${path}`)).toBe(id)
    }),
    { numRuns: runs(100, 10_000) },
  )
  for (const path of ['/v1.0/communications/calls', '/v1.0/me', '/v1.0/communications/callRecords/a'])
    expect(requestedId(path)).toBeUndefined()
})

test('the pact accepts every id, so that a verification can insert a real one', async () => {
  const contract = define(await temporaryFolder(), ['group'], { warn: () => {} })
  await contract.interaction('group').run(get)
  const { request } = JSON.parse(await readFile(contract.file, 'utf8')).interactions[0]
  expect(request).toMatchObject({
    path: `/v1.0/communications/calls/${fixtures.group.body.id}`,
    matchingRules: {
      path: { matchers: [{ match: 'regex', regex: '^/v1\\.0/communications/calls/[^/]+$' }] },
    },
    generators: { path: { type: 'ProviderState', expression: expect.stringMatching(/calls\/\$\{id\}$/) } },
  })
})

test('runs and verifies calls of your own with any id that needs no encoding', async () => {
  const ids = ['a', '0', '~', 'a.b', '...a', '_-', 'x'.repeat(255)]
  const interactions = ids.map((callId) => ({ name: `call ${callId}`, body: peerToPeerCall(), callId }))
  const contract = define(await temporaryFolder(), interactions, { warn: () => {} })
  for (const { run } of contract.interactions) await run(get)
  expect(await verifyPacts([contract.file])).toMatchObject({ passed: true })
})

test.each(['', '.', '..', 'a/b', 'a b', 'a%20b', 'a?b', 'a#b', 'ä', '\ud800', 'a\u0000', 'a'.repeat(256)])(
  'rejects an id that the service cannot have: %j',
  (id) => {
    const body = peerToPeerCall()
    const expected = /^Invalid interactions\[0\]\.callId: .* needs no encoding in a URL/
    expect(rejected({ interactions: [{ name: 'a', body, callId: id }] })).toThrow(expected)
    if (id === '') return
    expect(rejected({ interactions: [{ name: 'a', body: { ...body, id } }] })).toThrow(
      /^Invalid interactions\[0\]\.body\.id: /,
    )
  },
)
