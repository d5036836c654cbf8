import { anonymize } from 'graph-call-testkit/capture'
import * as contracts from 'graph-call-testkit/contracts'
import {
  lintPacts,
  notificationReadsOf,
  publishPacts,
  readsOf,
  verifyPacts,
  verifyProvider,
} from 'graph-call-testkit/contracts'
import * as exportEntry from 'graph-call-testkit/export'
import { fixture, groupCall, notification } from 'graph-call-testkit/fixtures'
import * as generators from 'graph-call-testkit/generators'
import { compareWithMetadata } from 'graph-call-testkit/metadata'
import {
  createTenant,
  graphFetch,
  graphMiddleware,
  playConversation,
  syntheticId,
} from 'graph-call-testkit/tenant'
import { describe, expect, test } from 'vitest'
import { functionsWithOptions, optionsWithoutUndefined, optionTypes } from './option-types.ts'

type Caller = (options: unknown) => unknown

/** Calls a function as JavaScript does, without types. */
function untyped(fn: object, ...before: readonly unknown[]): Caller {
  return (options) => Reflect.apply(fn as () => unknown, undefined, [...before, options])
}

const tenant = () => createTenant({ calls: [groupCall()] })
const { id } = groupCall()
const conversation = { direction: 'incoming', kind: 'peer-to-peer', people: [], acts: [] }
const definition = { consumer: 'bot', dir: '/tmp/never-written', reads: ['state'], interactions: ['group'] }
const notificationDefinition = {
  consumer: 'bot',
  dir: '/tmp/never-written',
  reads: ['value'],
  messages: ['call-incoming'],
}
const call = (settings: unknown): Caller =>
  untyped(contracts.defineCallContract)({ ...definition, ...Object(settings) }) as Caller

const entries = new Map<string, object>(Object.entries(generators))
const generator = (name: keyof typeof generators): readonly [string, Caller] => [
  name,
  untyped(entries.get(name) ?? {}),
]

