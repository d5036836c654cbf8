import { X509Certificate } from 'node:crypto'
import { once } from 'node:events'
import { request } from 'node:https'
import { createRequire } from 'node:module'
import { isIP } from 'node:net'
import { connect } from 'node:tls'
import { groupCall } from 'graph-call-testkit/fixtures'
import { CertificateError, createTenant, type ListenOptions } from 'graph-call-testkit/tenant'
import { Agent, fetch } from 'undici'
import { describe, expect, onTestFinished, test, vi } from 'vitest'

const headers = { Authorization: 'Bearer x.y.z' }
const path = `/v1.0/communications/calls/${groupCall().id}`

async function serve(options: ListenOptions = {}) {
  const server = await createTenant({ calls: [groupCall()] }).listen({ tls: 'self-signed', ...options })
  const ca = server.ca ?? ''
  const dispatcher = new Agent({ connect: { ca } })
  onTestFinished(async () => {
    await dispatcher.close()
    await server.close()
  })
  return { server, ca, dispatcher, port: new URL(server.url).port }
}

/** Returns the certificate that a server sends to a client that expects this host. */
async function certificateFor(servername: string, port: string, ca: string): Promise<X509Certificate> {
  const name = isIP(servername) ? {} : { servername }
  const socket = connect({
    host: '127.0.0.1',
    port: Number(port),
    ca,
    ...name,
    rejectUnauthorized: true,
    checkServerIdentity: () => undefined,
  })
  await once(socket, 'secureConnect')
  const certificate = new X509Certificate(socket.getPeerCertificate(true).raw)
  socket.destroy()
  return certificate
}

test('a missing package is an error that names the command to install it', async () => {
  const missing = Object.assign(new Error("Cannot find module 'selfsigned'"), { code: 'MODULE_NOT_FOUND' })
  const require = Object.assign(createRequire(import.meta.url), {})
  const spy = vi.spyOn(process.getBuiltinModule('node:module'), 'createRequire')
  spy.mockReturnValue(
    Object.assign(() => {
      throw missing
    }, require),
  )
  onTestFinished(() => spy.mockRestore())
  const error: unknown = await createTenant()
    .listen({ tls: 'self-signed' })
    .catch((thrown) => thrown)
  expect(error).toBeInstanceOf(CertificateError)
  expect(error).toMatchObject({
    packageName: 'selfsigned',
    message:
      'Cannot create a certificate: the package selfsigned is not installed. Install it: npm install --save-dev selfsigned. ' +
      'Or pass a certificate of your own: listen({ tls: { key, cert } }).',
  })
})

describe("listen({ tls: 'self-signed' })", () => {
  test('responds over HTTPS to clients that trust its authority', async () => {
    const { server, dispatcher, port } = await serve()
    expect(server.url).toBe(`https://127.0.0.1:${port}`)
    for (const host of ['127.0.0.1', 'localhost']) {
      const response = await fetch(`https://${host}:${port}${path}`, { headers, dispatcher })
      expect(await response.json()).toEqual(groupCall())
    }
    await expect(globalThis.fetch(server.url + path, { headers })).rejects.toThrow()
  })

  test('responds to node:https with the option ca', async () => {
    const { server, ca } = await serve()
    const sent = request(server.url + path, { ca, headers, agent: false }).end()
    const [incoming] = await once(sent, 'response')
    incoming.resume()
    expect(incoming.statusCode).toBe(200)
  })

  test.each([
    ['localhost'],
    ['127.0.0.1'],
    ['::1'],
    ['host.docker.internal'],
    ['host.containers.internal'],
    ['tenant'],
    ['192.0.2.7'],
  ])('has a certificate for %s', async (host) => {
    const { ca, port } = await serve({ allowedHosts: ['tenant', '192.0.2.7'] })
    const certificate = await certificateFor(host, port, ca)
    expect(isIP(host) ? certificate.checkIP(host) : certificate.checkHost(host)).toBeDefined()
    expect(certificate.checkHost('other')).toBeUndefined()
    expect(certificate.ca).toBe(false)
  })

  test('has one authority in a process, which signs no other authority', async () => {
    const [first, second] = [await serve(), await serve()]
    expect(first.ca).toBe(second.ca)
    const authority = new X509Certificate(first.ca)
    expect(authority.ca).toBe(true)
    for (const { ca, port } of [first, second]) {
      const certificate = await certificateFor('localhost', port, ca)
      expect(certificate.verify(authority.publicKey)).toBe(true)
      expect(certificate.issuer).toBe(authority.subject)
    }
  })

  test('is valid now and for less than 398 days, also if a test replaces the clock', async () => {
    vi.useFakeTimers({ now: 0, toFake: ['Date', 'performance'] })
    onTestFinished(() => void vi.useRealTimers())
    const { server, dispatcher, ca, port } = await serve()
    vi.useRealTimers()
    expect((await fetch(server.url + path, { headers, dispatcher })).status).toBe(200)
    const { validFrom, validTo } = await certificateFor('localhost', port, ca)
    expect(Date.parse(validTo) - Date.parse(validFrom)).toBeLessThan(398 * 86_400_000)
  })

  test('leaves ca undefined without a certificate of its own', async () => {
    const server = await createTenant().listen()
    onTestFinished(() => server.close())
    expect(server.ca).toBeUndefined()
  })
})
