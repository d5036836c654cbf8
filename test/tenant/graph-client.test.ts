import {
  AuthenticationHandler,
  Client,
  GraphError,
  RetryHandler,
  TelemetryHandler,
} from '@microsoft/microsoft-graph-client'
import { groupCall } from 'graph-call-testkit/fixtures'
import { createTenant, type GraphTarget, graphMiddleware, type Tenant } from 'graph-call-testkit/tenant'
import { describe, expect, onTestFinished, test } from 'vitest'

const { id } = groupCall()
const now = () => Date.UTC(2026, 4, 13, 8, 12, 19)
const api = `/communications/calls/${id}`

/** Microsoft's client as its users put it together, but for the last step. */
function clientOf(target: GraphTarget): Client {
  return Client.initWithMiddleware({
    middleware: [
      new AuthenticationHandler({ getAccessToken: async () => 'x.y.z' }),
      new RetryHandler(),
      new TelemetryHandler(),
      graphMiddleware(target),
    ],
  })
}

const places: [string, (tenant: Tenant) => GraphTarget | Promise<GraphTarget>][] = [
  ['in process', (tenant) => tenant],
  [
    'on a port',
    async (tenant) => {
      const server = await tenant.listen()
      onTestFinished(() => server.close())
      return server.url
    },
  ],
]

describe.each(places)("Microsoft's client and a tenant %s", (_name, targetOf) => {
  async function start() {
    const tenant = createTenant({ calls: [groupCall()], token: 'x.y.z', now })
    const client = clientOf(await targetOf(tenant))
    return { tenant, get: () => client.api(api).get() }
  }

  async function errorOf(promise: Promise<unknown>): Promise<GraphError> {
    const error = await promise.then(
      () => undefined,
      (thrown: unknown) => thrown,
    )
    if (error instanceof GraphError) return error
    throw new Error('It threw no GraphError.')
  }

  test('it gets the call, having sent its token', async () => {
    const { tenant, get } = await start()
    expect(await get()).toEqual(groupCall())
    expect(tenant.requests).toMatchObject([{ method: 'GET', callId: id, status: 200 }])
  })

  test('its query arrives as it wrote it', async () => {
    const { tenant } = await start()
    await clientOf(await targetOf(tenant))
      .api(api)
      .select(['id', 'state'])
      .get()
    expect(tenant.requests.map(({ query }) => query)).toEqual(['?$select=id,state'])
  })

  test('an error becomes a GraphError with all that the envelope says', async () => {
    const { tenant, get } = await start()
    tenant.forbid(id, '7505')
    const error = await errorOf(get())
    expect(error).toMatchObject({
      statusCode: 403,
      code: '7505',
      message: 'Request authorization tenant mismatch.',
      requestId: tenant.requests[0]?.requestId,
    })
    // The client reads the date, which has no time zone, as local time.
    expect(error.date).toEqual(new Date('2026-05-13T08:12:19'))
  })

  test.each([429, 503, 504] as const)('it tries again after %d', async (status) => {
    const { tenant, get } = await start()
    tenant.failNext({ status, retryAfter: 0.01 })
    tenant.failNext({ status, retryAfter: 0 })
    expect(await get()).toEqual(groupCall())
    expect(tenant.requests.map((request) => request.status)).toEqual([status, status, 200])
  })

  test('it gives up after four', async () => {
    const { tenant, get } = await start()
    for (let i = 0; i < 5; i++) tenant.failNext({ status: 429, retryAfter: 0 })
    expect(await errorOf(get())).toMatchObject({ statusCode: 429, code: 'TooManyRequests' })
    expect(tenant.requests.map(({ status }) => status)).toEqual([429, 429, 429, 429])
  })

  test('it does not try again after 500', async () => {
    const { tenant, get } = await start()
    tenant.failNext({ status: 500 })
    expect(await errorOf(get())).toMatchObject({
      statusCode: 500,
      code: '9999',
      message: 'InternalServiceError',
    })
    expect(tenant.requests).toHaveLength(1)
  })
})
