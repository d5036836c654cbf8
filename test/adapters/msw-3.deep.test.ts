import { groupCall } from 'graph-call-testkit/fixtures'
import { callHandlers } from 'graph-call-testkit/msw'
import { createTenant } from 'graph-call-testkit/tenant'
import { getResponse, RequestHandler } from 'msw-3'
import { beforeEach, expect, test, vi } from 'vitest'

// MSW 3 does not intercept connections on Node 20, so this test calls its handlers. test/browser tests the rest.
vi.mock('msw', () => import('msw-3'))

const { id } = groupCall()
const headers = { Authorization: 'Bearer x.y.z' }
// The clock stands still: errors have the time in their body, and two requests may come in different seconds.
const tenant = createTenant({ calls: [groupCall()], clock: 'manual' })
const handlers = callHandlers(tenant).flatMap((handler: object) =>
  handler instanceof RequestHandler ? [handler] : [],
)
beforeEach(() => tenant.reset())

test('callHandlers returns handlers of MSW 3', () => {
  expect(handlers).toHaveLength(callHandlers(tenant).length)
})

test.each(['GET', 'HEAD', 'DELETE', 'POST'])(
  'the handlers respond to %s for a call as the tenant does',
  async (method) => {
    const request = new Request(`https://graph.microsoft.com/v1.0/communications/calls/${id}`, {
      method,
      headers,
    })
    const response = await getResponse(handlers, request)
    const [logged] = tenant.requests
    expect(logged).toMatchObject({ method, callId: id, status: response?.status })
    tenant.reset()
    expect(await response?.text()).toBe(await (await tenant.fetch(request)).text())
  },
)

test.each([
  'https://graph.microsoft.com/v1.0/me',
  'https://graph.microsoft.com/v1.0/communications/callRecords',
  `https://contoso.com/v1.0/communications/calls/${id}`,
])('the handlers do not handle %s', async (url) => {
  expect(await getResponse(handlers, new Request(url, { headers }))).toBeUndefined()
  expect(tenant.requests).toEqual([])
})
