import fc from 'fast-check'
import type { CommsNotification } from 'graph-call-testkit'
import { anonymize, CaptureFormatError, lifecyclesOf, scenarioOf } from 'graph-call-testkit/capture'
import { type NotificationName, notification, operation } from 'graph-call-testkit/fixtures'
import { anyConversation } from 'graph-call-testkit/generators'
import { createTenant, playConversation, type Tenant, type TenantOptions } from 'graph-call-testkit/tenant'
import { describe, expect, test } from 'vitest'
import { runs } from '../runs.ts'
import { appId, callPerson, post, startBot } from '../tenant/people/test-bot.ts'

type Scenario = ReturnType<typeof scenarioOf>

const type = (name: string) => `#microsoft.graph.${name}`
const start = Date.UTC(2026, 4, 4, 9)
const user = {
  '@odata.type': type('identity'),
  id: '72631e70-96a5-496c-933b-598c5e48a3d2',
  displayName: 'Mira Holm',
}
const callId = 'acaa3011-cc06-4a1f-91b5-ed0a66997db7'
const calls = 'https://graph.microsoft.com/v1.0/communications/calls'

/** Entry of a HAR file: a request at a time in seconds, which takes 50 ms. */
const exchange = (
  seconds: number,
  url: string,
  request: object | undefined,
  response: object | undefined,
) => ({
  startedDateTime: new Date(start + seconds * 1_000 - 50).toISOString(),
  time: 50,
  request: {
    method: request ? 'POST' : 'GET',
    url,
    ...(request && { postData: { mimeType: 'application/json', text: JSON.stringify(request) } }),
  },
  response: {
    status: 200,
    content: { mimeType: 'application/json', text: response ? JSON.stringify(response) : '' },
  },
})

/** Notification to the bot at a time in seconds. */
const posted = (seconds: number, body: object) =>
  exchange(seconds + 0.05, 'https://bot.contoso.com/api/calls', body, undefined)

const har = <Entry extends object>(...entries: readonly Entry[]) => ({ log: { version: '1.2', entries } })

/** The call that a bot has created. */
const outgoing = {
  '@odata.type': type('call'),
  id: callId,
  state: 'establishing',
  direction: 'outgoing',
  targets: [
    {
      '@odata.type': type('invitationParticipantInfo'),
      identity: { '@odata.type': type('identitySet'), user },
    },
  ],
}

/** The request that creates the call. */
const { id: _, state: __, ...request } = outgoing

/** Notification of the end of the call. */
const ended = (code: number, subcode: number, id = callId) => ({
  value: [
    {
      changeType: 'deleted',
      resourceUrl: `/communications/calls/${id}`,
      resourceData: {
        '@odata.type': type('call'),
        state: 'terminated',
        resultInfo: { '@odata.type': type('resultInfo'), code, subcode },
      },
    },
  ],
})

/** Conversation with captured notifications: the bot calls, plays a menu, and the person presses a key and hangs up. */
const menu = har(
  exchange(0, calls, request, outgoing),
  posted(0.1, notification('outgoing-call-establishing')),
  posted(3.1, notification('outgoing-call-established')),
  posted(3.2, notification('audio-active')),
  exchange(3.2, `${calls}/${callId}/subscribeToTone`, {}, operation('subscribe-to-tone')),
  exchange(3.2, `${calls}/${callId}/playPrompt`, {}, operation('play-prompt')),
  posted(5.2, notification('prompt-played')),
  posted(6.7, notification('tone-pressed')),
  posted(8.7, {
    value: notification('call-terminated').value.map((change) => ({
      ...change,
      resourceUrl: `/communications/calls/${callId}`,
    })),
  }),
)

const menuScript = [
  { does: 'answers', after: 2_900 },
  { does: 'presses', keys: '1', after: 1_500, when: 'promptEnds' },
  { does: 'hangsUp', after: 2_000 },
]

/** Plays a prompt and listens for tones when the audio is active. */
const playMenu = (tenant: Tenant) => async (change: CommsNotification, id: string) => {
  if (!Object.hasOwn(change.resourceData ?? {}, 'mediaState')) return
  await post(tenant, `/${id}/subscribeToTone`, { clientContext: 'tones' })
  await post(tenant, `/${id}/playPrompt`, {
    clientContext: 'main-0',
    prompts: [
      {
        '@odata.type': type('mediaPrompt'),
        mediaInfo: {
          '@odata.type': type('mediaInfo'),
          uri: 'https://bot.contoso.com/audio/menu.wav',
          resourceId: callId,
        },
      },
    ],
  })
}