/** Functions that take options of each exported type. */
const callers: Readonly<Record<string, readonly (readonly [name: string, caller: Caller])[]>> = {
  TenantOptions: [['createTenant', untyped(createTenant)]],
  SyntheticOptions: [['createTenant', (options) => untyped(createTenant)({ synthetic: options })]],
  ThrottleOptions: [['createTenant', (options) => untyped(createTenant)({ throttle: options })]],
  Latency: [['createTenant', (options) => untyped(createTenant)({ latency: options })]],
  Interval: [
    ['createTenant', (options) => untyped(createTenant)({ keepEndedCallsFor: options })],
    ['addCall', (options) => untyped(tenant().addCall, { id: 'x' })({ stepEvery: options })],
  ],
  AddCallOptions: [['addCall', (options) => untyped(tenant().addCall, { id: 'x' })(options)]],
  CallPathOptions: [['addCall', (options) => untyped(tenant().addCall, { id: 'x' })(options)]],
  CallEndReason: [['endCall', (options) => untyped(tenant().endCall, id)(options)]],
  TransferOptions: [['transferCall', (options) => untyped(tenant().transferCall, id)(options)]],
  NotifyOptions: [['notify', (options) => untyped(tenant().notify)(options)]],
  ListenOptions: [['listen', (options) => untyped(tenant().listen)(options)]],
  BotOptions: [['registerBot', (options) => untyped(tenant().registerBot)(options)]],
  CallBotOptions: [
    [
      'calls',
      async (options) => {
        const own = tenant()
        const bot = own.registerBot({ appId: 'bot', callbackUri: 'http://127.0.0.1:9/' })
        await untyped(own.person('Mira Holm').calls, bot)(options)
      },
    ],
  ],
  PersonOptions: [['person', (options) => untyped(tenant().person, 'Mira Holm')(options)]],
  PlayOptions: [
    ['playConversation', untyped(playConversation, createTenant({ clock: 'manual' }), conversation)],
  ],
  PromptOptions: [['createTenant', (options) => untyped(createTenant)({ prompts: options })]],
  TenantLimits: [['createTenant', (options) => untyped(createTenant)({ limits: options })]],
  UntilOptions: [['until', (options) => untyped(tenant().call(id).until, 'established')(options)]],
  TlsOptions: [['listen', (options) => untyped(tenant().listen)({ tls: options })]],
  Failure: [
    ['failNext', (options) => untyped(tenant().failNext)(options)],
    ['failEvery', (options) => untyped(tenant().failEvery, 1)(options)],
    ['failAtRate', (options) => untyped(tenant().failAtRate, 1)(options)],
  ],
  FailureOptions: [
    ['failNext', (options) => untyped(tenant().failNext)({ status: 500, ...Object(options) })],
  ],
  SyntheticIdOptions: [['syntheticId', untyped(syntheticId)]],
  GraphFetchOptions: [
    ['graphFetch', untyped(graphFetch, tenant())],
    ['graphMiddleware', untyped(graphMiddleware, tenant())],
  ],
  AnonymizeOptions: [['anonymize', untyped(anonymize, {})]],
  CompareOptions: [['compareWithMetadata', untyped(compareWithMetadata, '')]],
  JsonSchemaOptions: [['jsonSchema', untyped(exportEntry.jsonSchema)]],
  OpenApiOptions: [['openApi', untyped(exportEntry.openApi)]],
  LintOptions: [['lintPacts', untyped(lintPacts, ['/nowhere'])]],
  PublishOptions: [['publishPacts', untyped(publishPacts, ['/nowhere'])]],
  VerifyOptions: [['verifyPacts', untyped(verifyPacts, ['/nowhere'])]],
  VerifyProviderOptions: [['verifyProvider', untyped(verifyProvider)]],
  ReadsOptions: [
    ['readsOf', untyped(readsOf, () => {})],
    ['notificationReadsOf', untyped(notificationReadsOf, () => {})],
  ],
  CallContractDefinition: [['defineCallContract', untyped(contracts.defineCallContract)]],
  NotificationContractDefinition: [
    ['defineNotificationContract', untyped(contracts.defineNotificationContract)],
  ],
  InteractionOptions: [
    ['defineCallContract', (options) => call({ interactions: [{ fixture: 'group', ...Object(options) }] })],
  ],
  MessageOptions: [
    [
      'defineNotificationContract',
      (options) =>
        untyped(contracts.defineNotificationContract)({
          ...notificationDefinition,
          messages: [{ fixture: 'call-incoming', ...Object(options) }],
        }),
    ],
  ],
  ActionRequestOptions: [generator('anyActionRequest')],
  ConversationOptions: [generator('anyConversation')],
  NotificationsOptions: [generator('anyNotifications')],
  CallSequenceOptions: [generator('callSequence')],
  AnyCallOptions: [generator('anyCall')],
  AnyFailureOptions: [generator('anyFailure')],
  AnyLatencyOptions: [generator('anyLatency')],
  CallJsonOptions: [generator('anyCallJson')],
  CallsOptions: [generator('anyCalls')],
  GroupCallOptions: [generator('anyGroupCall')],
  PeerToPeerCallOptions: [generator('anyPeerToPeerCall')],
  CallLifecycleOptions: [
    generator('anyCallLifecycle'),
    ['callCommands', untyped(generators.callCommands, tenant())],
  ],
  CallNotificationsOptions: [generator('anyCallNotifications')],
  CallErrorOptions: [generator('anyCallError')],
  FaultyCallOptions: [generator('anyFaultyCall')],
  FaultyResponseOptions: [generator('anyFaultyResponse')],
  FutureCallOptions: [generator('anyFutureCall')],
  IdentityOptions: [
    generator('anyIdentitySet'),
    generator('anyParticipant'),
    generator('anyParticipantInfo'),
    generator('anyInvitationParticipantInfo'),
  ],
  MediaOptions: [generator('anyMediaConfig')],
  MeetingOptions: [generator('anyMeetingInfo')],
  DocumentOptions: [generator('anyMeetingInfo')],
  RobustnessOptions: [['assertHandlesAnyCall', untyped(generators.assertHandlesAnyCall, () => {})]],
}

