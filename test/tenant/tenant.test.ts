import { CallFormatError, type CallFormatIssue, type ReceivedCall } from 'graph-call-testkit'
import {
  type ErrorFixtureName,
  type Fixture,
  fixtures,
  groupCall,
  peerToPeerCall,
  UnknownFixtureError,
} from 'graph-call-testkit/fixtures'
import { callErrorSchema } from 'graph-call-testkit/schema'
import { CallExistsError, createTenant, type Tenant } from 'graph-call-testkit/tenant'
import { describe, expect, test } from 'vitest'

const calls = Object.values(fixtures).flatMap(({ name, status, body, request }) =>
  status === 200 && 'id' in body ? [[name, { call: body, path: request.path }] as const] : [],
)
const errors = Object.values(fixtures).flatMap((fixture) => (fixture.status === 200 ? [] : [fixture]))
const firstRequestId = '7e57da7a-0000-4000-8000-000000000001'
const now = () => Date.UTC(2026, 4, 13, 8, 12, 19, 500)
const headers = { Authorization: 'Bearer x.y.z' }

function ask(tenant: Tenant, path: string, init: RequestInit = {}): Promise<Response> {
  return tenant.fetch(new Request(`https://graph.microsoft.com${path}`, { headers, ...init }))
}

const pathOf = (id: string | null | undefined) => `/v1.0/communications/calls/${encodeURIComponent(id ?? '')}`

async function errorOf(response: Response): Promise<string> {
  const { error } = callErrorSchema.parse(await response.json())
  return `${response.status}/${error.code} ${error.message}`
}

