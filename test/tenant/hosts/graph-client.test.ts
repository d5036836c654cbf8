import {
  AuthenticationHandler,
  Client,
  GraphError,
  RetryHandler,
  TelemetryHandler,
} from '@microsoft/microsoft-graph-client'
import { groupCall } from 'graph-call-testkit/fixtures'
import {
  createTenant,
  type Failure,
  type GraphTarget,
  graphMiddleware,
  type Tenant,
  type TenantOptions,
} from 'graph-call-testkit/tenant'
import { describe, expect, onTestFinished, test } from 'vitest'

const { id } = groupCall()
const now = () => Date.UTC(2026, 4, 13, 8, 12, 19)
const api = `/communications/calls/${id}`

/** Microsoft's client in its usual configuration, except for the last middleware. */
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

const hosts: [string, (tenant: Tenant) => GraphTarget | Promise<GraphTarget>][] = [
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

describe.each(hosts)("Microsoft's client and a tenant %s", (_name, targetOf) => {
  async function start(options: TenantOptions = {}) {
    const tenant = createTenant({ calls: [groupCall()], token: 'x.y.z', now, ...options })
    const client = clientOf(await targetOf(tenant))
    return { tenant, get: () => client.api(api).get() }
  }

  async function errorOf(promise: Promise<unknown>): Promise<GraphError> {
    const error = await promise.then(
      () => undefined,
      (thrown: unknown) => thrown,
    )
    if (error instanceof GraphError) return error
    throw new Error('Expected a GraphError.')
  }

  test('gets the call and sends its token', async () => {
    const { tenant, get } = await start()
    expect(await get()).toEqual(groupCall())
    expect(tenant.requests).toMatchObject([{ method: 'GET', callId: id, status: 200 }])
  })

  test('sends its query unchanged', async () => {
    const { tenant } = await start()
    await clientOf(await targetOf(tenant))
      .api(api)
      .select(['id', 'state'])
      .get()
    expect(tenant.requests.map(({ query }) => query)).toEqual(['?$select=id,state'])
  })

  test('turns an error into a GraphError with all properties of the envelope', async () => {
    const { tenant, get } = await start()
    tenant.forbid(id, '7505')
    const error = await errorOf(get())
    expect(error).toMatchObject({
      statusCode: 403,
      code: '7505',
      message: 'Request authorization tenant mismatch.',
      requestId: tenant.requests[0]?.requestId,
    })
    // The date has no time zone, so the client reads it as local time.
    expect(error.date).toEqual(new Date('2026-05-13T08:12:19'))
  })

  test.each([429, 503, 504] as const)('retries after %d', async (status) => {
    const { tenant, get } = await start()
    tenant.failNext({ status, retryAfter: 0.01 })
    tenant.failNext({ status, retryAfter: 0 })
    expect(await get()).toEqual(groupCall())
    expect(tenant.requests.map((request) => request.status)).toEqual([status, status, 200])
  })

  test.each<Failure>([
    { fixture: 'throttled-with-decimal-retry-after', retryAfter: 0.01 },
    { fixture: 'throttled-as-unknown-error', retryAfter: 0 },
    { proxy: 503, retryAfter: 0 },
    { proxy: 504, retryAfter: 0.01 },
    { connection: 'slow', milliseconds: 20 },
  ])('recovers from %j', async (failure) => {
    const { tenant, get } = await start()
    tenant.failNext(failure)
    expect(await get()).toEqual(groupCall())
    expect(tenant.requests).toHaveLength('connection' in failure ? 1 : 2)
  })

  test('gets every call despite repeated failures', async () => {
    const { tenant, get } = await start()
    tenant.failEvery(3, { status: 503, retryAfter: 0 })
    tenant.failAtRate(0.2, { status: 429, retryAfter: 0 }, { seed: 4 })
    for (let i = 0; i < 20; i++) expect(await get()).toEqual(groupCall())
    expect(new Set(tenant.requests.map(({ status }) => status))).toEqual(new Set([200, 429, 503]))
  })

  test('waits for Retry-After and then gets the call', async () => {
    // The time of the tenant stands still until it rejects a request, however slow the machine is.
    let time = now()
    let rejected = 0
    const { tenant, get } = await start({
      throttle: { requests: 1, seconds: 1 },
      now: () => time,
      onRequest({ status }) {
        if (status !== 429) return
        time += 1_000
        rejected = performance.now()
      },
    })
    expect([await get(), await get()]).toEqual([groupCall(), groupCall()])
    expect(performance.now() - rejected).toBeGreaterThan(900)
    expect(tenant.requests.map(({ status }) => status)).toEqual([200, 429, 200])
  })

  test.each<Failure>([{ connection: 'reset' }, { connection: 'truncated' }, { proxy: 502 }])(
    'does not retry after %j',
    async (failure) => {
      const { tenant, get } = await start()
      tenant.failNext(failure)
      await errorOf(get())
      expect(tenant.requests).toHaveLength(1)
      expect(await get()).toEqual(groupCall())
    },
  )

  test('uses $select, $expand and DELETE', async () => {
    const { tenant } = await start()
    const client = clientOf(await targetOf(tenant))
    expect(await client.api(api).select(['id', 'state']).expand('participants').get()).toMatchObject({
      id,
      state: 'established',
      participants: [],
    })
    await client.api(api).delete()
    expect(await client.api(api).get()).toMatchObject({ state: 'terminated' })
    expect(await errorOf(client.api(api).get())).toMatchObject({ statusCode: 404, code: '8522' })
  })

  test('gives up after four requests', async () => {
    const { tenant, get } = await start()
    for (let i = 0; i < 5; i++) tenant.failNext({ status: 429, retryAfter: 0 })
    expect(await errorOf(get())).toMatchObject({ statusCode: 429, code: 'TooManyRequests' })
    expect(tenant.requests.map(({ status }) => status)).toEqual([429, 429, 429, 429])
  })

  test('does not retry after 500', async () => {
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
