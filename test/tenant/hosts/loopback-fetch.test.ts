import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { groupCall } from 'graph-call-testkit/fixtures'
import { createTenant, graphFetch } from 'graph-call-testkit/tenant'
import { EnvHttpProxyAgent, getGlobalDispatcher, setGlobalDispatcher } from 'undici'
import { afterEach, describe, expect, onTestFinished, test, vi } from 'vitest'

const { id } = groupCall()
const graphUrl = `https://graph.microsoft.com/v1.0/communications/calls/${id}`
const headers = { Authorization: 'Bearer x.y.z' }

afterEach(() => {
  vi.unstubAllEnvs()
  vi.unstubAllGlobals()
})

/** Starts a proxy that fails every request, and counts them. */
async function failingProxy() {
  const used: string[] = []
  const proxy = createServer((request, response) => {
    used.push(`${request.method} ${request.url}`)
    response.writeHead(502).end()
  })
  proxy.on('connect', ({ url }, socket) => {
    used.push(`CONNECT ${url}`)
    socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n')
  })
  proxy.listen(0, '127.0.0.1')
  await once(proxy, 'listening')
  onTestFinished(() => {
    proxy.closeAllConnections()
    proxy.close()
  })
  const address = proxy.address()
  return { used, url: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}` }
}

/** Makes the global `fetch` use a proxy, as an app does at its start. */
async function withProxy() {
  const proxy = await failingProxy()
  const before = getGlobalDispatcher()
  setGlobalDispatcher(new EnvHttpProxyAgent({ httpProxy: proxy.url, httpsProxy: proxy.url, noProxy: '' }))
  onTestFinished(() => setGlobalDispatcher(before))
  return proxy
}

async function serve() {
  const tenant = createTenant({ calls: [groupCall()] })
  const server = await tenant.listen()
  onTestFinished(() => server.close())
  return { tenant, url: server.url, port: new URL(server.url).port }
}

describe('a request to loopback', () => {
  test('does not use the proxy of a global dispatcher', async () => {
    const { used } = await withProxy()
    const { url } = await serve()
    const response = await graphFetch(url)(graphUrl, { headers })
    expect([response.status, response.url, await response.json()]).toEqual([
      200,
      `${url}${new URL(graphUrl).pathname}`,
      groupCall(),
    ])
    expect(used).toEqual([])
    // Shows that the proxy is in use.
    await fetch(`${url}/healthz`).catch(() => {})
    expect(used).toHaveLength(1)
  })

  test('is the same with a method, a body and no response body', async () => {
    await withProxy()
    const { tenant, url } = await serve()
    const send = graphFetch(url)
    const statuses = []
    for (const init of [{ method: 'HEAD' }, { method: 'POST', body: 'x' }, { method: 'DELETE' }]) {
      const response = await send(new Request(graphUrl, { ...init, headers }))
      statuses.push([response.status, (await response.text()).length > 0])
    }
    expect(statuses).toEqual([
      [200, false],
      [405, true],
      [204, false],
    ])
    expect(tenant.requests.map(({ method }) => method)).toEqual(['HEAD', 'POST', 'DELETE'])
  })

  test('fails as fetch does, without a server and when it is aborted', async () => {
    await withProxy()
    const { tenant, url } = await serve()
    await expect(graphFetch('http://127.0.0.1:1')(graphUrl)).rejects.toThrow(new TypeError('fetch failed'))
    await expect(graphFetch(url)(graphUrl, { signal: AbortSignal.abort() })).rejects.toThrow('aborted')
    tenant.failNext({ connection: 'truncated' })
    const response = await graphFetch(url)(graphUrl, { headers })
    await expect(response.text()).rejects.toThrow()
  })

  test('reaches a name below localhost without a name server', async () => {
    const { port } = await serve()
    const response = await graphFetch(`http://a.tenant.localhost:${port}`)(graphUrl, { headers })
    expect(response.status).toBe(200)
  })

  test('uses a global fetch that a test has replaced, and the fetch option', async () => {
    await withProxy()
    const replaced = vi.fn(async () => new Response('replaced'))
    vi.stubGlobal('fetch', replaced)
    const send = graphFetch('http://tenant.localhost')
    expect(await (await send(graphUrl)).text()).toBe('replaced')
    const given = graphFetch('http://127.0.0.1:1', { fetch: async () => new Response('given') })
    expect(await (await given(graphUrl)).text()).toBe('given')
    expect(replaced).toHaveBeenCalledTimes(1)
  })

  // Node has NODE_USE_ENV_PROXY from 22.21 and 24.5 on. On older versions the variable has no effect.
  test('does not use the proxy of the environment', async () => {
    const { used, url: proxy } = await failingProxy()
    const script = `
      import { createTenant, graphFetch } from 'graph-call-testkit/tenant'
      const tenant = createTenant({ calls: [{ id: '2e1a', callbackUri: null }] })
      const server = await tenant.listen()
      const notifications = tenant.notify()
      tenant.addCall({ id: 'a', state: 'incoming', callbackUri: server.url + '/bot' })
      const url = 'https://graph.microsoft.com/v1.0/communications/calls/2e1a'
      const { status } = await graphFetch(server.url)(url, { headers: { Authorization: 'Bearer any' } })
      const [delivery] = await notifications.settled()
      console.log(status, delivery.status)
      await server.close()`
    const child = spawn(
      process.execPath,
      [
        '--conditions',
        'graph-call-testkit-source',
        '--import',
        'tsx',
        '--input-type',
        'module',
        '--eval',
        script,
      ],
      {
        env: { ...process.env, NODE_USE_ENV_PROXY: '1', HTTP_PROXY: proxy, HTTPS_PROXY: proxy, NO_PROXY: '' },
      },
    )
    const [out, err] = await Promise.all([child.stdout.toArray(), child.stderr.toArray()])
    expect([out.join('').trim(), err.join('')]).toEqual(['200 401', expect.not.stringContaining('Error')])
    expect(used).toEqual([])
  })
})
