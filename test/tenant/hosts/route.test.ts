import { networkInterfaces } from 'node:os'
import { createTenant } from 'graph-call-testkit/tenant'
import { describe, expect, onTestFinished, test, vi } from 'vitest'

/** Starts a server with a route that echoes its request. */
async function start(host?: string) {
  const route = async (request: Request) =>
    Response.json({ method: request.method, search: new URL(request.url).search, text: await request.text() })
  const server = await createTenant().listen({
    host,
    routes: {
      '/_test/echo': route,
      '/_test/broken': async () => {
        throw new Error('a reason with a stack')
      },
    },
  })
  onTestFinished(() => server.close())
  return server
}

describe('a route', () => {
  test('gets the method, the query and the body', async () => {
    const { url } = await start()
    const response = await fetch(`${url}/_test/echo?a=1`, { method: 'POST', body: 'caf\u00e9' })
    expect(await response.json()).toEqual({ method: 'POST', search: '?a=1', text: 'caf\u00e9' })
    expect((await fetch(`${url}/_test/echo`, { method: 'HEAD' })).status).toBe(200)
  })

  test('gets a body that is sent in pieces', async () => {
    const { url } = await start()
    const body = new ReadableStream({
      start(controller) {
        for (const piece of ['{"a":', '1}']) controller.enqueue(new TextEncoder().encode(piece))
        controller.close()
      },
    })
    const init: RequestInit & { duplex: 'half' } = { method: 'POST', body, duplex: 'half' }
    expect(await (await fetch(`${url}/_test/echo`, init)).json()).toMatchObject({ text: '{"a":1}' })
  })

  test('is only for its exact path', async () => {
    const { url } = await start()
    for (const path of ['/_test', '/_test/echo/', '/_TEST/echo', '/constructor']) {
      expect((await fetch(url + path)).status, path).toBe(401)
    }
  })

  test('is not for pages in a browser', async () => {
    const { url } = await start()
    for (const origin of ['https://evil.example', 'http://127.0.0.1', 'null']) {
      const response = await fetch(`${url}/_test/echo`, { method: 'POST', headers: { origin }, body: '{}' })
      expect(response.status).toBe(403)
      expect(response.headers.get('access-control-allow-origin')).toBe(null)
    }
  })

  const [address] = Object.values(networkInterfaces())
    .flat()
    .flatMap((one) => (one && one.family === 'IPv4' && !one.internal ? [one.address] : []))

  test.skipIf(!address)('is not for other machines', async () => {
    const { url } = await start('0.0.0.0')
    const { port } = new URL(url)
    expect((await fetch(`http://${address}:${port}/_test/echo`)).status).toBe(403)
    expect((await fetch(`http://127.0.0.1:${port}/_test/echo`)).status).toBe(200)
  })

  test('that fails responds with 500 without a stack, and warns', async () => {
    const warned = vi.spyOn(process, 'emitWarning').mockImplementation(() => {})
    onTestFinished(() => warned.mockRestore())
    const { url } = await start()
    const response = await fetch(`${url}/_test/broken`)
    expect(response.status).toBe(500)
    expect(await response.text()).not.toContain('a reason')
    expect(warned.mock.calls).toEqual([[expect.objectContaining({ message: 'a reason with a stack' })]])
  })

  test('rejects a body that is too large', async () => {
    const { url } = await start()
    const response = await fetch(`${url}/_test/echo`, { method: 'POST', body: 'x'.repeat(1_024 * 1_024 + 1) })
    expect(response.status).toBe(413)
  })
})
