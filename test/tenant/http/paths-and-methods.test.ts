import { groupCall, peerToPeerCall } from 'graph-call-testkit/fixtures'
import { createTenant, type Tenant } from 'graph-call-testkit/tenant'
import { describe, expect, test } from 'vitest'
import { errorOf, firstRequestId, headers, now, pathOf, send } from '../send.ts'

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
  ])('%s is the path of a call', async (path) => {
    const tenant = createTenant({ calls: [{ id }] })
    expect(await (await send(tenant, path)).json()).toEqual({ id })
  })

  test.each([
    ['/', ''],
    ['/favicon.ico', 'favicon.ico'],
    ['/v2.0/communications/calls/x', 'v2.0'],
    ['/v1.0/users/x', 'users'],
    ['/v1.0/communications', ''],
    ['/v1.0/communications/onlineMeetings/x', 'onlineMeetings'],
    ['/v1.0/communications/calls/x/nothing', 'nothing'],
    ['/v1.0/communications/calls/x/participants/y/nothing', 'nothing'],
    ['/v1.0/communications/calls/x/participants/y/mute/z', 'z'],
    ['/v1.0/communications/calls/%E0%A4', '%E0%A4'],
    ["/v1.0/communications/calls('')", ''],
    ['/v1.0/constructor/__proto__/x', 'constructor'],
  ])('%s is not found', async (path, segment) => {
    const error = await errorOf(await send(createTenant(), path))
    expect(error).toBe(`404/BadRequest Resource not found for the segment '${segment}'.`)
  })

  test.each([
    ['/v1.0/communications/calls', 'POST, OPTIONS'],
    ['/v1.0/communications/calls/x/mute', 'POST, OPTIONS'],
    ['/v1.0/communications/calls/x/audioRoutingGroups', 'GET, POST, OPTIONS'],
    ["/beta/app/calls('x')/microsoft.graph.mute", 'POST, OPTIONS'],
  ])('%s allows %s', async (path, methods) => {
    const response = await send(createTenant(), path, { method: 'PUT' })
    expect([response.status, response.headers.get('Allow')]).toEqual([405, methods])
  })

  test('a path that is slow to parse with a naive parser is parsed quickly', async () => {
    const path = `/v1.0/communications/calls${"('".repeat(100_000)}`
    expect((await send(createTenant(), path)).status).toBe(404)
  })

  test.each(['POST', 'PUT', 'PATCH', 'REPORT'])('%s gets 405 with Allow', async (method) => {
    const response = await send(createTenant({ calls: [groupCall()] }), pathOf(groupCall().id), { method })
    expect(response.headers.get('Allow')).toBe('GET, HEAD, DELETE, OPTIONS')
    expect(await errorOf(response)).toBe(
      '405/BadRequest Specified HTTP method is not allowed for the request target.',
    )
  })
})

test.each([[headers], [{}]])('OPTIONS lists the allowed methods, and needs no token: %j', async (headers) => {
  const tenant = createTenant({ calls: [groupCall()] })
  tenant.failNext({ status: 500 })
  const response = await send(tenant, pathOf(groupCall().id), { method: 'OPTIONS', headers })
  expect([response.status, response.headers.get('Allow'), await response.text()]).toEqual([
    204,
    'GET, HEAD, DELETE, OPTIONS',
    '',
  ])
  expect((await send(tenant, '/v1.0/users', { method: 'OPTIONS', headers: {} })).status).toBe(401)
})

describe('DELETE', () => {
  const hangUp = (tenant: Tenant, id: string) => send(tenant, pathOf(id), { method: 'DELETE' })

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
    expect(await errorOf(await send(tenant, pathOf(id)))).toBe('404/8522 Call not found.')
    expect(await errorOf(await hangUp(tenant, id))).toBe('404/8522 Call not found.')
    expect((await send(tenant, pathOf(peerToPeerCall().id))).status).toBe(200)
  })

  test('gets the errors of a GET, and then has no effect', async () => {
    const tenant = createTenant({ calls: [groupCall()] })
    const { id } = groupCall()
    expect((await send(tenant, pathOf(id), { method: 'DELETE', headers: {} })).status).toBe(401)
    tenant.failNext({ status: 503 })
    expect((await hangUp(tenant, id)).status).toBe(503)
    expect((await send(tenant, pathOf(id))).status).toBe(200)
    tenant.forbid(id, '7505')
    expect((await hangUp(tenant, id)).status).toBe(403)
  })

  test('is undone by a reset', async () => {
    const tenant = createTenant({ calls: [groupCall()] })
    await hangUp(tenant, groupCall().id)
    tenant.reset()
    expect((await send(tenant, pathOf(groupCall().id))).status).toBe(200)
  })
})
