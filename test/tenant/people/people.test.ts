import { CallConditionError, createTenant, PersonError } from 'graph-call-testkit/tenant'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { listening } from '../listening.ts'
import { appId, callPerson, post, startBot } from './test-bot.ts'

describe('a person who calls a bot', () => {
  test('is answered by the bot, and hangs up', async () => {
    const tenant = createTenant({ clock: 'fast' })
    await using app = await startBot(tenant)
    const bot = tenant.registerBot({ appId, callbackUri: app.callbackUri })
    const mira = tenant.person('Mira Holm')
    const call = await mira.calls(bot)
    await call.until('established')
    await call.until(({ timeline }) =>
      timeline.some((entry) => entry.kind === 'notification' && entry.properties.includes('mediaState')),
    )
    await mira.hangsUp()
    expect(call.state).toBe('terminated')
    expect(`${call}`.split('\n').map((line) => line.replace(/^ +[\d.]+ s +/, ''))).toMatchInlineSnapshot(`
      [
        "Call 0ca11000-0000-4000-8000-000000000001: terminated",
        "person        Mira Holm calls",
        "notification  created incoming: direction, callbackUri, source, targets, requestedModalities, tenantId, myParticipantId, incomingContext, id -> 202",
        "request       202 POST /answer",
        "notification  updated establishing -> 202",
        "notification  updated established: direction -> 202",
        "notification  updated established: mediaState, meetingCapability, coOrganizers -> 202",
        "person        Mira Holm hangs up",
        "notification  deleted terminated: resultInfo, meetingCapability, coOrganizers (200/5002) -> 202",
      ]
    `)
    expect(call.resultInfo).toMatchObject({
      code: 200,
      subcode: 5002,
      message: 'The conversation has ended. DiagCode: 0#5002.@',
    })
  })

  test('appears in the notification as reported calls do', async () => {
    const tenant = createTenant({ clock: 'fast' })
    await using app = await startBot(tenant)
    const bot = tenant.registerBot({ appId, callbackUri: app.callbackUri })
    await tenant.person('Mira Holm').calls(bot)
    expect({
      ...app.received[0],
      resourceData: { ...app.received[0]?.resourceData, callbackUri: '' },
    }).toMatchInlineSnapshot(`
      {
        "@odata.type": "#microsoft.graph.commsNotification",
        "changeType": "created",
        "resource": "/app/calls/0ca11000-0000-4000-8000-000000000001",
        "resourceData": {
          "@odata.type": "#microsoft.graph.call",
          "callChainId": "0c4a1000-0000-4000-8000-000000000002",
          "callbackUri": "",
          "direction": "incoming",
          "id": "0ca11000-0000-4000-8000-000000000001",
          "incomingContext": {
            "@odata.type": "#microsoft.graph.incomingContext",
            "sourceParticipantId": "0da47000-0000-4000-8000-000000000003",
          },
          "myParticipantId": "0da47000-0000-4000-8000-000000000004",
          "requestedModalities": [
            "audio",
          ],
          "source": {
            "@odata.type": "#microsoft.graph.participantInfo",
            "endpointType": "default",
            "id": "0da47000-0000-4000-8000-000000000003",
            "identity": {
              "@odata.type": "#microsoft.graph.identitySet",
              "user": {
                "@odata.type": "#microsoft.graph.identity",
                "displayName": "Mira Holm",
                "id": "05e40000-0000-4000-8000-02278afd3668",
                "tenantId": "4b7c3b8a-1ed5-4969-b8f4-671149918799",
              },
            },
            "languageId": "en-us",
            "region": "emea",
          },
          "state": "incoming",
          "targets": [
            {
              "@odata.type": "#microsoft.graph.invitationParticipantInfo",
              "endpointType": "default",
              "id": "0da47000-0000-4000-8000-000000000004",
              "identity": {
                "@odata.type": "#microsoft.graph.identitySet",
                "applicationInstance": {
                  "@odata.type": "#microsoft.graph.identity",
                  "displayName": "Calling bot",
                  "id": "0a992000-0000-4000-8000-ef92376a02fe",
                  "tenantId": "4b7c3b8a-1ed5-4969-b8f4-671149918799",
                },
              },
            },
          ],
          "tenantId": "4b7c3b8a-1ed5-4969-b8f4-671149918799",
        },
        "resourceUrl": "/communications/calls/0ca11000-0000-4000-8000-000000000001",
      }
    `)
  })

  test('ends the call after 15 seconds if the bot does not answer', async () => {
    const tenant = createTenant({ clock: 'manual' })
    const callbackUri = await listening(() => (_request, response) => response.writeHead(202).end())
    const bot = tenant.registerBot({ appId, callbackUri })
    const call = await tenant.person('Mira Holm').calls(bot)
    tenant.clock.advance({ seconds: 14 })
    expect(call.state).toBe('incoming')
    tenant.clock.advance({ seconds: 1 })
    expect(call.state).toBe('terminated')
    expect(call.resultInfo).toMatchObject({ code: 408, subcode: 8587 })
  })
})

