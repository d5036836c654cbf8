import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { join } from 'node:path'
import type { CommsNotifications } from 'graph-call-testkit'
import {
  contractStatus,
  defineNotificationContract,
  lintPacts,
  type MessageContext,
  mergePacts,
  notificationReadsOf,
  UnreadMessageError,
} from 'graph-call-testkit/contracts'
import { notification, notificationRequest, notifications } from 'graph-call-testkit/fixtures'
import { describe, expect, test, vi } from 'vitest'
import { parseStoredPact } from '../../contracts/pact-file/stored-pact.ts'
import { temporaryFolder } from './committed.ts'
import { define, reads, roster, runAll } from './notification-contract.ts'

const names = ['call-incoming', 'call-established', 'call-terminated'] as const

/** Returns the messages of a pact. */
const messagesIn = (text: string) => parseStoredPact(text, 'pact.json').interactions

describe('the pact', () => {
  test('has an asynchronous message for each notification, with what the handler reads', async () => {
    const text = await runAll(define(await temporaryFolder(), ['call-established']))
    expect(text).toMatchSnapshot()
    expect(text).not.toContain('callChainId')
  })
  test('pins the state that the message is about, and accepts other ids', async () => {
    const [message] = messagesIn(await runAll(define(await temporaryFolder(), ['call-terminated'])))
    expect(message).toMatchObject({
      type: 'Asynchronous/Messages',
      matchingRules: {
        body: {
          '$.value[0].changeType': { matchers: [{ match: 'equality' }] },
          '$.value[0].resourceData.state': { matchers: [{ match: 'equality' }] },
          '$.value[0].resourceUrl': { matchers: [{ match: 'type' }] },
        },
      },
    })
  })
  test('compares all values by type if exact is false, and more of them exactly if exact has paths', async () => {
    const subcode = 'value[].resourceData.resultInfo.subcode'
    const [loose, exact] = messagesIn(
      await runAll(
        define(
          await temporaryFolder(),
          [
            { fixture: 'call-terminated', exact: false, name: 'any end' },
            { fixture: 'call-terminated', exact: [subcode], name: 'hung up' },
          ],
          { reads: [...reads, subcode] },
        ),
      ),
    )
    expect(loose?.description).toContain('any end')
    expect(JSON.stringify(loose)).not.toContain('equality')
    expect(exact).toMatchObject({
      matchingRules: {
        body: { '$.value[0].resourceData.resultInfo.subcode': { matchers: [{ match: 'equality' }] } },
      },
    })
  })
  test('says in the provider state what must be true of the changes, in words that are not from this package', async () => {
    const [message] = messagesIn(await runAll(define(await temporaryFolder(), ['changes-out-of-order'])))
    expect(message?.providerStates).toEqual([
      {
        name: 'a call changes',
        params: {
          id: '52f2ff40-16cb-4aaa-a9e9-0ef31fcf7829',
          changes: ['established', 'establishing'].map((state) => ({
            changeType: 'updated',
            resourceUrl: '/communications/calls/52f2ff40-16cb-4aaa-a9e9-0ef31fcf7829',
            resourceData: { '@odata.type': '#microsoft.graph.call', state },
          })),
          scenario: 'changes-out-of-order',
        },
      },
    ])
  })
  test('expects what all participants of a roster have', async () => {
    const name = 'value[].resourceData[].info.identity.user.displayName'
    const id = 'value[].resourceData[].info.identity.user.id'
    const warnings: string[] = []
    const contract = define(await temporaryFolder(), [{ name: 'roster', body: roster }], {
      reads: [name, id],
      warn: (message) => warnings.push(message),
    })
    expect(contract.uncoveredReads).toEqual([name])
    expect(warnings.join()).toContain(`my-bot reads ${name}, but no message covers it`)
    const participant = {
      '@odata.type': '#microsoft.graph.participant',
      info: { identity: { user: { id: '1' } } },
    }
    expect(contract.message('roster').expected).toMatchObject({
      value: [{ resourceData: [{ info: participant.info }] }],
    })
  })
  test('has the same bytes in any order, and stays beside the pact of the calls', async () => {
    const one = define(await temporaryFolder(), names)
    const other = define(await temporaryFolder(), names.toReversed())
    expect(await runAll(one)).toBe(await runAll(other))
    expect(one.file).toMatch(/my-bot-microsoft-graph-notifications\.json$/)
  })
  test('has the annotations of each message', async () => {
    const annotations = {
      description: 'the user hangs up',
      key: 'k1',
      pending: true,
      testName: 'ends',
      comments: ['c'],
    }
    const [message] = messagesIn(
      await runAll(define(await temporaryFolder(), [{ fixture: 'call-terminated', ...annotations }])),
    )
    expect(message).toMatchObject({
      description: 'the user hangs up',
      key: 'k1',
      pending: true,
      comments: { testname: 'ends', text: ['c'] },
    })
  })
  test('is written when the last message has passed, also from the results of two runs', async () => {
    const [first, second, target] = [
      await temporaryFolder(),
      await temporaryFolder(),
      await temporaryFolder(),
    ]
    const [one, other] = [define(first, names), define(second, names)]
    await one.message('call-incoming').run(({ body }) => body.value)
    expect(existsSync(one.file)).toBe(false)
    expect(await contractStatus([first])).toMatchObject({
      passed: false,
      contracts: [{ complete: false, missing: ['call-established', 'call-terminated'] }],
    })
    for (const name of ['call-established', 'call-terminated'] as const) {
      await other.message(name).run(({ body }) => body.value)
    }
    expect(await mergePacts([first, second], target)).toMatchObject([{ complete: true }])
    expect(await readFile(join(target, 'my-bot-microsoft-graph-notifications.json'), 'utf8')).toBe(
      await runAll(define(await temporaryFolder(), names)),
    )
  })
  test('is current for status and lint, until the file changes', async () => {
    const dir = await temporaryFolder()
    const contract = define(dir, names)
    const text = await runAll(contract)
    expect(await contractStatus([dir])).toMatchObject({ passed: true, contracts: [{ pact: 'current' }] })
    expect(await lintPacts([dir])).toMatchObject({ passed: true, interactions: 3, skipped: [], findings: [] })
    const { file } = contract
    const [first, ...others] = messagesIn(text)
    const outdated = { ...first, contents: { content: {} } }
    await writeFile(file, JSON.stringify({ ...JSON.parse(text), interactions: [outdated, ...others] }))
    expect(await contractStatus([dir])).toMatchObject({ contracts: [{ pact: 'outdated' }] })
    expect((await lintPacts([dir])).findings.map(({ rule }) => rule)).toEqual(['stale-file'])
    await writeFile(file, JSON.stringify({ ...JSON.parse(text), interactions: others }))
    expect((await lintPacts([dir])).findings.map(({ rule }) => rule)).toEqual(['missing-interaction'])
  })
})

