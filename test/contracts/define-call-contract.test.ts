import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import {
  type CallContractDefinition,
  ContractDefinitionError,
  type CustomInteraction,
  defineCallContract,
  RequestMismatchError,
} from 'graph-call-testkit/contracts'
import { type FixtureName, fixture, groupCall, peerToPeerCall } from 'graph-call-testkit/fixtures'
import { describe, expect, test, vi } from 'vitest'
import { committedText, temporaryFolder } from './committed.ts'
import { get } from './get.ts'

const names = ['peer-to-peer', 'group', 'call-not-found'] as const
const reads = ['state', 'source.identity.application.id']

/** Defines a contract at one source location, with the options that a test changes. */
function define<const Input extends FixtureName | CustomInteraction>(
  dir: string | URL,
  interactions: readonly Input[],
  more: Partial<CallContractDefinition<Input>> = {},
  contractOf = defineCallContract,
) {
  return contractOf({ consumer: 'my-bot', dir, reads, interactions, ...more })
}

/** Imports a new copy of the package, as another process does. */
async function inLaterRun(): Promise<typeof defineCallContract> {
  vi.resetModules()
  return (await import('graph-call-testkit/contracts')).defineCallContract
}

async function runAll(contract: ReturnType<typeof define>): Promise<string> {
  for (const interaction of contract.interactions) await interaction.run(get)
  return readFile(contract.file, 'utf8')
}

describe('the pact file', () => {
  test('is written when the last interaction has passed, with the same bytes in any order', async () => {
    const texts: string[] = []
    for (const order of [names, names.toReversed()]) {
      const dir = await temporaryFolder()
      const contract = define(dir, names)
      for (const [at, name] of order.entries()) {
        expect((await readdir(dir)).filter((file) => file.endsWith('.json'))).toEqual([])
        await contract.interaction(name).run(get)
        expect(contract.file).toBe(join(dir, 'my-bot-microsoft-graph-calls.json'))
        expect(await readdir(dir)).toEqual(
          at === names.length - 1 ? ['my-bot-microsoft-graph-calls.json', 'staging'] : ['staging'],
        )
      }
      texts.push(await readFile(contract.file, 'utf8'))
    }
    expect(texts[0]).toBe(texts[1])
    expect(JSON.parse(texts[0] ?? '').interactions).toHaveLength(names.length)
  })

  test('is the same if all interactions run at once, in any order of the definition', async () => {
    const [one, other] = [await temporaryFolder(), await temporaryFolder()]
    const atOnce = define(one, names.toReversed())
    await Promise.all(atOnce.interactions.map((interaction) => interaction.run(get)))
    expect(await readFile(atOnce.file, 'utf8')).toBe(await runAll(define(other, names)))
  })

  test('does not change after a single test, a failure, and a second run', async () => {
    const dir = await temporaryFolder()
    const text = await runAll(define(dir, names))
    const changed = define(dir, [...names, 'throttled'], {}, await inLaterRun())
    await changed.interaction('throttled').run(get)
    const failing = changed.interaction('group').run(async (context) => {
      await get(context)
      throw new RangeError('a bug')
    })
    await expect(failing).rejects.toThrow(new RangeError('a bug'))
    expect(await readFile(changed.file, 'utf8')).toBe(text)
    await runAll(define(dir, names, {}, await inLaterRun()))
    expect(await readFile(changed.file, 'utf8')).toBe(text)
  })

  test('waits for an interaction that has failed after it passed', async () => {
    const dir = await temporaryFolder()
    const contract = define(dir, ['peer-to-peer', 'group'])
    await contract.interaction('group').run(get)
    await expect(contract.interaction('group').run(() => 'nothing')).rejects.toThrow(RequestMismatchError)
    await contract.interaction('peer-to-peer').run(get)
    expect(await readdir(dir)).toEqual(['staging'])
    await contract.interaction('group').run(get)
    expect(await readdir(dir)).toContain('my-bot-microsoft-graph-calls.json')
  })

  test('is made of the results only when each interaction has one', async () => {
    const dir = await temporaryFolder()
    const contract = define(dir, names)
    await contract.interaction('group').run(get)
    const staging = join(dir, 'staging/my-bot-microsoft-graph-calls')
    const file = (await readdir(staging, { recursive: true })).find((name) => /\d\.staged$/.test(name)) ?? ''
    await writeFile(join(staging, file), '{ cut')
    await contract.interaction('peer-to-peer').run(get)
    await expect(contract.interaction('call-not-found').run(get)).rejects.toThrow(`${file} is not JSON`)
    await contract.interaction('group').run(get)
    await contract.interaction('call-not-found').run(get)
    expect(JSON.parse(await readFile(contract.file, 'utf8')).interactions).toHaveLength(names.length)
  })

  test('does not have an interaction that was removed from the definition', async () => {
    const dir = await temporaryFolder()
    await runAll(define(dir, [...names, 'throttled']))
    const shorter = define(dir, names, {}, await inLaterRun())
    expect(await runAll(shorter)).toBe(await runAll(define(await temporaryFolder(), names)))
  })

  test('is in the directory of a URL, and results are in the staging directory', async () => {
    const [dir, staging] = [await temporaryFolder(), await temporaryFolder()]
    await runAll(define(pathToFileURL(`${dir}/`), names, { staging }))
    expect(await readdir(dir)).toEqual(['my-bot-microsoft-graph-calls.json'])
    expect(await readFile(join(staging, 'my-bot-microsoft-graph-calls/.gitignore'), 'utf8')).toBe('*\n')
  })
})

