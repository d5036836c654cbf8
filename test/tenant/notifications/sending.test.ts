import { fixture } from 'graph-call-testkit/fixtures'
import { createTenant, graphFetch, type NotifyOptions, type Tenant } from 'graph-call-testkit/tenant'
import { createRemoteJWKSet, jwtVerify } from 'jose'
import { describe, expect, test } from 'vitest'
import { receiver } from './receiver.ts'

const appId = 'a9910001-0000-4000-a000-000000000001'
const scenarioId = '5ce00001-0000-4000-a000-000000000001'

/** Lets a bot create a call, and returns its id. */
async function create(tenant: Tenant, callbackUri: string, headers: Record<string, string> = {}) {
  const response = await graphFetch(tenant)('https://graph.microsoft.com/v1.0/communications/calls', {
    method: 'POST',
    headers: { Authorization: 'Bearer a-token', ...headers },
    body: JSON.stringify({
      '@odata.type': '#microsoft.graph.call',
      callbackUri,
      targets: [
        {
          '@odata.type': '#microsoft.graph.invitationParticipantInfo',
          identity: {
            user: { '@odata.type': '#microsoft.graph.identity', id: '05e40001-0000-4000-a000-000000000001' },
          },
        },
      ],
      requestedModalities: ['audio'],
      mediaConfig: { '@odata.type': '#microsoft.graph.serviceHostedMediaConfig' },
    }),
  })
  expect(response.status).toBe(201)
  const { id, callChainId }: { id: string; callChainId: string } = await response.json()
  return { id, callChainId }
}

const bot = (notifications: NotifyOptions = {}) =>
  createTenant({ clock: 'manual', apps: [{ appId }], notifications })

/** Plays a call from its creation until its media have started, and ends it. */
async function wholeCall(notifications: NotifyOptions, reply?: Parameters<typeof receiver>[0]) {
  const target = await receiver(reply)
  const tenant = bot(notifications)
  const { id } = await create(tenant, target.url)
  tenant.clock.advance({ seconds: 10 })
  tenant.endCall(id)
  await tenant.settled()
  return { tenant, id, ...target }
}

const allStates = ['establishing', 'established', 'established', 'terminating', 'terminated']

describe('a notification', () => {
  test('has the headers of real traffic', async () => {
    const { url, received } = await receiver()
    const tenant = bot()
    const { callChainId } = await create(tenant, url, { 'Scenario-Id': scenarioId })
    await tenant.settled()
    expect(received.map(({ headers }) => headers)).toMatchObject([
      {
        authorization: expect.stringMatching(/^Bearer ey[\w-]+\.[\w-]+\.[\w-]+$/),
        'content-type': 'application/json',
        accept: 'application/json',
        'user-agent': 'Microsoft-Skype/3.0,(Calling/1.0)',
        'x-microsoft-skype-chain-id': callChainId,
        'x-microsoft-skype-message-id': expect.stringMatching(/^[\da-f-]{36}$/),
        'scenario-id': scenarioId,
      },
    ])
    expect(received[0]?.headers).not.toHaveProperty('x-microsoft-skype-original-message-id')
  })

  test('has the chain id as its scenario if the bot did not set one', async () => {
    const { url, received } = await receiver()
    const tenant = bot()
    const { callChainId } = await create(tenant, url)
    await tenant.settled()
    expect(received[0]?.headers['scenario-id']).toBe(callChainId)
  })

  test('has no scenario, but the region of the caller, if it is the first one of an incoming call', async () => {
    const { url, received } = await receiver()
    const tenant = createTenant()
    await using notifications = tenant.notify()
    tenant.addCall(fixture('incoming-peer-to-peer', { callbackUri: url }))
    await notifications.settled()
    expect(received[0]?.headers).toMatchObject({ 'x-microsoft-skype-caller-region': 'emea' })
    expect(received[0]?.headers).not.toHaveProperty('scenario-id')
  })

  test('has a token that a bot can verify with the keys of the tenant', async () => {
    const { received, tenant } = await wholeCall({})
    await using server = await tenant.listen()
    const document = await (await fetch(`${server.url}/v1/.well-known/OpenIdConfiguration`)).json()
    const keys = createRemoteJWKSet(new URL(document.jwks_uri))
    for (const { headers } of received) {
      const token = headers.authorization?.slice('Bearer '.length) ?? ''
      const { payload } = await jwtVerify(token, keys, {
        audience: appId,
        issuer: 'https://api.botframework.com',
      })
      expect(payload['tid']).toMatch(/^[\da-f-]{36}$/)
    }
  })

  test('has a token with a fault if a test wants it', async () => {
    const { received, tenant } = await wholeCall({ token: 'wrong-key' })
    await using server = await tenant.listen()
    const keys = createRemoteJWKSet(new URL(`${server.url}/v1/keys`))
    const token = received[0]?.headers.authorization?.slice('Bearer '.length) ?? ''
    await expect(jwtVerify(token, keys)).rejects.toThrow('signature verification failed')
  })

  test('has no token if the bot is not known', async () => {
    const { url, received } = await receiver()
    const tenant = createTenant({ clock: 'manual' })
    await create(tenant, url)
    await tenant.settled()
    expect(received[0]?.headers).not.toHaveProperty('authorization')
  })

  test('has neither an id nor an @odata.id in its call, and both paths', async () => {
    const { received, id } = await wholeCall({})
    for (const { body } of received) {
      const [item] = body.value
      expect(item).toMatchObject({
        resource: `/app/calls/${id}`,
        resourceUrl: `/communications/calls/${id}`,
      })
      expect(Object.keys(item?.resourceData ?? {})).not.toContain('id')
      expect(Object.keys(item?.resourceData ?? {})).not.toContain('@odata.id')
    }
  })

  test('has the form of the examples with form: documented', async () => {
    const { received, id } = await wholeCall({ form: 'documented' })
    const [item] = received[0]?.body.value ?? []
    expect(item).toMatchObject({
      resourceUrl: `/communications/calls/${id}`,
      resourceData: {
        '@odata.id': `/communications/calls/${id}`,
        '@odata.etag': 'W/"5445"',
        state: 'establishing',
      },
    })
    expect(item).not.toHaveProperty('resource')
  })
})