describe('a call that is there', () => {
  test.each(calls)(
    '%s is answered as it was placed, to the request of its fixture',
    async (_name, fixture) => {
      const tenant = createTenant({ calls: [fixture.call] })
      const response = await ask(tenant, fixture.path)
      expect(response.status).toBe(200)
      expect(await response.text()).toBe(JSON.stringify(fixture.call))
    },
  )

  test('all of them live in one tenant', async () => {
    const all = new Map(calls.map(([, fixture]) => [fixture.call.id, fixture]))
    const tenant = createTenant({ calls: [...all.values()].map(({ call }) => call) })
    for (const { call, path } of all.values()) {
      expect(await (await ask(tenant, path)).json()).toEqual(call)
    }
  })

  test("with the service's headers", async () => {
    const tenant = createTenant({ calls: [groupCall()], now })
    const response = await ask(tenant, pathOf(groupCall().id))
    expect(Object.fromEntries(response.headers)).toEqual({
      'content-type': 'application/json',
      date: 'Wed, 13 May 2026 08:12:19 GMT',
      'strict-transport-security': 'max-age=31536000',
      'request-id': firstRequestId,
      'client-request-id': firstRequestId,
      'x-ms-ags-diagnostic': expect.stringMatching(/^\{"ServerInfo":\{"DataCenter":"Central US",/),
    })
  })

  test("with the client's request id, and one of its own that counts", async () => {
    const tenant = createTenant({ calls: [groupCall()] })
    const init = { headers: { ...headers, 'client-request-id': 'mine' } }
    const ids = async () => {
      const response = await ask(tenant, pathOf(groupCall().id), init)
      return [response.headers.get('client-request-id'), response.headers.get('request-id')]
    }
    expect(await ids()).toEqual(['mine', firstRequestId])
    expect(await ids()).toEqual(['mine', '7e57da7a-0000-4000-8000-000000000002'])
  })

  test.each([
    [{ 'return-client-request-id': 'true', 'client-request-id': 'mine' }, ['true', 'mine']],
    [{ 'return-client-request-id': 'true' }, ['true', firstRequestId]],
    [{ 'client-request-id': 'mine' }, [null, 'mine']],
  ])('%j is answered in kind', async (sent, answered) => {
    const tenant = createTenant({ calls: [groupCall()] })
    for (const path of [pathOf(groupCall().id), pathOf('other')]) {
      const response = await ask(tenant, path, { headers: { ...headers, ...sent } })
      tenant.reset()
      const got = ['return-client-request-id', 'client-request-id'].map((name) => response.headers.get(name))
      expect(got).toEqual(answered)
    }
  })

  test('HEAD gets the head of it', async () => {
    const tenant = createTenant({ calls: [groupCall()] })
    const response = await ask(tenant, pathOf(groupCall().id), { method: 'HEAD' })
    expect([response.status, response.headers.get('Content-Type'), await response.text()]).toEqual([
      200,
      'application/json',
      '',
    ])
  })

  test.each([
    ['https://graph.microsoft.com/v1.0/communications/calls/', 'graph.microsoft.com/v1.0', 'communications'],
    ['https://graph.microsoft.us/v1.0/communications/calls/', 'graph.microsoft.us/v1.0', 'communications'],
    ['https://dod-graph.microsoft.us/beta/communications/calls/', 'dod-graph.microsoft.us/beta', 'app'],
    ['http://127.0.0.1:8080/v1.0/app/calls/', 'graph.microsoft.com/v1.0', 'app'],
  ])('%s has the context of its cloud and version', async (url, service, namespace) => {
    const { id } = groupCall()
    const tenant = createTenant({ calls: [groupCall(), fixtureWithoutContext] })
    const context = async (callId: string) => {
      const response = await tenant.fetch(new Request(url + callId, { headers }))
      const body: ReceivedCall = await response.json()
      return body['@odata.context']
    }
    expect(await context(id)).toBe(`https://${service}/$metadata#${namespace}/calls/$entity`)
    expect(await context(fixtureWithoutContext.id)).toBeUndefined()
  })

  test('a later change of the object changes nothing', async () => {
    const call = groupCall()
    const tenant = createTenant({ calls: [call] })
    call.state = 'terminated'
    expect(await (await ask(tenant, pathOf(call.id))).json()).toMatchObject({ state: 'established' })
  })
})

const fixtureWithoutContext = { id: 'without-context', state: 'established' } satisfies ReceivedCall

describe('the path', () => {
  const id = "it's / here"
  const inPath = encodeURIComponent(id)
  test.each([
    `/v1.0/communications/calls/${inPath}`,
    `/v1.0/communications/calls/${inPath}/`,
    `/beta/communications/calls/${inPath}?$select=id`,
    `/v1.0/app/calls/${inPath}`,
    `/V1.0/Communications/CALLS/${inPath}`,
    `/v1.0/communications/calls('it''s%20%2F%20here')`,
    `/v1.0/communications/calls(%27it%27%27s%20%2F%20here%27)`,
  ])('%s leads to a call', async (path) => {
    const tenant = createTenant({ calls: [{ id }] })
    expect(await (await ask(tenant, path)).json()).toEqual({ id })
  })

  test.each([
    ['/', ''],
    ['/favicon.ico', 'favicon.ico'],
    ['/v2.0/communications/calls/x', 'v2.0'],
    ['/v1.0/users/x', 'users'],
    ['/v1.0/communications', ''],
    ['/v1.0/communications/onlineMeetings/x', 'onlineMeetings'],
    ['/v1.0/communications/calls', 'calls'],
    ['/v1.0/communications/calls/x/mute', 'mute'],
    ['/v1.0/communications/calls/%E0%A4', '%E0%A4'],
    ["/v1.0/communications/calls('')", "calls('')"],
    ['/v1.0/constructor/__proto__/x', 'constructor'],
  ])('%s leads nowhere', async (path, segment) => {
    const error = await errorOf(await ask(createTenant(), path))
    expect(error).toBe(`404/BadRequest Resource not found for the segment '${segment}'.`)
  })

  test('one made to be slow to read is read at once', async () => {
    const path = `/v1.0/communications/calls${"('".repeat(100_000)}`
    expect((await ask(createTenant(), path)).status).toBe(404)
  })

  test.each(['POST', 'PUT', 'PATCH', 'REPORT'])('%s is not allowed, and told what is', async (method) => {
    const response = await ask(createTenant({ calls: [groupCall()] }), pathOf(groupCall().id), { method })
    expect(response.headers.get('Allow')).toBe('GET, HEAD, DELETE, OPTIONS')
    expect(await errorOf(response)).toBe(
      '405/BadRequest Specified HTTP method is not allowed for the request target.',
    )
  })
})

test.each([[headers], [{}]])(
  'OPTIONS tells what may be done with a call, and asks for no token: %j',
  async (headers) => {
    const tenant = createTenant({ calls: [groupCall()] })
    tenant.failNext({ status: 500 })
    const response = await ask(tenant, pathOf(groupCall().id), { method: 'OPTIONS', headers })
    expect([response.status, response.headers.get('Allow'), await response.text()]).toEqual([
      204,
      'GET, HEAD, DELETE, OPTIONS',
      '',
    ])
    expect((await ask(tenant, '/v1.0/users', { method: 'OPTIONS', headers: {} })).status).toBe(401)
  },
)

describe('hanging up', () => {
  const hangUp = (tenant: Tenant, id: string) => ask(tenant, pathOf(id), { method: 'DELETE' })

  test('ends a call: 204 without a body, and then it is not found', async () => {
    const tenant = createTenant({
      calls: [groupCall(), peerToPeerCall()],
      now,
      keepEndedCallsFor: { gets: 0 },
    })
    const { id } = groupCall()
    const response = await hangUp(tenant, id)
    expect([response.status, await response.text()]).toEqual([204, ''])
    expect(Object.fromEntries(response.headers)).toEqual({
      date: 'Wed, 13 May 2026 08:12:19 GMT',
      'strict-transport-security': 'max-age=31536000',
      'request-id': firstRequestId,
      'client-request-id': firstRequestId,
      'x-ms-ags-diagnostic': expect.any(String),
    })
    expect(await errorOf(await ask(tenant, pathOf(id)))).toBe('404/8522 Call not found.')
    expect(await errorOf(await hangUp(tenant, id))).toBe('404/8522 Call not found.')
    expect((await ask(tenant, pathOf(peerToPeerCall().id))).status).toBe(200)
  })

  test('is refused as a GET is, and then ends nothing', async () => {
    const tenant = createTenant({ calls: [groupCall()] })
    const { id } = groupCall()
    expect((await ask(tenant, pathOf(id), { method: 'DELETE', headers: {} })).status).toBe(401)
    tenant.failNext({ status: 503 })
    expect((await hangUp(tenant, id)).status).toBe(503)
    expect((await ask(tenant, pathOf(id))).status).toBe(200)
    tenant.forbid(id, '7505')
    expect((await hangUp(tenant, id)).status).toBe(403)
  })

  test('is undone by a reset', async () => {
    const tenant = createTenant({ calls: [groupCall()] })
    await hangUp(tenant, groupCall().id)
    tenant.reset()
    expect((await ask(tenant, pathOf(groupCall().id))).status).toBe(200)
  })
})

describe('an error', () => {
  /** Ways to get the errors of fixtures, for those that have one besides their name. */
  const provoke: Partial<Record<ErrorFixtureName, (tenant: Tenant, id: string) => void>> = {
    'access-token-empty': (tenant) => tenant.failNext({ status: 401 }),
    'insufficient-tenant-permissions': (tenant, id) => tenant.forbid(id, '7504'),
    'tenant-mismatch': (tenant, id) => tenant.forbid(id, '7505'),
    'call-not-found': () => {},
    throttled: (tenant) => tenant.failNext({ status: 429 }),
    'throttled-with-decimal-retry-after': (tenant) => tenant.failNext({ status: 429, retryAfter: 2.128 }),
    'internal-server-error': (tenant) => tenant.failNext({ status: 500 }),
    'service-unavailable': (tenant) => tenant.failNext({ status: 503 }),
    'gateway-timeout': (tenant) => tenant.failNext({ status: 504 }),
  }

  test.each(errors)('$name is the response that its fixture has', async (fixture) => {
    const { name } = fixture
    const tenant = createTenant({ now })
    const make = provoke[name] ?? (() => tenant.failNext({ fixture: name }))
    make(tenant, 'x')
    const response = await ask(tenant, pathOf('x'), {
      headers: { ...headers, 'client-request-id': 'mine' },
    })
    expect(await asFixture(response)).toEqual(aboutThisRequest(fixture))
  })

  test('failures stand in line, and end', async () => {
    const tenant = createTenant({ calls: [groupCall()] })
    tenant.failNext({ status: 503, retryAfter: 1 })
    tenant.failNext({ status: 429 })
    const answers = [1, 2, 3].map(() => ask(tenant, pathOf(groupCall().id)))
    const seen = (await Promise.all(answers)).map(({ status, headers }) => [
      status,
      headers.get('Retry-After'),
    ])
    expect(seen).toEqual([
      [503, '1'],
      [429, '2'],
      [200, null],
    ])
  })

  test('a call is forbidden, and no other', async () => {
    const tenant = createTenant({ calls: [groupCall(), peerToPeerCall()] })
    tenant.forbid(groupCall().id, '7505')
    expect((await ask(tenant, pathOf(groupCall().id))).status).toBe(403)
    expect((await ask(tenant, pathOf(groupCall().id))).status).toBe(403)
    expect((await ask(tenant, pathOf(peerToPeerCall().id))).status).toBe(200)
  })

  test.each([NaN, -1, Infinity, '2'])('Retry-After of %o is refused at once', (retryAfter) => {
    const tenant = createTenant()
    expect(() => Reflect.apply(tenant.failNext, undefined, [{ status: 429, retryAfter }])).toThrow(
      `retryAfter must be a number of seconds, found ${retryAfter}.`,
    )
  })

  test('so is what the service was not seen to answer', () => {
    const tenant = createTenant()
    expect(() => Reflect.apply(tenant.failNext, undefined, [{ status: 418 }])).toThrow(
      'The status must be one of 401, 403, 404, 429, 500, 503, 504, found 418.',
    )
    expect(() => Reflect.apply(tenant.failNext, undefined, [{ fixture: 'group' }])).toThrow(
      UnknownFixtureError,
    )
    expect(() => Reflect.apply(tenant.forbid, undefined, ['x', 7504.5])).toThrow(
      'The code must be one of 7504, 7505, found 7504.5.',
    )
  })
})

/** An answer in the shape of a fixture. */
async function asFixture(response: Response) {
  return {
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: await response.json(),
  }
}

/** A fixture, its ids and dates those of the first request, which calls itself "mine". */
function aboutThisRequest(fixture: Fixture | undefined) {
  if (!fixture || !('error' in fixture.body)) throw new Error('No fixture of an error.')
  const { status, body } = fixture
  const ids = { 'request-id': firstRequestId, 'client-request-id': 'mine' }
  const headers = { ...fixture.headers, ...ids, date: 'Wed, 13 May 2026 08:12:19 GMT' }
  const about: Record<string, string> = { ...ids, date: '2026-05-13T08:12:19' }
  const { innerError } = body.error
  const filled =
    innerError && Object.fromEntries(Object.keys(innerError).map((key) => [key, about[key]] as const))
  return {
    status,
    headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value])),
    body: { error: filled ? { ...body.error, innerError: filled } : body.error },
  }
}

