import { createTenant, graphFetch, type TenantOptions } from 'graph-call-testkit/tenant'
import { createRemoteJWKSet, customFetch, jwtVerify } from 'jose'
import { describe, expect, onTestFinished, test } from 'vitest'

const tenantId = '7e4a0001-0000-4000-a000-000000000001'
const now = () => Date.UTC(2026, 0, 5, 9, 20, 30)

async function read(url: string, fetch = graphFetch(createTenant({ now }))) {
  const response = await fetch(url)
  const text = await response.text()
  return {
    status: response.status,
    headers: response.headers,
    body: text === '' ? undefined : JSON.parse(text),
  }
}

async function serve(options: TenantOptions = {}) {
  const tenant = createTenant({ now, ...options })
  const server = await tenant.listen()
  onTestFinished(() => server.close())
  return { tenant, url: server.url }
}

describe('the keys of notifications', () => {
  test.each([
    [
      'api.aps.skype.com',
      '/v1/.well-known/OpenIdConfiguration',
      '/v1/keys',
      'RSA256',
      'https://api.botframework.com',
    ],
    [
      'login.botframework.com',
      '/v1/.well-known/openidconfiguration',
      '/v1/.well-known/keys',
      'RS256',
      'https://api.botframework.com',
    ],
    [
      'login.botframework.azure.us',
      '/v1/.well-known/openidconfiguration',
      '/v1/.well-known/keys',
      'RS256',
      'https://api.botframework.us',
    ],
  ])('are in the document of %s', async (host, path, keysPath, algorithm, issuer) => {
    const { status, headers, body } = await read(`https://${host}${path}`)
    expect(status).toBe(200)
    expect(headers.get('content-type')).toBe('application/json; charset=utf-8')
    expect(headers.get('cache-control')).toBe('max-age=86400, private')
    expect(body).toEqual({
      issuer,
      authorization_endpoint: 'https://invalid.botframework.com/',
      jwks_uri: `https://${host}${keysPath}`,
      id_token_signing_alg_values_supported: [algorithm],
      token_endpoint_auth_methods_supported: ['private_key_jwt'],
    })
    const keys = await read(body.jwks_uri)
    expect(keys.body.keys).toMatchObject([{ kty: 'RSA', use: 'sig', e: 'AQAB', x5c: [expect.any(String)] }])
  })

  test('are at the URL of a server, too', async () => {
    const { url } = await serve()
    for (const path of ['/v1/.well-known/OpenIdConfiguration', '/v1/.well-known/openidconfiguration']) {
      const { body } = await read(url + path, fetch)
      expect(body.jwks_uri).toMatch(`${url}/v1/`)
      expect((await read(body.jwks_uri, fetch)).body.keys).toHaveLength(1)
    }
  })

  test('validate a notification that the tenant has sent', async () => {
    const appId = 'a9910001-0000-4000-a000-000000000001'
    const { tenant, url } = await serve({ apps: [{ appId }] })
    const tokens: (string | null)[] = []
    await using notifications = tenant.notify({
      hosts: ['bot.contoso.com'],
      fetch: async (_url, init) => {
        tokens.push(new Headers(init?.headers).get('authorization'))
        return new Response(null, { status: 202 })
      },
    })
    tenant.addCall({ id: '2e1a', state: 'incoming', callbackUri: 'https://bot.contoso.com/calls' })
    await notifications.settled()
    const token = tokens[0]?.replace('Bearer ', '') ?? ''
    for (const keys of [
      createRemoteJWKSet(new URL(`${url}/v1/keys`)),
      createRemoteJWKSet(new URL('https://api.aps.skype.com/v1/keys'), { [customFetch]: graphFetch(tenant) }),
    ]) {
      const { payload } = await jwtVerify(token, keys, {
        audience: appId,
        issuer: 'https://api.botframework.com',
      })
      expect(payload).toMatchObject({ tid: '4b7c3b8a-1ed5-4969-b8f4-671149918799' })
    }
  })

  test('are not at other hosts, and sign-in is not at theirs', async () => {
    for (const url of [
      'https://login.microsoftonline.com/v1/keys',
      'https://api.aps.skype.com/v1/.well-known/keys',
      'https://login.botframework.com/v1/keys',
      'https://login.botframework.com/common/discovery/v2.0/keys',
      'https://api.aps.skype.com/',
    ]) {
      expect((await read(url)).status).toBe(404)
    }
    const headers = { Authorization: 'Bearer any' }
    const graph = await createTenant().fetch(new Request('https://graph.microsoft.com/v1/keys', { headers }))
    expect(await graph.json()).toMatchObject({ error: { code: 'BadRequest' } })
  })
})

