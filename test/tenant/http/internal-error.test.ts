import { groupCall } from 'graph-call-testkit/fixtures'
import { callHandlers } from 'graph-call-testkit/msw'
import { createTenant, graphFetch, graphMiddleware, type TenantRequest } from 'graph-call-testkit/tenant'
import { setupServer } from 'msw/node'
import { describe, expect, onTestFinished, test } from 'vitest'

const { id } = groupCall()
const graphUrl = `https://graph.microsoft.com/v1.0/communications/calls/${id}`
const headers = { Authorization: 'Bearer secret-token-0123456789' }

/** Creates a tenant that fails, and a list of the entries that `onRequest` gets. */
function failing(now: () => number) {
  const logged: TenantRequest[] = []
  const tenant = createTenant({ calls: [groupCall()], now, onRequest: (request) => logged.push(request) })
  return { tenant, logged }
}

const throwing = () => {
  throw new Error('no clock for secret-token-0123456789')
}

describe('an error of this package', () => {
  type Send = (tenant: ReturnType<typeof createTenant>) => Promise<Response | undefined>
  test.each<[string, Send]>([
    ['fetch', (tenant) => tenant.fetch(new Request(graphUrl, { headers }))],
    ['graphFetch', (tenant) => graphFetch(tenant)(graphUrl, { headers })],
    [
      'graphMiddleware',
      async (tenant) => {
        const context = { request: graphUrl, options: { headers }, response: new Response() }
        await graphMiddleware(tenant).execute(context)
        return context.response
      },
    ],
    [
      'MSW',
      async (tenant) => {
        const server = setupServer(...callHandlers(tenant))
        server.listen()
        onTestFinished(() => server.close())
        return fetch(graphUrl, { headers })
      },
    ],
    [
      'a server',
      async (tenant) => {
        const server = await tenant.listen()
        onTestFinished(() => server.close())
        return graphFetch(server.url)(graphUrl, { headers })
      },
    ],
  ])('is a 500 response without a stack, and in the request log: %s', async (_host, send) => {
    const { tenant, logged } = failing(throwing)
    const response = await send(tenant)
    expect(response?.status).toBe(500)
    const text = (await response?.text()) ?? ''
    expect(JSON.parse(text)).toMatchObject({
      error: {
        code: 'InternalServerError',
        message: expect.stringContaining('tenant.requests'),
        innerError: { 'request-id': response?.headers.get('request-id') },
      },
    })
    expect(text).not.toMatch(/no clock|\.ts:|\bat /)
    expect(tenant.requests).toMatchObject([
      { status: 500, callId: id, internalError: 'Error: no clock for {secret}' },
    ])
    expect(logged).toEqual(tenant.requests)
  })

  test('includes a clock that returns no time', async () => {
    const { tenant } = failing(() => Number.NaN)
    expect((await tenant.fetch(new Request(graphUrl, { headers }))).status).toBe(500)
    expect(tenant.requests[0]?.internalError).toBe(
      'TypeError: Invalid time from now(): NaN. Expected milliseconds since 1970.',
    )
  })
})