describe('the token', () => {
  const statusWith = async (tenant: Tenant, authorization?: string) => {
    const headers = new Headers(authorization === undefined ? [] : [['Authorization', authorization]])
    const response = await ask(tenant, pathOf(groupCall().id), { headers })
    return response.ok ? 'ok' : [response.headers.has('WWW-Authenticate'), await errorOf(response)]
  }
  const empty = [true, '401/InvalidAuthenticationToken Access token is empty.']
  const expired = [true, '401/InvalidAuthenticationToken Access token has expired or is not yet valid.']

  test.each([undefined, '', 'Bearer', 'Bearer ', 'Basic eDp5', 'x.y.z', 'Bearer x y'])(
    '%j is none',
    async (authorization) => {
      expect(await statusWith(createTenant({ calls: [groupCall()] }), authorization)).toEqual(empty)
    },
  )

  test.each(['Bearer x', 'bearer x.y.z', 'BEARER  x'])('%j is one', async (authorization) => {
    expect(await statusWith(createTenant({ calls: [groupCall()] }), authorization)).toBe('ok')
  })

  test('where one is wanted, no other will do', async () => {
    const tenant = createTenant({ calls: [groupCall()], token: 'x.y.z' })
    expect(await statusWith(tenant, 'Bearer x.y.z')).toBe('ok')
    expect(await statusWith(tenant, 'Bearer X.y.z')).toEqual(expired)
    expect(await statusWith(tenant)).toEqual(empty)
  })

  test('who has none takes no failure from those who have', async () => {
    const tenant = createTenant({ calls: [groupCall()] })
    tenant.failNext({ status: 500 })
    expect(await statusWith(tenant)).toEqual(empty)
    expect(await statusWith(tenant, 'Bearer x')).toEqual([false, '500/9999 InternalServiceError'])
  })
})

