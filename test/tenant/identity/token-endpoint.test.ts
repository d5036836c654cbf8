import { createTenant, type RegisteredApp, type TenantOptions } from 'graph-call-testkit/tenant'
import { decodeJwt, decodeProtectedHeader } from 'jose'
import { describe, expect, test } from 'vitest'

const tenantId = '7e4a0001-0000-4000-a000-000000000001'
const app: RegisteredApp = { appId: 'a9910001-0000-4000-a000-000000000001', secret: 'secret of the test' }
const now = () => Date.UTC(2026, 0, 5, 9, 20, 30)

const form = {
  client_id: app.appId,
  scope: 'https://graph.microsoft.com/.default',
  client_secret: 'secret of the test',
  grant_type: 'client_credentials',
}

interface Sent {
  readonly fields?: Readonly<Record<string, string | undefined>>
  readonly tenant?: string
  readonly host?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly method?: string
}

/** Requests a token as a library does. */
async function requestToken(options: TenantOptions, { fields = {}, tenant = tenantId, ...sent }: Sent = {}) {
  const { host = 'login.microsoftonline.com', headers = {}, method = 'POST' } = sent
  const entries = Object.entries({ ...form, ...fields }).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value]],
  )
  const virtual = createTenant({ now, tenantId, ...options })
  const response = await virtual.fetch(
    new Request(`https://${host}/${tenant}/oauth2/v2.0/token`, {
      method,
      headers: { 'Content-Type': 'application/x-www-form-urlencoded', ...headers },
      ...(method === 'POST' && { body: new URLSearchParams(entries).toString() }),
    }),
  )
  const text = await response.text()
  return { response, virtual, body: text === '' ? undefined : JSON.parse(text) }
}

describe('the token endpoint', () => {
  test('issues a token with the claims of Microsoft Entra', async () => {
    const { response, body } = await requestToken({ apps: [{ ...app, roles: ['Calls.Initiate.All'] }] })
    expect(response.status).toBe(200)
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'no-store, no-cache',
    })
    expect(response.headers.get('x-testkit-assumption')).toBeNull()
    const { access_token: token, ...rest } = body
    expect(rest).toEqual({ token_type: 'Bearer', expires_in: 3_599, ext_expires_in: 3_599 })
    const { kid } = decodeProtectedHeader(token)
    expect(decodeProtectedHeader(token)).toEqual({ typ: 'JWT', alg: 'RS256', x5t: kid, kid })
    const { oid, uti, ...claims } = decodeJwt(token)
    const issued = Math.floor(now() / 1_000)
    expect(claims).toEqual({
      aud: 'https://graph.microsoft.com',
      iss: `https://sts.windows.net/${tenantId}/`,
      iat: issued,
      nbf: issued,
      exp: Date.UTC(2099, 0) / 1_000,
      appid: app.appId,
      appidacr: '1',
      idtyp: 'app',
      roles: ['Calls.Initiate.All'],
      sub: oid,
      tid: tenantId,
      ver: '1.0',
    })
    expect(oid).toMatch(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/)
  })

  test('issues tokens that expire when the response says, by the real clock', async () => {
    const { body } = await requestToken({ now: undefined })
    const { iat = 0, exp = 0 } = decodeJwt(body.access_token)
    expect(Math.abs(iat - Date.now() / 1_000)).toBeLessThan(60)
    expect(exp - iat).toBe(body.expires_in)
  })

  test('issues tokens for a day to clients with continuous access evaluation', async () => {
    const claims = JSON.stringify({ access_token: { xms_cc: { values: ['cp1'] } } })
    const { body } = await requestToken({}, { fields: { claims } })
    expect(body).toMatchObject({ expires_in: 86_399, ext_expires_in: 86_399 })
  })

  test('accepts every app, secret and tenant until an app is registered', async () => {
    const other = '0badc0de-0000-4000-a000-000000000001'
    const { body } = await requestToken(
      {},
      { tenant: other, fields: { client_id: 'my-bot', client_secret: 'x' } },
    )
    expect(decodeJwt(body.access_token)).toMatchObject({ appid: 'my-bot', tid: other })
  })

  test.each([
    ['common', tenantId],
    ['organizations', tenantId],
    ['contoso.onmicrosoft.com', tenantId],
    [tenantId.toUpperCase(), tenantId],
  ])('accepts the tenant %s', async (tenant, expected) => {
    const { body } = await requestToken({ apps: [app] }, { tenant })
    expect(decodeJwt(body.access_token)).toMatchObject({ tid: expected })
  })

  test('accepts an assertion, and says that it did not verify it', async () => {
    const assertion = {
      client_secret: undefined,
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: `${btoa('{"alg":"PS256"}')}.${btoa('{}')}.c2lnbmF0dXJl`.replaceAll('=', ''),
    }
    const { response, body } = await requestToken({ apps: [app] }, { fields: assertion })
    expect(decodeJwt(body.access_token)).toMatchObject({ appidacr: '2' })
    expect(response.headers.get('x-testkit-assumption')).toBe('docs/tokens.md#assumptions')
  })

  test('accepts basic authentication', async () => {
    const Authorization = `Basic ${btoa(`${app.appId}:secret+of+the%20test`)}`
    const fields = { client_id: undefined, client_secret: undefined }
    const { response } = await requestToken({ apps: [app] }, { fields, headers: { Authorization } })
    expect(response.status).toBe(200)
  })

  test.each([
    ['https://graph.microsoft.us/.default', 'https://graph.microsoft.us'],
    ['https://dod-graph.microsoft.us//.default', 'https://dod-graph.microsoft.us'],
    ['00000003-0000-0000-c000-000000000000/.default', '00000003-0000-0000-c000-000000000000'],
    ['openid https://graph.microsoft.com/.default offline_access', 'https://graph.microsoft.com'],
  ])('accepts the scope %s', async (scope, aud) => {
    const { body } = await requestToken({}, { fields: { scope } })
    expect(decodeJwt(body.access_token)).toMatchObject({ aud })
  })
})

