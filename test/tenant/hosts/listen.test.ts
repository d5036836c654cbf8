import { once } from 'node:events'
import { request } from 'node:http'
import { connect } from 'node:net'
import { gzipSync } from 'node:zlib'
import { groupCall, peerToPeerCall } from 'graph-call-testkit/fixtures'
import { createTenant, graphFetch, ListenError, type ListenOptions } from 'graph-call-testkit/tenant'
import { describe, expect, onTestFinished, test, vi } from 'vitest'

const headers = { Authorization: 'Bearer x.y.z' }
const { id } = groupCall()
const path = `/v1.0/communications/calls/${id}`

async function serve(options?: ListenOptions, now?: () => number) {
  const tenant = createTenant({ calls: [groupCall()], now })
  const server = await tenant.listen(options)
  onTestFinished(() => server.close())
  return { tenant, server, url: server.url, port: Number(new URL(server.url).port) }
}

/** Sends bytes to a server, and returns the bytes that it sends until it closes the connection. */
async function exchange(port: number, bytes: string): Promise<string> {
  const socket = connect(port, '127.0.0.1')
  socket.end(bytes)
  return (await socket.toArray()).join('')
}

describe('a tenant on a port', () => {
  test('listens on loopback, and responds as it does in process', async () => {
    const now = () => Date.UTC(2026, 4, 13, 8, 12, 19)
    const { tenant, url } = await serve({}, now)
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
    for (const target of [path, `${path}?$select=id`, '/v1.0/communications/calls/other', '/x%20y']) {
      tenant.reset()
      const { status, headers: sent, text } = await read(await fetch(url + target, { headers }))
      const [logged] = tenant.requests
      tenant.reset()
      const inProcess = await read(await tenant.fetch(new Request(url + target, { headers })))
      expect({ status, text }).toEqual({ status: inProcess.status, text: inProcess.text })
      expect(sent).toEqual({
        ...inProcess.headers,
        connection: 'keep-alive',
        'keep-alive': expect.any(String),
        'content-length': String(Buffer.byteLength(text)),
      })
      expect(tenant.requests).toEqual([logged])
    }
  })

  test('sends no body in response to HEAD', async () => {
    const { port } = await serve()
    const raw = await exchange(
      port,
      `HEAD ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Bearer x\r\n\r\n`,
    )
    expect(raw).toMatch(/^HTTP\/1\.1 200 OK\r\n/)
    expect(raw).toContain(`Content-Length: ${JSON.stringify(groupCall()).length}\r\n`)
    expect(raw.endsWith('\r\n\r\n')).toBe(true)
  })

  test('sends no body and no Content-Length with 204', async () => {
    const { port } = await serve()
    const raw = await exchange(
      port,
      `DELETE ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Bearer x\r\n\r\n`,
    )
    expect(raw).toMatch(/^HTTP\/1\.1 204 No Content\r\n/)
    expect(raw).not.toMatch(/Content-Length|Transfer-Encoding/i)
    expect(raw.endsWith('\r\n\r\n')).toBe(true)
  })

  test.each([
    ['a complete URL, as sent to proxies', `GET http://graph.microsoft.com${path} HTTP/1.1`, 200],
    ['an asterisk', 'OPTIONS * HTTP/1.1', 404],
    ['an empty first segment', `GET /${path} HTTP/1.1`, 404],
    ['a body that is not read', `POST ${path} HTTP/1.1\r\nContent-Length: 4`, 405],
  ])('accepts %s', async (_name, line, status) => {
    const { port } = await serve()
    const raw = await exchange(
      port,
      `${line}\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Bearer x\r\n\r\nbody`,
    )
    expect(raw).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `))
  })

  test.each([
    '\0\0\0',
    'GET / HTTP/9.9\r\n\r\n',
    'GET\r\n\r\n',
    `GET /${'x'.repeat(20_000)} HTTP/1.1\r\n\r\n`,
  ])('responds to an invalid request with 4xx, and to the next one as usual: %#', async (bytes) => {
    const { port, url } = await serve()
    expect(await exchange(port, bytes)).toMatch(/^HTTP\/1\.1 4\d\d /)
    expect((await fetch(url + path, { headers })).status).toBe(200)
  })

  test('takes the cloud from the Host header', async () => {
    const { port } = await serve()
    const sent = request({ port, path, headers: { ...headers, Host: 'graph.microsoft.us:443' } }).end()
    const [response] = await once(sent, 'response')
    const body: unknown = JSON.parse((await response.toArray()).join(''))
    expect(body).toEqual({
      ...groupCall(),
      '@odata.context': 'https://graph.microsoft.us/v1.0/$metadata#communications/calls/$entity',
    })
  })

  test('sends characters beyond ASCII', async () => {
    const { tenant, url } = await serve()
    tenant.addCall(peerToPeerCall({ subject: 'Grüße, 呼叫 📞' }))
    const response = await fetch(`${url}/v1.0/communications/calls/${peerToPeerCall().id}`, { headers })
    expect(await response.json()).toMatchObject({ subject: 'Grüße, 呼叫 📞' })
  })

  test('ignores a byte order mark at the start of a body', async () => {
    const { tenant, url } = await serve()
    const init = { method: 'POST', headers, body: '\uFEFF{"clientContext":"x"}' }
    const responses = [
      await fetch(`${url}${path}/mute`, init),
      await graphFetch(tenant)(`${url}${path}/mute`, init),
    ]
    expect(responses.map(({ status }) => status)).toEqual([200, 200])
  })

  test.each(['gzip', 'br', 'x-unknown'])(
    'responds to a body with the encoding %s with 415',
    async (encoding) => {
      const { tenant, url } = await serve()
      const init = {
        method: 'POST',
        headers: { ...headers, 'Content-Encoding': encoding },
        body: gzipSync('{}'),
      }
      for (const send of [fetch, graphFetch(tenant)]) {
        const response = await send(`${url}${path}/mute`, init)
        expect(response.status).toBe(415)
        expect(await response.json()).toMatchObject({
          error: {
            code: 'UnsupportedMediaType',
            message: `The content encoding '${encoding}' is not supported. Send the body without Content-Encoding.`,
          },
        })
      }
      const plain = { method: 'POST', headers: { ...headers, 'Content-Encoding': 'identity' }, body: '{}' }
      expect((await fetch(`${url}${path}/mute`, plain)).status).toBe(200)
    },
  )

  test('tells a client that it is not a proxy', async () => {
    const { port } = await serve()
    const connecting = request({
      port,
      host: '127.0.0.1',
      method: 'CONNECT',
      path: 'graph.microsoft.com:443',
    })
    connecting.end()
    const [response, socket] = await once(connecting, 'connect')
    socket.destroy()
    expect(response).toMatchObject({
      statusCode: 405,
      statusMessage: 'This server is not a proxy: use it as the base URL of Graph',
    })
  })

  test('handles many requests at once', async () => {
    const { tenant, url } = await serve()
    const bodies = await Promise.all(
      Array.from({ length: 100 }, async () => (await fetch(url + path, { headers })).json()),
    )
    expect(bodies).toEqual(Array.from({ length: 100 }, () => groupCall()))
    expect(new Set(tenant.requests.map(({ requestId }) => requestId)).size).toBe(100)
  })

  test('gives each server its own port', async () => {
    const [one, other] = await Promise.all([serve(), serve()])
    expect(one.port).not.toBe(other.port)
  })
})

describe('close', () => {
  test('frees the port, and may be called again', async () => {
    const { server, port } = await serve()
    await fetch(server.url + path, { headers })
    await Promise.all([server.close(), server.close()])
    await server.close()
    await expect(fetch(server.url + path)).rejects.toThrow()
    const again = await serve({ port })
    expect(again.port).toBe(port)
  })

  test('is called at the end of an await using block', async () => {
    const tenant = createTenant()
    let url = ''
    {
      await using server = await tenant.listen()
      url = server.url
      expect((await fetch(url)).status).toBe(200)
    }
    await expect(fetch(url)).rejects.toThrow()
  })

  test('does not wait for a request that never ends', async () => {
    const { server, port } = await serve()
    const socket = connect(port, '127.0.0.1')
    onTestFinished(() => void socket.destroy())
    socket.on('error', () => {})
    socket.write('GET / HTTP/1.1\r\nHo')
    await once(socket, 'connect')
    const closed = new Promise((resolve) => socket.once('close', resolve))
    await server.close()
    await closed
  })
})

describe('close, with fake timers', () => {
  test('does not wait for a request that never ends', async () => {
    const { server, port } = await serve()
    const socket = connect(port, '127.0.0.1')
    onTestFinished(() => void socket.destroy())
    socket.on('error', () => {})
    await once(socket, 'connect')
    socket.write('GET / HTTP/1.1\r\nHo')
    // A connection that has sent nothing would be closed immediately.
    await new Promise((resolve) => setTimeout(resolve, 20))
    vi.useFakeTimers()
    onTestFinished(() => void vi.useRealTimers())
    await server.close()
  })
})

describe('listen', () => {
  const errorOf = (options: ListenOptions) =>
    createTenant()
      .listen(options)
      .then(
        () => undefined,
        (error: unknown) => error,
      )

  test('rejects a port in use with an error that says what to do', async () => {
    const { port } = await serve()
    const error = await errorOf({ port })
    expect(error).toBeInstanceOf(ListenError)
    expect(error).toMatchObject({ code: 'EADDRINUSE', host: '127.0.0.1', port })
    expect(String(error)).toBe(
      `ListenError: Cannot listen on 127.0.0.1:${port}: the port is in use. Stop the process that uses it, ` +
        'choose another port, or omit the port to get a free one.',
    )
  })

  test('chooses a free port by default', async () => {
    const servers = await Promise.all(Array.from({ length: 5 }, () => serve()))
    expect(new Set(servers.map(({ port }) => port)).size).toBe(5)
  })

  test('rejects an address of another machine', async () => {
    const error = await errorOf({ host: '192.0.2.1' })
    expect(error).toMatchObject({ code: 'EADDRNOTAVAIL', host: '192.0.2.1', port: 0 })
  })

  test('rejects a tls that is neither self-signed nor a certificate', async () => {
    // @ts-expect-error true is not a certificate
    const error = await errorOf({ tls: true })
    const expected = "'self-signed', or an object with a key and a cert in PEM"
    expect(error).toEqual(new TypeError(`Invalid tls: true. Expected ${expected}.`))
  })

  test.each([-1, 65_536, 1.5])('rejects the port %d', async (port) => {
    const expected = 'an integer from 0 to 65535, or no port to get a free one'
    expect(await errorOf({ port })).toEqual(new TypeError(`Invalid port: ${port}. Expected ${expected}.`))
  })
})

async function read(response: Response) {
  return {
    status: response.status,
    headers: Object.fromEntries(response.headers),
    text: await response.text(),
  }
}
