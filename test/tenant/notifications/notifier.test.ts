import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import { fixture } from 'graph-call-testkit/fixtures'
import { commsNotificationsSchema } from 'graph-call-testkit/schema'
import { createTenant, type NotifyOptions, type Tenant } from 'graph-call-testkit/tenant'
import { afterEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { ask, seen } from '../ask.ts'

interface Received {
  readonly headers: IncomingHttpHeaders
  readonly body: ReturnType<typeof commsNotificationsSchema.parse>
}

/** A bot that listens on loopback, and keeps what it is told. */
async function receiver(answer = { status: 202, headers: {} }) {
  const received: Received[] = []
  const server = createServer(async (request, response) => {
    const text = (await request.setEncoding('utf8').toArray()).join('')
    received.push({ headers: request.headers, body: commsNotificationsSchema.parse(JSON.parse(text)) })
    response.writeHead(answer.status, answer.headers).end()
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const address = server.address()
  if (typeof address !== 'object' || !address) throw new Error('It has no port.')
  const url = `http://127.0.0.1:${address.port}/api/calls`
  const told = () => received.map(({ body }) => body.value[0]?.resourceData?.state)
  return { url, received, told }
}

function notifying(tenant: Tenant, options?: NotifyOptions) {
  const notifying = tenant.notify(options)
  onTestFinished(() => notifying.stop())
  return notifying
}

const { id } = fixture('incoming-peer-to-peer')
const incoming = (callbackUri: string) => fixture('incoming-peer-to-peer', { callbackUri })

describe('a receiver is told', () => {
  test('all of an incoming call, and then what changes, without a token', async () => {
    const { url, received } = await receiver()
    const tenant = createTenant({ token: 'secret-token-0123456789' })
    const it = notifying(tenant)
    tenant.addCall(incoming(url))
    tenant.advance(id)
    tenant.advance(id)
    tenant.endCall(id)
    await it.settled()
    const { '@odata.context': _, ...whole } = incoming(url)
    const sparse = { '@odata.type': '#microsoft.graph.call', id, callChainId: whole.callChainId }
    const change = (changeType: string, resourceData: object) => ({
      '@odata.type': '#microsoft.graph.commsNotifications',
      value: [
        {
          '@odata.type': '#microsoft.graph.commsNotification',
          changeType,
          resourceUrl: `/communications/calls/${id}`,
          resourceData,
        },
      ],
    })
    const resultInfo = { '@odata.type': '#microsoft.graph.resultInfo', code: 200, subcode: 7000 }
    expect(received.map(({ body }) => body)).toEqual([
      change('created', whole),
      change('updated', { ...sparse, state: 'establishing' }),
      change('updated', { ...sparse, state: 'established' }),
      change('updated', { ...sparse, state: 'terminating' }),
      change('deleted', { ...sparse, state: 'terminated', resultInfo }),
    ])
    for (const { headers } of received) {
      expect(headers['content-type']).toBe('application/json')
      expect(headers).not.toHaveProperty('authorization')
      expect(JSON.stringify(headers)).not.toContain('secret-token')
    }
  })

  test('of what a DELETE does, and a GET that finds the next state', async () => {
    const { url, told } = await receiver()
    const tenant = createTenant()
    const it = notifying(tenant)
    tenant.addCall(incoming(url), { stepEvery: { gets: 1 } })
    await seen(tenant, id, 2)
    await ask(tenant, id, 'DELETE')
    await it.settled()
    expect(told()).toEqual(['incoming', 'establishing', 'established', 'terminating'])
  })

  test('of one call alone, where that is said, and only from then on', async () => {
    const { url, told } = await receiver()
    const tenant = createTenant({ calls: [incoming(url)] })
    const it = notifying(tenant, { callId: id })
    tenant.addCall(fixture('establishing-outgoing', { callbackUri: url }))
    tenant.advance(id)
    await it.settled()
    expect(told()).toEqual(['establishing'])
  })

  test('no more once it was stopped, and none after a reset', async () => {
    const { url, told } = await receiver()
    const tenant = createTenant({ calls: [incoming(url)] })
    const first = notifying(tenant)
    tenant.advance(id)
    await first.settled()
    first.stop()
    tenant.advance(id)
    expect(await first.settled()).toHaveLength(1)
    const second = notifying(tenant, { outOfOrder: true })
    tenant.advance(id)
    tenant.reset()
    tenant.advance(id)
    expect(await second.settled()).toEqual([])
    expect(told()).toEqual(['establishing'])
  })

  test('twice, where that is asked for', async () => {
    const { url, told } = await receiver()
    const tenant = createTenant({ calls: [incoming(url)] })
    const it = notifying(tenant, { copies: 2 })
    tenant.advance(id)
    tenant.advance(id)
    expect(await it.settled()).toHaveLength(4)
    expect(told()).toEqual(['establishing', 'establishing', 'established', 'established'])
  })

  test('out of order, where that is asked for, call by call', async () => {
    const { url, told } = await receiver()
    const tenant = createTenant()
    const it = notifying(tenant, { outOfOrder: true })
    tenant.addCall(incoming(url))
    tenant.addCall(fixture('redirecting', { callbackUri: url }))
    for (let i = 0; i < 4; i++) tenant.advance(id)
    await it.settled()
    expect(told()).toEqual([
      'establishing',
      'incoming',
      'terminating',
      'established',
      'redirecting',
      'terminated',
    ])
  })

  test('what is held back comes by itself in a while', async () => {
    const { url, told } = await receiver()
    const tenant = createTenant({ calls: [incoming(url)] })
    notifying(tenant, { outOfOrder: true })
    tenant.advance(id)
    await vi.waitFor(() => expect(told()).toEqual(['establishing']), 10_000)
  })

  test('within a block that ends it', async () => {
    const { url, told } = await receiver()
    const tenant = createTenant({ calls: [incoming(url)] })
    {
      await using _ = tenant.notify({ outOfOrder: true })
      tenant.advance(id)
    }
    tenant.advance(id)
    expect(told()).toEqual(['establishing'])
  })
})

test('what tells of it needs no `this`', async () => {
  const { url, told } = await receiver()
  const tenant = createTenant()
  const { settled, stop, [Symbol.asyncDispose]: dispose } = tenant.notify()
  tenant.addCall(incoming(url))
  expect(await settled()).toMatchObject([{ status: 202 }])
  stop()
  tenant.advance(id)
  await dispose()
  expect(told()).toEqual(['incoming'])
})

describe('by time', () => {
  afterEach(() => void vi.useRealTimers())

  test('nobody has to ask', async () => {
    vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'] })
    const { url, told } = await receiver()
    const tenant = createTenant()
    tenant.addCall(incoming(url), { stepEvery: { milliseconds: 500 } })
    const it = notifying(tenant)
    for (const states of [['establishing'], ['establishing', 'established']]) {
      await vi.advanceTimersByTimeAsync(500)
      await it.settled()
      expect(told()).toEqual(states)
    }
    const saved = tenant.snapshot()
    await vi.advanceTimersByTimeAsync(5_000)
    await it.settled()
    expect(told().slice(2)).toEqual(['terminating', 'terminated'])
    tenant.restore(saved)
    await vi.advanceTimersByTimeAsync(500)
    await it.settled()
    expect(told().slice(4)).toEqual(['terminating'])
  })

  test('nothing waits once it was stopped, though the tenant is restored', () => {
    vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'] })
    const tenant = createTenant()
    tenant.addCall(fixture('incoming-peer-to-peer'), { stepEvery: { milliseconds: 500 } })
    const it = tenant.notify()
    expect(vi.getTimerCount()).toBe(1)
    it.stop()
    tenant.restore(tenant.snapshot())
    expect(vi.getTimerCount()).toBe(0)
  })

  test('a call is waited for once, however often it is placed or restored', () => {
    vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'] })
    const tenant = createTenant()
    const it = notifying(tenant)
    const options = { replace: true, stepEvery: { milliseconds: 500 } }
    for (let time = 0; time < 3; time++) {
      for (const each of ['one', 'other']) {
        tenant.addCall(fixture('incoming-peer-to-peer', { id: each }), options)
      }
    }
    tenant.restore(tenant.snapshot())
    expect(vi.getTimerCount()).toBe(2)
    it.stop()
    expect(vi.getTimerCount()).toBe(0)
  })

  test.each([false, true])(
    'Node has nothing to warn of where many calls are told of, out of order: %s',
    async (outOfOrder) => {
      const warned = vi.fn()
      process.on('warning', warned)
      onTestFinished(() => void process.off('warning', warned))
      const tenant = createTenant()
      const it = notifying(tenant, { outOfOrder })
      for (let at = 0; at < 20; at++) {
        const call = fixture('incoming-peer-to-peer', { id: `call-${at}`, callbackUri: '' })
        tenant.addCall(call, { stepEvery: { milliseconds: 60_000 } })
      }
      await it.settled()
      expect(it.deliveries).toHaveLength(20)
      // Node warns by its next turn.
      await new Promise(setImmediate)
      expect(warned).not.toHaveBeenCalled()
    },
  )

  test('what has passed unseen is told once, in its order', async () => {
    let time = 0
    const { url, told } = await receiver()
    const tenant = createTenant({ now: () => time })
    const it = notifying(tenant)
    tenant.addCall(incoming(url), { stepEvery: { milliseconds: 500 } })
    time = 1_700
    await ask(tenant, id)
    await it.settled()
    expect(told()).toEqual(['incoming', 'establishing', 'established', 'terminating'])
  })
})

describe('what comes of it is told, and stops nothing', () => {
  async function deliveryTo(callbackUri: string, options: NotifyOptions = {}) {
    const tenant = createTenant({ calls: [incoming(callbackUri)], now: () => 1_000 })
    const it = notifying(tenant, options)
    tenant.advance(id)
    expect(await seen(tenant, id, 1)).toEqual(['establishing'])
    const [delivery, ...others] = await it.settled()
    expect(others).toEqual([])
    return delivery
  }

  test.each([200, 202, 404, 500])('the status of the receiver: %d', async (status) => {
    const { url } = await receiver({ status, headers: {} })
    expect(await deliveryTo(url)).toEqual({
      time: 1_000,
      callId: id,
      state: 'establishing',
      changeType: 'updated',
      url,
      status,
    })
  })

  test('a receiver that is not there', async () => {
    expect(await deliveryTo('http://127.0.0.1:1/')).toMatchObject({
      url: 'http://127.0.0.1:1/',
      error: { reason: 'unreachable', message: expect.any(String) },
    })
  })

  test('one that does not answer', async () => {
    const server = createServer(() => {}).listen(0, '127.0.0.1')
    await once(server, 'listening')
    onTestFinished(() => {
      server.closeAllConnections()
      server.close()
    })
    const address = server.address()
    const port = typeof address === 'object' ? address?.port : 0
    expect(await deliveryTo(`http://localhost:${port}/`, { timeout: 20 })).toMatchObject({
      error: { reason: 'timeout' },
    })
  })

  test('one that leads elsewhere is not followed', async () => {
    const elsewhere = await receiver()
    const { url } = await receiver({ status: 307, headers: { Location: elsewhere.url } })
    expect(await deliveryTo(url)).toMatchObject({ status: 307 })
    expect(elsewhere.received).toEqual([])
  })

  const never: typeof fetch = async () => {
    throw new Error('It was told.')
  }

  test.each([
    'https://bot.contoso.com/callback',
    'http://127.0.0.1.contoso.com/',
    'http://localhost.contoso.com/',
    'http://0.0.0.0/',
    'http://10.0.0.1/',
    'http://[::2]/',
  ])('%s is no loopback address', async (url) => {
    const { hostname } = new URL(url)
    expect(await deliveryTo(url, { fetch: never })).toMatchObject({
      url,
      error: {
        reason: 'host-not-allowed',
        message: `"${hostname}" is no loopback address. To post there, name it: notify({ hosts: ["${hostname}"] }).`,
      },
    })
  })

  test.each([
    'http://127.0.0.1/',
    'http://127.9.9.9:80/x',
    'http://2130706433/',
    'http://[::1]:8080/',
    'https://localhost/',
    'http://bot.localhost/',
  ])('%s is one', async (url) => {
    const posted: string[] = []
    const fetch = async (input: unknown) => {
      posted.push(String(input))
      return new Response()
    }
    expect(await deliveryTo(url, { fetch })).toMatchObject({ status: 200 })
    expect(posted).toEqual([new URL(url).href])
  })

  test('a host that is named is told', async () => {
    const fetch = async () => new Response(null, { status: 202 })
    const delivery = await deliveryTo('https://BOT.contoso.com:9441/callback', {
      fetch,
      hosts: ['bot.Contoso.com'],
    })
    expect(delivery).toMatchObject({ status: 202 })
  })

  test.each(['', 'not a url', 'ftp://127.0.0.1/', 'file:///etc/passwd', 'http://user:hunter2@127.0.0.1/'])(
    '%j leads nowhere',
    async (callbackUri) => {
      const delivery = await deliveryTo(callbackUri, { fetch: never })
      expect(delivery).toMatchObject({ url: undefined, error: { reason: 'no-callback-uri' } })
      expect(JSON.stringify(delivery)).not.toContain('hunter2')
    },
  )

  test('a secret in the address is not told', async () => {
    const delivery = await deliveryTo('http://127.0.0.1:1/?sig=abcdefghij')
    expect(JSON.stringify(delivery)).not.toContain('abcdefghij')
  })

  test('what a fetch throws that is no error', async () => {
    const fetch = () => Promise.reject('gone')
    expect(await deliveryTo('http://127.0.0.1/', { fetch })).toMatchObject({
      error: { reason: 'unreachable', message: 'gone' },
    })
  })

  test('a fetch that never ends', async () => {
    const fetch = () => new Promise<Response>(() => {})
    expect(await deliveryTo('http://127.0.0.1/', { fetch, timeout: 5 })).toMatchObject({
      error: { reason: 'timeout' },
    })
  })

  test('an id that no URL can hold', async () => {
    const { url, received } = await receiver()
    const tenant = createTenant()
    const it = notifying(tenant)
    tenant.addCall(fixture('incoming-peer-to-peer', { callbackUri: url, id: 'lone \ud800' }))
    expect(await it.settled()).toMatchObject([{ status: 202 }])
    expect(received[0]?.body.value[0]?.resourceUrl).toBe('/communications/calls/lone%20%EF%BF%BD')
  })

  test('a tenant whose answers take no time leaves the receiver its own', async () => {
    const { url } = await receiver()
    const tenant = createTenant({ calls: [incoming(url)], sleep: async () => {} })
    const it = notifying(tenant)
    tenant.advance(id)
    expect(await it.settled()).toMatchObject([{ status: 202 }])
  })

  test('the newest thousand are remembered', async () => {
    const tenant = createTenant({ calls: [incoming('http://127.0.0.1/')] })
    const it = notifying(tenant, { copies: 1_001, fetch: async () => new Response() })
    tenant.advance(id)
    tenant.advance(id)
    const deliveries = await it.settled()
    expect(deliveries).toHaveLength(1_000)
    expect(deliveries[0]).toMatchObject({ state: 'established' })
  })
})

test.each<[NotifyOptions, string]>([
  [{ copies: 0 }, 'copies must be a whole number from 1 on, found 0.'],
  [{ timeout: -1 }, 'timeout must be a number of milliseconds from 0 to 2147483647, found -1.'],
])('%j is refused', (options, message) => {
  expect(() => createTenant().notify(options)).toThrow(message)
})