/** Returns the content of a notification without IDs and times. */
function factsOf({ changeType, resourceUrl, resourceData }: CommsNotification) {
  const { state, toneInfo, status, resultInfo }: Record<string, unknown> = { ...resourceData }
  const { code, subcode }: Record<string, unknown> = Object(resultInfo)
  const { tone }: Record<string, unknown> = Object(toneInfo)
  const path = resourceUrl?.split('/').slice(4, 5)
  return {
    changeType,
    path,
    state,
    status,
    tone,
    code,
    subcode,
    properties: Object.keys(resourceData ?? {}).sort(),
  }
}

const createFor = (scenario: Scenario, options: TenantOptions = {}) =>
  createTenant({ clock: 'fast', prompts: false, ...options, scenario })

describe('a captured conversation', () => {
  test('becomes the steps of the person, with their delays', () => {
    expect(scenarioOf(menu)).toEqual({ 'Mira Holm': { id: user.id, script: menuScript } })
  })

  test('sends the same notifications at the same times when it is replayed', async () => {
    const tenant = createFor(scenarioOf(JSON.stringify(menu)))
    await using bot = await startBot(tenant, (change, id) => playMenu(tenant)(change, id))
    const id = await callPerson(tenant, user, bot.callbackUri)
    await tenant.call(id).until('terminated')
    await tenant.settled()

    const recorded: CommsNotification[] = menu.log.entries.flatMap((entry) => {
      const { value = [] } = JSON.parse(entry.request.postData?.text ?? '{}')
      return value
    })
    expect(recorded).toHaveLength(6)
    expect(bot.received.map(factsOf)).toEqual(recorded.map(factsOf))
    const times = tenant.notifications.map(({ time }) => time - (tenant.notifications[0]?.time ?? 0))
    expect(times).toEqual([0, 3_000, 3_100, 5_100, 6_600, 8_600])
  })

  test('becomes the same scenario after it was anonymized, with other names', () => {
    const { value } = anonymize(menu, { salt: 'salt of the tests' })
    const scenario = scenarioOf(value)
    const [[name, person] = []] = Object.entries(scenario)
    expect(name).not.toBe('Mira Holm')
    expect(person?.id).not.toBe(user.id)
    expect(person?.script).toEqual(menuScript)
    expect(JSON.stringify(value)).toContain(JSON.stringify(JSON.stringify(name)).slice(1, -1))
  })
})

describe('a conversation of a tenant', () => {
  const script = [
    { does: 'calls' },
    { does: 'presses', keys: '5', after: 1_500, when: 'promptEnds' },
    { does: 'presses', keys: '#', after: 700 },
    { does: 'hangsUp', after: 2_500 },
  ] as const

  /** Replays a scenario with a bot that plays a menu, and returns its log as NDJSON. */
  async function logOf(scenario: Scenario): Promise<string> {
    const tenant = createFor(scenario)
    const lines: object[] = []
    await using bot = await startBot(tenant, async (change, id) => {
      lines.push({ time: tenant.clock.now(), level: 30, msg: 'notification', body: { value: [change] } })
      await playMenu(tenant)(change, id)
    })
    tenant.registerBot({ appId, callbackUri: bot.callbackUri })
    const call = await tenant.person(Object.keys(scenario)[0] ?? '').rings()
    await call.until('terminated')
    await tenant.settled()
    return lines.map((line) => `${JSON.stringify(line)}\n`).join('')
  }

  test('recorded as NDJSON becomes the scenario that it was played from', async () => {
    const scenario: Scenario = { 'Mira Holm': { id: user.id, script } }
    const recorded = scenarioOf(await logOf(scenario))
    expect(recorded).toEqual(scenario)
    expect(scenarioOf(await logOf(recorded))).toEqual(scenario)
  })

  test('becomes a valid scenario', async () => {
    await fc.assert(
      fc.asyncProperty(anyConversation(), async (conversation) => {
        const { entries } = await playConversation(createTenant({ clock: 'manual' }), conversation)
        const scenario = scenarioOf(entries)
        expect(() => createTenant({ scenario })).not.toThrow()
        const names = conversation.people.map(({ name }) => name)
        for (const name of Object.keys(scenario)) expect([...names, 'Callee', 'Caller']).toContain(name)
      }),
      { numRuns: runs(15, 500) },
    )
  })
})

