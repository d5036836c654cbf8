import { groupCall } from 'graph-call-testkit/fixtures'
import { createTenant, type Tenant } from 'graph-call-testkit/tenant'
import { describe, expect, test } from 'vitest'
import { errorOf, pathOf, send } from '../send.ts'

describe('the token', () => {
  const resultWith = async (tenant: Tenant, authorization?: string) => {
    const headers = new Headers(authorization === undefined ? [] : [['Authorization', authorization]])
    const response = await send(tenant, pathOf(groupCall().id), { headers })
    return response.ok ? 'ok' : [response.headers.has('WWW-Authenticate'), await errorOf(response)]
  }
  const empty = [true, '401/InvalidAuthenticationToken Access token is empty.']
  const expired = [true, '401/InvalidAuthenticationToken Access token has expired or is not yet valid.']

  test.each([undefined, '', 'Bearer', 'Bearer ', 'Basic eDp5', 'x.y.z', 'Bearer x y'])(
    '%j is not a token',
    async (authorization) => {
      expect(await resultWith(createTenant({ calls: [groupCall()] }), authorization)).toEqual(empty)
    },
  )

  test.each(['Bearer x', 'bearer x.y.z', 'BEARER  x'])('%j is a token', async (authorization) => {
    expect(await resultWith(createTenant({ calls: [groupCall()] }), authorization)).toBe('ok')
  })

  test('with the option token, only that token is valid', async () => {
    const tenant = createTenant({ calls: [groupCall()], token: 'x.y.z' })
    expect(await resultWith(tenant, 'Bearer x.y.z')).toBe('ok')
    expect(await resultWith(tenant, 'Bearer X.y.z')).toEqual(expired)
    expect(await resultWith(tenant)).toEqual(empty)
  })

  test('a request without a token does not use up a failure', async () => {
    const tenant = createTenant({ calls: [groupCall()] })
    tenant.failNext({ status: 500 })
    expect(await resultWith(tenant)).toEqual(empty)
    expect(await resultWith(tenant, 'Bearer x')).toEqual([false, '500/9999 InternalServiceError'])
  })
})