describe('a person who is called by a bot', () => {
  test('answers after two seconds', async () => {
    const tenant = createTenant({ clock: 'manual' })
    const lee = tenant.person('Lee Ash')
    const id = await callPerson(tenant, { id: lee.id }, 'http://127.0.0.1:9/')
    tenant.clock.advance(100 + 1_999)
    expect(tenant.call(id).state).toBe('establishing')
    tenant.clock.advance(1)
    expect(tenant.call(id).state).toBe('established')
  })

  test.each([
    ['declines', { declines: true }, { code: 603, subcode: 8538 }],
    ['is busy', { busy: true }, { code: 486, subcode: 8539 }],
    ['is unreachable', { unreachable: true }, { code: 480, subcode: 10037 }],
    [
      'is unreachable with a result',
      { unreachable: { code: 408, subcode: 8544 } },
      { code: 408, subcode: 8544 },
    ],
    ['does not answer', { answers: false }, { code: 200, subcode: 5002 }],
  ] as const)('%s', async (_what, options, result) => {
    const tenant = createTenant({ clock: 'manual' })
    tenant.person('Lee Ash', options)
    const id = await callPerson(tenant, { id: 'other', displayName: 'Lee Ash' }, 'http://127.0.0.1:9/')
    tenant.clock.advance({ seconds: 59 })
    expect(tenant.call(id).state).toBe('answers' in options ? 'establishing' : 'terminated')
    tenant.clock.advance({ seconds: 2 })
    expect(tenant.call(id).resultInfo).toMatchObject(result)
  })

  test('answers and declines when the test says so', async () => {
    const tenant = createTenant({ clock: 'fast' })
    const lee = tenant.person('Lee Ash', { answers: false })
    const kim = tenant.person('Kim Ode', { answers: false })
    const [first, second] = await Promise.all([
      callPerson(tenant, { id: lee.id }, 'http://127.0.0.1:9/'),
      callPerson(tenant, { id: kim.id }, 'http://127.0.0.1:9/'),
    ])
    const [answered, declined] = await Promise.all([lee.answers(), kim.declines()])
    expect([answered.id, declined.id]).toEqual([first, second])
    expect([answered.state, declined.state]).toEqual(['established', 'terminated'])
    expect((await lee.rings()).id).toBe(first)
  })

  test('is anybody: the tenant does not have to know the person', async () => {
    const tenant = createTenant({ clock: 'fast' })
    const id = await callPerson(tenant, { id: 'somebody' }, 'http://127.0.0.1:9/')
    await tenant.call(id).until('established')
    expect(`${tenant.call(id)}`).toContain('somebody answers')
  })
})

describe('until', () => {
  test('explains with the timeline why the call does not get there', async () => {
    const tenant = createTenant({ clock: 'manual' })
    const id = await callPerson(tenant, { id: 'somebody' }, 'http://127.0.0.1:9/')
    const waiting = tenant.call(id).until('established', { timeout: 20 })
    await expect(waiting).rejects.toThrow(CallConditionError)
    await expect(waiting).rejects.toThrow('call tenant.clock.advance({ seconds: 0.1 })')
    await expect(waiting).rejects.toThrow('request       201 POST call')
  })

  test('says that a fast clock stops before a timeout', async () => {
    const tenant = createTenant({ clock: 'fast' })
    tenant.person('Lee Ash', { answers: false })
    const id = await callPerson(tenant, { displayName: 'Lee Ash' }, 'http://127.0.0.1:9/')
    const waiting = tenant.call(id).until('terminated', { timeout: 100 })
    await expect(waiting).rejects.toThrow(
      'A fast clock stops before timeouts. To move to the next one, call tenant.clock.advance({ seconds: 60 }).',
    )
  })

  test('has the timeline in the message, and as a property that test runners do not print', async () => {
    const tenant = createTenant({ clock: 'manual' })
    const id = await callPerson(tenant, { id: 'somebody' }, 'http://127.0.0.1:9/')
    const error: unknown = await tenant
      .call(id)
      .until('established', { timeout: 1 })
      .catch((thrown: unknown) => thrown)
    if (!(error instanceof CallConditionError)) throw new Error('Expected a CallConditionError.')
    expect(error.timeline).toMatchObject([{ kind: 'request' }, {}, {}])
    expect(Object.keys(error)).not.toContain('timeline')
  })

  test('rejects at once if the call has ended', async () => {
    const tenant = createTenant({ clock: 'manual' })
    const id = await callPerson(tenant, { id: 'somebody' }, 'http://127.0.0.1:9/')
    tenant.endCall(id)
    await expect(tenant.call(id).until('established')).rejects.toMatchObject({ hasEnded: true })
    await expect(tenant.call(id).until('establishing')).resolves.toMatchObject({ id })
  })
})

