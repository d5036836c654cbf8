import { groupCall, peerToPeerCall } from 'graph-call-testkit/fixtures'
import { createTenant } from 'graph-call-testkit/tenant'
import { describe, expect, test } from 'vitest'
import { firstRequestId, now, pathOf, send } from '../send.ts'

describe('requests', () => {
  test('are logged without secrets', async () => {
    const tenant = createTenant({ calls: [groupCall()], token: 'x.y.z', now })
    const { id } = groupCall()
    await send(tenant, `${pathOf(id)}?$select=id`)
    await send(tenant, '/v1.0/users', {
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
    ['the token in an option', `?x=${jwt}`, '?x={secret}'],
    ['the token, percent-encoded', `?x=a%20${jwt.replaceAll('.', '%2E')}`, '?x={secret}'],
    ['the token in a $select', `?$select=id,${jwt}`, '?$select=id,{secret}'],
    ['an option with a secret name', '?access_token=opaque&x=1', '?access_token={secret}&x=1'],
    ['a secret name, percent-encoded', '?access%5Ftoken=opaque', '?access%5Ftoken={secret}'],
    ['other secret names', '?sig=a%2Fb==&Client_Secret=x', '?sig={secret}&Client_Secret={secret}'],
    ['another JWT', '?x=eyJhbGciOiJub25lIn0.e30.', '?x={secret}'],
    ['an option of the service, unchanged', '?$skiptoken=x&$select=id', '?$skiptoken=x&$select=id'],
    ['an invalid encoding, unchanged', '?x=%E0', '?x=%E0'],
  ])('are redacted: %s', async (_what, query, shown) => {
    const tenant = createTenant()
    await send(tenant, `/v1.0/communications/calls/x${query}`, {
      headers: { Authorization: `Bearer ${jwt}` },
    })
    expect(tenant.requests.map((request) => request.query)).toEqual([shown])
  })

  test.each([
    ['the token of the request', {}, { Authorization: 'Bearer a+b/c-opaque==' }],
    ['the token of the tenant', { token: 'a+b/c-opaque==' }, {}],
  ])('redact a token in a path: %s', async (_source, options, sent) => {
    const tenant = createTenant(options)
    for (const segment of ['a+b/c-opaque==', encodeURIComponent('a+b/c-opaque==')]) {
      await send(tenant, `/v1.0/communications/calls/${segment}?x=${segment}`, { headers: sent })
    }
    const shown = { path: '/v1.0/communications/calls/{secret}', query: '?x={secret}', callId: '{secret}' }
    expect(tenant.requests[1]).toMatchObject(shown)
    expect(JSON.stringify(tenant.requests)).not.toMatch(/opaque/)
  })

  test('keep a word that is also a token', async () => {
    const tenant = createTenant()
    await send(tenant, '/v1.0/communications/calls/any?$select=any', {
      headers: { Authorization: 'Bearer any' },
    })
    expect(tenant.requests).toMatchObject([{ callId: 'any', query: '?$select=any' }])
  })

  test('are logged up to the newest 1,000', async () => {
    const tenant = createTenant()
    for (let i = 1; i <= 2_345; i++) await send(tenant, pathOf(`call-${i}`))
    expect(tenant.requests.map(({ callId }) => callId)).toEqual(
      Array.from({ length: 1_000 }, (_, i) => `call-${i + 1_346}`),
    )
  })

  test('are cleared on reset, with all other state', async () => {
    const tenant = createTenant({ calls: [groupCall()] })
    tenant.addCall(peerToPeerCall())
    tenant.addCall(groupCall({ state: 'hold' }), { replace: true })
    tenant.forbid(groupCall().id, '7504')
    tenant.failNext({ status: 500 })
    tenant.failNext({ status: 500 })
    await send(tenant, '/')
    tenant.reset()
    expect(tenant.requests).toEqual([])
    const response = await send(tenant, pathOf(groupCall().id))
    expect(response.headers.get('request-id')).toBe(firstRequestId)
    expect(await response.json()).toEqual(groupCall())
    expect((await send(tenant, pathOf(peerToPeerCall().id))).status).toBe(404)
  })
})
