import { providerStateHandler } from 'graph-call-testkit/contracts'
import { fixtures, groupCall } from 'graph-call-testkit/fixtures'
import { createTenant } from 'graph-call-testkit/tenant'
import { describe, expect, test } from 'vitest'

const url = 'http://127.0.0.1/_pact/provider-states'
const get = (tenant: ReturnType<typeof createTenant>, id: string) =>
  tenant.fetch(
    new Request(`https://graph.microsoft.com/v1.0/communications/calls/${id}`, {
      headers: { Authorization: 'Bearer any' },
    }),
  )

/** Creates a tenant, and posts requests to its handler. */
function setUp() {
  const tenant = createTenant()
  const handler = providerStateHandler(tenant)
  const post = async (body: unknown, query = '') => {
    const text = typeof body === 'string' ? body : JSON.stringify(body)
    const response = await handler(new Request(url + query, { method: 'POST', body: text }))
    return { status: response.status, body: await response.json() }
  }
  return { tenant, handler, post }
}

const params = { id: 'mine', scenario: 'group' }

describe('sets up a state and returns the id', () => {
  const asQuery = `?${new URLSearchParams({ action: 'setup', state: 'a call exists', ...params })}`
  const described = { id: 'mine', call: { state: 'established', direction: 'outgoing' } }
  const describedAsQuery = `?${new URLSearchParams({ state: 'a call exists', id: 'mine', call: JSON.stringify(described.call) })}`
  test.each([
    ['as a JSON body', { state: 'a call exists', params, action: 'setup' }, ''],
    ['without an action', { state: 'a call exists', params }, ''],
    ['with a list of states', { consumer: 'x', states: ['a call exists'], params }, ''],
    ['with both', { state: 'a call exists', states: ['a call exists'], params }, ''],
    ['as a query', '', asQuery],
    ['with a described call', { state: 'a call exists', params: described }, ''],
    ['with a described call in a query', '', describedAsQuery],
  ])('%s', async (_, body, query) => {
    const { tenant, post } = setUp()
    expect(await post(body, query)).toEqual({ status: 200, body: { id: 'mine' } })
    expect(await (await get(tenant, 'mine')).json()).toMatchObject({ id: 'mine', state: 'established' })
  })

  test('with numbers as text in a query', async () => {
    const { tenant, post } = setUp()
    const { code } = fixtures['service-unavailable'].body.error
    const values = { state: 'the service fails', id: '1', status: '503', code, retryAfter: '3' }
    expect(await post('', `?${new URLSearchParams(values)}`)).toEqual({ status: 200, body: { id: '1' } })
    const response = await get(tenant, '1')
    expect({ status: response.status, retryAfter: response.headers.get('Retry-After') }).toEqual({
      status: 503,
      retryAfter: '3',
    })
  })
})

test.each([
  ['teardown', { state: 'a call exists', params, action: 'teardown' }],
  ['a state without a name, for an interaction without a state', { state: '', params: {}, action: 'setup' }],
  ['a state without parameters', { state: '', params: null }],
])('removes everything after %s', async (_, body) => {
  const { tenant, post } = setUp()
  tenant.addCall(groupCall({ id: 'mine' }))
  expect(await post(body)).toEqual({ status: 200, body: {} })
  expect((await get(tenant, 'mine')).status).toBe(404)
})

describe('responds with 400 and the reason', () => {
  test.each([
    [
      { state: 'the moon is full' },
      /^Unknown provider state "the moon is full"\. Expected one of: a call exists, no/,
    ],
    [{ state: 'constructor' }, /^Unknown provider state "constructor"/],
    [{ state: '__proto__' }, /^Unknown provider state "__proto__"/],
    [{ state: 5 }, /^Missing "state"/],
    [{}, /^Missing "state" in the request\. Expected \{ "state": "a call exists"/],
    ['', /^Missing "state"/],
    ['{', /^Invalid JSON/],
    ['[]', /^Invalid JSON/],
    ['null', /^Invalid JSON/],
    [{ states: [] }, /^Missing "state"/],
    [{ states: ['a call exists', 'no call exists'] }, /^Invalid "states" in the request: 2 states/],
    [{ state: 'a call exists', params: 'x' }, /^Invalid "params"/],
    [{ state: 'a call exists', params: [] }, /^Invalid "params"/],
    [{ state: 'a call exists', action: 'begin' }, /^Invalid "action" in the request: "begin"/],
    [{ state: 'a call exists' }, /^Missing parameter "id"/],
    [{ state: 'a call exists', params: { id: '1', scenario: 'groop' } }, /Nearest: "group"/],
    [
      { state: 'a call exists', params: { id: '1', call: { state: 'ringing' } } },
      /^Invalid parameter "call"/,
    ],
  ])('to %j', async (request, error) => {
    expect(await setUp().post(request)).toEqual({
      status: 400,
      body: { error: expect.stringMatching(error) },
    })
  })
})

test.each(['GET', 'PUT', 'DELETE'])('responds with 405 to %s', async (method) => {
  const response = await setUp().handler(new Request(url, { method }))
  expect({ status: response.status, allow: response.headers.get('Allow') }).toEqual({
    status: 405,
    allow: 'POST',
  })
  expect(await response.json()).toEqual({ error: `${method} is not allowed. Expected POST.` })
})
