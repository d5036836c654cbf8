import { groupCall, peerToPeerCall } from 'graph-call-testkit/fixtures'
import { createTenant } from 'graph-call-testkit/tenant'
import { describe, expect, test } from 'vitest'
import { requestCall } from '../request-call.ts'

const { id } = groupCall()

describe('history', () => {
  test('lists the response to each GET of the call, and of no other call', async () => {
    let time = 1_000
    const tenant = createTenant({ calls: [groupCall(), peerToPeerCall()], now: () => time++ })
    await requestCall(tenant, id)
    await requestCall(tenant, id, 'HEAD')
    await requestCall(tenant, peerToPeerCall().id)
    tenant.failNext({ status: 503 })
    tenant.failNext({ connection: 'reset' })
    tenant.failNext({ proxy: 502 })
    await requestCall(tenant, id)
    await expect(requestCall(tenant, id)).rejects.toThrow()
    await requestCall(tenant, id)
    const history = tenant.history(id)
    expect(history.map(({ status, state }) => [status, state])).toEqual([
      [200, 'established'],
      [503, undefined],
      [0, undefined],
      [502, undefined],
    ])
    expect(history[0]).toMatchObject({ time: 1_000, requestId: '7e57da7a-0000-4000-8000-000000000001' })
    expect(history[0]?.body).toBe(JSON.stringify(groupCall()))
    expect(history[2]?.body).toBe('')
    expect(history[3]?.body).toMatch(/^<html>/)
    expect(tenant.history('other')).toEqual([])
    tenant.reset()
    expect(tenant.history(id)).toEqual([])
  })

  test('contains no tokens', async () => {
    const token = 'secret-token-0123456789'
    const tenant = createTenant({ calls: [groupCall()], token })
    const url = `https://graph.microsoft.com/v1.0/communications/calls/${id}?$select=${token}`
    const response = await tenant.fetch(new Request(url, { headers: { Authorization: `Bearer ${token}` } }))
    expect([response.status, tenant.history(id).length]).toEqual([400, 1])
    expect(JSON.stringify([tenant.history(id), tenant.snapshot()])).not.toContain(token)
  })
})
