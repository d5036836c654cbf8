import axios, { AxiosError } from 'axios'
import { groupCall } from 'graph-call-testkit/fixtures'
import { createTenant, type GraphTarget, graphFetch, type Tenant } from 'graph-call-testkit/tenant'
import * as undici from 'undici'
import { describe, expect, onTestFinished, test } from 'vitest'

/** Response as a client returns it. */
interface ClientResponse {
  status: number
  retryAfter: string | null
  body: unknown
}

const url = `https://graph.microsoft.com/v1.0/communications/calls/${groupCall().id}`
const headers = { Authorization: 'Bearer x.y.z' }

/** Clients that keep Graph's URL while another target responds. */
const clients: Record<string, (target: GraphTarget) => Promise<ClientResponse>> = {
  async fetch(target) {
    return read(await graphFetch(target)(url, { headers }))
  },
  async 'a custom fetch'(target) {
    const send: typeof fetch = (input, init) => fetch(input, init)
    return read(await graphFetch(target, { fetch: send })(new Request(url, { headers })))
  },
  async axios(target) {
    const client = axios.create({ adapter: 'fetch', env: { fetch: graphFetch(target) } })
    const { status, headers: received, data } = await client.get(url, { headers, validateStatus: null })
    return { status, retryAfter: received['retry-after'] ?? null, body: data }
  },
}

async function read(response: Response): Promise<ClientResponse> {
  return {
    status: response.status,
    retryAfter: response.headers.get('Retry-After'),
    body: await response.json(),
  }
}

const hosts: Record<string, (tenant: Tenant) => GraphTarget | Promise<GraphTarget>> = {
  'in process': (tenant) => tenant,
  'on a port': serve,
}

async function serve(tenant: Tenant): Promise<string> {
  const server = await tenant.listen()
  onTestFinished(() => server.close())
  return server.url
}

describe.each(Object.entries(clients))('%s', (_client, get) => {
  test.each(Object.entries(hosts))('works with a tenant %s', async (_host, targetOf) => {
    const tenant = createTenant({ calls: [groupCall()], token: 'x.y.z' })
    tenant.failNext({ status: 429, retryAfter: 2.128 })
    const target = await targetOf(tenant)
    expect(await get(target)).toMatchObject({
      status: 429,
      retryAfter: '2.128',
      body: { error: { code: 'TooManyRequests' } },
    })
    expect(await get(target)).toEqual({ status: 200, retryAfter: null, body: groupCall() })
    expect(tenant.requests.map(({ path }) => path)).toEqual([new URL(url).pathname, new URL(url).pathname])
  })
})

describe('clients with the URL of a server', () => {
  test('undici: fetch and request', async () => {
    const base = await serve(createTenant({ calls: [groupCall()], token: 'x.y.z' }))
    const serverUrl = base + new URL(url).pathname
    expect(await (await undici.fetch(serverUrl, { headers })).json()).toEqual(groupCall())
    const agent = new undici.Agent()
    onTestFinished(() => agent.close())
    const { statusCode, body } = await undici.request(serverUrl, { headers, dispatcher: agent })
    expect(statusCode).toBe(200)
    expect(await body.json()).toEqual(groupCall())
  })

  test('undici: a dispatcher that redirects requests for Graph', async () => {
    const base = await serve(createTenant({ calls: [groupCall()], token: 'x.y.z' }))
    const agent = new undici.Agent()
    onTestFinished(() => agent.close())
    const redirected = agent.compose(
      (dispatch) => (options, handler) => dispatch({ ...options, origin: base }, handler),
    )
    const response = await undici.fetch(url, { headers, dispatcher: redirected })
    expect(await response.json()).toEqual(groupCall())
  })

  test('axios: node:http', async () => {
    const base = await serve(createTenant({ calls: [groupCall()], token: 'x.y.z' }))
    const client = axios.create({ adapter: 'http', baseURL: `${base}/v1.0`, headers })
    expect((await client.get(`/communications/calls/${groupCall().id}`)).data).toEqual(groupCall())
    await expect(client.get('/communications/calls/other')).rejects.toSatisfy(
      (error) => error instanceof AxiosError && error.response?.data.error.code === '8522',
    )
  })
})
