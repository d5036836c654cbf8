import { groupCall, peerToPeerCall } from 'graph-call-testkit/fixtures'
import { createTenant, type TenantRequest } from 'graph-call-testkit/tenant'
import { describe, expect, onTestFinished, test } from 'vitest'

const authorization = { Authorization: 'Bearer x.y.z' }
const traceparent = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01'

/** Creates a tenant and a function that gets a call from it. */
function start(options: Parameters<typeof createTenant>[0] = {}) {
  const tenant = createTenant({ calls: [groupCall(), peerToPeerCall()], ...options })
  const get = (id: string | undefined, headers: HeadersInit = {}) =>
    tenant.fetch(
      new Request(`https://graph.microsoft.com/v1.0/communications/calls/${id}`, {
        headers: { ...authorization, ...headers },
      }),
    )
  return { tenant, get }
}

describe('unmatched', () => {
  const id = groupCall().id

  test('is empty if every request found its call, even if it got an error', async () => {
    const { tenant, get } = start()
    tenant.failNext({ status: 404 })
    await get(id)
    await get(id)
    await get(id, { Authorization: '' })
    expect(tenant.unmatched).toEqual([])
  })

  test.each([
    ['with another letter', id.replace(/.$/, 'x')],
    ['cut off', id.slice(0, -4)],
    ['in capitals', id.toUpperCase()],
    ['without hyphens', id.replaceAll('-', '')],
    ['with an extra letter', `${id}1`],
  ])('suggests the id for one %s', async (_typo, requested) => {
    const { tenant, get } = start()
    await get(requested)
    expect(tenant.unmatched).toEqual([{ ...tenant.requests[0], callId: requested, nearestIds: [id] }])
  })

  test('suggests at most three ids, the most similar first', async () => {
    const { tenant, get } = start({
      calls: ['call-1', 'call-12', 'call-123', 'call-1234', 'other'].map((id) => groupCall({ id })),
    })
    await get('call-12345')
    expect(tenant.unmatched[0]?.nearestIds).toEqual(['call-1234', 'call-123', 'call-12'])
  })

  test('suggests no id for one that is not similar to any, and for a path without an id', async () => {
    const { tenant, get } = start()
    await get('zzzzzzzz')
    await tenant.fetch(new Request('https://graph.microsoft.com/v1.0/users', { headers: authorization }))
    expect(tenant.unmatched).toMatchObject([
      { callId: 'zzzzzzzz', nearestIds: [] },
      { path: '/v1.0/users', nearestIds: [] },
    ])
  })

  test.each([
    ['with another letter', 'x'],
    ['cut off', ''],
  ])('suggests the id among 20,000 for one %s', async (_typo, end) => {
    const ids = Array.from({ length: 20_000 }, (_, at) => `${(at * 7_919) % 20_000}-call-${at}`)
    const { tenant, get } = start({ calls: ids.map((id) => ({ id })) })
    for (const requested of ids.slice(0, 20)) {
      tenant.reset()
      await get(`${requested}-of-bot${end}`)
      expect(tenant.unmatched[0]?.nearestIds).toContain(requested)
    }
  })

  test('drops a request once its call is added', async () => {
    const { tenant, get } = start()
    await get('later')
    expect(tenant.unmatched).toHaveLength(1)
    tenant.addCall(groupCall({ id: 'later' }))
    expect(tenant.unmatched).toEqual([])
  })
})

describe('onRequest', () => {
  test('gets each entry of the log', async () => {
    const entries: TenantRequest[] = []
    const { tenant, get } = start({ onRequest: (request) => entries.push(request) })
    await get(groupCall().id)
    await get('other')
    await get(groupCall().id, { Authorization: '' })
    expect(entries.map(({ status }) => status)).toEqual([200, 404, 401])
    expect(entries).toEqual(tenant.requests)
    expect(JSON.stringify(entries)).not.toContain('x.y.z')
  })

  test('does not fail the request if it throws, and its error is uncaught', async () => {
    const uncaught: unknown[] = []
    const others = process.listeners('uncaughtException')
    process.removeAllListeners('uncaughtException').on('uncaughtException', (error) => uncaught.push(error))
    onTestFinished(() => {
      process.removeAllListeners('uncaughtException')
      for (const listener of others) process.on('uncaughtException', listener)
    })
    const error = new Error('of the listener')
    const { get } = start({
      onRequest: () => {
        throw error
      },
    })
    expect((await get(groupCall().id)).status).toBe(200)
    await new Promise(setImmediate)
    expect(uncaught).toEqual([error])
  })
})

describe('traceparent', () => {
  test('is logged', async () => {
    const { tenant, get } = start()
    await get(groupCall().id, { traceparent })
    expect(tenant.requests).toMatchObject([{ traceparent }])
  })

  test.each(['', 'x', traceparent.toUpperCase(), `${traceparent}-`, `${traceparent}\t Bearer x`])(
    'is not logged if it is not valid: %j',
    async (wrong) => {
      const { tenant, get } = start()
      await get(groupCall().id, { traceparent: wrong })
      expect(tenant.requests[0]).not.toHaveProperty('traceparent')
    },
  )
})

test('GET /healthz of a server needs no token and is not logged', async () => {
  const { tenant } = start()
  const server = await tenant.listen()
  onTestFinished(() => server.close())
  const response = await fetch(`${server.url}/healthz`)
  expect([response.status, await response.json()]).toEqual([200, { status: 'ok' }])
  expect(tenant.requests).toEqual([])
})