describe('notifications of a call', () => {
  test('arrive in order', async () => {
    const { states } = await wholeCall({})
    expect(states()).toEqual(allStates)
  })

  test('have the same bytes for the same seed', async () => {
    const run = async () => {
      const { received } = await wholeCall({ loss: 0.3, duplicates: 0.3, seed: 7 })
      return received.map(({ headers, body }) => [
        headers['x-microsoft-skype-message-id'],
        headers.authorization,
        body,
      ])
    }
    const first = JSON.stringify(await run()).replace(/127\.0\.0\.1:\d+/g, 'bot')
    expect(JSON.stringify(await run()).replace(/127\.0\.0\.1:\d+/g, 'bot')).toBe(first)
  })

  test('are lost with loss, and a lost one is recorded', async () => {
    const { states, tenant } = await wholeCall({ loss: 1 })
    expect(states()).toEqual([])
    expect(tenant.notifications).toHaveLength(allStates.length)
    for (const delivery of tenant.notifications) expect(delivery).toMatchObject({ error: { reason: 'lost' } })
  })

  test('arrive twice with duplicates', async () => {
    const { states } = await wholeCall({ duplicates: 1 })
    expect(states()).toEqual(allStates.flatMap((state) => [state, state]))
  })

  test('arrive in one request with batch', async () => {
    const { received } = await wholeCall({ batch: 10 })
    expect(received.length).toBeLessThan(allStates.length)
    expect(received.flatMap(({ body }) => body.value)).toHaveLength(allStates.length)
  })

  test('change their order with delays that differ, and all arrive', async () => {
    const orders = await Promise.all(
      [1, 2, 3, 4].map(async (seed) => {
        const { url, states } = await receiver()
        const tenant = bot({ delay: { min: 0, max: 60, seed }, seed })
        const { id } = await create(tenant, url)
        tenant.clock.advance({ seconds: 10 })
        tenant.endCall(id)
        await expect.poll(() => states().length, { timeout: 10_000 }).toBe(allStates.length)
        return states()
      }),
    )
    for (const states of orders) expect(states.toSorted()).toEqual(allStates.toSorted())
    expect(orders.some((states) => states.join() !== allStates.join())).toBe(true)
  })

  test('are sent again with a 5xx, with the id of the first attempt', async () => {
    const { received, tenant } = await wholeCall({ repeats: 2 }, { status: 503, headers: {} })
    const headers = received.map(({ headers: each }) => each)
    expect(headers).toHaveLength(allStates.length * 3)
    const [first, second, third] = headers
    const id = first?.['x-microsoft-skype-message-id']
    expect([second, third].map((each) => each?.['x-microsoft-skype-original-message-id'])).toEqual([id, id])
    expect(new Set(headers.map((each) => each['x-microsoft-skype-message-id'])).size).toBe(headers.length)
    expect(tenant.notifications).toHaveLength(headers.length)
  })

  test.each([400, 401, 404])('are sent once with a %d', async (status) => {
    const { received } = await wholeCall({}, { status, headers: {} })
    expect(received).toHaveLength(allStates.length)
  })

  test('that were not delivered are in a snapshot, and are sent after a restore', async () => {
    const { url, states } = await receiver()
    const tenant = bot({ fetch: () => new Promise(() => {}) })
    await create(tenant, url)
    tenant.clock.advance({ seconds: 10 })
    const saved = JSON.parse(JSON.stringify(tenant.snapshot()))
    expect(states()).toEqual([])
    const restored = bot()
    restored.restore(saved)
    await restored.settled()
    expect(states()).toEqual(['establishing', 'established', 'established'])
  })

  test.each<[NotifyOptions, string]>([
    [{ loss: 2 }, 'Invalid loss: 2. Expected a number from 0 to 1.'],
    [{ duplicates: -1 }, 'Invalid duplicates: -1. Expected a number from 0 to 1.'],
    [{ batch: 0 }, 'Invalid batch: 0. Expected an integer of at least 1.'],
    [{ repeats: 0.5 }, 'Invalid repeats: 0.5. Expected an integer of at least 0.'],
    [{ delay: -1 }, 'Invalid delay: -1.'],
  ])('reject the option %j', (options, message) => {
    expect(() => createTenant().notify(options)).toThrow(message)
    expect(() => createTenant({ notifications: options })).toThrow(message)
  })
})
