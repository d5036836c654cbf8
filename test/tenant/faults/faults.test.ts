import { once } from 'node:events'
import { request } from 'node:http'
import { groupCall, UnknownFixtureError } from 'graph-call-testkit/fixtures'
import { createTenant, type Failure, type Tenant } from 'graph-call-testkit/tenant'
import { describe, expect, onTestFinished, test } from 'vitest'

const headers = { Authorization: 'Bearer x.y.z' }
const { id } = groupCall()
const path = `/v1.0/communications/calls/${id}`
const now = () => Date.UTC(2026, 4, 13, 8, 12, 19)

function send(tenant: Tenant, init: RequestInit = {}): Promise<Response> {
  return tenant.fetch(new Request(`https://graph.microsoft.com${path}`, { headers, ...init }))
}

async function statuses(tenant: Tenant, count: number): Promise<number[]> {
  const received: number[] = []
  for (let i = 0; i < count; i++) received.push((await send(tenant)).status)
  return received
}

describe('failEvery', () => {
  test('fails every nth request until it is stopped', async () => {
    const tenant = createTenant({ calls: [groupCall()] })
    const stop = tenant.failEvery(3, { status: 503 })
    expect(await statuses(tenant, 7)).toEqual([200, 200, 503, 200, 200, 503, 200])
    stop()
    expect(await statuses(tenant, 3)).toEqual([200, 200, 200])
  })

  test('combines with other failures: failNext first, then the first rule that is due', async () => {
    const tenant = createTenant({ calls: [groupCall()] })
    tenant.failEvery(2, { status: 503 })
    tenant.failEvery(3, { status: 500 })
    tenant.failNext({ status: 429 })
    expect(await statuses(tenant, 6)).toEqual([429, 503, 500, 503, 200, 503])
  })

  test('does not count requests without a token, and stops on reset', async () => {
    const tenant = createTenant({ calls: [groupCall()] })
    tenant.failEvery(2, { status: 503 })
    expect((await send(tenant, { headers: {} })).status).toBe(401)
    expect(await statuses(tenant, 2)).toEqual([200, 503])
    tenant.reset()
    expect(await statuses(tenant, 2)).toEqual([200, 200])
  })

  test.each([0, -1, 1.5, NaN, '2'])('rejects the count %o', (count) => {
    expect(() => Reflect.apply(createTenant().failEvery, undefined, [count, { status: 503 }])).toThrow(
      `Invalid count: ${typeof count === 'string' ? `"${count}"` : count}. Expected an integer of at least 1.`,
    )
  })
})

describe('failAtRate', () => {
  const failing = async (rate: number, seed?: number) => {
    const tenant = createTenant({ calls: [groupCall()] })
    tenant.failAtRate(rate, { status: 500 }, { seed })
    return (await statuses(tenant, 2_000)).map((status) => status === 500)
  }

  test('fails the given share of requests, and the same requests for the same seed', async () => {
    const [once, again, other] = await Promise.all([failing(0.1, 42), failing(0.1, 42), failing(0.1, 43)])
    expect(again).toEqual(once)
    expect(other).not.toEqual(once)
    expect(once.filter(Boolean).length).toBeGreaterThan(150)
    expect(once.filter(Boolean).length).toBeLessThan(250)
  })

  test('fails the same requests in every release', async () => {
    const failed = (await failing(0.1)).flatMap((failed, i) => (failed ? [i] : []))
    expect(failed.slice(0, 10)).toMatchInlineSnapshot(`
      [
        5,
        8,
        11,
        22,
        28,
        29,
        42,
        44,
        47,
        50,
      ]
    `)
  })

  test('fails no request at 0, and every request at 1', async () => {
    expect((await failing(0)).some(Boolean)).toBe(false)
    expect((await failing(1)).every(Boolean)).toBe(true)
  })

  test.each([-0.1, 1.1, NaN, '0.5'])('rejects the rate %o', (rate) => {
    expect(() => Reflect.apply(createTenant().failAtRate, undefined, [rate, { status: 500 }])).toThrow(
      `Invalid rate: ${typeof rate === 'string' ? `"${rate}"` : rate}. Expected a number from 0 to 1.`,
    )
  })

  test('rejects a seed that is not an integer', () => {
    expect(() => createTenant().failAtRate(1, { status: 500 }, { seed: 0.5 })).toThrow(
      'Invalid seed: 0.5. Expected an integer.',
    )
  })
})

