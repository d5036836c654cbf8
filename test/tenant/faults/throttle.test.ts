import { groupCall } from 'graph-call-testkit/fixtures'
import { createTenant, type TenantOptions } from 'graph-call-testkit/tenant'
import { describe, expect, test } from 'vitest'
import { some } from '../../runs.ts'

const url = `https://graph.microsoft.com/v1.0/communications/calls/${groupCall().id}`

/** Creates a tenant with a clock that only `advanceClock` moves. */
function start(throttle: TenantOptions['throttle']) {
  let time = Date.UTC(2026, 4, 13)
  const tenant = createTenant({ calls: [groupCall()], throttle, now: () => time })
  return {
    tenant,
    advanceClock(milliseconds: number) {
      time += milliseconds
    },
    async get(token = 'x.y.z') {
      const request = new Request(url, { headers: { Authorization: `Bearer ${token}` } })
      const { status, headers } = await tenant.fetch(request)
      return headers.has('Retry-After') ? `${status}, ${headers.get('Retry-After')} s` : status
    },
  }
}

/** Returns a token in the form of the Microsoft identity platform, without a signature. */
const tokenOf = (claims: object) => `eyJhbGciOiJub25lIn0.${btoa(JSON.stringify(claims))}.${Math.random()}`

describe('throttling', () => {
  test('returns 429 above the limit, with Retry-After', async () => {
    const { get, advanceClock } = start({ requests: 4, seconds: 10 })
    const results: (string | number)[] = []
    for (let i = 0; i < 6; i++) results.push(await get())
    expect(results).toEqual([200, 200, 200, 200, '429, 3 s', '429, 3 s'])
    advanceClock(2_000)
    expect(await get()).toBe('429, 1 s')
    advanceClock(1_000)
    expect([await get(), await get()]).toEqual([200, '429, 2 s'])
    advanceClock(60_000)
    expect([await get(), await get(), await get(), await get(), await get()]).toEqual([
      200,
      200,
      200,
      200,
      '429, 3 s',
    ])
  })

  test('defaults to 5,000 requests in 10 s with true, and is off by default', async () => {
    const enabled = start(true)
    for (let i = 0; i < 5_000; i++) expect(await enabled.get()).toBe(200)
    expect(await enabled.get()).toBe('429, 1 s')
    for (const off of some([start(undefined), start(false)], 0)) {
      for (let i = 0; i < 5_001; i++) expect(await off.get()).toBe(200)
    }
  })

  test('counts each app separately, across its tokens and tenants', async () => {
    const { get } = start({ requests: 1, seconds: 10 })
    expect(await get(tokenOf({ appid: 'one', tid: 'a' }))).toBe(200)
    expect(await get(tokenOf({ appid: 'one', tid: 'b' }))).toBe('429, 10 s')
    expect(await get(tokenOf({ azp: 'one' }))).toBe('429, 10 s')
    expect(await get(tokenOf({ azp: 'two' }))).toBe(200)
    expect(await get('opaque')).toBe(200)
    expect(await get('opaque')).toBe('429, 10 s')
    expect(await get('other')).toBe(200)
    expect(await get(tokenOf({ appid: 4 }))).toBe(200)
  })

  test('works for thousands of apps', async () => {
    const { get, advanceClock } = start({ requests: 1, seconds: 1 })
    for (let i = 0; i < 3_000; i++) {
      expect(await get(`app-${i}`)).toBe(200)
      advanceClock(0.5)
    }
    expect(await get('app-2999')).toBe('429, 1 s')
    expect(await get('app-0')).toBe(200)
  })

  test('starts again on reset', async () => {
    const { get, tenant } = start({ requests: 1 })
    expect([await get(), await get()]).toEqual([200, '429, 10 s'])
    tenant.reset()
    expect(await get()).toBe(200)
  })

  test('works with a clock that goes back', async () => {
    const { get, advanceClock } = start({ requests: 2, seconds: 2 })
    await get()
    advanceClock(-60_000)
    expect([await get(), await get()]).toEqual([200, '429, 1 s'])
  })

  test.each([
    [{ requests: 0 }, 'Invalid throttle.requests: 0. Expected an integer of at least 1.'],
    [{ requests: 1.5 }, 'Invalid throttle.requests: 1.5. Expected an integer of at least 1.'],
    [{ seconds: 0 }, 'Invalid throttle.seconds: 0. Expected a number above 0.'],
    [{ seconds: Infinity }, 'Invalid throttle.seconds: Infinity. Expected a number above 0.'],
  ])('rejects %j', (throttle, message) => {
    expect(() => createTenant({ throttle })).toThrow(new TypeError(message))
  })

  test('says which values are possible', () => {
    // @ts-expect-error a text is not a rate limit
    expect(() => createTenant({ throttle: '10/1' })).toThrow(
      'Invalid throttle: "10/1". Expected true, false, or an object such as { requests: 10, seconds: 1 }.',
    )
  })
})