describe('the end of a call', () => {
  const before = [
    exchange(0, calls, request, outgoing),
    posted(0.1, notification('outgoing-call-establishing')),
  ]
  const answered = posted(3.1, notification('outgoing-call-established'))
  const personOf = (...entries: readonly object[]) => scenarioOf(har(...before, ...entries))['Mira Holm']

  test.each([
    ['not answered', ended(200, 5002), { answers: false }],
    ['ended by the bot', ended(200, 7000), { answers: false }],
    ['declined', ended(603, 8538), { script: [{ does: 'declines', after: 3_900 }] }],
    ['busy', ended(486, 8539), { busy: true }],
    ['unreachable', ended(480, 10037), { unreachable: { code: 480, subcode: 10037 } }],
  ])(
    'that is %s is the response of the person, and has the same result in the replay',
    async (what, post, options) => {
      const scenario = scenarioOf(har(...before, posted(4.1, post)))
      expect(scenario).toEqual({ 'Mira Holm': { id: user.id, ...options } })
      if (what === 'ended by the bot') return
      const tenant = createTenant({ scenario, clock: 'manual' })
      const id = await callPerson(tenant, { id: user.id }, 'http://127.0.0.1:9/')
      tenant.clock.advance({ seconds: 61 })
      expect(tenant.call(id).resultInfo).toMatchObject(post.value[0]?.resourceData.resultInfo ?? {})
    },
  )

  test('is a step of the person only if they hung up', () => {
    expect(personOf(answered, posted(9.1, ended(200, 5002)))?.script).toEqual([
      { does: 'answers', after: 2_900 },
      { does: 'hangsUp', after: 6_000 },
    ])
    for (const [code, subcode] of [
      [200, 7000],
      [0, 7015],
      [408, 8537],
    ] as const) {
      expect(personOf(answered, posted(9.1, ended(code, subcode)))?.script).toEqual([
        { does: 'answers', after: 2_900 },
      ])
    }
  })
})

describe('what people do in a call', () => {
  const begin = [
    exchange(0, calls, request, outgoing),
    posted(0.1, notification('outgoing-call-establishing')),
    posted(3.2, notification('outgoing-call-established')),
  ]
  const answers = { does: 'answers', after: 3_000 }
  const record = exchange(4, `${calls}/${callId}/recordResponse`, {}, operation('record-response'))
  /** Returns a notification about the same call. */
  const own = (name: NotificationName): object =>
    JSON.parse(JSON.stringify(notification(name)).replace(/\/calls\/[\da-f-]{36}/g, `/calls/${callId}`))
  const scriptOf = (...entries: readonly object[]) =>
    scenarioOf(har(...begin, ...entries))['Mira Holm']?.script

  test.each<[string, NotificationName, number, object[]]>([
    ['until they are silent', 'recorded-to-silence', 13, [{ does: 'speaks', seconds: 4 }]],
    ['for the whole recording', 'recorded-to-maximum', 7, [{ does: 'speaks', seconds: 3 }]],
    [
      'and presses a key at the end',
      'recorded-to-stop-tone',
      6,
      [
        { does: 'speaks', seconds: 2 },
        { does: 'presses', keys: '#', after: 2_000 },
      ],
    ],
    ['never', 'recording-without-speech', 9, []],
  ])('a person speaks %s', (_what, name, end, steps) => {
    expect(scriptOf(record, posted(end, own(name)))).toEqual([answers, ...steps])
  })

  test('a person hangs up after a recording', () => {
    const entries = [record, posted(13, own('recorded-to-silence')), posted(14, ended(200, 5002))]
    expect(scriptOf(...entries)?.at(-1)).toEqual({ does: 'hangsUp', after: 1_000, when: 'recordingEnds' })
  })

  test('a person shares the screen', () => {
    const entries = [posted(5.2, own('content-sharing-started')), posted(9.2, own('content-sharing-ended'))]
    expect(scriptOf(...entries)).toEqual([
      answers,
      { does: 'sharesScreen', after: 2_000 },
      { does: 'stopsSharing', after: 4_000 },
    ])
  })

  test('a person is called by phone, or has no name', () => {
    const to = (identity: object) =>
      scenarioOf(
        har(exchange(0, calls, request, { ...outgoing, targets: [{ identity }] }), ...begin.slice(1)),
      )
    expect(to({ phone: { id: '+15550100' } })).toEqual({
      '+15550100': { phone: '+15550100', script: [answers] },
    })
    expect(to({ user: { id: user.id } })).toEqual({ [user.id]: { id: user.id, script: [answers] } })
    expect(scenarioOf(har(...begin.slice(1)))).toEqual({ Callee: { script: [answers] } })
  })

  test('a person without a name answers the calls to their ID', () => {
    const scenario = { [user.id]: { id: user.id, script: [{ does: 'answers', after: 9_000 }] } } as const
    const tenant = createTenant({ scenario, clock: 'manual' })
    return callPerson(tenant, { id: user.id }, 'http://127.0.0.1:9/').then((id) => {
      tenant.clock.advance(9_099)
      expect(tenant.call(id).state).toBe('establishing')
      tenant.clock.advance(1)
      expect(tenant.call(id).state).toBe('established')
    })
  })

  test('a key is pressed once, also if its notification was sent again', () => {
    const tone = posted(5.2, notification('tone-pressed'))
    expect(scriptOf(tone, tone)).toHaveLength(2)
  })
})

