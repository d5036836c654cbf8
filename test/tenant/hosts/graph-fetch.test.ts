import { createServer } from 'node:http'
import { type GraphTarget, graphFetch } from 'graph-call-testkit/tenant'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

/** Request as it arrived at the target. */
interface Arrived {
  method: string
  url: string
  token: string | null
  body: string
}

const authorization = { Authorization: 'Bearer x.y.z' }

const inProcess = {
  fetch: async (request: Request) =>
    Response.json({
      method: request.method,
      url: request.url,
      token: request.headers.get('Authorization'),
      body: await request.text(),
    } satisfies Arrived),
}

const server = createServer(async (request, response) => {
  const body = (await request.toArray()).join('')
  const { method = '', url = '', headers } = request
  response.end(JSON.stringify({ method, url, token: headers.authorization ?? null, body } satisfies Arrived))
})
let url = ''
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (typeof address === 'object' && address) url = `http://127.0.0.1:${address.port}`
})
afterAll(() => new Promise((resolve) => server.close(resolve)))

const path = '/v1.0/communications/calls/2e1a%2F?$select=id,state&x=%20'
const graphUrl = `https://graph.microsoft.com${path}`

describe.each<[string, () => GraphTarget, string]>([
  ['a handler in process', () => inProcess, graphUrl],
  ['the base URL of a server', () => url, path],
  ['a base URL as an object', () => new URL(url), path],
  ['a base URL with a slash', () => `${url}/`, path],
  ['a base URL with a path', () => `${url}/tenant/`, `/tenant${path}`],
])('graphFetch to %s', (_name, target, expectedUrl) => {
  const arrived = async (...request: Parameters<typeof fetch>): Promise<Arrived> => {
    const response = await graphFetch(target())(...request)
    return response.json()
  }

  test.each<[string, Parameters<typeof fetch>]>([
    ['a string', [graphUrl, { headers: authorization }]],
    ['a URL', [new URL(graphUrl), { headers: authorization }]],
    ['a Request', [new Request(graphUrl, { headers: authorization })]],
    ['a Request whose headers the init replaces', [new Request(graphUrl), { headers: authorization }]],
  ])('sends a GET unchanged: %s', async (_form, request) => {
    expect(await arrived(...request)).toEqual({
      method: 'GET',
      url: expectedUrl,
      token: 'Bearer x.y.z',
      body: '',
    })
  })

  test.each<[string, Parameters<typeof fetch>]>([
    ['a string', [graphUrl, { method: 'POST', headers: authorization, body: 'text' }]],
    ['a Request', [new Request(graphUrl, { method: 'POST', headers: authorization, body: 'text' })]],
  ])('sends a body: %s', async (_form, request) => {
    expect(await arrived(...request)).toEqual({
      method: 'POST',
      url: expectedUrl,
      token: 'Bearer x.y.z',
      body: 'text',
    })
  })

  test('does not send a request that was aborted', async () => {
    const reason = new Error('enough')
    await expect(arrived(graphUrl, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason)
  })
})

describe('requests', () => {
  const network: typeof fetch = async () => new Response('network')
  const target = async (...request: Parameters<typeof fetch>) => {
    const handler = { fetch: async () => new Response('tenant') }
    const response = await graphFetch(handler, { fetch: network })(...request)
    return response.text()
  }

  test.each([
    'graph.microsoft.com',
    'graph.microsoft.us',
    'dod-graph.microsoft.us',
    'Graph.Microsoft.COM:443',
  ])('for %s go to the target', async (host) => {
    expect(await target(`https://${host}/v1.0/communications/calls/2e1a`)).toBe('tenant')
  })

  test.each([
    'https://login.microsoftonline.com/common/oauth2/v2.0/token',
    'https://login.botframework.com/v1/.well-known/openidconfiguration',
    'https://api.aps.skype.com/v1/.well-known/OpenIdConfiguration',
  ])('for tokens and keys, as %s, go to the target', async (url) => {
    expect(await target(url)).toBe('tenant')
  })

  test.each([
    'https://login.microsoftonline.com.contoso.com/common/oauth2/v2.0/token',
    'https://graph.microsoft.com.contoso.com/v1.0',
    'https://contoso.com/graph.microsoft.com',
    'https://microsoftgraph.chinacloudapi.cn/v1.0',
    '/v1.0/communications/calls/2e1a',
  ])('for %s go to the network', async (other) => {
    expect(await target(other)).toBe('network')
  })

  test('for other hosts use the current global fetch', async () => {
    const send = graphFetch(inProcess)
    const response = await send(`${url}/rest`, { headers: authorization })
    expect(await response.json()).toMatchObject({ url: '/rest', token: 'Bearer x.y.z' })
  })

  test('that leave the process use the custom fetch with all of its options', async () => {
    const sent: unknown[] = []
    const customFetch: typeof fetch = async (input, init) => {
      sent.push(String(input), init)
      return new Response()
    }
    const init = { headers: authorization, agent: 'of one library' }
    await graphFetch('http://127.0.0.1:9', { fetch: customFetch })(graphUrl, init)
    expect(sent).toEqual([`http://127.0.0.1:9${path}`, init])
  })
})

test('an object that is not a tenant is rejected', () => {
  // @ts-expect-error an object without fetch is not a target
  expect(() => graphFetch({})).toThrow('Invalid target: an object. Expected a tenant, or a base URL')
})

test.each(['localhost:8080', '127.0.0.1:8080', '', 'file:///tmp/x', '/v1.0'])(
  'a target that is neither a tenant nor a base URL is rejected: %j',
  (target) => {
    expect(() => graphFetch(target)).toThrow(
      new TypeError(
        `Invalid target: ${JSON.stringify(target)}. Expected a tenant, or a base URL such as http://127.0.0.1:8080.`,
      ),
    )
  },
)