test('a person who is not in a call cannot hang up', async () => {
  const tenant = createTenant()
  await expect(tenant.person('Lee Ash').hangsUp()).rejects.toThrow(PersonError)
})

test('an eight-hour call with keepAlive takes less than a second', async () => {
  const tenant = createTenant({ clock: 'manual' })
  const id = await callPerson(tenant, { id: 'somebody' }, 'http://127.0.0.1:9/')
  tenant.clock.advance({ seconds: 3 })
  for (let minutes = 0; minutes < 8 * 60; minutes += 40) {
    tenant.clock.advance({ minutes: 40 })
    expect((await post(tenant, `/${id}/keepAlive`)).status).toBe(200)
  }
  expect(tenant.call(id).state).toBe('established')
  tenant.clock.advance({ minutes: 45 })
  expect(tenant.call(id).resultInfo).toMatchObject({ code: 408, subcode: 8537 })
})

describe('a script', () => {
  test('starts when a bot is registered, follows the call, and gives the same timeline for the same seed', async () => {
    const play = async (seed: number) => {
      const tenant = createTenant({
        clock: 'fast',
        seed,
        scenario: [
          { person: 'Mira Holm', does: 'calls', after: { seconds: 1 } },
          { person: 'Mira Holm', does: 'hangsUp', after: { from: { seconds: 1 }, to: { seconds: 9 } } },
        ],
      })
      await using app = await startBot(tenant)
      tenant.registerBot({ appId, callbackUri: app.callbackUri })
      const call = await tenant.person('Mira Holm').rings()
      await call.until('terminated')
      return call.timeline.find((entry) => entry.kind === 'person' && entry.act === 'hangs up')?.time
    }
    const [first, same, other] = [await play(7), await play(7), await play(8)]
    expect(first).toBe(same)
    expect(first).not.toBe(other)
  })

  test('declines each call of the bot', async () => {
    const tenant = createTenant({ clock: 'fast' })
    const lee = tenant.person('Lee Ash', { script: [{ does: 'declines', after: { seconds: 3 } }] })
    for (let call = 0; call < 2; call++) {
      const id = await callPerson(tenant, { id: lee.id }, 'http://127.0.0.1:9/')
      await tenant.call(id).until('terminated')
      expect(tenant.call(id).resultInfo).toMatchObject({ subcode: 8538 })
    }
  })

  test.each([
    [{ does: 'waves' }, 'Invalid script[0].does: "waves". Expected for example "leaves"'],
    [{ does: 'presses' }, 'Invalid script[0].keys: undefined'],
    [{ does: 'presses', keys: 'x' }, 'Invalid keys: "x"'],
    [{ does: 'hangsUp', when: 'later' }, 'Invalid script[0].when: "later"'],
    [{ does: 'hangsUp', afterwards: 1 }, 'Invalid script[0].afterwards: 1'],
  ])('with the step %j is rejected', (step, message) => {
    const add = () => Reflect.apply(createTenant().person, undefined, ['Lee Ash', { script: [step] }])
    expect(add).toThrow(message.replace('Expected for example "leaves"', 'Expected'))
  })
})

