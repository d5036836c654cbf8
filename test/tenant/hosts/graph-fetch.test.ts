import { createServer } from 'node:http'
import { type GraphTarget, graphFetch } from 'graph-call-testkit/tenant'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

/** What arrived at the other end, as it says itself. */
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
])('to %s', (_name, target, arrivesAt) => {
  const arrived = async (...request: Parameters<typeof fetch>): Promise<Arrived> => {
    const response = await graphFetch(target())(...request)
    return response.json()
  }

  test.each<[string, Parameters<typeof fetch>]>([
    ['a string', [graphUrl, { headers: authorization }]],
    ['a URL', [new URL(graphUrl), { headers: authorization }]],
    ['a Request', [new Request(graphUrl, { headers: authorization })]],
    ['a Request whose headers the init replaces', [new Request(graphUrl), { headers: authorization }]],
  ])('a GET goes as it is: %s', async (_form, request) => {
    expect(await arrived(...request)).toEqual({
      method: 'GET',
      url: arrivesAt,
      token: 'Bearer x.y.z',
      body: '',
    })
  })

  test.each<[string, Parameters<typeof fetch>]>([
    ['a string', [graphUrl, { method: 'POST', headers: authorization, body: 'text' }]],
    ['a Request', [new Request(graphUrl, { method: 'POST', headers: authorization, body: 'text' })]],
  ])('a body goes along: %s', async (_form, request) => {
    expect(await arrived(...request)).toEqual({
      method: 'POST',
      url: arrivesAt,
      token: 'Bearer x.y.z',
      body: 'text',
    })
  })

  test('a request that was aborted is not sent', async () => {
    const reason = new Error('enough')
    await expect(arrived(graphUrl, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason)
  })
})

describe('which requests it takes', () => {
  const elsewhere: typeof fetch = async () => new Response('elsewhere')
  const where = async (...request: Parameters<typeof fetch>) => {
    const here = { fetch: async () => new Response('here') }
    const response = await graphFetch(here, { fetch: elsewhere })(...request)
    return response.text()
  }

  test.each([
    'graph.microsoft.com',
    'graph.microsoft.us',
    'dod-graph.microsoft.us',
    'Graph.Microsoft.COM:443',
  ])('those for %s', async (host) => {
    expect(await where(`https://${host}/v1.0/communications/calls/2e1a`)).toBe('here')
  })

  test.each([
    'https://login.microsoftonline.com/common/oauth2/v2.0/token',
    'https://graph.microsoft.com.contoso.com/v1.0',
    'https://contoso.com/graph.microsoft.com',
    'https://microsoftgraph.chinacloudapi.cn/v1.0',
    '/v1.0/communications/calls/2e1a',
  ])('not %s', async (other) => {
    expect(await where(other)).toBe('elsewhere')
  })

  test('the rest goes through the global fetch of the time', async () => {
    const send = graphFetch(inProcess)
    const response = await send(`${url}/rest`, { headers: authorization })
    expect(await response.json()).toMatchObject({ url: '/rest', token: 'Bearer x.y.z' })
  })

  test('what leaves the process does so by the fetch that was given, its own options with it', async () => {
    const sent: unknown[] = []
    const own: typeof fetch = async (input, init) => {
      sent.push(String(input), init)
      return new Response()
    }
    const init = { headers: authorization, agent: 'of one library' }
    await graphFetch('http://127.0.0.1:9', { fetch: own })(graphUrl, init)
    expect(sent).toEqual([`http://127.0.0.1:9${path}`, init])
  })
})

test.each(['localhost:8080', '127.0.0.1:8080', '', 'file:///tmp/x', '/v1.0'])(
  'a target that is neither tenant nor base URL is refused at once: %j',
  (target) => {
    expect(() => graphFetch(target)).toThrow(
      new TypeError(
        `What answers in place of Graph must be a tenant or a base URL such as http://127.0.0.1:8080, found ${JSON.stringify(target)}.`,
      ),
    )
  },
)