describe('an invalid failure', () => {
  test.each([
    [{ connection: 'loose' }, 'Invalid connection: "loose". Expected one of reset, truncated, slow.'],
    [{ proxy: 500 }, 'Invalid proxy: 500. Expected one of 502, 503, 504.'],
    [
      { connection: 'slow', milliseconds: -1 },
      'Invalid milliseconds: -1. Expected a number of milliseconds from 0 to 2147483647.',
    ],
  ])('is rejected: %j', (failure, message) => {
    const tenant = createTenant()
    const fail = { failNext: [failure], failEvery: [2, failure], failAtRate: [0.5, failure] }
    for (const [name, args] of Object.entries(fail)) {
      expect(() => Reflect.apply(Reflect.get(tenant, name), undefined, args)).toThrow(new TypeError(message))
    }
  })

  test('is rejected: a fixture that is not an error', () => {
    expect(() => Reflect.apply(createTenant().failEvery, undefined, [2, { fixture: 'group' }])).toThrow(
      `Invalid fixture: "group". Expected the fixture of an error, such as 'throttled'.`,
    )
    expect(() => Reflect.apply(createTenant().failEvery, undefined, [2, { fixture: 'grup' }])).toThrow(
      UnknownFixtureError,
    )
  })
})

describe.each(['in process', 'on a port'])('a connection %s', (host) => {
  async function start(failure: Failure) {
    const tenant = createTenant({ calls: [groupCall()], now })
    tenant.failNext(failure)
    if (host === 'in process') return { tenant, get: (init?: RequestInit) => send(tenant, init) }
    const server = await tenant.listen()
    onTestFinished(() => server.close())
    return { tenant, get: (init?: RequestInit) => fetch(server.url + path, { headers, ...init }) }
  }

  test('that is reset rejects as fetch does', async () => {
    const { tenant, get } = await start({ connection: 'reset' })
    const error: unknown = await get().catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(TypeError)
    expect(error).toMatchObject({ message: 'fetch failed', cause: { code: 'ECONNRESET' } })
    expect(tenant.requests).toMatchObject([{ status: 0, callId: id }])
    expect(await (await get()).json()).toEqual(groupCall())
  })

  test('that is truncated sends half of the body', async () => {
    const { tenant, get } = await start({ connection: 'truncated' })
    const response = await get()
    expect(response.status).toBe(200)
    const { text, error } = await readAll(response)
    const whole = JSON.stringify(groupCall())
    expect(text).toBe(whole.slice(0, whole.length / 2))
    expect(error).toBeInstanceOf(Error)
    expect(tenant.requests).toMatchObject([{ status: 200 }])
    expect((await get()).status).toBe(200)
  })

  test('that is slow sends the whole body in pieces', async () => {
    const { get } = await start({ connection: 'slow', milliseconds: 50 })
    const { text, error, chunks } = await readAll(await get())
    expect(JSON.parse(text)).toEqual(groupCall())
    expect(error).toBeUndefined()
    expect(chunks).toBeGreaterThan(1)
  })

  test('that is slow can be aborted', async () => {
    const { get } = await start({ connection: 'slow', milliseconds: 1_000_000 })
    const controller = new AbortController()
    const response = await get({ signal: controller.signal })
    const read = response.text()
    controller.abort()
    await expect(read).rejects.toThrow(/abort/)
    expect((await get()).status).toBe(200)
  })

  test.each<Failure>([{ connection: 'truncated' }, { connection: 'slow', milliseconds: 10 }])(
    '%j sends no body in response to HEAD',
    async (failure) => {
      const { get } = await start(failure)
      const response = await get({ method: 'HEAD' }).catch(() => undefined)
      expect((await response?.text()) ?? '').toBe('')
      expect((await get()).status).toBe(200)
    },
  )

  test.each([502, 503, 504] as const)(
    'through a proxy that cannot reach the service gets %d',
    async (proxy) => {
      const { get } = await start({ proxy, retryAfter: 3 })
      const response = await get()
      expect(response.status).toBe(proxy)
      expect(response.headers.get('Content-Type')).toBe('text/html')
      expect(response.headers.get('Retry-After')).toBe('3')
      expect(response.headers.has('request-id')).toBe(false)
      expect(await response.text()).toMatch(new RegExp(`^<html>.*<title>${proxy} [A-Z]`, 's'))
    },
  )

  test('that is reset does not undo the request', async () => {
    const { get } = await start({ connection: 'reset' })
    await expect(get({ method: 'DELETE' })).rejects.toThrow()
    expect(await (await get()).json()).toMatchObject({ state: 'terminated' })
    expect((await get()).status).toBe(404)
  })
})

test('a truncated response has the Content-Length of the whole body', async () => {
  const tenant = createTenant({ calls: [groupCall()] })
  tenant.failNext({ connection: 'truncated' })
  const server = await tenant.listen()
  onTestFinished(() => server.close())
  const [response] = await once(request(server.url + path, { headers }).end(), 'response')
  expect(response.headers['content-length']).toBe(String(JSON.stringify(groupCall()).length))
  await expect(response.toArray()).rejects.toThrow('aborted')
})

/** Reads a body until it ends or the connection breaks. */
async function readAll(response: Response) {
  const reader = response.body?.getReader()
  const decoder = new TextDecoder()
  let text = ''
  let chunks = 0
  try {
    for (;;) {
      const { done, value } = (await reader?.read()) ?? { done: true, value: undefined }
      if (done) return { text, chunks, error: undefined }
      text += decoder.decode(value, { stream: true })
      chunks++
    }
  } catch (error) {
    return { text, chunks, error }
  }
}