/** Options that a type requires. The other options are checked only if these are valid. */
const required: Readonly<Record<string, readonly object[]>> = {
  Latency: [
    { median: 1, p99: 2 },
    { min: 1, max: 2 },
  ],
  CallEndReason: [{ code: 200, subcode: 0 }],
  Failure: [
    { status: 500 },
    { fixture: 'throttled' },
    { proxy: 502 },
    { connection: 'slow', milliseconds: 1 },
  ],
  BotOptions: [
    { appId: '9ecf3baa-41cb-4e7d-9a25-2f4a5e1b1a11', callbackUri: 'http://127.0.0.1:3978/api/calls' },
  ],
  CallSequenceOptions: [{ count: 1 }],
  CallContractDefinition: [definition],
  NotificationContractDefinition: [notificationDefinition],
}

/** Returns the required options that the option fits. */
function validOptions(type: string, name: string): object {
  const all = required[type] ?? []
  return all.find((options) => name in options) ?? all[0] ?? {}
}

/** Returns the error of a function, thrown or rejected. */
async function errorOf(run: () => unknown): Promise<Error> {
  try {
    const result = await run()
    const { close } = Object(result)
    if (typeof close === 'function') await close()
  } catch (error) {
    if (error instanceof Error) return error
    throw error
  }
  return new Error('No error.')
}

test('every exported type of options is tested', () => {
  expect(Object.keys(callers).sort()).toEqual([...optionTypes.keys()].sort())
})

test('every option accepts undefined', () => {
  expect(optionsWithoutUndefined).toEqual([])
})

test('every exported function with options is tested', () => {
  const tested = new Set(Object.values(callers).flatMap((list) => list.map(([name]) => name)))
  expect(functionsWithOptions.filter((name) => !tested.has(name))).toEqual([])
  expect(functionsWithOptions.length).toBeGreaterThan(30)
})

const cases = Object.entries(callers).flatMap(([type, list]) =>
  list.map(([name, caller]) => ({ type, name, caller })),
)

describe.each(cases)('$name with $type', ({ type, caller }) => {
  const names = optionTypes.get(type) ?? []

  test('rejects a misspelled option, and suggests the name', async () => {
    expect(names).not.toEqual([])
    for (const name of names) {
      const { message } = await errorOf(() => caller({ [`${name}z`]: undefined }))
      expect(message).toMatch(/^Unknown option/)
      expect(message).toMatch(new RegExp(`\\b${name}z\\b.*Nearest: \\S*\\b${name}\\b`))
    }
  })

  test('knows every option', async () => {
    for (const name of names) {
      const { message } = await errorOf(() => caller({ [name]: Symbol('wrong') }))
      expect(message).not.toMatch(/^Unknown option/)
    }
  })

  test('rejects a wrong value of every option, and names the option', async () => {
    for (const name of names) {
      const error = await errorOf(() => caller({ ...validOptions(type, name), [name]: Symbol('wrong') }))
      expect(`${name}: ${error.name}: ${error.message}`).toMatch(
        /^\w+: (TypeError|\w+Error): (Invalid|Unknown fixture: ) ?/,
      )
      expect(error.message).toContain(name)
    }
  })

  test.each([null, 'text', 5, [], () => {}])('rejects %o in place of the options', async (value) => {
    const { message } = await errorOf(() => caller(value))
    expect(message).toMatch(/^Invalid |^Unknown option|^No error\.$/)
  })
})

test.each([Promise.resolve({}), new Map(), new Error('no')])(
  'rejects %o, which has no options of its own',
  async (value) => {
    for (const caller of [untyped(createTenant), generator('anyCall')[1], untyped(exportEntry.jsonSchema)]) {
      const { message } = await errorOf(() => caller(value))
      expect(message).toMatch(/^Invalid .*: .*(Promise|Map|Error).*\. Expected an object/)
    }
  },
)

test('accepts a module as options', () => {
  const module = Object.defineProperty({ token: 'x' }, Symbol.toStringTag, { value: 'Module' })
  expect(() => createTenant(module)).not.toThrow()
})

test.each<[string, Caller, string]>([
  ['createTenant', untyped(createTenant), 'calls'],
  ['fixture', untyped(fixture, 'group'), 'subject'],
  ['groupCall', untyped(groupCall), 'state'],
  ['notification', untyped(notification, 'call-incoming'), 'value'],
  [
    'the options of failAtRate',
    (options) => untyped(tenant().failAtRate, 1, { status: 500 })(options),
    'seed',
  ],
])('%s rejects a misspelled option', async (_name, caller, option) => {
  const { message } = await errorOf(() => caller({ [`${option}z`]: 'x' }))
  expect(message).toMatch(/^Unknown (option|property)/)
  expect(message).toContain(`Nearest: ${option}`)
})