describe('what is placed', () => {
  function refused(place: () => unknown): readonly CallFormatIssue[] {
    try {
      place()
    } catch (error) {
      if (error instanceof CallFormatError) return error.issues
      throw error
    }
    throw new Error('It was taken.')
  }

  test('is asked for by the id that it has', () => {
    expect(createTenant().addCall(groupCall())).toBe(groupCall().id)
  })

  test.each<[string, unknown, Partial<CallFormatIssue>]>([
    ['a wrong type', { id: 'x', targets: [{ identity: 4 }] }, { path: 'targets[0].identity' }],
    ['an error', fixtures['call-not-found'].body, { rule: 'error-body' }],
    ['text', '{"id":"x"}', { path: '' }],
    ['no id', { state: 'established' }, { path: 'id', rule: 'missing', found: 'nothing' }],
    ['an empty id', { id: '' }, { path: 'id', rule: 'missing', found: '""' }],
    ['null for an id', { id: null }, { path: 'id', rule: 'null', found: 'null' }],
  ])('must be a call: %s', (_name, body, issue) => {
    const tenant = createTenant()
    expect(refused(() => Reflect.apply(tenant.addCall, undefined, [body]))).toEqual([
      expect.objectContaining(issue),
    ])
    expect(refused(() => Reflect.apply(createTenant, undefined, [{ calls: [body] }]))).toHaveLength(1)
  })

  test('replaces another only where that is said', async () => {
    const tenant = createTenant({ calls: [groupCall()] })
    const { id } = groupCall()
    const other = groupCall({ state: 'terminating' })
    const taken = new CallExistsError(id)
    expect(() => tenant.addCall(other)).toThrow(taken)
    expect(taken.callId).toBe(id)
    expect(await (await ask(tenant, pathOf(id))).json()).toEqual(groupCall())
    tenant.addCall(other, { replace: true })
    expect(await (await ask(tenant, pathOf(id))).json()).toEqual(other)
  })

  test('may have any id', async () => {
    const tenant = createTenant()
    for (const id of ['__proto__', 'constructor', '+14255550123', 'a'.repeat(1_000), '呼叫', '?#%']) {
      tenant.addCall({ id })
      expect(await (await ask(tenant, pathOf(id))).json()).toEqual({ id })
    }
  })
})

