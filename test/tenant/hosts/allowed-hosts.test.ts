import { once } from 'node:events'
import { request } from 'node:http'
import { networkInterfaces } from 'node:os'
import { groupCall } from 'graph-call-testkit/fixtures'
import { callErrorSchema } from 'graph-call-testkit/schema'
import { createTenant, type ListenOptions } from 'graph-call-testkit/tenant'
import { describe, expect, onTestFinished, test } from 'vitest'

const path = `/v1.0/communications/calls/${groupCall().id}`

async function serve(options: ListenOptions = {}) {
  const tenant = createTenant({ calls: [groupCall()] })
  const server = await tenant.listen(options)
  onTestFinished(() => server.close())
  const port = Number(new URL(server.url).port)
  /** Sends a request with a `Host` header. */
  const send = async (host: string, target = path, address = '127.0.0.1') => {
    const headers = { Authorization: 'Bearer any', Host: host, Origin: 'http://evil.example' }
    const sent = request({ host: address, port, path: target, headers }).end()
    const [response] = await once(sent, 'response')
    const body = (await response.toArray()).join('')
    return { status: Number(response.statusCode), headers: response.headers, body }
  }
  return { tenant, send, port }
}

describe('a server responds to', () => {
  test.each([
    ...['localhost', 'LOCALHOST:8080', 'tenant.localhost', '127.0.0.1', '127.0.0.1:80', '127.9.9.9'],
    ...['[::1]', '[::1]:8080', 'graph.microsoft.com', 'graph.microsoft.us:443', 'dod-graph.microsoft.us'],
    ...['localhost.', 'graph.microsoft.com.:443', '127.0.0.1.', '[::ffff:127.0.0.1]:8080'],
    ...['host.docker.internal:8080', 'HOST.containers.internal'],
  ])('%s', async (host) => {
    const { send } = await serve()
    expect((await send(host)).status).toBe(200)
  })

  test.each([
    ...['evil.example', 'evil.example:8080', 'localhost.evil.example', '127.0.0.1.evil.example', '10.0.0.1'],
    ...['0.0.0.0', '[::2]', 'graph.microsoft.com.evil.example', 'evil.example/localhost', 'a b'],
    ...['evil.example#localhost', 'user@localhost', '%6cocalhost', '[', 'localhost..', 'internal'],
    ...['evil.host.docker.internal', 'other.internal', '[::ffff:8.8.8.8]'],
  ])('the host %j with 421 and what to do, for any path', async (host) => {
    const { tenant, send } = await serve({ allowedHosts: ['tenant'] })
    for (const target of [path, '/healthz']) {
      const { status, headers, body } = await send(host, target)
      expect(status).toBe(421)
      const { error } = callErrorSchema.parse(JSON.parse(body))
      expect(error.message).toContain('use listen({ allowedHosts: [')
      expect(error.message).toContain('serve --allowed-host')
      expect(headers).not.toHaveProperty('access-control-allow-origin')
    }
    expect(tenant.requests.map(({ status }) => status)).toEqual([421, 421])
  })

  test.each([
    ['tenant', 'tenant:8080'],
    ['TENANT.test', 'tenant.TEST'],
    ['tenant:8080', 'tenant'],
    ['bücher.test', 'xn--bcher-kva.test:8080'],
    ['10.0.0.1', '10.0.0.1:80'],
    ['2001:DB8::1', '[2001:db8::1]:80'],
    ['[2001:db8::1]', '[2001:db8::1]'],
  ])('the allowed host %j as %j', async (allowed, host) => {
    const { send } = await serve({ allowedHosts: ['other', allowed] })
    expect([(await send(host)).status, (await send('evil.example')).status]).toEqual([200, 421])
  })

  test('any address, but no other name, if a connection arrives from the network', async () => {
    const { send } = await serve({ host: '0.0.0.0' })
    const addresses = Object.values(networkInterfaces())
      .flatMap((each) => each ?? [])
      .filter(({ family, internal }) => family === 'IPv4' && !internal)
      .map(({ address }) => address)
    for (const address of addresses) {
      // The port of a container belongs to the address of its machine.
      for (const host of [address, '192.0.2.1:8080', '[2001:db8::1]']) {
        expect((await send(host, path, address)).status).toBe(200)
      }
      expect((await send('evil.example', path, address)).status).toBe(421)
    }
    expect((await send('192.0.2.1')).status).toBe(421)
  })
})

test.each(['/healthz', '/healthz?from=probe', 'http://localhost/healthz'])(
  '%s needs no token',
  async (target) => {
    const { send } = await serve({ allowedHosts: ['tenant'] })
    expect(await send('tenant', target)).toMatchObject({ status: 200, body: '{"status":"ok"}' })
  },
)

test('the host of a complete URL takes precedence over the Host header', async () => {
  const { send } = await serve()
  expect((await send('evil.example', `http://graph.microsoft.com${path}`)).status).toBe(200)
  expect((await send('localhost', `http://evil.example${path}`)).status).toBe(421)
})

test.each(['http://tenant', 'a b', '', 'tenant/path'])('listen rejects the allowed host %j', async (name) => {
  await expect(createTenant().listen({ allowedHosts: [name] })).rejects.toThrow(
    `Invalid allowedHosts: ${JSON.stringify(name)}. Expected names or addresses of hosts, such as "tenant".`,
  )
})

test('tenant.fetch responds to any host', async () => {
  const tenant = createTenant({ calls: [groupCall()] })
  const url = `http://evil.example${path}`
  const response = await tenant.fetch(new Request(url, { headers: { Authorization: 'Bearer any' } }))
  expect(response.status).toBe(200)
})
