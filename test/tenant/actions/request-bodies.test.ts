import { createTenant } from 'graph-call-testkit/tenant'
import { describe, expect, test } from 'vitest'
import { appId } from '../people/test-bot.ts'
import { errorOf, headers, pathOf, send } from '../send.ts'
import { callbackUri, callsPath, groupBot, mediaConfig } from './group-bot.ts'

/** Requests that name people, with the path of the first identity in the body. */
const naming: readonly (readonly [path: string, at: string, body: (identity: object) => object])[] = [
  [callsPath, 'targets[0].identity', (identity) => ({ callbackUri, mediaConfig, targets: [{ identity }] })],
  [
    `${pathOf('p2p')}/participants/invite`,
    'participants[0].identity',
    (identity) => ({ participants: [{ identity }] }),
  ],
  [`${pathOf('p2p')}/transfer`, 'transferTarget.identity', (identity) => ({ transferTarget: { identity } })],
  [`${pathOf('incoming')}/redirect`, 'targets[0].identity', (identity) => ({ targets: [{ identity }] })],
]

function tenantWithCalls() {
  const targets = [{ identity: { user: { id: 'robin' } } }]
  return createTenant({
    clock: 'manual',
    calls: [
      { id: 'p2p', state: 'established', callbackUri, targets },
      { id: 'incoming', state: 'incoming', callbackUri, targets },
    ],
  })
}

const post = (path: string, body: string) => send(tenantWithCalls(), path, { method: 'POST', headers, body })

describe.each(naming)('%s', (path, at, bodyWith) => {
  test.each([
    {},
    { user: null },
    { user: {} },
    { user: { id: '' } },
    { '@odata.type': '#microsoft.graph.identitySet' },
  ])('rejects the identity %j, which names nobody', async (identity) => {
    const response = await post(path, JSON.stringify(bodyWith(identity)))
    const expected = `400/8523 The value of '${at}' has no user, phone or application with an 'id'.`
    expect(await errorOf(response)).toBe(expected)
  })

  test.each([{ user: { id: 'kim' } }, { phone: { id: '+12065550100' } }, { application: { id: appId } }])(
    'accepts the identity %j',
    async (identity) => {
      expect((await post(path, JSON.stringify(bodyWith(identity)))).status).toBeLessThan(300)
    },
  )

  test.each(['{', '{"a":1,}', 'null,', 'targets=1'])('rejects %j, which is not JSON', async (text) => {
    const response = await post(path, text)
    expect(response.headers.has('x-testkit-assumption')).toBe(false)
    expect(await errorOf(response)).toBe('400/BadRequest The request body must be a JSON object.')
  })

  test.each(['null', '[]', '1', '"text"'])('rejects %s, which is not an object', async (text) => {
    expect(await errorOf(await post(path, text))).toBe('400/8523 The request body must be a JSON object.')
  })
})

test.each([
  ['mediaConfig', '#microsoft.graph.serviceHostedMediaconfig', 400],
  ['mediaConfig', 'serviceHostedMediaConfig', 400],
  ['mediaConfig', '#microsoft.graph.mediaConfig', 400],
  ['meetingInfo', '#microsoft.graph.joinUrlMeetingInfo', 400],
  ['callOptions', '#microsoft.graph.callOption', 400],
  ['mediaConfig', 'microsoft.graph.appHostedMediaConfig', 201],
  ['callOptions', '#microsoft.graph.outgoingCallOptions', 201],
])('%s with the type %j gets %d', async (name, type, status) => {
  const targets = [{ identity: { user: { id: 'kim' } } }]
  const body = JSON.stringify({ callbackUri, mediaConfig, targets, [name]: { '@odata.type': type } })
  const response = await post(callsPath, body)
  expect(response.status).toBe(status)
  if (status === 400)
    expect(await errorOf(response)).toContain(`400/8523 The '@odata.type' of '${name}' must be '#`)
})

