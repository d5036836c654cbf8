import { groupCall, peerToPeerCall } from 'graph-call-testkit/fixtures'
import { createTenant, type TenantRequest } from 'graph-call-testkit/tenant'
import { describe, expect, onTestFinished, test } from 'vitest'

const authorization = { Authorization: 'Bearer x.y.z' }
const traceparent = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01'

/** A tenant, and a way to ask it. */
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

describe('unanswered', () => {
  const id = groupCall().id

  test('is empty where every request found its call, whatever it was answered', async () => {
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
    ['with a letter too many', `${id}1`],
  ])('tells the id that was meant: %s', async (_how, asked) => {
    const { tenant, get } = start()
    await get(asked)
    expect(tenant.unmatched).toEqual([{ ...tenant.requests[0], callId: asked, nearestIds: [id] }])
  })

  test('tells the nearest first, three at most', async () => {
    const { tenant, get } = start({
      calls: ['call-1', 'call-12', 'call-123', 'call-1234', 'other'].map((id) => groupCall({ id })),
    })
    await get('call-12345')
    expect(tenant.unmatched[0]?.nearestIds).toEqual(['call-1234', 'call-123', 'call-12'])
  })

  test('has none for an id that is like no other, and for a path without one', async () => {
    const { tenant, get } = start()
    await get('zzzzzzzz')
    await tenant.fetch(new Request('https://graph.microsoft.com/v1.0/users', { headers: authorization }))
    expect(tenant.unmatched).toMatchObject([
      { callId: 'zzzzzzzz', nearestIds: [] },
      { path: '/v1.0/users', nearestIds: [] },
    ])
  })

  test('forgets what got its call since', async () => {
    const { tenant, get } = start()
    await get('later')
    expect(tenant.unmatched).toHaveLength(1)
    tenant.addCall(groupCall({ id: 'later' }))
    expect(tenant.unmatched).toEqual([])
  })
})

describe('onRequest', () => {
  test('is told of each request as the log has it', async () => {
    const told: TenantRequest[] = []
    const { tenant, get } = start({ onRequest: (request) => told.push(request) })
    await get(groupCall().id)
    await get('other')
    await get(groupCall().id, { Authorization: '' })
    expect(told.map(({ status }) => status)).toEqual([200, 404, 401])
    expect(told).toEqual(tenant.requests)
    expect(JSON.stringify(told)).not.toContain('x.y.z')
  })

  test('does not keep an answer back when it throws, and its error is not lost', async () => {
    const lost: unknown[] = []
    const others = process.listeners('uncaughtException')
    process.removeAllListeners('uncaughtException').on('uncaughtException', (error) => lost.push(error))
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
    expect(lost).toEqual([error])
  })
})

describe('traceparent', () => {
  test('is kept with the request', async () => {
    const { tenant, get } = start()
    await get(groupCall().id, { traceparent })
    expect(tenant.requests).toMatchObject([{ traceparent }])
  })

  test.each(['', 'x', traceparent.toUpperCase(), `${traceparent}-`, `${traceparent}\t Bearer x`])(
    'is left out where it is none: %j',
    async (wrong) => {
      const { tenant, get } = start()
      await get(groupCall().id, { traceparent: wrong })
      expect(tenant.requests[0]).not.toHaveProperty('traceparent')
    },
  )
})

test('a server says that it is there, to whoever asks', async () => {
  const { tenant } = start()
  const server = await tenant.listen()
  onTestFinished(() => server.close())
  const response = await fetch(`${server.url}/healthz`)
  expect([response.status, await response.json()]).toEqual([200, { status: 'ok' }])
  expect(tenant.requests).toEqual([])
})
