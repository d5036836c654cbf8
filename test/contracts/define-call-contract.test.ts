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

/** One definition, as a team has it in one place; what changes with time is given. */
function define<const Given extends FixtureName | CustomInteraction>(
  dir: string | URL,
  interactions: readonly Given[],
  more: Partial<CallContractDefinition<Given>> = {},
  contractOf = defineCallContract,
) {
  return contractOf({ consumer: 'my-bot', dir, reads, interactions, ...more })
}

/** As another process has it, that knows nothing of this one. */
async function inLaterRun(): Promise<typeof defineCallContract> {
  vi.resetModules()
  return (await import('graph-call-testkit/contracts')).defineCallContract
}

async function runAll(contract: ReturnType<typeof define>): Promise<string> {
  for (const interaction of contract.interactions) await interaction.run(get)
  return readFile(contract.file, 'utf8')
}

describe('the file', () => {
  test('is written when the last interaction has succeeded, in any order, and is the same', async () => {
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

  test('is the same where all run at once, whatever the order of the definition', async () => {
    const [one, other] = [await temporaryFolder(), await temporaryFolder()]
    const atOnce = define(one, names.toReversed())
    await Promise.all(atOnce.interactions.map((interaction) => interaction.run(get)))
    expect(await readFile(atOnce.file, 'utf8')).toBe(await runAll(define(other, names)))
  })

  test('is left as it was by a single test, a failure, and a second run', async () => {
    const dir = await temporaryFolder()
    const text = await runAll(define(dir, names))
    const changed = define(dir, [...names, 'throttled'], {}, await inLaterRun())
    await changed.interaction('throttled').run(get)
    const failing = changed.interaction('group').run(async (given) => {
      await get(given)
      throw new RangeError('a bug')
    })
    await expect(failing).rejects.toThrow(new RangeError('a bug'))
    expect(await readFile(changed.file, 'utf8')).toBe(text)
    await runAll(define(dir, names, {}, await inLaterRun()))
    expect(await readFile(changed.file, 'utf8')).toBe(text)
  })

  test('waits for an interaction that failed since it succeeded', async () => {
    const dir = await temporaryFolder()
    const contract = define(dir, ['peer-to-peer', 'group'])
    await contract.interaction('group').run(get)
    await expect(contract.interaction('group').run(() => 'nothing')).rejects.toThrow(RequestMismatchError)
    await contract.interaction('peer-to-peer').run(get)
    expect(await readdir(dir)).toEqual(['staging'])
    await contract.interaction('group').run(get)
    expect(await readdir(dir)).toContain('my-bot-microsoft-graph-calls.json')
  })

  test('has no interaction that is gone from the definition', async () => {
    const dir = await temporaryFolder()
    await runAll(define(dir, [...names, 'throttled']))
    const shorter = define(dir, names, {}, await inLaterRun())
    expect(await runAll(shorter)).toBe(await runAll(define(await temporaryFolder(), names)))
  })

  test('is in the folder of a URL, and results wait where they are told to', async () => {
    const [dir, staging] = [await temporaryFolder(), await temporaryFolder()]
    await runAll(define(pathToFileURL(`${dir}/`), names, { staging }))
    expect(await readdir(dir)).toEqual(['my-bot-microsoft-graph-calls.json'])
    expect(await readFile(join(staging, 'my-bot-microsoft-graph-calls/.gitignore'), 'utf8')).toBe('*\n')
  })
})

describe('an interaction', () => {
  test('gives what the consumer returns, and what it is answered', async () => {
    const contract = define(await temporaryFolder(), names)
    const found = await contract.interaction('group').run(async (given) => {
      expect(await get(given)).toEqual(given.expected.body)
      return given.expected
    })
    expect(found).toEqual({
      status: 200,
      body: { state: 'established', source: { identity: { application: { id: expect.any(String) } } } },
    })
    const refused = contract.interaction('call-not-found').expected
    expect(refused).toEqual({ status: 404, body: { error: { code: '8522' } } })
  })

  test("may be a call of one's own, and says what of it has to be so", async () => {
    const mine = { name: 'on hold', body: groupCall({ state: 'hold', id: 'mine' }) } as const
    const contract = define(await temporaryFolder(), [mine, 'group'])
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

  test('asks with the query of its contract, its own, or its fixture', async () => {
    const query = { $select: ['id', 'state'], $expand: ['participants'] } as const
    const dir = await temporaryFolder()
    const contract = define(dir, ['group', { name: 'b', body: groupCall(), query: { $select: ['state'] } }], {
      query,
      warn: () => {},
    })
    expect(contract.interaction('group').expected.body).toEqual({ state: 'established' })
    await expect(contract.interaction('group').run(get)).rejects.toThrow(/query parameter/)
    const ask = '?$select=id,state&$expand=participants'
    await contract.interaction('group').run((given) => get(given, ask))
    await contract.interaction('b').run((given) => get(given, '?%24select=state'))
    const expanded = define(await temporaryFolder(), ['participants-expanded'])
    await expanded.interaction('participants-expanded').run((given) => get(given, '?$expand=participants'))
  })

  test('promises what its query brings', async () => {
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
      "my-bot reads operations[].status, and no interaction promises it: the service brings it only where the query has $expand: ['operations'].",
      'my-bot reads participants[].isMuted, and no interaction promises it: no example has it, of one type, in each element.',
    ])
  })

  test('is of one cloud, where the contract is', async () => {
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
      /is for graph\.microsoft\.us, and .* asked graph\.microsoft\.com/,
    )
    await group.run((given) => get(given, '', 'https://graph.microsoft.us'))
  })

  test('hands out copies', async () => {
    const group = define(await temporaryFolder(), names).interaction('group')
    group.expected.body.state = 'terminated'
    expect(group.expected.body.state).toBe('established')
  })
})

describe('a definition that cannot be kept', () => {
  const refused = (definition: object) => () =>
    Reflect.apply(defineCallContract, undefined, [
      { consumer: 'my-bot', dir: 'pacts', reads, interactions: ['group'], ...definition },
    ])
  const body = peerToPeerCall()
  test.each<[string, object, RegExp]>([
    ['no name', { consumer: '' }, /^consumer: expected a name .* found ""/],
    ['a path for a name', { provider: 'a/b' }, /^provider: expected a name/],
    ['no interactions', { interactions: [] }, /^interactions: a contract has at least one/],
    [
      'no fixture',
      { interactions: ['group', 'grup'] },
      /^interactions\[1\]: Unknown fixture: "grup"\. Nearest: "group"/,
    ],
    ['a request without a token', { interactions: ['access-token-empty'] }, /a request without a token/],
    [
      'one twice',
      { interactions: ['group', 'sparse', 'group'] },
      /^interactions\[0\] and interactions\[2\] are both called "group"/,
    ],
    [
      'one twice, of its own',
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
      /a name that no fixture has, found "sparse"/,
    ],
    [
      'no call',
      { interactions: [{ name: 'a', body: { state: 'ringing' } }] },
      /^interactions\[0\] \("a"\): This body is not a call\.\n- state: /,
    ],
    [
      'an error',
      { interactions: [{ name: 'a', body: { error: { code: '1' } } }] },
      /This body is not a call/,
    ],
    ['no id', { interactions: [{ name: 'a', body: { state: 'hold' } }] }, /has no id to ask for\. Give one/],
    [
      'a query that the service does not answer',
      { query: { $select: ['stat'] } },
      /^interactions\[0\] \("group"\): .*Could not find a property named 'stat' on type 'microsoft\.graph\.call'/,
    ],
    [
      'an option for many calls',
      { interactions: [{ name: 'a', body, query: { $top: 5 } }] },
      /^interactions\[0\] \("a"\): .*\$top/,
    ],
    [
      'a slip in a read',
      { reads: ['state', 'direcion'] },
      /^reads: no call is known to have "direcion"\. Nearest: direction\./,
    ],
    [
      'a slip further in',
      { reads: ['source.identity.user.displayname'] },
      /Nearest: source\.identity\.user\.displayName\./,
    ],
    [
      'a forgotten element',
      { reads: ['targets.identity.user.id'] },
      /Nearest: targets\[\]\.identity\.user\.id\./,
    ],
    ['one element', { reads: ['targets[0].identity.user'] }, /Nearest: targets\[\]\.identity\.user\./],
    ['an element of what is none', { reads: ['source[].identity'] }, /Nearest: source\.identity\./],
    ['a step too far', { reads: ['state.name'] }, /Nearest: state\./],
    ['no path', { reads: [''] }, /"".* Nearest: state\./],
    [
      'no folder',
      { dir: undefined },
      /^dir: expected a path or a file URL, such as "pacts", found undefined/,
    ],
    ['no folder here', { dir: new URL('https://contoso.com/pacts') }, /^dir: .* found "https:/],
    ['an empty name', { dir: '' }, /^dir: .* found ""/],
    ['no text', { reads: [5] }, /no call is known to have 5/],
  ])('%s', (_, definition, message) => {
    expect(refused(definition)).toThrow(ContractDefinitionError)
    expect(refused(definition)).toThrow(message)
  })

  test('an interaction that it does not have', async () => {
    const contract = define(await temporaryFolder(), names)
    expect(() => Reflect.apply(contract.interaction, contract, ['grup'])).toThrow(
      'The contract has no interaction "grup". It has: "peer-to-peer", "group", "call-not-found".',
    )
  })

  test('a second one of the same file, in this process', async () => {
    const dir = await temporaryFolder()
    const here = /test\/contracts\/define-call-contract\.test\.ts:\d+/.source
    defineCallContract({ consumer: 'my-bot', dir, reads, interactions: ['group'] })
    expect(() => defineCallContract({ consumer: 'my-bot', dir, reads, interactions: ['sparse'] })).toThrow(
      new RegExp(
        `my-bot-microsoft-graph-calls\\.json is defined at ${here} and at ${here}\\. One definition`,
      ),
    )
    expect(() => define(dir, ['group'])).toThrow(ContractDefinitionError)
    defineCallContract({ consumer: 'my-bot', provider: 'other', dir, reads, interactions: ['group'] })
  })

  test('a second one of the same file, in another process', async () => {
    const dir = await temporaryFolder()
    const contract = define(dir, ['group'])
    await contract.interaction('group').run(get)
    const claim = join(dir, 'staging/my-bot-microsoft-graph-calls/claim.staged')
    const place = JSON.parse(await readFile(claim, 'utf8'))
    const other = join(dir, 'other.test.ts')
    await writeFile(other, 'defineCallContract(...)')
    await writeFile(claim, JSON.stringify({ ...place, file: other }))
    await contract.interaction('group').run(get)
    // As the other one would have left it.
    const { hash } = JSON.parse(await readFile(claim, 'utf8'))
    await writeFile(other, await readFile(place.file, 'utf8'))
    await writeFile(claim, JSON.stringify({ ...place, hash, file: other }))
    await expect(contract.interaction('group').run(get)).rejects.toThrow(
      /is defined at .*other\.test\.ts:\d+ and at test\/contracts\/define-call-contract\.test\.ts:\d+/,
    )
    await writeFile(claim, '{ cut')
    await expect(contract.interaction('group').run(get)).rejects.toThrow(`${claim} is damaged`)
  })
})

test('a read that no interaction promises is told of', async () => {
  const warnings: string[] = []
  const contract = define(await temporaryFolder(), ['peer-to-peer'], {
    reads: ['subject', 'state'],
    warn: (message) => warnings.push(message),
  })
  expect(contract.reads).toEqual(['state', 'subject'])
  expect(contract.unpromisedReads).toEqual(['subject'])
  expect(warnings).toEqual([
    'my-bot reads subject, and no interaction promises it: every example has null or nothing there.',
  ])
  expect(committedText).not.toContain('subject')
})

test('a promise that Pact cannot hold is told of', async () => {
  const participants = [{ id: '1', mediaStreams: [] }]
  const body = { id: 'a', participants, targets: [] }
  const warnings: string[] = []
  define(await temporaryFolder(), [{ name: 'silent', body }], {
    reads: ['participants[].mediaStreams[].label', 'targets[].identity'],
    query: { $expand: ['participants'] },
    warn: (message) => warnings.push(message),
  })
  expect(warnings).toEqual([
    expect.stringMatching(/^my-bot reads participants\[\]\.mediaStreams\[\]\.label, and no interaction /),
    expect.stringMatching(/^my-bot reads targets\[\]\.identity, and no interaction /),
    expect.stringMatching(/^"silent" promises that participants\[\]\.mediaStreams is empty, and Pact takes /),
  ])
})
