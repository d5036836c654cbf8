import {
  type ErrorFixtureName,
  type Fixture,
  fixtures,
  groupCall,
  peerToPeerCall,
} from 'graph-call-testkit/fixtures'
import { createTenant, type Tenant } from 'graph-call-testkit/tenant'
import { describe, expect, test } from 'vitest'
import { firstRequestId, headers, now, pathOf, send } from '../send.ts'

const errors = Object.values(fixtures).flatMap((fixture) => (fixture.status === 200 ? [] : [fixture]))

describe('an error', () => {
  /** Functions that cause an error without `failNext({ fixture })`. */
  const triggers: Partial<Record<ErrorFixtureName, (tenant: Tenant, id: string) => void>> = {
    'access-token-empty': (tenant) => tenant.failNext({ status: 401 }),
    'bad-request': (tenant) => tenant.failNext({ status: 400 }),
    conflict: (tenant) => tenant.failNext({ status: 409 }),
    'precondition-failed': (tenant) => tenant.failNext({ status: 412 }),
    'application-not-registered': (tenant) => tenant.failNext({ status: 403, code: '7503' }),
    'throttled-without-retry-after': (tenant) => tenant.failNext({ status: 429, retryAfter: null }),
    'insufficient-tenant-permissions': (tenant, id) => tenant.forbid(id, '7504'),
    'tenant-mismatch': (tenant, id) => tenant.forbid(id, '7505'),
    'call-not-found': () => {},
    throttled: (tenant) => tenant.failNext({ status: 429 }),
    'throttled-with-decimal-retry-after': (tenant) => tenant.failNext({ status: 429, retryAfter: 2.128 }),
    'internal-server-error': (tenant) => tenant.failNext({ status: 500 }),
    'service-unavailable': (tenant) => tenant.failNext({ status: 503 }),
    'gateway-timeout': (tenant) => tenant.failNext({ status: 504 }),
  }

  test.each(errors)('$name is the same as its fixture', async (fixture) => {
    const { name } = fixture
    const tenant = createTenant({ now })
    const trigger = triggers[name] ?? (() => tenant.failNext({ fixture: name }))
    trigger(tenant, 'x')
    const response = await send(tenant, pathOf('x'), {
      headers: { ...headers, 'client-request-id': 'mine' },
    })
    expect(await asFixture(response)).toEqual(forFirstRequest(fixture))
  })

  test('failNext queues failures', async () => {
    const tenant = createTenant({ calls: [groupCall()] })
    tenant.failNext({ status: 503, retryAfter: 1 })
    tenant.failNext({ status: 429 })
    const responses = [1, 2, 3].map(() => send(tenant, pathOf(groupCall().id)))
    const received = (await Promise.all(responses)).map(({ status, headers }) => [
      status,
      headers.get('Retry-After'),
    ])
    expect(received).toEqual([
      [503, '1'],
      [429, '2'],
      [200, null],
    ])
  })

  test('forbid affects one call only', async () => {
    const tenant = createTenant({ calls: [groupCall(), peerToPeerCall()] })
    tenant.forbid(groupCall().id, '7505')
    expect((await send(tenant, pathOf(groupCall().id))).status).toBe(403)
    expect((await send(tenant, pathOf(groupCall().id))).status).toBe(403)
    expect((await send(tenant, pathOf(peerToPeerCall().id))).status).toBe(200)
  })

  test.each([NaN, -1, Infinity, '', ' 2'])('failNext rejects a retryAfter of %o', (retryAfter) => {
    const tenant = createTenant()
    expect(() => Reflect.apply(tenant.failNext, undefined, [{ status: 429, retryAfter }])).toThrow(
      `Invalid retryAfter: ${typeof retryAfter === 'string' ? `"${retryAfter}"` : retryAfter}. Expected a number of seconds of at least 0, a Date, a string, null, or a list of these.`,
    )
  })

  test('failNext and forbid reject errors that the service cannot return', () => {
    const tenant = createTenant()
    expect(() => Reflect.apply(tenant.failNext, undefined, [{ status: 600 }])).toThrow(
      'Invalid status: 600. Expected an integer from 200 to 599.',
    )
    expect(() => Reflect.apply(tenant.failNext, undefined, [{ fixture: 'group' }])).toThrow(
      `Invalid fixture: "group". Expected the fixture of an error, such as 'throttled'.`,
    )
    expect(() => Reflect.apply(tenant.forbid, undefined, ['x', 7504.5])).toThrow(
      'Invalid code: 7504.5. Expected one of 7503, 7504, 7505.',
    )
  })
})

/** Returns a response in the shape of a fixture. */
async function asFixture(response: Response) {
  return {
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: await response.json(),
  }
}

/** Returns a fixture with the ids and dates of the first request, whose client request id is "mine". */
function forFirstRequest(fixture: Fixture | undefined) {
  if (!fixture || !('error' in fixture.body)) throw new Error('Expected the fixture of an error.')
  const { status, body } = fixture
  const ids = { 'request-id': firstRequestId, 'client-request-id': 'mine' }
  const headers = { ...fixture.headers, ...ids, date: 'Wed, 13 May 2026 08:12:19 GMT' }
  const requestData: Record<string, string> = { ...ids, date: '2026-05-13T08:12:19' }
  const { innerError } = body.error
  const filled =
    innerError && Object.fromEntries(Object.keys(innerError).map((key) => [key, requestData[key]] as const))
  return {
    status,
    headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value])),
    body: { error: filled ? { ...body.error, innerError: filled } : body.error },
  }
}