describe('the handler', () => {
  /** A bot that keeps the state of each call. */
  const states = new Map<string, string>()
  const handle = ({ value }: CommsNotifications) => {
    for (const { resourceUrl, resourceData } of value) {
      if (!resourceData || !('state' in resourceData)) continue
      states.set(String(resourceUrl), String(resourceData.state))
    }
  }
  const url = '/communications/calls/52f2ff40-16cb-4aaa-a9e9-0ef31fcf7829'

  test.each(Object.values(notifications))(
    'gets the notification $name',
    async ({ name, body: { value } }) => {
      const contract = define(await temporaryFolder(), [name], { reads: await notificationReadsOf(handle) })
      states.clear()
      await contract.message(name).run(({ body }) => handle(body))
      const { resourceUrl, resourceData } = value[value.length - 1] ?? {}
      const state = resourceData && 'state' in resourceData ? resourceData.state : undefined
      expect(states.get(String(resourceUrl))).toBe(state)
    },
  )
  test('may take a request', async () => {
    const contract = define(await temporaryFolder(), ['call-terminated'])
    const respond = async (request: Request) => {
      expect([request.method, request.headers.get('content-type')]).toEqual(['POST', 'application/json'])
      handle(await request.json())
      return new Response(null, { status: 202 })
    }
    const { status } = await contract
      .message('call-terminated')
      .run(({ requestTo }) => respond(requestTo('https://bot.example/api/calls')))
    expect([status, states.get(url)]).toEqual([202, 'terminated'])
  })
  test('may read a clone of the request', async () => {
    const contract = define(await temporaryFolder(), ['call-terminated'])
    const text = await contract
      .message('call-terminated')
      .run(({ requestTo }) => requestTo('https://bot.example/').clone().clone().text())
    expect(text).toContain('terminated')
  })
  test('may be behind a server', async () => {
    const received: unknown[] = []
    const server = createServer((request, response) => {
      request.on('data', (chunk) => received.push(JSON.parse(String(chunk))))
      request.on('end', () => response.writeHead(202).end())
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const address = server.address()
    if (typeof address !== 'object' || !address) throw new Error('The server has no port.')
    const contract = define(await temporaryFolder(), ['call-incoming'])
    await contract.message('call-incoming').run(async ({ requestTo, expected }) => {
      expect((await fetch(requestTo(`http://127.0.0.1:${address.port}/api/calls`))).status).toBe(202)
      expect(received).toEqual([expected])
    })
    server.close()
  })
  test('gets a body that can be cloned and changed', async () => {
    const contract = define(await temporaryFolder(), ['call-established'])
    await contract.message('call-established').run(({ body, expected }) => {
      expect(structuredClone(body)).toStrictEqual(expected)
      body.value = []
      expect(body).toStrictEqual({ value: [] })
      expect(expected.value).toHaveLength(1)
    })
  })
  test.each<[string, (context: MessageContext<CommsNotifications>) => void]>([
    ['was not called', () => undefined],
    ['only compares the expected body', ({ expected }) => void expected.value[0]],
    ['gets a request and does not read it', ({ requestTo }) => void requestTo('https://bot.example/')],
  ])('fails if it %s, and nothing is written', async (_, run) => {
    const dir = await temporaryFolder()
    const contract = define(dir, ['call-established'])
    await expect(contract.message('call-established').run(run)).rejects.toThrow(
      new UnreadMessageError('call-established'),
    )
    expect(existsSync(contract.file)).toBe(false)
    expect(await contractStatus([dir])).toMatchObject({ contracts: [{ missing: ['call-established'] }] })
  })
  test('may throw anything: the test fails with it, and nothing is written', async () => {
    const contract = define(await temporaryFolder(), ['call-established'])
    const { run } = contract.message('call-established')
    const failing = (reason: unknown) =>
      run(({ body }) => {
        if (body.value.length > 0) throw reason
      })
    await expect(failing('a text')).rejects.toBe('a text')
    await expect(failing(new RangeError('a bug'))).rejects.toThrow(RangeError)
    expect(existsSync(contract.file)).toBe(false)
  })
  test('that fails removes an earlier result', async () => {
    const dir = await temporaryFolder()
    const contract = define(dir, ['call-established', 'call-incoming'])
    const { run } = contract.message('call-established')
    await run(({ body }) => body.value)
    await expect(run(() => {})).rejects.toThrow(UnreadMessageError)
    await contract.message('call-incoming').run(({ body }) => body.value)
    expect(existsSync(contract.file)).toBe(false)
  })
})

describe('the reads of a handler', () => {
  test('are found in calls, rosters and operations', async () => {
    const read = ({ value }: CommsNotifications) =>
      value.map(({ resourceUrl, resourceData }) => {
        if (Array.isArray(resourceData))
          return resourceData.map((item) => 'info' in item && item.info?.identity?.user?.id)
        if (resourceData && 'status' in resourceData) return [resourceData.status, resourceData.clientContext]
        return resourceUrl
      })
    expect(await notificationReadsOf(read)).toEqual([
      'value[].resourceData.clientContext',
      'value[].resourceData.status',
      'value[].resourceData[].info.identity.user.id',
      'value[].resourceUrl',
    ])
  })
  test('are the same with a schema, whose checks are not reads', async () => {
    const { commsNotificationsSchema } = await import('graph-call-testkit/schema')
    const read = (body: unknown) =>
      commsNotificationsSchema.parse(body).value.map(({ changeType }) => changeType)
    expect(await notificationReadsOf(read)).toEqual(['value[].changeType'])
  })
  test('contain everything if the handler reads a whole object, with a warning', async () => {
    const warn = vi.fn()
    const all = await notificationReadsOf((body: CommsNotifications) => JSON.stringify(body), { warn })
    expect(all).toContain('*')
    expect(warn).toHaveBeenCalledWith(expect.stringContaining('reads a whole object (*)'))
    const contract = define(await temporaryFolder(), ['call-established'], { reads: all })
    expect(contract.message('call-established').expected).toEqual(notification('call-established'))
  })
  test('cannot be found if the handler throws for every notification', async () => {
    const failing = () => {
      throw new Error('a bug')
    }
    await expect(notificationReadsOf(failing)).rejects.toThrow(
      'Cannot find the reads: the function throws for every notification. For the fixture call-incoming: Error: a bug',
    )
  })
})

describe('a definition is invalid if', () => {
  const base = { consumer: 'my-bot', dir: 'pacts', reads, messages: ['call-incoming'] } as const
  test.each([
    [
      'a read has a typo',
      { reads: ['value[].resourceData.stat'] },
      'Invalid reads: a notification does not have "value[].resourceData.stat". Nearest: value[].resourceData.state.',
    ],
    ['a read lacks brackets', { reads: ['value.changeType'] }, 'Nearest: value[].changeType.'],
    [
      'a participant is read as an object',
      { reads: ['value[].resourceData.info.identity'] },
      'Nearest: value[].resourceData',
    ],
    ['it reads nothing', { reads: [] }, 'Invalid reads: the list is empty.'],
    [
      'the reads are a promise',
      { reads: notificationReadsOf(() => {}) },
      'Add the missing await: reads: await notificationReadsOf(...)',
    ],
    ['it has no messages', { messages: [] }, 'Invalid messages: the list is empty.'],
    [
      'the messages are not a list',
      { messages: 'call-incoming' },
      'Invalid messages: "call-incoming". Expected a list',
    ],
    ['a fixture is unknown', { messages: ['call-incomin'] }, 'Pass your own notification as { name, body }.'],
    ['a fixture is the name of a call', { messages: ['peer-to-peer'] }, 'messages[0]:'],
    ['an option is unknown', { interactions: [] }, 'Unknown option: interactions.'],
    [
      'an option of a message is unknown',
      { messages: [{ fixture: 'call-incoming', query: {} }] },
      'Unknown option: messages[0].query.',
    ],
    [
      'two messages have one name',
      { messages: ['call-incoming', 'call-incoming'] },
      'messages[0] and messages[1] are both called "call-incoming".',
    ],
    [
      'a custom message has the name of a fixture',
      { messages: [{ name: 'call-incoming', body: roster }] },
      'messages[0]: invalid name "call-incoming".',
    ],
    [
      'a body is a call',
      { messages: [{ name: 'mine', body: { id: '1', callbackUri: 'https://x' } }] },
      'messages[0] ("mine"): This body is not a notification.\n- the body: expected notifications, found a call',
    ],
    [
      'an enum has an unknown member',
      { messages: [{ name: 'mine', body: { value: [{ changeType: 'moved' }] } }] },
      'value[0].changeType: expected one of created, updated, deleted, found "moved"',
    ],
    [
      'an exact path is not read',
      { exact: ['value[].resourceData.id'] },
      'Invalid exact: the consumer does not read "value[].resourceData.id".',
    ],
    [
      'an annotation is empty',
      { messages: [{ fixture: 'call-incoming', description: '' }] },
      'Invalid messages[0].description',
    ],
    ['the consumer is the provider', { provider: 'my-bot' }, 'Invalid provider: "my-bot".'],
  ])('%s', (_, change, message) => {
    const definition: object = { ...base, ...change }
    expect(() => Reflect.apply(defineNotificationContract, undefined, [definition])).toThrow(
      expect.objectContaining({ name: 'ContractDefinitionError', message: expect.stringContaining(message) }),
    )
  })
  test('an exact path has several values in a list', async () => {
    const dir = await temporaryFolder()
    const id = 'value[].resourceData[].info.identity.user.id'
    const messages = [{ name: 'roster', body: roster }]
    expect(() => define(dir, messages, { reads: [id], exact: [id] })).toThrow(
      'Pact compares every element with the same value',
    )
  })
  test('it does not have the message', async () => {
    const contract = define(await temporaryFolder(), ['call-incoming'])
    expect(() => Reflect.apply(contract.message, contract, ['call-established'])).toThrow(
      'The contract does not have the message "call-established". It has: "call-incoming".',
    )
  })
})

test('the request is the same as that of the fixture if the contract has everything', async () => {
  const contract = define(await temporaryFolder(), ['call-established'], { reads: ['*'] })
  await contract.message('call-established').run(async ({ requestTo }) => {
    const [one, other] = [
      requestTo('https://bot.example/'),
      notificationRequest('call-established', 'https://bot.example/'),
    ]
    expect(await one.json()).toEqual(await other.json())
    expect([...one.headers]).toEqual([...other.headers])
  })
})
