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
  async function serve(with_: TlsOptions = tls) {
    const server = await createTenant({ calls: [groupCall()] }).listen({ tls: with_ })
    const dispatcher = new Agent({ connect: { ca: String(with_.cert) } })
    onTestFinished(async () => {
      await dispatcher.close()
      await server.close()
    })
    return { server, dispatcher }
  }

  test('answers over HTTPS, to who trusts it', async () => {
    const { server, dispatcher } = await serve()
    expect(server.url).toMatch(/^https:\/\/127\.0\.0\.1:\d+$/)
    const response = await fetch(server.url + path, { headers, dispatcher })
    expect(await response.json()).toEqual(groupCall())
    await expect(globalThis.fetch(server.url + path, { headers })).rejects.toThrow()
  })

  test('takes text and bytes', async () => {
    const { server, dispatcher } = await serve({
      key: Buffer.from(String(tls.key)),
      cert: Buffer.from(String(tls.cert)),
    })
    expect((await fetch(server.url, { dispatcher })).status).toBe(401)
  })

  test('closes with a connection open', async () => {
    const { server, dispatcher } = await serve()
    await (await fetch(server.url + path, { headers, dispatcher })).text()
    await server.close()
    await expect(fetch(server.url + path, { headers, dispatcher })).rejects.toThrow()
  })
})

describe('what is no certificate', () => {
  test.each<[string, () => TlsOptions]>([
    ['no PEM', () => ({ key: 'key.pem', cert: 'cert.pem' })],
    ['the key of another', () => ({ key: other.key, cert: tls.cert })],
    ['the two exchanged', () => ({ key: tls.cert, cert: tls.key })],
  ])('%s', async (_name, wrong) => {
    await expect(createTenant().listen({ tls: wrong() })).rejects.toThrow(
      'tls.key and tls.cert must be a private key and its certificate in PEM',
    )
  })
})