describe('the error', () => {
  const wrongAssertion = {
    client_secret: undefined,
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    client_assertion: 'not a token',
  }
  const elsewhere = '0badc0de-0000-4000-a000-000000000001'
  const home = '0badc0de-0000-4000-a000-000000000002'

  test.each<[code: number, status: number, error: string, sent: Sent, apps?: readonly RegisteredApp[]]>([
    [7000215, 401, 'invalid_client', { fields: { client_secret: 'wrong' } }],
    [7000222, 401, 'invalid_client', {}, [{ ...app, secretExpired: true }]],
    [7000218, 401, 'invalid_client', { fields: { client_secret: undefined } }],
    [7000218, 401, 'invalid_client', { fields: { client_secret: '' } }],
    [50027, 401, 'invalid_client', { fields: wrongAssertion }],
    [700016, 400, 'unauthorized_client', { fields: { client_id: elsewhere } }],
    [700016, 400, 'unauthorized_client', { tenant: home }, [app, { appId: 'other', tenantId: home }]],
    [70011, 400, 'invalid_scope', { fields: { scope: undefined } }],
    [
      70011,
      400,
      'invalid_scope',
      { fields: { scope: 'https://graph.microsoft.com/.default other/.default' } },
    ],
    [1002012, 400, 'invalid_scope', { fields: { scope: 'https://graph.microsoft.com/Calls.Initiate.All' } }],
    [500011, 400, 'invalid_resource', { fields: { scope: 'https://graph.example.com/.default' } }],
    [70003, 400, 'unsupported_grant_type', { fields: { grant_type: 'password' } }],
    [90011, 400, 'invalid_request', { fields: { grant_type: undefined } }],
    [90011, 400, 'invalid_request', { fields: { client_id: undefined } }],
    [90011, 400, 'invalid_request', { headers: { 'Content-Type': 'application/json' } }],
    [90002, 400, 'invalid_request', { tenant: elsewhere }],
    [90002, 400, 'invalid_request', { tenant: 'no-tenant' }],
  ])('AADSTS%i has the status %i and the error %s', async (code, status, error, sent, apps = [app]) => {
    const { response, body } = await requestToken({ apps }, sent)
    expect(response.status).toBe(status)
    expect(response.headers.get('cache-control')).toBe('no-store, no-cache')
    const traceId = response.headers.get('x-ms-request-id')
    expect(body).toEqual({
      error,
      error_description: expect.stringMatching(
        new RegExp(
          `^AADSTS${code}: [^\r\n{}]+\r\nTrace ID: ${traceId}\r\nCorrelation ID: ${traceId}\r\nTimestamp: 2026-01-05 09:20:30Z$`,
        ),
      ),
      error_codes: [code],
      timestamp: '2026-01-05 09:20:30Z',
      trace_id: traceId,
      correlation_id: traceId,
      error_uri: `https://login.microsoftonline.com/error?code=${code}`,
    })
    expect(response.headers.has('x-testkit-assumption')).toBe(![7000215, 90011].includes(code))
  })

  test('repeats the id of the client', async () => {
    const id = '74ac0002-0000-4000-a000-000000000002'
    for (const sent of [{ fields: { 'client-request-id': id } }, { headers: { 'client-request-id': id } }]) {
      const { response, body } = await requestToken({ apps: [app] }, { tenant: 'no-tenant', ...sent })
      expect(body.correlation_id).toBe(id)
      expect(response.headers.get('client-request-id')).toBe(id)
    }
  })

  test('of another method is 405', async () => {
    const { response } = await requestToken({}, { method: 'GET' })
    expect(response.status).toBe(405)
    expect(response.headers.get('allow')).toBe('POST')
  })
})

describe('secrets', () => {
  const secret = 'a secret that must stay hidden'
  const apps = [{ ...app, secret }]

  test.each<[string, Sent]>([
    ['a token', { fields: { client_secret: secret } }],
    ['a wrong secret', { fields: { client_secret: `${secret}!` } }],
    ['a wrong scope', { fields: { client_secret: secret, scope: 'x' } }],
  ])('are not in the log, the snapshot or the response after %s', async (_name, sent) => {
    const { virtual, body } = await requestToken({ apps }, sent)
    const kept = JSON.stringify([virtual.requests, virtual.snapshot()])
    expect(kept).toContain('/oauth2/v2.0/token')
    expect(kept).not.toContain(secret)
    expect(kept).not.toContain('eyJ')
    expect(JSON.stringify(body)).not.toContain(secret)
  })

  test('in the query or the path are redacted', async () => {
    const virtual = createTenant({ apps })
    const url = `https://login.microsoftonline.com/common/oauth2/v2.0/token?client_secret=x123456&a=${encodeURIComponent(secret)}`
    await virtual.fetch(new Request(url, { method: 'POST', body: '' }))
    expect(virtual.requests[0]?.query).toBe('?client_secret={secret}&a={secret}')
  })

  test.each([[''], [7]])('are not in the message about an invalid secret', (wrong) => {
    const invalid: RegisteredApp = JSON.parse(JSON.stringify({ appId: 'x', secret: wrong }))
    expect(() => createTenant({ apps: [invalid] })).toThrow(
      'Invalid secret of the app. Expected a string that is not empty, or no secret to accept any.',
    )
  })
})