describe('a discovery document of Microsoft Entra', () => {
  test.each([
    [tenantId, tenantId],
    ['common', '{tenantid}'],
    ['organizations', '{tenantid}'],
  ])('for %s has the URLs of its host', async (tenant, issuerTenant) => {
    const { url } = await serve({ tenantId })
    const origins = [
      ['https://login.microsoftonline.com', undefined, 'graph.microsoft.com'],
      ['https://login.microsoftonline.us', undefined, 'graph.microsoft.us'],
      [url, fetch, 'graph.microsoft.com'],
    ] as const
    for (const [origin, send, graph] of origins) {
      const { status, body } = await read(`${origin}/${tenant}/v2.0/.well-known/openid-configuration`, send)
      expect(status).toBe(200)
      expect(body).toMatchObject({
        issuer: `${origin}/${issuerTenant}/v2.0`,
        token_endpoint: `${origin}/${tenant}/oauth2/v2.0/token`,
        jwks_uri: `${origin}/${tenant}/discovery/v2.0/keys`,
        authorization_endpoint: `${origin}/${tenant}/oauth2/v2.0/authorize`,
        msgraph_host: graph,
      })
      expect((await read(body.jwks_uri, send)).body.keys).toHaveLength(1)
    }
  })

  test('for an unknown tenant is an error', async () => {
    const known = graphFetch(createTenant({ apps: [{ appId: 'x' }] }))
    const url = `https://login.microsoftonline.com/${tenantId}/v2.0/.well-known/openid-configuration`
    expect(await read(url, known)).toMatchObject({ status: 400, body: { error_codes: [90002] } })
  })

  test('about instances knows the hosts of Microsoft and its own', async () => {
    const { url } = await serve()
    const discover = (origin: string, endpoint: string, send?: typeof fetch) =>
      read(
        `${origin}/common/discovery/instance?api-version=1.1&authorization_endpoint=${encodeURIComponent(endpoint)}`,
        send,
      )
    const entra = 'https://login.microsoftonline.com'
    const { body } = await discover(entra, `${entra}/${tenantId}/oauth2/v2.0/authorize`)
    expect(body).toMatchObject({
      tenant_discovery_endpoint: `${entra}/${tenantId}/v2.0/.well-known/openid-configuration`,
      'api-version': '1.1',
      metadata: [
        { preferred_network: 'login.microsoftonline.com', preferred_cache: 'login.windows.net' },
        { preferred_network: 'login.microsoftonline.us', preferred_cache: 'login.microsoftonline.us' },
      ],
    })
    const own = await discover(url, `${url}/${tenantId}/oauth2/v2.0/authorize`, fetch)
    expect(own.body.metadata[2]).toMatchObject({ aliases: [new URL(url).host] })
    for (const unknown of ['https://login.example.com/x/oauth2/v2.0/authorize', 'nonsense']) {
      expect(await discover(entra, unknown)).toMatchObject({ status: 400, body: { error_codes: [50049] } })
    }
  })
})

test('documents accept GET and HEAD only, and browsers of every origin may read them', async () => {
  const tenant = createTenant({ now })
  const send = (method: string) =>
    tenant.fetch(
      new Request('https://api.aps.skype.com/v1/keys', {
        method,
        headers: { Origin: 'https://bot.contoso.com' },
      }),
    )
  expect((await send('GET')).headers.get('access-control-allow-origin')).toBe('*')
  const head = await send('HEAD')
  expect([head.status, await head.text()]).toEqual([200, ''])
  const put = await send('PUT')
  expect([put.status, put.headers.get('allow')]).toEqual([405, 'GET, HEAD'])
  expect(tenant.requests.map(({ method, path, status }) => `${method} ${path} ${status}`)).toEqual([
    'GET /v1/keys 200',
    'HEAD /v1/keys 200',
    'PUT /v1/keys 405',
  ])
  expect(tenant.unmatched).toEqual([])
})
