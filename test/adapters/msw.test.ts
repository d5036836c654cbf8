import { groupCall, peerToPeerCall } from 'graph-call-testkit/fixtures'
import { callHandlers } from 'graph-call-testkit/msw'
import { createTenant } from 'graph-call-testkit/tenant'
import { HttpResponse, http } from 'msw'
import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'

const headers = { Authorization: 'Bearer x.y.z' }
const graph = 'https://graph.microsoft.com/v1.0'
const { id } = groupCall()
const callUrl = `${graph}/communications/calls/${id}`

// The clock stands still: errors have the time in their body, and two requests may come in different seconds.
const tenant = createTenant({ calls: [groupCall()], token: 'x.y.z', clock: 'manual' })
const server = setupServer(
  ...callHandlers(tenant),
  http.get(`${graph}/me`, () => HttpResponse.json({ displayName: 'Adele Vance' })),
  http.post(`${graph}/communications/calls/:id/answer`, () => new HttpResponse(null, { status: 202 })),
  http.all('https://contoso.com/*', () => new HttpResponse('other host')),
  http.all('*', () => new HttpResponse('fallback')),
)
beforeAll(() => server.listen({ onUnhandledRequest: 'error' }))
afterEach(() => {
  server.resetHandlers()
  tenant.reset()
})
afterAll(() => server.close())

describe('a request for a call', () => {
  test.each([
    callUrl,
    `${graph}/communications/calls('${id}')`,
    `https://graph.microsoft.com/beta/app/Calls/${id}/?$select=id`,
    `https://graph.microsoft.us/v1.0/communications/calls/${id}`,
    `https://dod-graph.microsoft.us/v1.0/communications/calls/other`,
    `${graph}/communications/calls/x%20%2F`,
  ])('gets the response of the tenant: %s', async (url) => {
    const intercepted = await read(await fetch(url, { headers }))
    const [logged] = tenant.requests
    tenant.reset()
    const direct = await read(await tenant.fetch(new Request(url, { headers })))
    expect(intercepted).toEqual(direct)
    expect(logged).toMatchObject({ method: 'GET', status: intercepted.status })
  })

  test.each(['DELETE', 'POST', 'PATCH'])('may have any method: %s', async (method) => {
    const response = await fetch(callUrl, { method, headers, body: method === 'DELETE' ? null : '{}' })
    expect(tenant.requests).toMatchObject([{ method, status: response.status }])
  })

  test('gets no body with HEAD', async () => {
    const response = await fetch(callUrl, { method: 'HEAD', headers })
    expect(await read(response)).toMatchObject({ status: 200, body: '' })
  })

  test('gets the failures of the tenant', async () => {
    tenant.failNext({ status: 429, retryAfter: 2.128 })
    const response = await fetch(callUrl, { headers })
    expect(response.status).toBe(429)
    expect(response.headers.get('Retry-After')).toBe('2.128')
  })

  test('gets a network error if the connection is reset', async () => {
    tenant.failNext({ connection: 'reset' })
    await expect(fetch(callUrl, { headers })).rejects.toThrow(TypeError)
    expect((await fetch(callUrl, { headers })).status).toBe(200)
  })

  test('gets a truncated body', async () => {
    tenant.failNext({ connection: 'truncated' })
    const response = await fetch(callUrl, { headers })
    expect(response.status).toBe(200)
    await expect(response.text()).rejects.toThrow()
  })

  test('gets 401 without a token', async () => {
    const response = await fetch(callUrl)
    expect(response.status).toBe(401)
    expect(response.headers.has('WWW-Authenticate')).toBe(true)
  })
})

test.each([
  ['the path of all calls', 'POST', '', 400],
  ['an action on a call', 'POST', `/${id}/keepAlive`, 200],
  ['a recording', 'GET', '../../../recordings/1', 401],
])('the tenant gets %s', async (_name, method, path, status) => {
  const calls = `${graph}/communications/calls`
  const url = path.startsWith('.') ? new URL(path, calls) : `${calls}${path}`
  const response = await fetch(url, { method, headers, ...(method === 'POST' && { body: '{}' }) })
  expect(response.status).toBe(status)
  expect(tenant.requests).toHaveLength(1)
})

describe('other handlers get', () => {
  test.each([
    ['another resource of Graph', `${graph}/me`, '{"displayName":"Adele Vance"}'],
    ['another resource of the communications API', `${graph}/communications/presences`, 'fallback'],
    ['another host', `https://contoso.com/v1.0/communications/calls/${id}`, 'other host'],
  ])('%s', async (_name, url, body) => {
    const response = await fetch(url, { headers })
    expect(await response.text()).toBe(body)
    expect(tenant.requests).toEqual([])
  })

  test('a request for a call if they were added later', async () => {
    const mine = peerToPeerCall({ id, subject: 'mine' })
    server.use(http.get(callUrl, () => HttpResponse.json(mine)))
    expect(await (await fetch(callUrl, { headers })).json()).toEqual(mine)
  })
})

async function read(response: Response) {
  const { date: _, ...headers } = Object.fromEntries(response.headers)
  return { status: response.status, headers, body: await response.text() }
}