test.each([
  ['#microsoft.graph.mediaPromt', 400],
  ['microsoft.graph.mediaPrompt', 200],
])('the second prompt with the type %j gets %d', async (type, status) => {
  const mediaInfo = { uri: 'https://bot.contoso.com/a.wav' }
  const prompts = [{ mediaInfo }, { '@odata.type': type, mediaInfo }]
  const response = await post(`${pathOf('p2p')}/playPrompt`, JSON.stringify({ prompts }))
  expect(response.status).toBe(status)
  const expected = "400/8523 The '@odata.type' of 'prompts[1]' must be '#microsoft.graph.mediaPrompt'."
  if (status === 400) expect(await errorOf(response)).toBe(expected)
})

test('an action on participants names the one who is not in the call', async () => {
  const { send: request, join } = groupBot()
  const { id } = await join()
  const bodies = {
    configureMixer: { participantMixerLevels: [{ participant: 'nobody', exclusive: true }] },
    muteAll: { participants: ['nobody'] },
  }
  for (const [name, body] of Object.entries(bodies)) {
    const response = await request('POST', `/beta/communications/calls/${id}/participants/${name}`, body)
    expect(response).toMatchObject({ status: 404, body: { error: { code: '8558' } } })
    expect(response.body.error.message).toContain("'nobody'")
  }
})

test('a transfer from a group call needs the ID of the participant', async () => {
  const { act, join } = groupBot()
  const { id } = await join()
  const transferTarget = { identity: { user: { id: 'kim' } } }
  const { body } = await act(id, 'transfer', {
    transferTarget,
    transferee: { identity: { user: { id: 'robin' } } },
  })
  expect(body.error.message).toBe("The parameter 'transferee' with a 'participantId' is missing.")
})

test.each(['reported', 'documented'] as const)(
  'a rejected call ends without a state, in the %s form',
  async (form) => {
    const bodies: string[] = []
    const bot: typeof fetch = async (_url, init) => {
      bodies.push(String(init?.body))
      return new Response(null, { status: 202 })
    }
    const tenant = createTenant({ clock: 'manual', notifications: { fetch: bot, form } })
    const call = await tenant.person('Mira Holm').calls(tenant.registerBot({ appId, callbackUri }))
    await send(tenant, `${pathOf(call.id)}/reject`, { method: 'POST', headers, body: '{}' })
    await call.until('terminated')
    const [change] = JSON.parse(bodies.at(-1) ?? '').value
    expect(change).toMatchObject({ changeType: 'deleted', resourceUrl: `/communications/calls/${call.id}` })
    const identification = form === 'documented' ? ['@odata.id', '@odata.etag'] : []
    expect(Object.keys(change.resourceData)).toEqual(['@odata.type', ...identification, 'callChainId'])
    expect(await (await send(tenant, pathOf(call.id))).json()).toMatchObject({ state: 'terminated' })
  },
)

test('the timeline says why a request failed, also after a snapshot', async () => {
  const tenant = tenantWithCalls()
  await send(tenant, `${pathOf('p2p')}/recordResponse`, {
    method: 'POST',
    headers,
    body: '{"stopTones":["x"]}',
  })
  tenant.failNext({ proxy: 502 })
  await send(tenant, `${pathOf('p2p')}/recordResponse`, { method: 'POST', headers, body: '{}' })
  for (const error of [{}, { code: 'x' }, { message: 'Try again.' }]) {
    tenant.failNext({ status: 503, body: { error } })
    await send(tenant, `${pathOf('p2p')}/mute`, { method: 'POST', headers, body: '{}' })
  }
  const restored = createTenant({ clock: 'manual' })
  restored.restore(JSON.parse(JSON.stringify(tenant.snapshot())))
  for (const each of [tenant, restored]) {
    expect(`${each.call('p2p')}`).toContain(
      `400 POST /recordResponse (8523: The value of 'stopTones' is not valid: "x".)`,
    )
    expect(`${each.call('p2p')}`).toMatch(/502 POST \/recordResponse$/m)
    expect(`${each.call('p2p')}`).toMatch(/mute\n.*mute \(x\)\n.*mute \(Try again\.\)$/)
  }
})