test.each<[string, () => unknown, string]>([
  [
    'an unknown option',
    () => untyped(createTenant)({ cals: [] }),
    'Unknown option of createTenant: cals. Nearest: calls. Options: calls, token, ',
  ],
  [
    'an object in place of a list',
    () => untyped(createTenant)({ calls: groupCall() }),
    'Invalid calls: an object. Expected an array, or another iterable.',
  ],
  [
    'a number in place of a text',
    () => untyped(createTenant)({ token: 5 }),
    'Invalid token: 5. Expected a string.',
  ],
  [
    'a code that is not a text',
    () => untyped(tenant().failNext)({ status: 403, code: 7503 }),
    'Invalid code: 7503. Expected a string, such as "8522".',
  ],
  [
    'a port that is not a number',
    () => untyped(tenant().listen)({ port: '80' }),
    'Invalid port: "80". Expected a number.',
  ],
  [
    'a port that does not exist',
    () => untyped(tenant().listen)({ port: 70_000 }),
    'Invalid port: 70000. Expected an integer from 0 to 65535, or no port to get a free one.',
  ],
  [
    'an empty host, which would be every address',
    () => untyped(tenant().listen)({ host: '' }),
    'Invalid host: "". Expected an address or a name, such as 127.0.0.1.',
  ],
  [
    'a certificate that is not an object',
    () => untyped(tenant().listen)({ tls: 'selfsigned' }),
    `Invalid tls: "selfsigned". Expected 'self-signed', or an object with a key and a cert in PEM.`,
  ],
  [
    'a host that is not a text',
    () => untyped(createTenant)({ notifications: { hosts: [5] } }),
    'Invalid hosts: 5. Expected names or addresses of hosts, such as "bot.contoso.com".',
  ],
  [
    'a URL in place of a host',
    () => untyped(tenant().notify)({ hosts: ['https://bot.contoso.com/'] }),
    'Invalid hosts: "https://bot.contoso.com/". Expected names or addresses of hosts, such as "bot.contoso.com".',
  ],
  [
    'a delay that is not a time',
    () => untyped(createTenant)({ notifications: { delay: -1 } }),
    'Invalid delay: -1. Expected a number of milliseconds from 0 to 2147483647.',
  ],
  [
    'delays in the wrong order',
    () => untyped(createTenant)({ notifications: { delay: { min: 2, max: 1 } } }),
    'Invalid delay.min: 2. Expected at most delay.max, which is 1.',
  ],
  [
    'an interval of two kinds',
    () => untyped(createTenant)({ keepEndedCallsFor: { gets: 1, milliseconds: 5 } }),
    'Invalid keepEndedCallsFor: an object. Expected either gets or milliseconds, not both.',
  ],
  [
    'an unknown limit',
    () => untyped(createTenant)({ limits: { anwer: 5 } }),
    'Unknown option of limits: anwer. Nearest: answer. Options: answer, answerRecording, ',
  ],
  [
    'a limit that is not a time',
    () => untyped(createTenant)({ limits: { answer: { second: 5 } } }),
    'Unknown option of limits.answer: second. Nearest: seconds.',
  ],
  ['an empty name', () => untyped(createTenant)({ '': 1 }), 'Unknown option of createTenant: "". Nearest: '],
  [
    'the id of a call in the options of all notifications',
    () => untyped(createTenant)({ notifications: { callId: id } }),
    'Unknown option of notifications: callId. Nearest: ',
  ],
  [
    'an unknown part of a result',
    () => untyped(tenant().person, 'Lee Ash')({ unreachable: { code: 480, subCode: 1 } }),
    'Unknown option of unreachable: subCode. Nearest: subcode.',
  ],
  [
    'control characters in a name',
    () => untyped(createTenant)({ 'a\u001b[31m': 1 }),
    'Unknown option of createTenant: a\\u001b[31m.',
  ],
])('the message for %s says what to do', async (_what, run, message) => {
  expect((await errorOf(run)).message).toContain(message)
})
