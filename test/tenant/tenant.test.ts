import { CallFormatError, type CallFormatIssue, type ReceivedCall } from 'graph-call-testkit'
import { fixtures, groupCall } from 'graph-call-testkit/fixtures'
import { CallExistsError, createTenant } from 'graph-call-testkit/tenant'
import { describe, expect, test } from 'vitest'
import { firstRequestId, headers, now, pathOf, send } from './send.ts'

const calls = Object.values(fixtures).flatMap(({ name, status, body, request }) =>
  status === 200 && 'id' in body ? [[name, { call: body, path: request.path }] as const] : [],
)
const callWithoutContext = { id: 'without-context', state: 'established' } satisfies ReceivedCall

describe('a call', () => {
  test.each(calls)(
    '%s is returned as it was added, to the request of its fixture',
    async (_name, fixture) => {
      const tenant = createTenant({ calls: [fixture.call] })
      const response = await send(tenant, fixture.path)
      expect(response.status).toBe(200)
      expect(await response.text()).toBe(JSON.stringify(fixture.call))
    },
  )

  test('can be added with all other fixtures', async () => {
    const all = new Map(calls.map(([, fixture]) => [fixture.call.id, fixture]))
    const tenant = createTenant({ calls: [...all.values()].map(({ call }) => call) })
    for (const { call, path } of all.values()) {
      expect(await (await send(tenant, path)).json()).toEqual(call)
    }
  })

  test.each(['https://graph.microsoft.com', new URL('https://graph.microsoft.com'), undefined, null, {}])(
    'needs a Request to be fetched, not %o',
    async (request) => {
      const fetch: unknown = createTenant().fetch
      const fetched = Reflect.apply(Object(fetch), undefined, [request])
      await expect(fetched).rejects.toThrow(
        /^Invalid request: .* Expected a Request\. .*graphFetch\(tenant\)/,
      )
    },
  )

  test('has the headers of the service', async () => {
    const tenant = createTenant({ calls: [groupCall()], now })
    const response = await send(tenant, pathOf(groupCall().id))
    expect(Object.fromEntries(response.headers)).toEqual({
      'content-type': 'application/json',
      date: 'Wed, 13 May 2026 08:12:19 GMT',
      'strict-transport-security': 'max-age=31536000',
      'request-id': firstRequestId,
      'client-request-id': firstRequestId,
      'x-ms-ags-diagnostic': expect.stringMatching(/^\{"ServerInfo":\{"DataCenter":"Central US",/),
    })
  })

  test("has the client's request id, and consecutive request ids", async () => {
    const tenant = createTenant({ calls: [groupCall()] })
    const init = { headers: { ...headers, 'client-request-id': 'mine' } }
    const ids = async () => {
      const response = await send(tenant, pathOf(groupCall().id), init)
      return [response.headers.get('client-request-id'), response.headers.get('request-id')]
    }
    expect(await ids()).toEqual(['mine', firstRequestId])
    expect(await ids()).toEqual(['mine', '7e57da7a-0000-4000-8000-000000000002'])
  })

  test.each([
    [{ 'return-client-request-id': 'true', 'client-request-id': 'mine' }, ['true', 'mine']],
    [{ 'return-client-request-id': 'true' }, ['true', firstRequestId]],
    [{ 'client-request-id': 'mine' }, [null, 'mine']],
  ])('has the client request id of the request headers %j', async (sent, expected) => {
    const tenant = createTenant({ calls: [groupCall()] })
    for (const path of [pathOf(groupCall().id), pathOf('other')]) {
      const response = await send(tenant, path, { headers: { ...headers, ...sent } })
      tenant.reset()
      const received = ['return-client-request-id', 'client-request-id'].map((name) =>
        response.headers.get(name),
      )
      expect(received).toEqual(expected)
    }
  })

  test('is returned without a body for HEAD', async () => {
    const tenant = createTenant({ calls: [groupCall()] })
    const response = await send(tenant, pathOf(groupCall().id), { method: 'HEAD' })
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
  ])('has the context of the cloud and version in %s', async (url, service, namespace) => {
    const { id } = groupCall()
    const tenant = createTenant({ calls: [groupCall(), callWithoutContext] })
    const context = async (callId: string) => {
      const response = await tenant.fetch(new Request(url + callId, { headers }))
      const body: ReceivedCall = await response.json()
      return body['@odata.context']
    }
    expect(await context(id)).toBe(`https://${service}/$metadata#${namespace}/calls/$entity`)
    expect(await context(callWithoutContext.id)).toBeUndefined()
  })

  test('does not change with the object that was added', async () => {
    const call = groupCall()
    const tenant = createTenant({ calls: [call] })
    call.state = 'terminated'
    expect(await (await send(tenant, pathOf(call.id))).json()).toMatchObject({ state: 'established' })
  })
})

describe('addCall', () => {
  function issuesOf(add: () => unknown): readonly CallFormatIssue[] {
    try {
      add()
    } catch (error) {
      if (error instanceof CallFormatError) return error.issues
      throw error
    }
    throw new Error('Expected an error.')
  }

  test('returns the id of the call', () => {
    expect(createTenant().addCall(groupCall())).toBe(groupCall().id)
  })

  test.each<[string, unknown, Partial<CallFormatIssue>]>([
    ['a wrong type', { id: 'x', targets: [{ identity: 4 }] }, { path: 'targets[0].identity' }],
    ['an error', fixtures['call-not-found'].body, { rule: 'not-a-call' }],
    ['text', '{"id":"x"}', { path: '' }],
    ['a missing id', { state: 'established' }, { path: 'id', rule: 'missing', found: 'nothing' }],
    ['an empty id', { id: '' }, { path: 'id', rule: 'missing', found: '""' }],
    ['null for an id', { id: null }, { path: 'id', rule: 'null', found: 'null' }],
  ])('rejects %s', (_name, body, issue) => {
    const tenant = createTenant()
    expect(issuesOf(() => Reflect.apply(tenant.addCall, undefined, [body]))).toEqual([
      expect.objectContaining(issue),
    ])
    expect(issuesOf(() => Reflect.apply(createTenant, undefined, [{ calls: [body] }]))).toHaveLength(1)
  })

  test('replaces a call only with replace', async () => {
    const tenant = createTenant({ calls: [groupCall()] })
    const { id } = groupCall()
    const other = groupCall({ state: 'terminating' })
    const error = new CallExistsError(id)
    expect(() => tenant.addCall(other)).toThrow(error)
    expect(error.callId).toBe(id)
    expect(await (await send(tenant, pathOf(id))).json()).toEqual(groupCall())
    tenant.addCall(other, { replace: true })
    expect(await (await send(tenant, pathOf(id))).json()).toEqual(other)
  })

  test('accepts any id', async () => {
    const tenant = createTenant()
    for (const id of ['__proto__', 'constructor', '+14255550123', 'a'.repeat(1_000), '呼叫', '?#%']) {
      tenant.addCall({ id })
      expect(await (await send(tenant, pathOf(id))).json()).toEqual({ id })
    }
  })
})

test('fetch rejects a request that was aborted', async () => {
  const reason = new Error('enough')
  const tenant = createTenant()
  await expect(send(tenant, '/', { signal: AbortSignal.abort(reason) })).rejects.toBe(reason)
  expect(tenant.requests).toEqual([])
})
