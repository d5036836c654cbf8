import { readFile } from 'node:fs/promises'
import { fixture, groupCall } from 'graph-call-testkit/fixtures'
import { describe, expect, test } from 'vitest'
import { committedText, temporaryFolder } from './committed.ts'
import { define, names } from './define.ts'
import { get } from './get.ts'

describe('an interaction', () => {
  test('returns the result of the consumer, and has the expected response', async () => {
    const contract = define(await temporaryFolder(), names)
    const result = await contract.interaction('group').run(async (context) => {
      expect(await get(context)).toEqual(context.expected.body)
      return context.expected
    })
    expect(result).toEqual({
      status: 200,
      body: { state: 'established', source: { identity: { application: { id: expect.any(String) } } } },
    })
    const error = contract.interaction('call-not-found').expected
    expect(error).toEqual({ status: 404, body: { error: { code: '8522' } } })
  })

  test('can be a custom call, which its provider state contains', async () => {
    const custom = { name: 'on hold', body: groupCall({ state: 'hold', id: 'mine' }) } as const
    const contract = define(await temporaryFolder(), [custom, 'group'])
    expect(await contract.interaction('on hold').run(get)).toMatchObject({ state: 'hold' })
    const [, pact] = [await contract.interaction('group').run(get), await readFile(contract.file, 'utf8')]
    expect(JSON.parse(pact).interactions.map(({ providerStates }: never) => providerStates)).toEqual([
      [
        {
          name: 'a call exists',
          params: {
            id: expect.any(String),
            call: { ...contract.interaction('group').expected.body, direction: 'outgoing' },
            scenario: 'group',
          },
        },
      ],
      [
        {
          name: 'a call exists',
          params: {
            id: 'mine',
            call: { ...contract.interaction('on hold').expected.body, direction: 'outgoing' },
          },
        },
      ],
    ])
  })

  test('uses its own query, the query of the contract, or the query of the fixture', async () => {
    const query = { $select: ['id', 'state'], $expand: ['participants'] } as const
    const dir = await temporaryFolder()
    const contract = define(dir, ['group', { name: 'b', body: groupCall(), query: { $select: ['state'] } }], {
      query,
      warn: () => {},
    })
    expect(contract.interaction('group').expected.body).toEqual({ state: 'established' })
    await expect(contract.interaction('group').run(get)).rejects.toThrow(/query parameter/)
    const contractQuery = '?$select=id,state&$expand=participants'
    await contract.interaction('group').run((context) => get(context, contractQuery))
    await contract.interaction('b').run((context) => get(context, '?%24select=state'))
    const expanded = define(await temporaryFolder(), ['participants-expanded'])
    await expanded
      .interaction('participants-expanded')
      .run((context) => get(context, '?$expand=participants'))
  })

  test('expects the properties that the query selects and expands', async () => {
    const { participants } = fixture('participants-expanded')
    const body = { ...groupCall(), participants }
    const warnings: string[] = []
    const contract = define(
      'pacts/selected',
      [
        { name: 'plain', body },
        { name: 'expanded', body, query: { $expand: ['participants($select=id)'] } },
      ],
      {
        reads: ['participants[].id', 'participants[].isMuted', 'operations[].status'],
        warn: (message) => warnings.push(message),
      },
    )
    expect(contract.interaction('plain').expected.body).toEqual({})
    expect(contract.interaction('expanded').expected.body).toEqual({
      participants: [{ id: participants[0].id }],
    })
    expect(warnings).toEqual([
      "my-bot reads operations[].status, but no interaction covers it: the service only returns it if the query has $expand: ['operations'].",
      'my-bot reads participants[].isMuted, but no interaction covers it: no example has it in every element with the same type.',
    ])
  })

  test('accepts the host of one cloud only, if the contract has a cloud', async () => {
    const context = 'https://graph.microsoft.com/v1.0/$metadata#communications/calls/$entity'
    const body = { ...groupCall(), '@odata.context': context }
    const contract = define(await temporaryFolder(), [{ name: 'with context', body }], {
      reads: ['@odata.context'],
      cloud: 'graph.microsoft.us',
    })
    const group = contract.interaction('with context')
    expect(group.expected.body['@odata.context']).toMatch(
      /^https:\/\/graph\.microsoft\.us\/v1\.0\/\$metadata/,
    )
    await expect(group.run(get)).rejects.toThrow(
      /Cannot send a request to graph\.microsoft\.com: the contract is for graph\.microsoft\.us/,
    )
    await group.run((context) => get(context, '', 'https://graph.microsoft.us'))
  })

  test('returns copies of the expected response', async () => {
    const group = define(await temporaryFolder(), names).interaction('group')
    group.expected.body.state = 'terminated'
    expect(group.expected.body.state).toBe('established')
  })
})

test('warns about a read that no interaction covers', async () => {
  const warnings: string[] = []
  const contract = define('pacts/uncovered', ['peer-to-peer'], {
    reads: ['subject', 'state'],
    warn: (message) => warnings.push(message),
  })
  expect(contract.reads).toEqual(['state', 'subject'])
  expect(contract.uncoveredReads).toEqual(['subject'])
  expect(warnings).toEqual([
    'my-bot reads subject, but no interaction covers it: it is null or missing in every example.',
  ])
  expect(committedText).not.toContain('subject')
})

test('warns about an expectation that Pact cannot check', async () => {
  const participants = [{ id: '1', mediaStreams: [] }]
  const body = { id: 'a', participants, targets: [] }
  const warnings: string[] = []
  define('pacts/unchecked', [{ name: 'silent', body }], {
    reads: ['participants[].mediaStreams[].label', 'targets[].identity'],
    query: { $expand: ['participants'] },
    warn: (message) => warnings.push(message),
  })
  expect(warnings).toEqual([
    expect.stringMatching(/^my-bot reads participants\[\]\.mediaStreams\[\]\.label, but no interaction /),
    expect.stringMatching(/^my-bot reads targets\[\]\.identity, but no interaction /),
    expect.stringMatching(
      /^"silent" expects participants\[\]\.mediaStreams to be empty, but Pact also accepts /,
    ),
  ])
})
