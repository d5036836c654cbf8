import { groupCall } from 'graph-call-testkit/fixtures'
import { createTenant, type TlsOptions } from 'graph-call-testkit/tenant'
import { generate } from 'selfsigned'
import { Agent, fetch } from 'undici'
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest'

const headers = { Authorization: 'Bearer x.y.z' }
const path = `/v1.0/communications/calls/${groupCall().id}`

let tls: TlsOptions
let other: TlsOptions
beforeAll(async () => {
  tls = await certificate()
  other = await certificate()
})

async function certificate(): Promise<TlsOptions> {
  const extensions = [{ name: 'subjectAltName' as const, altNames: [{ type: 7 as const, ip: '127.0.0.1' }] }]
  const { private: key, cert } = await generate([{ name: 'commonName', value: '127.0.0.1' }], {
    keyType: 'ec',
    extensions,
  })
  return { key, cert }
}

describe('a tenant with a certificate', () => {
  async function serve(options: TlsOptions = tls) {
    const server = await createTenant({ calls: [groupCall()] }).listen({ tls: options })
    const dispatcher = new Agent({ connect: { ca: String(options.cert) } })
    onTestFinished(async () => {
      await dispatcher.close()
      await server.close()
    })
    return { server, dispatcher }
  }

  test('responds over HTTPS to clients that trust it', async () => {
    const { server, dispatcher } = await serve()
    expect(server.url).toMatch(/^https:\/\/127\.0\.0\.1:\d+$/)
    const response = await fetch(server.url + path, { headers, dispatcher })
    expect(await response.json()).toEqual(groupCall())
    await expect(globalThis.fetch(server.url + path, { headers })).rejects.toThrow()
  })

  test('accepts text and bytes', async () => {
    const { server, dispatcher } = await serve({
      key: Buffer.from(String(tls.key)),
      cert: Buffer.from(String(tls.cert)),
    })
    expect((await fetch(server.url, { dispatcher })).status).toBe(200)
  })

  test('closes open connections', async () => {
    const { server, dispatcher } = await serve()
    await (await fetch(server.url + path, { headers, dispatcher })).text()
    await server.close()
    await expect(fetch(server.url + path, { headers, dispatcher })).rejects.toThrow()
  })
})

describe('an invalid certificate is rejected', () => {
  test.each<[string, () => TlsOptions]>([
    ['not PEM', () => ({ key: 'key.pem', cert: 'cert.pem' })],
    ['the key of another certificate', () => ({ key: other.key, cert: tls.cert })],
    ['key and certificate swapped', () => ({ key: tls.cert, cert: tls.key })],
  ])('%s', async (_name, wrong) => {
    await expect(createTenant().listen({ tls: wrong() })).rejects.toThrow(
      'Invalid tls.key and tls.cert. Expected a private key and its certificate in PEM',
    )
  })
})