describe('limits', () => {
  test('of calls at once and in a month reject a call with 429', async () => {
    const limits = { callsAtOnce: 2, callsPerMonth: 3 }
    const tenant = createTenant({ clock: 'manual', limits })
    const create = () => callPerson(tenant, { id: 'somebody' }, 'http://127.0.0.1:9/')
    const [first, second] = [await create(), await create()]
    expect(await create()).toBeUndefined()
    expect(tenant.requests.at(-1)).toMatchObject({ status: 429 })
    for (const id of [first, second]) tenant.endCall(id)
    expect(await create()).toMatch(/^0ca11000/)
    expect(await create()).toBeUndefined()
    tenant.clock.advance({ hours: 31 * 24 })
    expect(await create()).toMatch(/^0ca11000/)
  })

  test('can be changed', async () => {
    const tenant = createTenant({ clock: 'manual', limits: { ringing: { seconds: 20 } } })
    tenant.person('Lee Ash', { answers: false })
    const id = await callPerson(tenant, { displayName: 'Lee Ash' }, 'http://127.0.0.1:9/')
    tenant.clock.advance({ seconds: 21 })
    expect(tenant.call(id).state).toBe('terminated')
  })
})

test('a snapshot in the middle of a call continues in the same way', async () => {
  const ended = async (isRestored: boolean) => {
    const tenant = createTenant({ clock: 'manual' })
    const script = [
      { does: 'answers', after: { seconds: 5 } },
      { does: 'hangsUp', after: { seconds: 60 } },
    ] as const
    const lee = tenant.person('Lee Ash', { script })
    const id = await callPerson(tenant, { id: lee.id }, 'http://127.0.0.1:9/')
    tenant.clock.advance({ seconds: 2 })
    await tenant.settled()
    const other = isRestored ? createTenant({ clock: 'manual' }) : tenant
    if (isRestored) other.restore(JSON.parse(JSON.stringify(tenant.snapshot())))
    await other.settled()
    other.clock.advance({ seconds: 90 })
    return `${other.call(id)}`
  }
  expect(await ended(true)).toBe(await ended(false))
  expect(await ended(true)).toContain('65.100 s  person        Lee Ash hangs up')
})

test('a bot for policy-based recording has five seconds to answer, and knows the participant to record', async () => {
  const tenant = createTenant({ clock: 'manual' })
  const bodies: string[] = []
  const callbackUri = await listening(() => async (request, response) => {
    bodies.push((await request.setEncoding('utf8').toArray()).join(''))
    response.writeHead(202).end()
  })
  const bot = tenant.registerBot({ appId, callbackUri, isRecorder: true })
  const call = await tenant.person('Mira Holm').calls(bot)
  const [{ resourceData }] = JSON.parse(bodies[0] ?? '').value
  const { sourceParticipantId, observedParticipantId } = resourceData.incomingContext
  expect(observedParticipantId).toBe(sourceParticipantId)
  expect(resourceData.meetingInfo['@odata.type']).toBe('#microsoft.graph.tokenMeetingInfo')
  tenant.clock.advance(4_999)
  expect(call.state).toBe('incoming')
  tenant.clock.advance(1)
  expect(call.state).toBe('terminated')
})

test('a person transfers the bot to another person', async () => {
  const tenant = createTenant({ clock: 'fast' })
  await using app = await startBot(tenant)
  const bot = tenant.registerBot({ appId, callbackUri: app.callbackUri })
  const mira = tenant.person('Mira Holm')
  const lee = tenant.person('Lee Ash')
  const call = await mira.calls(bot)
  await call.until('established')
  await mira.transfers(lee)
  await lee.rings()
  await call.until(({ timeline }) =>
    timeline.some(
      (entry) =>
        entry.kind === 'notification' &&
        entry.properties.includes('source') &&
        entry.changeType === 'updated',
    ),
  )
  await expect(mira.hangsUp()).rejects.toThrow('Mira Holm is not in a call')
  await lee.hangsUp()
  expect(call.state).toBe('terminated')
})

describe('with fake timers that do not advance', () => {
  afterEach(() => {
    vi.useRealTimers()
  })

  test('a fast clock moves to the next event', async () => {
    vi.useFakeTimers()
    const tenant = createTenant({ clock: 'fast' })
    const id = await callPerson(tenant, { id: 'somebody' }, 'http://127.0.0.1:9/')
    await tenant.call(id).until('established')
    expect(tenant.call(id).state).toBe('established')
  })

  test('until ends in real time', async () => {
    vi.useFakeTimers()
    const tenant = createTenant({ clock: 'manual' })
    const id = await callPerson(tenant, { id: 'somebody' }, 'http://127.0.0.1:9/')
    await expect(tenant.call(id).until('established', { timeout: 20 })).rejects.toThrow(CallConditionError)
  })
})
