import { groupCall } from 'graph-call-testkit/fixtures'
import { createTenant } from 'graph-call-testkit/tenant'
import { describe, expect, onTestFinished, test } from 'vitest'
import { pathOf, send } from '../send.ts'

const origin = 'http://localhost:3000'
const path = pathOf(groupCall().id)
const preflight = {
  method: 'OPTIONS',
  headers: {
    Origin: origin,
    Authorization: '',
    'Access-Control-Request-Method': 'GET',
    'Access-Control-Request-Headers': 'authorization, client-request-id',
  },
}

describe('a page of another origin', () => {
  test.each([
    ['a call', path, 200],
    ['an unknown call', pathOf('other'), 404],
    ['an invalid query', `${path}?$select=x`, 400],
  ])('can read the response to a request for %s', async (_what, target, status) => {
    const tenant = createTenant({ calls: [groupCall()] })
    const response = await send(tenant, target, { headers: { Authorization: 'Bearer any', Origin: origin } })
    expect(response.status).toBe(status)
    expect(response.headers.get('access-control-allow-origin')).toBe('*')
    const exposed = response.headers.get('access-control-expose-headers')?.toLowerCase().split(', ')
    expect(exposed).toEqual(expect.arrayContaining(['request-id', 'client-request-id', 'location']))
    expect(exposed).not.toContain('retry-after')
  })

  test('can read an error that failNext requests, but not the page of a proxy', async () => {
    const tenant = createTenant({ calls: [groupCall()] })
    tenant.failNext({ status: 429 })
    tenant.failNext({ proxy: 502 })
    const allowed = []
    for (let i = 0; i < 2; i++) {
      const response = await send(tenant, path, { headers: { Authorization: 'Bearer any', Origin: origin } })
      allowed.push(response.headers.get('access-control-allow-origin'))
    }
    expect(allowed).toEqual(['*', null])
  })

  test.each([path, '/v1.0/users'])('may send the headers that its preflight lists: %s', async (target) => {
    const response = await send(createTenant(), target, preflight)
    expect(response.status).toBe(204)
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'access-control-allow-origin': '*',
      'access-control-allow-methods': 'GET, HEAD, DELETE, OPTIONS',
      'access-control-allow-headers': 'authorization, client-request-id',
    })
    expect(Object.keys(Object.fromEntries(response.headers))).not.toContain(
      'access-control-allow-private-network',
    )
  })
})

test('a response to another client has no CORS headers', async () => {
  const tenant = createTenant({ calls: [groupCall()] })
  for (const method of ['GET', 'OPTIONS']) {
    const { headers } = await send(tenant, path, { method })
    expect([...headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([])
  }
})

test('a server shares responses of the API, and not GET /healthz', async () => {
  const tenant = createTenant({ calls: [groupCall()] })
  const server = await tenant.listen()
  onTestFinished(() => server.close())
  const shared = []
  for (const target of [path, '/healthz']) {
    const { headers } = await fetch(server.url + target, { headers: { Origin: origin } })
    shared.push(headers.get('access-control-allow-origin'))
  }
  expect(shared).toEqual(['*', null])
})
