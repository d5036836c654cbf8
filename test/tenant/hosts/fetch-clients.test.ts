import axios, { AxiosError } from 'axios'
import { groupCall } from 'graph-call-testkit/fixtures'
import { createTenant, type GraphTarget, graphFetch, type Tenant } from 'graph-call-testkit/tenant'
import * as undici from 'undici'
import { describe, expect, onTestFinished, test } from 'vitest'

/** What a client made of an answer. */
interface Got {
  status: number
  retryAfter: string | null
  body: unknown
}

const url = `https://graph.microsoft.com/v1.0/communications/calls/${groupCall().id}`
const headers = { Authorization: 'Bearer x.y.z' }

/** How each client is told to ask another than Graph, with Graph's own address. */
const clients: Record<string, (target: GraphTarget) => Promise<Got>> = {
  async fetch(target) {
    return got(await graphFetch(target)(url, { headers }))
  },
  async 'a fetch that was given'(target) {
    const send: typeof fetch = (input, init) => fetch(input, init)
    return got(await graphFetch(target, { fetch: send })(new Request(url, { headers })))
  },
  async axios(target) {
    const client = axios.create({ adapter: 'fetch', env: { fetch: graphFetch(target) } })
    const { status, headers: received, data } = await client.get(url, { headers, validateStatus: null })
    return { status, retryAfter: received['retry-after'] ?? null, body: data }
  },
}

async function got(response: Response): Promise<Got> {
  return {
    status: response.status,
    retryAfter: response.headers.get('Retry-After'),
    body: await response.json(),
  }
}

const places: Record<string, (tenant: Tenant) => GraphTarget | Promise<GraphTarget>> = {
  'in process': (tenant) => tenant,
  'on a port': serve,
}

async function serve(tenant: Tenant): Promise<string> {
  const server = await tenant.listen()
  onTestFinished(() => server.close())
  return server.url
}

describe.each(Object.entries(clients))('%s', (_client, get) => {
  test.each(Object.entries(places))('and a tenant %s', async (_place, targetOf) => {
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

describe('clients that are given the address of a server', () => {
  test('undici, its fetch and its request', async () => {
    const base = await serve(createTenant({ calls: [groupCall()], token: 'x.y.z' }))
    const there = base + new URL(url).pathname
    expect(await (await undici.fetch(there, { headers })).json()).toEqual(groupCall())
    const agent = new undici.Agent()
    onTestFinished(() => agent.close())
    const { statusCode, body } = await undici.request(there, { headers, dispatcher: agent })
    expect(statusCode).toBe(200)
    expect(await body.json()).toEqual(groupCall())
  })

  test('undici, by a dispatcher that sends there what is for Graph', async () => {
    const base = await serve(createTenant({ calls: [groupCall()], token: 'x.y.z' }))
    const agent = new undici.Agent()
    onTestFinished(() => agent.close())
    const redirected = agent.compose(
      (dispatch) => (options, handler) => dispatch({ ...options, origin: base }, handler),
    )
    const response = await undici.fetch(url, { headers, dispatcher: redirected })
    expect(await response.json()).toEqual(groupCall())
  })

  test('axios, through node:http', async () => {
    const base = await serve(createTenant({ calls: [groupCall()], token: 'x.y.z' }))
    const client = axios.create({ adapter: 'http', baseURL: `${base}/v1.0`, headers })
    expect((await client.get(`/communications/calls/${groupCall().id}`)).data).toEqual(groupCall())
    await expect(client.get('/communications/calls/other')).rejects.toSatisfy(
      (error) => error instanceof AxiosError && error.response?.data.error.code === '8522',
    )
  })
})
