import { createTenant } from 'graph-call-testkit/tenant'
import { describe, expect, test } from 'vitest'
import { actions } from '../../../src/model/actions/index.ts'
import { wavFile } from '../media/wav-file.ts'
import { alex, callsPath, groupBot, type Json, kim, mediaConfig, robin, target } from './group-bot.ts'

const running = actions.filter(({ response }) => response.operation?.toLowerCase() === 'running')

/** Bodies of actions with a parameter that is required. */
const bodies: Readonly<Record<string, object>> = {
  playPrompt: { prompts: [{ mediaInfo: { uri: 'https://cdn.contoso.com/menu.wav' } }] },
  sendDtmfTones: { tones: ['tone1'] },
  invite: { participants: [target(robin)] },
  configureMixer: { participantMixerLevels: [] },
}

describe('the timeline has the end of', () => {
  test.each(running)('$name', async ({ name, path, betaOnly }) => {
    const { tenant, send, pass, join, invite, act } = groupBot()
    const { id } = await join()
    const [kimId = ''] = await invite(id, kim)
    if (name === 'stopHoldMusic') await act(id, `participants/${kimId}/startHoldMusic`)
    const { length } = tenant.call(id).timeline
    const concrete = path.replace('{id}', id).replace('{participantId}', kimId)
    const root = betaOnly ? '/beta' : '/v1.0'
    const { body } = await send('POST', `${root}/communications${concrete}`, bodies[name] ?? {})
    await pass(10)
    const entries = tenant.call(id).timeline.slice(length)
    const statuses = entries.flatMap((entry) =>
      entry.kind === 'operation' && entry.operationId === body.id ? [entry.status.toLowerCase()] : [],
    )
    const ends = statuses.filter((status) => status === 'completed' || status === 'failed')
    expect([statuses[0], ends.length, statuses.at(-1)]).toEqual(['running', 1, ends[0]])
  })
})

describe('hold music', () => {
  /** Puts a participant on hold, and returns the end of the operation. */
  async function hold(file: Response, uri = 'https://cdn.contoso.com/hold.wav') {
    const requested: string[] = []
    const bot = groupBot({
      prompts: {
        hosts: ['cdn.contoso.com'],
        fetch: async (url) => {
          requested.push(String(url))
          return file
        },
      },
    })
    const { id } = await bot.join()
    const [kimId = ''] = await bot.invite(id, kim)
    const start = () =>
      bot.act(id, `participants/${kimId}/startHoldMusic`, { customPrompt: { mediaInfo: { uri } } })
    const { body } = await start()
    await bot.tenant.settled()
    const notifications = await bot.pass(1)
    const end = notifications.find(({ resource }: Json) => resource.endsWith(`/operations/${body.id}`))
    return { ...bot, id, kimId, requested, end: end?.resourceData }
  }

  test('is fetched before the operation completes', async () => {
    const { requested, end, act, id, kimId } = await hold(new Response(wavFile()))
    expect(requested).toEqual(['https://cdn.contoso.com/hold.wav'])
    expect(end.status).toBe('completed')
    expect((await act(id, `participants/${kimId}/stopHoldMusic`)).status).toBe(202)
  })

  test.each([
    ['is not WAV', new Response('<!doctype html>'), undefined, 400, 8535],
    ['cannot be downloaded', new Response(null, { status: 404 }), undefined, 500, 8536],
    ['is not on https', new Response(null), 'http://cdn.contoso.com/hold.wav', 500, 8536],
  ])(
    'that %s fails the operation, and the participant is not on hold',
    async (_, file, uri, code, subcode) => {
      const { end, act, id, kimId } = await hold(file, uri)
      expect(end).toMatchObject({ status: 'failed', resultInfo: { code, subcode } })
      expect((await act(id, `participants/${kimId}/stopHoldMusic`)).status).toBe(409)
    },
  )

  test('is fetched again after a snapshot', async () => {
    const files = [new Promise<Response>(() => {}), Promise.resolve(new Response(wavFile()))]
    const prompts = { hosts: ['cdn.contoso.com'], fetch: async () => (await files.shift()) ?? new Response() }
    const { tenant, act, join, invite, pass } = groupBot({ prompts })
    const { id } = await join()
    const [kimId = ''] = await invite(id, kim)
    const customPrompt = { mediaInfo: { uri: 'https://cdn.contoso.com/hold.wav' } }
    const { body } = await act(id, `participants/${kimId}/startHoldMusic`, { customPrompt })
    tenant.restore(JSON.parse(JSON.stringify(tenant.snapshot())))
    await tenant.settled()
    await pass(1)
    const last = tenant.call(id).timeline.findLast((entry) => entry.kind === 'operation')
    expect(last).toMatchObject({ operationId: body.id, status: 'completed' })
  })
})

describe('the bot of a call that a test has added is notified of', () => {
  const meeting = {
    chatInfo: { '@odata.type': '#microsoft.graph.chatInfo', threadId: '19:a@thread.v2', messageId: '0' },
    participants: [
      { id: 'bot', info: { identity: { application: { id: 'app', displayName: 'Bot' } } } },
      { id: 'alex', info: { identity: alex } },
    ],
  } as const

  test.each([
    ['mute', 'mute', {}, 'established', '/participants'],
    [
      'changeScreenSharingRole',
      'changeScreenSharingRole',
      { role: 'sharer' },
      'established',
      '/participants',
    ],
    ['the mute of a participant', 'participants/alex/mute', {}, 'established', '/participants'],
    ['reject', 'reject', { reason: 'busy' }, 'incoming', ''],
    ['redirect', 'redirect', { targets: [target(kim)] }, 'incoming', ''],
  ] as const)('%s', async (_, path, body, state, resource) => {
    const { tenant, act, pass } = groupBot()
    const media = path === 'changeScreenSharingRole' ? {} : { mediaConfig }
    const callbackUri = 'http://127.0.0.1:3978/api/calls'
    tenant.addCall({
      id: 'added',
      state,
      direction: 'incoming',
      callbackUri,
      myParticipantId: 'bot',
      ...meeting,
      ...media,
    })
    expect((await act('added', path, body)).status).toBeLessThan(300)
    const received = await pass(1)
    expect(received.map((each) => each.resource)).toContain(`/app/calls/added${resource}`)
  })
})

test('the response to a created call has the documented properties, in their order', async () => {
  const { create } = groupBot()
  const call = await create({ targets: [target(alex)] })
  expect(Object.keys(call).slice(0, 8)).toEqual([
    '@odata.context',
    '@odata.type',
    'state',
    'direction',
    'callbackUri',
    'callChainId',
    'callRoutes',
    'source',
  ])
  expect(call.targets[0]).toMatchObject({
    endpointType: null,
    region: null,
    replacesCallId: null,
    languageId: null,
  })
  expect(call.source).toMatchObject({ countryCode: null, endpointType: null, region: null, languageId: null })
  expect(call.mediaConfig.preFetchMedia).toEqual([])
})

test('a parameter that is missing in an object is reported as missing', async () => {
  const tenant = createTenant({ calls: [{ id: 'added', state: 'established' }] })
  const url = `https://graph.microsoft.com${callsPath}/added/transfer`
  const transferTarget = { '@odata.type': '#microsoft.graph.invitationParticipantInfo' }
  const response = await tenant.fetch(
    new Request(url, {
      method: 'POST',
      headers: { Authorization: 'Bearer any', 'Content-Type': 'application/json' },
      body: JSON.stringify({ transferTarget }),
    }),
  )
  expect((await response.json()).error.message).toBe("The parameter 'transferTarget.identity' is missing.")
})
