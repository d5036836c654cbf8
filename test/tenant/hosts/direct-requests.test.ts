import { fixture, groupCall } from 'graph-call-testkit/fixtures'
import { createTenant, graphFetch, type Tenant, type TenantRequest } from 'graph-call-testkit/tenant'
import { describe, expect, test, vi } from 'vitest'

const { id } = groupCall()
const url = `https://graph.microsoft.com/v1.0/communications/calls/${id}`
const Authorization = 'Bearer x.y.z'

const tenantOptions = { calls: [groupCall(), fixture('terminated')], now: () => 0 }

/** Reads a response, or the error in its place. */
async function outcomeOf(send: typeof fetch, request: Parameters<typeof fetch>): Promise<unknown> {
  try {
    const response = await send(...request)
    return { status: response.status, headers: [...response.headers], body: await response.text() }
  } catch (error) {
    return error instanceof Error ? [error.name, error.constructor.name] : error
  }
}

/** Sends the same request without and with a `Request`. */
async function bothOutcomes(request: () => Parameters<typeof fetch>): Promise<[unknown, unknown, unknown]> {
  const direct = createTenant(tenantOptions)
  const whole = createTenant(tenantOptions)
  const first = await outcomeOf(graphFetch(direct), request())
  const second = await outcomeOf(graphFetch({ fetch: (each) => whole.fetch(each) }), request())
  return [[first, logOf(direct)], [second, logOf(whole)], first]
}

function logOf(tenant: Tenant): readonly TenantRequest[] {
  return tenant.requests
}

const inits: Readonly<Record<string, () => unknown>> = {
  'no init': () => undefined,
  null: () => null,
  'an empty init': () => ({}),
  'a record of headers': () => ({ headers: { Authorization } }),
  'lower case': () => ({ headers: { authorization: Authorization } }),
  'the same header twice': () => ({ headers: { Authorization, authorization: 'Bearer other' } }),
  'pairs of headers': () => ({ headers: [['Authorization', Authorization]] }),
  Headers: () => ({ headers: new Headers({ Authorization }) }),
  'a map': () => ({ headers: new Map([['Authorization', Authorization]]) }),
  'spaces around a value': () => ({ headers: { Authorization: ` ${Authorization}\t` } }),
  'a line break in a value': () => ({ headers: { Authorization: `${Authorization}\r\nx: 1` } }),
  'a number as a value': () => ({ headers: { Authorization, 'client-request-id': 42 } }),
  'an undefined value': () => ({ headers: { Authorization, 'client-request-id': undefined } }),
  'a value that is not Latin-1': () => ({ headers: { Authorization, 'client-request-id': '李' } }),
  'an invalid name': () => ({ headers: { Authorization, 'client id': '1' } }),
  'headers without a prototype': () => ({ headers: Object.assign(Object.create(null), { Authorization }) }),
  'null headers': () => ({ headers: null }),
  'an empty value': () => ({ headers: { Authorization, Accept: '' } }),
  'other formats': () => ({ headers: { Authorization, Accept: 'application/json;odata.metadata=full' } }),
  'repeated id': () => ({
    headers: { Authorization, 'client-request-id': 'a', 'return-client-request-id': 'true' },
  }),
  HEAD: () => ({ method: 'HEAD', headers: { Authorization } }),
  DELETE: () => ({ method: 'DELETE', headers: { Authorization } }),
  get: () => ({ method: 'get', headers: { Authorization } }),
  delete: () => ({ method: 'delete', headers: { Authorization } }),
  patch: () => ({ method: 'patch', headers: { Authorization } }),
  TRACE: () => ({ method: 'TRACE', headers: { Authorization } }),
  'no token in a method': () => ({ method: 'G ET' }),
  'a body with GET': () => ({ body: 'x', headers: { Authorization } }),
  'an empty body with GET': () => ({ body: '', headers: { Authorization } }),
  'a null body': () => ({ body: null, headers: { Authorization } }),
  POST: () => ({ method: 'POST', body: '{}', headers: { Authorization } }),
  'POST without a body': () => ({ method: 'POST', headers: { Authorization } }),
  'POST of JSON': () => ({
    method: 'POST',
    body: JSON.stringify({ clientContext: 'é李' }),
    headers: { Authorization, 'Content-Type': 'application/json' },
  }),
  'POST with half of a surrogate pair': () => ({
    method: 'POST',
    body: '{"clientContext":"\uD83D"}',
    headers: { Authorization },
  }),
  'POST with a byte order mark': () => ({ method: 'POST', body: '\uFEFF{}', headers: { Authorization } }),
  'POST of a form': () => ({
    method: 'POST',
    body: new URLSearchParams({ a: 'b' }),
    headers: { Authorization },
  }),
  'POST of bytes': () => ({ method: 'POST', body: new Uint8Array([123, 125]), headers: { Authorization } }),
  PATCH: () => ({ method: 'PATCH', body: '{}', headers: { Authorization } }),
  'DELETE with a body': () => ({ method: 'DELETE', body: '{}', headers: { Authorization } }),
  'an invalid mode': () => ({ mode: 'bogus', headers: { Authorization } }),
  'a redirect': () => ({ redirect: 'manual', headers: { Authorization } }),
  'an unknown option': () => ({ agent: {}, headers: { Authorization } }),
  'an undefined option': () => ({ redirect: undefined, headers: { Authorization } }),
  'a signal': () => ({ signal: new AbortController().signal, headers: { Authorization } }),
  'an aborted signal': () => ({ signal: AbortSignal.abort(), headers: { Authorization } }),
  'a null signal': () => ({ signal: null, headers: { Authorization } }),
  'no signal': () => ({ signal: {}, headers: { Authorization } }),
}

