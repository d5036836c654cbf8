import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import { fixture } from 'graph-call-testkit/fixtures'
import { commsNotificationsSchema } from 'graph-call-testkit/schema'
import { createTenant, type NotifyOptions, type Tenant } from 'graph-call-testkit/tenant'
import { afterEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { requestCall, statesOf } from '../request-call.ts'

interface Received {
  readonly headers: IncomingHttpHeaders
  readonly body: ReturnType<typeof commsNotificationsSchema.parse>
}

/** Starts a bot on loopback that records the notifications it receives. */
async function receiver(reply = { status: 202, headers: {} }) {
  const received: Received[] = []
  const server = createServer(async (request, response) => {
    const text = (await request.setEncoding('utf8').toArray()).join('')
    received.push({ headers: request.headers, body: commsNotificationsSchema.parse(JSON.parse(text)) })
    response.writeHead(reply.status, reply.headers).end()
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const address = server.address()
  if (typeof address !== 'object' || !address) throw new Error('Expected a port.')
  const url = `http://127.0.0.1:${address.port}/api/calls`
  const states = () => received.map(({ body }) => body.value[0]?.resourceData?.state)
  return { url, received, states }
}

function notify(tenant: Tenant, options?: NotifyOptions) {
  const sender = tenant.notify(options)
  onTestFinished(() => sender.stop())
  return sender
}

const { id } = fixture('incoming-peer-to-peer')
const incoming = (callbackUri: string) => fixture('incoming-peer-to-peer', { callbackUri })

describe('notifications', () => {
  test('contain the whole incoming call, then the changes, and no token', async () => {
    const { url, received } = await receiver()
    const tenant = createTenant({ token: 'secret-token-0123456789' })
    const sender = notify(tenant)
    tenant.addCall(incoming(url))
    tenant.advance(id)
    tenant.advance(id)
    tenant.endCall(id)
    await sender.settled()
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

  test('report a DELETE, and a step that a GET has caused', async () => {
    const { url, states } = await receiver()
    const tenant = createTenant()
    const sender = notify(tenant)
    tenant.addCall(incoming(url), { stepEvery: { gets: 1 } })
    await statesOf(tenant, id, 2)
    await requestCall(tenant, id, 'DELETE')
    await sender.settled()
    expect(states()).toEqual(['incoming', 'establishing', 'established', 'terminating'])
  })

  test('report one call only with callId, from the start of notify', async () => {
    const { url, states } = await receiver()
    const tenant = createTenant({ calls: [incoming(url)] })
    const sender = notify(tenant, { callId: id })
    tenant.addCall(fixture('establishing-outgoing', { callbackUri: url }))
    tenant.advance(id)
    await sender.settled()
    expect(states()).toEqual(['establishing'])
  })

  test('end with stop and with reset', async () => {
    const { url, states } = await receiver()
    const tenant = createTenant({ calls: [incoming(url)] })
    const first = notify(tenant)
    tenant.advance(id)
    await first.settled()
    first.stop()
    tenant.advance(id)
    expect(await first.settled()).toHaveLength(1)
    const second = notify(tenant, { outOfOrder: true })
    tenant.advance(id)
    tenant.reset()
    tenant.advance(id)
    expect(await second.settled()).toEqual([])
    expect(states()).toEqual(['establishing'])
  })

  test('are sent twice with copies', async () => {
    const { url, states } = await receiver()
    const tenant = createTenant({ calls: [incoming(url)] })
    const sender = notify(tenant, { copies: 2 })
    tenant.advance(id)
    tenant.advance(id)
    expect(await sender.settled()).toHaveLength(4)
    expect(states()).toEqual(['establishing', 'establishing', 'established', 'established'])
  })

  test('are swapped with outOfOrder, separately for each call', async () => {
    const { url, states } = await receiver()
    const tenant = createTenant()
    const sender = notify(tenant, { outOfOrder: true })
    tenant.addCall(incoming(url))
    tenant.addCall(fixture('redirecting', { callbackUri: url }))
    for (let i = 0; i < 4; i++) tenant.advance(id)
    await sender.settled()
    expect(states()).toEqual([
      'establishing',
      'incoming',
      'terminating',
      'established',
      'redirecting',
      'terminated',
    ])
  })

  test('that wait to be overtaken are sent after a while', async () => {
    const { url, states } = await receiver()
    const tenant = createTenant({ calls: [incoming(url)] })
    notify(tenant, { outOfOrder: true })
    tenant.advance(id)
    await vi.waitFor(() => expect(states()).toEqual(['establishing']), 10_000)
  })

  test('end with an await using block', async () => {
    const { url, states } = await receiver()
    const tenant = createTenant({ calls: [incoming(url)] })
    {
      await using _ = tenant.notify({ outOfOrder: true })
      tenant.advance(id)
    }
    tenant.advance(id)
    expect(states()).toEqual(['establishing'])
  })
})

test('the functions of a sender do not use `this`', async () => {
  const { url, states } = await receiver()
  const tenant = createTenant()
  const { settled, stop, [Symbol.asyncDispose]: dispose } = tenant.notify()
  tenant.addCall(incoming(url))
  expect(await settled()).toMatchObject([{ status: 202 }])
  stop()
  tenant.advance(id)
  await dispose()
  expect(states()).toEqual(['incoming'])
})

describe('a call that moves by the clock', () => {
  afterEach(() => void vi.useRealTimers())

  test('is reported without a request', async () => {
    vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'] })
    const { url, states } = await receiver()
    const tenant = createTenant()
    tenant.addCall(incoming(url), { stepEvery: { milliseconds: 500 } })
    const sender = notify(tenant)
    for (const expected of [['establishing'], ['establishing', 'established']]) {
      await vi.advanceTimersByTimeAsync(500)
      await sender.settled()
      expect(states()).toEqual(expected)
    }
    const saved = tenant.snapshot()
    await vi.advanceTimersByTimeAsync(5_000)
    await sender.settled()
    expect(states().slice(2)).toEqual(['terminating', 'terminated'])
    tenant.restore(saved)
    await vi.advanceTimersByTimeAsync(500)
    await sender.settled()
    expect(states().slice(4)).toEqual(['terminating'])
  })

  test('has no timer after stop, even if the tenant is restored', () => {
    vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'] })
    const tenant = createTenant()
    tenant.addCall(fixture('incoming-peer-to-peer'), { stepEvery: { milliseconds: 500 } })
    const sender = tenant.notify()
    expect(vi.getTimerCount()).toBe(1)
    sender.stop()
    tenant.restore(tenant.snapshot())
    expect(vi.getTimerCount()).toBe(0)
  })

  test('has one timer, however often it is added or restored', () => {
    vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'] })
    const tenant = createTenant()
    const sender = notify(tenant)
    const options = { replace: true, stepEvery: { milliseconds: 500 } }
    for (let time = 0; time < 3; time++) {
      for (const each of ['one', 'other']) {
        tenant.addCall(fixture('incoming-peer-to-peer', { id: each }), options)
      }
    }
    tenant.restore(tenant.snapshot())
    expect(vi.getTimerCount()).toBe(2)
    sender.stop()
    expect(vi.getTimerCount()).toBe(0)
  })

  test.each([false, true])(
    'causes no warning of Node with many calls, outOfOrder: %s',
    async (outOfOrder) => {
      const warned = vi.fn()
      process.on('warning', warned)
      onTestFinished(() => void process.off('warning', warned))
      const tenant = createTenant()
      const sender = notify(tenant, { outOfOrder })
      for (let at = 0; at < 20; at++) {
        const call = fixture('incoming-peer-to-peer', { id: `call-${at}`, callbackUri: '' })
        tenant.addCall(call, { stepEvery: { milliseconds: 60_000 } })
      }
      await sender.settled()
      expect(sender.deliveries).toHaveLength(20)
      // Node emits warnings in its next turn.
      await new Promise(setImmediate)
      expect(warned).not.toHaveBeenCalled()
    },
  )

  test('reports all steps that were due before a request, in order', async () => {
    let time = 0
    const { url, states } = await receiver()
    const tenant = createTenant({ now: () => time })
    const sender = notify(tenant)
    tenant.addCall(incoming(url), { stepEvery: { milliseconds: 500 } })
    time = 1_700
    await requestCall(tenant, id)
    await sender.settled()
    expect(states()).toEqual(['incoming', 'establishing', 'established', 'terminating'])
  })
})

describe('a delivery has the result, and a failure has no effect on the tenant', () => {
  async function deliveryTo(callbackUri: string, options: NotifyOptions = {}) {
    const tenant = createTenant({ calls: [incoming(callbackUri)], now: () => 1_000 })
    const sender = notify(tenant, options)
    tenant.advance(id)
    expect(await statesOf(tenant, id, 1)).toEqual(['establishing'])
    const [delivery, ...others] = await sender.settled()
    expect(others).toEqual([])
    return delivery
  }

  test.each([200, 202, 404, 500])('status of the receiver: %d', async (status) => {
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

  test('no receiver', async () => {
    expect(await deliveryTo('http://127.0.0.1:1/')).toMatchObject({
      url: 'http://127.0.0.1:1/',
      error: { reason: 'unreachable', message: expect.any(String) },
    })
  })

  test('a receiver that does not respond', async () => {
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

  test('a redirect is not followed', async () => {
    const other = await receiver()
    const { url } = await receiver({ status: 307, headers: { Location: other.url } })
    expect(await deliveryTo(url)).toMatchObject({ status: 307 })
    expect(other.received).toEqual([])
  })

  const never: typeof fetch = async () => {
    throw new Error('Expected no request.')
  }

  test.each([
    'https://bot.contoso.com/callback',
    'http://127.0.0.1.contoso.com/',
    'http://localhost.contoso.com/',
    'http://0.0.0.0/',
    'http://10.0.0.1/',
    'http://[::2]/',
  ])('%s is not a loopback address', async (url) => {
    const { hostname } = new URL(url)
    expect(await deliveryTo(url, { fetch: never })).toMatchObject({
      url,
      error: {
        reason: 'host-not-allowed',
        message: `The host "${hostname}" is not a loopback address. To allow it, use notify({ hosts: ["${hostname}"] }).`,
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
  ])('%s is a loopback address', async (url) => {
    const posted: string[] = []
    const fetch = async (input: unknown) => {
      posted.push(String(input))
      return new Response()
    }
    expect(await deliveryTo(url, { fetch })).toMatchObject({ status: 200 })
    expect(posted).toEqual([new URL(url).href])
  })

  test('a host in the list is allowed', async () => {
    const fetch = async () => new Response(null, { status: 202 })
    const delivery = await deliveryTo('https://BOT.contoso.com:9441/callback', {
      fetch,
      hosts: ['bot.Contoso.com'],
    })
    expect(delivery).toMatchObject({ status: 202 })
  })

  test.each(['', 'not a url', 'ftp://127.0.0.1/', 'file:///etc/passwd', 'http://user:hunter2@127.0.0.1/'])(
    '%j is not a valid callbackUri',
    async (callbackUri) => {
      const delivery = await deliveryTo(callbackUri, { fetch: never })
      expect(delivery).toMatchObject({ url: undefined, error: { reason: 'no-callback-uri' } })
      expect(JSON.stringify(delivery)).not.toContain('hunter2')
    },
  )

  test('a secret in the URL is redacted', async () => {
    const delivery = await deliveryTo('http://127.0.0.1:1/?sig=abcdefghij')
    expect(JSON.stringify(delivery)).not.toContain('abcdefghij')
  })

  test('a fetch that rejects with a string', async () => {
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

  test('an id with a lone surrogate', async () => {
    const { url, received } = await receiver()
    const tenant = createTenant()
    const sender = notify(tenant)
    tenant.addCall(fixture('incoming-peer-to-peer', { callbackUri: url, id: 'lone \ud800' }))
    expect(await sender.settled()).toMatchObject([{ status: 202 }])
    expect(received[0]?.body.value[0]?.resourceUrl).toBe('/communications/calls/lone%20%EF%BF%BD')
  })

  test('a tenant that skips sleep still gives receivers time to respond', async () => {
    const { url } = await receiver()
    const tenant = createTenant({ calls: [incoming(url)], sleep: async () => {} })
    const sender = notify(tenant)
    tenant.advance(id)
    expect(await sender.settled()).toMatchObject([{ status: 202 }])
  })

  test('the newest 1,000 deliveries are kept', async () => {
    const tenant = createTenant({ calls: [incoming('http://127.0.0.1/')] })
    const sender = notify(tenant, { copies: 1_001, fetch: async () => new Response() })
    tenant.advance(id)
    tenant.advance(id)
    const deliveries = await sender.settled()
    expect(deliveries).toHaveLength(1_000)
    expect(deliveries[0]).toMatchObject({ state: 'established' })
  })
})

test.each<[NotifyOptions, string]>([
  [{ copies: 0 }, 'Invalid copies: 0. Expected an integer of at least 1.'],
  [{ timeout: -1 }, 'Invalid timeout: -1. Expected a number of milliseconds from 0 to 2147483647.'],
])('%j is rejected', (options, message) => {
  expect(() => createTenant().notify(options)).toThrow(message)
})