describe('an interaction', () => {
  test('returns the result of the consumer, and has the expected response', async () => {
    const contract = define(await temporaryFolder(), names)
    const found = await contract.interaction('group').run(async (context) => {
      expect(await get(context)).toEqual(context.expected.body)
      return context.expected
    })
    expect(found).toEqual({
      status: 200,
      body: { state: 'established', source: { identity: { application: { id: expect.any(String) } } } },
    })
    const error = contract.interaction('call-not-found').expected
    expect(error).toEqual({ status: 404, body: { error: { code: '8522' } } })
  })

  test('may be a custom call, which its provider state contains', async () => {
    const custom = { name: 'on hold', body: groupCall({ state: 'hold', id: 'mine' }) } as const
    const contract = define(await temporaryFolder(), [custom, 'group'])
    expect(await contract.interaction('on hold').run(get)).toMatchObject({ state: 'hold' })
    const [, pact] = [await contract.interaction('group').run(get), await readFile(contract.file, 'utf8')]
    expect(JSON.parse(pact).interactions.map(({ providerStates }: never) => providerStates)).toEqual([
      [{ name: 'a call exists', params: { id: expect.any(String), fixture: 'group' } }],
      [
        {
          name: 'a call exists',
          params: { id: 'mine', call: contract.interaction('on hold').expected.body },
        },
      ],
    ])
  })

  test('uses its own query, that of the contract, or that of the fixture', async () => {
    const query = { $select: ['id', 'state'], $expand: ['participants'] } as const
    const dir = await temporaryFolder()
    const contract = define(dir, ['group', { name: 'b', body: groupCall(), query: { $select: ['state'] } }], {
      query,
      warn: () => {},
    })
    expect(contract.interaction('group').expected.body).toEqual({ state: 'established' })
    await expect(contract.interaction('group').run(get)).rejects.toThrow(/query parameter/)
    const ask = '?$select=id,state&$expand=participants'
    await contract.interaction('group').run((context) => get(context, ask))
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
      await temporaryFolder(),
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
      'my-bot reads participants[].isMuted, but no interaction covers it: no example has it in each element, with one type.',
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

describe('rejects a definition with', () => {
  const rejected = (definition: object) => () =>
    Reflect.apply(defineCallContract, undefined, [
      { consumer: 'my-bot', dir: 'pacts', reads, interactions: ['group'], ...definition },
    ])
  const body = peerToPeerCall()
  test.each<[string, object, RegExp]>([
    ['an empty name', { consumer: '' }, /^Invalid consumer: ""\. Expected a name/],
    ['a path for a name', { provider: 'a/b' }, /^Invalid provider: "a\/b"\. Expected a name/],
    [
      'no interactions',
      { interactions: [] },
      /^Invalid interactions: the list is empty\. Expected at least one/,
    ],
    [
      'an unknown fixture',
      { interactions: ['group', 'grup'] },
      /^interactions\[1\]: No fixture is called "grup"\. Nearest: "group"/,
    ],
    [
      'a request without a token',
      { interactions: ['access-token-empty'] },
      /the response to a request without a token/,
    ],
    [
      'a duplicate fixture',
      { interactions: ['group', 'sparse', 'group'] },
      /^interactions\[0\] and interactions\[2\] are both called "group"/,
    ],
    [
      'a duplicate name',
      {
        interactions: [
          { name: 'a', body },
          { name: 'a', body },
        ],
      },
      /interactions\[0\] and interactions\[1\]/,
    ],
    [
      'the name of a fixture',
      { interactions: [{ name: 'sparse', body }] },
      /invalid name "sparse"\. Expected a name that is not the name of a fixture/,
    ],
    [
      'a body that is not a call',
      { interactions: [{ name: 'a', body: { state: 'ringing' } }] },
      /^interactions\[0\] \("a"\): This body is not a call\.\n- state: /,
    ],
    [
      'the body of an error',
      { interactions: [{ name: 'a', body: { error: { code: '1' } } }] },
      /This body is not a call/,
    ],
    [
      'a body without an id',
      { interactions: [{ name: 'a', body: { state: 'hold' } }] },
      /has no id to request\. Pass one/,
    ],
    [
      'a query that the service rejects',
      { query: { $select: ['stat'] } },
      /^interactions\[0\] \("group"\): .*Could not find a property named 'stat' on type 'microsoft\.graph\.call'/,
    ],
    [
      'a query option for collections',
      { interactions: [{ name: 'a', body, query: { $top: 5 } }] },
      /^interactions\[0\] \("a"\): .*\$top/,
    ],
    [
      'a typo in a read',
      { reads: ['state', 'direcion'] },
      /^Invalid reads: a call does not have "direcion"\. Nearest: direction\./,
    ],
    [
      'a typo in the middle of a read',
      { reads: ['source.identity.user.displayname'] },
      /Nearest: source\.identity\.user\.displayName\./,
    ],
    [
      'a collection without []',
      { reads: ['targets.identity.user.id'] },
      /Nearest: targets\[\]\.identity\.user\.id\./,
    ],
    ['an index', { reads: ['targets[0].identity.user'] }, /Nearest: targets\[\]\.identity\.user\./],
    ['[] after an object', { reads: ['source[].identity'] }, /Nearest: source\.identity\./],
    ['a property of a string', { reads: ['state.name'] }, /Nearest: state\./],
    ['an empty path', { reads: [''] }, /"".* Nearest: state\./],
    [
      'no directory',
      { dir: undefined },
      /^Invalid dir: undefined\. Expected a path or a file URL, such as "pacts"/,
    ],
    ['a web URL', { dir: new URL('https://contoso.com/pacts') }, /^Invalid dir: "https:/],
    ['an empty directory', { dir: '' }, /^Invalid dir: ""/],
    ['a read that is not a string', { reads: [5] }, /a call does not have 5/],
  ])('%s', (_, definition, message) => {
    expect(rejected(definition)).toThrow(ContractDefinitionError)
    expect(rejected(definition)).toThrow(message)
  })

  test('rejects the name of an unknown interaction', async () => {
    const contract = define(await temporaryFolder(), names)
    expect(() => Reflect.apply(contract.interaction, contract, ['grup'])).toThrow(
      'The contract does not have the interaction "grup". It has: "peer-to-peer", "group", "call-not-found".',
    )
  })

  test('a file that another definition of this process writes', async () => {
    const dir = await temporaryFolder()
    const here = /test\/contracts\/define-call-contract\.test\.ts:\d+/.source
    defineCallContract({ consumer: 'my-bot', dir, reads, interactions: ['group'] })
    expect(() => defineCallContract({ consumer: 'my-bot', dir, reads, interactions: ['sparse'] })).toThrow(
      new RegExp(
        `my-bot-microsoft-graph-calls\\.json is defined at ${here} and at ${here}\\. A file belongs`,
      ),
    )
    expect(() => define(dir, ['group'])).toThrow(ContractDefinitionError)
    defineCallContract({ consumer: 'my-bot', provider: 'other', dir, reads, interactions: ['group'] })
  })

  test('a file that a definition of another process writes', async () => {
    const dir = await temporaryFolder()
    const contract = define(dir, ['group'])
    await contract.interaction('group').run(get)
    const claim = join(dir, 'staging/my-bot-microsoft-graph-calls/claim.staged')
    const location = JSON.parse(await readFile(claim, 'utf8'))
    const other = join(dir, 'other.test.ts')
    await writeFile(other, 'defineCallContract(...)')
    await writeFile(claim, JSON.stringify({ ...location, file: other }))
    await contract.interaction('group').run(get)
    // The claim of the other definition.
    const { hash } = JSON.parse(await readFile(claim, 'utf8'))
    await writeFile(other, await readFile(location.file, 'utf8'))
    await writeFile(claim, JSON.stringify({ ...location, hash, file: other }))
    await expect(contract.interaction('group').run(get)).rejects.toThrow(
      /is defined at .*other\.test\.ts:\d+ and at test\/contracts\/define-call-contract\.test\.ts:\d+/,
    )
    await writeFile(claim, '{ cut')
    await expect(contract.interaction('group').run(get)).rejects.toThrow(
      `${claim} is not a valid staging file`,
    )
  })
})

test('warns about a read that no interaction covers', async () => {
  const warnings: string[] = []
  const contract = define(await temporaryFolder(), ['peer-to-peer'], {
    reads: ['subject', 'state'],
    warn: (message) => warnings.push(message),
  })
  expect(contract.reads).toEqual(['state', 'subject'])
  expect(contract.uncoveredReads).toEqual(['subject'])
  expect(warnings).toEqual([
    'my-bot reads subject, but no interaction covers it: every example has null or nothing there.',
  ])
  expect(committedText).not.toContain('subject')
})

test('warns about an expectation that Pact cannot check', async () => {
  const participants = [{ id: '1', mediaStreams: [] }]
  const body = { id: 'a', participants, targets: [] }
  const warnings: string[] = []
  define(await temporaryFolder(), [{ name: 'silent', body }], {
    reads: ['participants[].mediaStreams[].label', 'targets[].identity'],
    query: { $expand: ['participants'] },
    warn: (message) => warnings.push(message),
  })
  expect(warnings).toEqual([
    expect.stringMatching(/^my-bot reads participants\[\]\.mediaStreams\[\]\.label, but no interaction /),
    expect.stringMatching(/^my-bot reads targets\[\]\.identity, but no interaction /),
    expect.stringMatching(/^"silent" expects participants\[\]\.mediaStreams to be empty, but Pact accepts /),
  ])
})