const inputs: Readonly<Record<string, () => string | URL | Request>> = {
  'a string': () => url,
  'a URL': () => new URL(url),
  'a Request': () => new Request(url, { headers: { Authorization } }),
  'a query': () => `${url}?$select=id`,
  'a hash': () => `${url}#x`,
  'spaces around a URL': () => ` ${url} `,
  'an unknown id': () => `${url}1`,
  'a token': () => 'https://login.microsoftonline.com/common/oauth2/v2.0/token',
  'an action': () => `${url}/subscribeToTone`,
  'a user in a URL': () => url.replace('https://', 'https://mira:pw@'),
  'a host in upper case': () => url.replace('graph', 'GRAPH'),
}

describe.each(Object.keys(inputs))('a request for %s', (input) => {
  test.each(Object.keys(inits))('has the same response and log without a Request: %s', async (init) => {
    const request = () => [inputs[input]?.(), inits[init]?.()] as Parameters<typeof fetch>
    const [direct, whole] = await bothOutcomes(request)
    expect(direct).toEqual(whole)
  })
})

test('most requests need no Request', async () => {
  const send = graphFetch(createTenant(tenantOptions))
  const created = vi.spyOn(globalThis, 'Request')
  try {
    expect((await send(url, { headers: { Authorization } })).status).toBe(200)
    const tones = { method: 'POST', body: '{"clientContext":"1"}', headers: { Authorization } }
    expect((await send(`${url}/subscribeToTone`, tones)).status).toBe(200)
    expect((await send(url, { method: 'DELETE', headers: { Authorization } })).status).toBe(204)
    expect(created).not.toHaveBeenCalled()
  } finally {
    created.mockRestore()
  }
})

test('a replaced fetch of the tenant gets every request', async () => {
  const tenant = createTenant(tenantOptions)
  const fetched = vi.spyOn(tenant, 'fetch')
  expect((await graphFetch(tenant)(url, { headers: { Authorization } })).status).toBe(200)
  expect(fetched).toHaveBeenCalledTimes(1)
})

test('a signal ends the wait for a response', async () => {
  const send = graphFetch(createTenant({ ...tenantOptions, latency: 60_000 }))
  const controller = new AbortController()
  const response = send(url, { headers: { Authorization }, signal: controller.signal })
  controller.abort(new Error('enough'))
  await expect(response).rejects.toThrow('enough')
})
