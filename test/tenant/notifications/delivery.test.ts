import { once } from 'node:events'
import { createServer } from 'node:http'
import { fixture } from 'graph-call-testkit/fixtures'
import { createTenant, type NotifyOptions } from 'graph-call-testkit/tenant'
import { describe, expect, onTestFinished, test } from 'vitest'
import { statesOf } from '../request-call.ts'
import { id, incoming, notify, receiver } from './receiver.ts'

describe('a delivery', () => {
  /** Returns the only delivery, and checks that it has no effect on the tenant. */
  async function deliveryTo(callbackUri: string, options: NotifyOptions = {}) {
    const tenant = createTenant({ calls: [incoming(callbackUri)], now: () => 1_000 })
    const sender = notify(tenant, { repeats: 0, ...options })
    tenant.advance(id)
    expect(await statesOf(tenant, id, 1)).toEqual(['establishing'])
    const [delivery, ...others] = await sender.settled()
    expect(others).toEqual([])
    return delivery
  }

  test.each([200, 202, 404, 500])('has the status of the receiver: %d', async (status) => {
    const { url } = await receiver({ status, headers: {} })
    expect(await deliveryTo(url)).toEqual({
      time: 1_000,
      callId: id,
      state: 'establishing',
      changeType: 'updated',
      path: '',
      url,
      status,
    })
  })

  test('fails without a receiver', async () => {
    expect(await deliveryTo('http://127.0.0.1:1/')).toMatchObject({
      url: 'http://127.0.0.1:1/',
      error: { reason: 'unreachable', message: expect.any(String) },
    })
  })

  test('times out if the receiver does not respond', async () => {
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

  test.each([302, 307])('follows a %d to a bot in another region', async (status) => {
    const other = await receiver()
    const { url, received } = await receiver({ status, headers: { Location: other.url } })
    expect(await deliveryTo(url)).toMatchObject({ status: 202, url: other.url })
    expect(other.received.map(({ body }) => body)).toEqual(received.map(({ body }) => body))
  })

  test.each([301, 308])('does not follow a %d', async (status) => {
    const other = await receiver()
    const { url } = await receiver({ status, headers: { Location: other.url } })
    expect(await deliveryTo(url)).toMatchObject({ status })
    expect(other.received).toEqual([])
  })

  test('does not follow a redirect to a host that is not allowed', async () => {
    const { url } = await receiver({ status: 302, headers: { Location: 'https://bot.contoso.com/' } })
    expect(await deliveryTo(url)).toMatchObject({ error: { reason: 'host-not-allowed' } })
  })

  test('follows at most three redirects', async () => {
    const { url, received } = await receiver({ status: 302, headers: { Location: '?again' } })
    expect(await deliveryTo(url)).toMatchObject({ status: 302 })
    expect(received).toHaveLength(4)
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
  ])('is not sent to %s, which is not a loopback address', async (url) => {
    const { hostname } = new URL(url)
    expect(await deliveryTo(url, { fetch: never })).toMatchObject({
      url,
      error: {
        reason: 'host-not-allowed',
        message: `The host "${hostname}" is not a loopback address. To allow it, use hosts: ["${hostname}"] in notify, or in createTenant({ notifications }).`,
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
  ])('is sent to the loopback address %s', async (url) => {
    const posted: string[] = []
    const fetch = async (input: unknown) => {
      posted.push(String(input))
      return new Response()
    }
    expect(await deliveryTo(url, { fetch })).toMatchObject({ status: 200 })
    expect(posted).toEqual([new URL(url).href])
  })

  test('is sent to a host in the list', async () => {
    const fetch = async () => new Response(null, { status: 202 })
    const delivery = await deliveryTo('https://BOT.contoso.com:9441/callback', {
      fetch,
      hosts: ['bot.Contoso.com'],
    })
    expect(delivery).toMatchObject({ status: 202 })
  })

  test.each([
    ['bücher.contoso.com', 'https://bücher.contoso.com/'],
    ['Bücher.contoso.com', 'https://xn--bcher-kva.contoso.com/'],
    ['bu\u0308cher.contoso.com', 'https://bücher.contoso.com/'],
    ['xn--bcher-kva.contoso.com', 'https://BÜCHER.contoso.com./'],
    ['日本語。jp', 'https://日本語.jp/'],
    ['हिन्दी.भारत', 'https://हिन्दी.भारत/'],
    ['bot.contoso.com', 'https://bot.contoso.com./'],
    ['bot.contoso.com.', 'https://bot.contoso.com/'],
  ])('the host %s allows %s', async (host, url) => {
    const fetch = async () => new Response(null, { status: 202 })
    expect(await deliveryTo(url, { fetch, hosts: [host] })).toMatchObject({ status: 202 })
    expect(await deliveryTo(url, { fetch: never, hosts: ['contoso.com'] })).toMatchObject({
      error: { reason: 'host-not-allowed' },
    })
  })

  test.each([
    ...['bücher.contoso.com/calls', 'bücher@contoso.com', 'bücher%2econtoso.com', 'bücher contoso.com'],
    // U+FF0F, U+FF20 and U+2100 stand for "/", "@" and "a/c".
    ...['bot\uff0fcontoso.com', 'bot\uff20contoso.com', '\u2100.contoso.com', '\ud83d.contoso.com'],
  ])('%j is not a host', (host) => {
    expect(() => createTenant().notify({ hosts: [host] })).toThrow('Expected names or addresses of hosts')
  })

  test.each(['', 'not a url', 'ftp://127.0.0.1/', 'file:///etc/passwd', 'http://user:hunter2@127.0.0.1/'])(
    'is not sent to the invalid callbackUri %j',
    async (callbackUri) => {
      const delivery = await deliveryTo(callbackUri, { fetch: never })
      expect(delivery).toMatchObject({ url: undefined, error: { reason: 'no-callback-uri' } })
      expect(JSON.stringify(delivery)).not.toContain('hunter2')
    },
  )

  test('does not contain a secret of the URL', async () => {
    const delivery = await deliveryTo('http://127.0.0.1:1/?sig=abcdefghij')
    expect(JSON.stringify(delivery)).not.toContain('abcdefghij')
  })

  test('has the reason if fetch rejects with a string', async () => {
    const fetch = () => Promise.reject('gone')
    expect(await deliveryTo('http://127.0.0.1/', { fetch })).toMatchObject({
      error: { reason: 'unreachable', message: 'gone' },
    })
  })

  test.each([
    ['without toString', Object.create(null)],
    [
      'whose cause cannot be read',
      Object.defineProperty(new Error('gone'), 'cause', { get: () => unreadable() }),
    ],
  ])('has a reason if fetch rejects with a value %s', async (_, reason) => {
    const fetch = () => Promise.reject(reason)
    expect(await deliveryTo('http://127.0.0.1/', { fetch })).toMatchObject({
      error: { reason: 'unreachable', message: 'a value that cannot be read' },
    })
  })

  test('times out if fetch never ends', async () => {
    const fetch = () => new Promise<Response>(() => {})
    expect(await deliveryTo('http://127.0.0.1/', { fetch, timeout: 5 })).toMatchObject({
      error: { reason: 'timeout' },
    })
  })

  test('has an encoded URL for an id that needs encoding', async () => {
    const { url, received } = await receiver()
    const tenant = createTenant()
    const sender = notify(tenant)
    tenant.addCall(fixture('incoming-peer-to-peer', { callbackUri: url, id: 'é / 1' }))
    expect(await sender.settled()).toMatchObject([{ status: 202 }])
    expect(received[0]?.body.value[0]?.resourceUrl).toBe('/communications/calls/%C3%A9%20%2F%201')
  })

  test('waits for the receiver, even if the tenant skips sleep', async () => {
    const { url } = await receiver()
    const tenant = createTenant({ calls: [incoming(url)], sleep: async () => {} })
    const sender = notify(tenant)
    tenant.advance(id)
    expect(await sender.settled()).toMatchObject([{ status: 202 }])
  })

  test('is kept while it is one of the newest 1,000', async () => {
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
])('notify rejects %j', (options, message) => {
  expect(() => createTenant().notify(options)).toThrow(message)
})

function unreadable(): never {
  throw new Error('This getter always throws.')
}