test('a recording without times keeps the order of the events', () => {
  const posts = ['call-incoming', 'call-established', 'call-terminated'] as const
  expect(scenarioOf(posts.map((name) => notification(name)))).toEqual({
    'Mira Holm': {
      id: '72631e70-96a5-496c-933b-598c5e48a3d2',
      script: [{ does: 'calls' }, { does: 'hangsUp', when: 'established' }],
    },
  })
})

test('the roster of a group call shows who answers, mutes themselves and leaves', () => {
  const [change] = notification('roster-user-joined').value
  const id = change?.resourceUrl?.split('/')[3] ?? ''
  const tomas = { id: '6729977f-04ac-4981-b6fc-1e0a747b2c22', displayName: 'Tomas Reyes' }
  const targets = [user, tomas].map((each) => ({ identity: { user: each } }))
  const group = { '@odata.type': type('call'), id, state: 'establishing', direction: 'outgoing', targets }
  const state = (name: string) => ({
    value: [
      {
        changeType: 'updated',
        resourceUrl: `/communications/calls/${id}`,
        resourceData: { '@odata.type': type('call'), state: name },
      },
    ],
  })
  const entries = [
    exchange(0, calls, request, group),
    posted(2, state('established')),
    posted(2.1, notification('roster-bot-only')),
    posted(5, notification('roster-user-joined')),
    posted(8, notification('roster-user-muted')),
    posted(9, notification('roster-user-left')),
  ]
  expect(scenarioOf(har(...entries))).toEqual({
    'Tomas Reyes': {
      id: tomas.id,
      script: [
        { does: 'answers', after: 3_000 },
        { does: 'mutes', after: 3_000 },
        { does: 'hangsUp', after: 1_000 },
      ],
    },
  })
})

test('a recording without calls has no people', () => {
  expect(scenarioOf(har())).toEqual({})
  expect(scenarioOf('{"a":1}\n{"b":2}\n')).toEqual({})
})

test.each([
  ['a text that is not JSON', '<html>', 'Line 1 is not JSON.'],
  ['an empty text', ' ', 'The capture is empty.'],
  ['a missing value', undefined, 'it contains undefined.'],
  ['the promise of a text', Promise.resolve('[]'), 'it contains a Promise.'],
  ['a buffer', Buffer.from('[]'), 'it contains a Uint8Array.'],
])('%s is rejected', (_, recording, message) => {
  for (const read of [scenarioOf, lifecyclesOf, anonymize]) {
    expect(() => read(recording)).toThrow(CaptureFormatError)
    expect(() => read(recording)).toThrow(message)
  }
})

test.each([
  [5, 'Invalid scenario: 5. Expected an array of steps, or people by name.'],
  [{ 'Mira Holm': { answer: false } }, 'Unknown option of person: answer'],
])('the scenario %j is rejected', (scenario, message) => {
  expect(() => Reflect.apply(createTenant, undefined, [{ scenario }])).toThrow(message)
})