describe('the requests', () => {
  test('are remembered, without what is secret', async () => {
    const tenant = createTenant({ calls: [groupCall()], token: 'x.y.z', now })
    const { id } = groupCall()
    await ask(tenant, `${pathOf(id)}?$select=id`)
    await ask(tenant, '/v1.0/users', {
      method: 'POST',
      body: 'secret',
      headers: { Authorization: 'Bearer other' },
    })
    expect(tenant.requests).toEqual([
      {
        time: now(),
        method: 'GET',
        path: pathOf(id),
        query: '?$select=id',
        callId: id,
        status: 200,
        requestId: firstRequestId,
      },
      {
        time: now(),
        method: 'POST',
        path: '/v1.0/users',
        query: '',
        status: 401,
        requestId: '7e57da7a-0000-4000-8000-000000000002',
      },
    ])
    expect(JSON.stringify(tenant)).not.toMatch(/x\.y\.z|other|secret/)
  })

  const jwt = 'eyJhbGciOiJub25lIn0.eyJhcHBpZCI6IngifQ.c2lnbmF0dXJl'
  test.each([
    ['the token in an option', `?x=${jwt}`, '?x={token}'],
    ['its percent-encoded twin', `?x=a%20${jwt.replaceAll('.', '%2E')}`, '?x={token}'],
    ['the token in a $select', `?$select=id,${jwt}`, '?$select=id,{token}'],
    ['an option that is named for a secret', '?access_token=opaque&x=1', '?access_token={token}&x=1'],
    ['such a name, percent-encoded', '?access%5Ftoken=opaque', '?access%5Ftoken={token}'],
    ['another of such names', '?sig=a%2Fb==&Client_Secret=x', '?sig={token}&Client_Secret={token}'],
    ['any token that is one to look at', '?x=eyJhbGciOiJub25lIn0.e30.', '?x={token}'],
    ['an option of the service, as it is', '?$skiptoken=x&$select=id', '?$skiptoken=x&$select=id'],
    ['what cannot be decoded', '?x=%E0', '?x=%E0'],
  ])('show nothing of %s', async (_what, query, shown) => {
    const tenant = createTenant()
    await ask(tenant, `/v1.0/communications/calls/x${query}`, { headers: { Authorization: `Bearer ${jwt}` } })
    expect(tenant.requests.map((request) => request.query)).toEqual([shown])
  })

  test.each([
    ['the one of the request', {}, { Authorization: 'Bearer a+b/c-opaque==' }],
    ['the one that is wanted', { token: 'a+b/c-opaque==' }, {}],
  ])('show no token in a path: %s', async (_which, options, sent) => {
    const tenant = createTenant(options)
    for (const segment of ['a+b/c-opaque==', encodeURIComponent('a+b/c-opaque==')]) {
      await ask(tenant, `/v1.0/communications/calls/${segment}?x=${segment}`, { headers: sent })
    }
    const shown = { path: '/v1.0/communications/calls/{token}', query: '?x={token}', callId: '{token}' }
    expect(tenant.requests[1]).toMatchObject(shown)
    expect(JSON.stringify(tenant.requests)).not.toMatch(/opaque/)
  })

  test('keep a word that is also used for a token', async () => {
    const tenant = createTenant()
    await ask(tenant, '/v1.0/communications/calls/any?$select=any', {
      headers: { Authorization: 'Bearer any' },
    })
    expect(tenant.requests).toMatchObject([{ callId: 'any', query: '?$select=any' }])
  })

  test('the newest thousand of them', async () => {
    const tenant = createTenant()
    for (let i = 1; i <= 2_345; i++) await ask(tenant, pathOf(`call-${i}`))
    expect(tenant.requests.map(({ callId }) => callId)).toEqual(
      Array.from({ length: 1_000 }, (_, i) => `call-${i + 1_346}`),
    )
  })

  test('are forgotten at a reset, with all else that came after the start', async () => {
    const tenant = createTenant({ calls: [groupCall()] })
    tenant.addCall(peerToPeerCall())
    tenant.addCall(groupCall({ state: 'hold' }), { replace: true })
    tenant.forbid(groupCall().id, '7504')
    tenant.failNext({ status: 500 })
    tenant.failNext({ status: 500 })
    await ask(tenant, '/')
    tenant.reset()
    expect(tenant.requests).toEqual([])
    const response = await ask(tenant, pathOf(groupCall().id))
    expect(response.headers.get('request-id')).toBe(firstRequestId)
    expect(await response.json()).toEqual(groupCall())
    expect((await ask(tenant, pathOf(peerToPeerCall().id))).status).toBe(404)
  })
})

test('a request that was aborted is not answered', async () => {
  const reason = new Error('enough')
  const tenant = createTenant()
  await expect(ask(tenant, '/', { signal: AbortSignal.abort(reason) })).rejects.toBe(reason)
  expect(tenant.requests).toEqual([])
})
